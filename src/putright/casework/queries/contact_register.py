"""Where does a body limit how somebody contacts it, until when, by whom, and does an appeal wait?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

# A step comes with what was asked about its letter, which its model does not name: hence Any.
from typing import Any, Final

from putright.casework.contact import step_of, with_their_letters
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.contact import ContactStep, Ladder, Rung
from putright.domain.references import reference_shown
from putright.records.models import ContactStep as StepRow
from putright.records.visible_to import visible_to

MOST: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitKept:
    """One limit of the register: whose, decided on which case and by whom, from when until when, and how it stands."""

    reference: str
    reference_shown: str
    complainant: str
    decided_on: date
    decided_by: str
    since: date | None
    until: date
    is_renewed: bool
    holds: bool
    waits: bool
    ended_on: date | None
    appealed_on: date | None


def contact_register(actor: Actor, as_at: date) -> tuple[LimitKept, ...]:
    """The last limit on each person's contact, of those decided on a case that the actor may see: what holds first.

    For those who decide at the body, and nothing for others; at most 500, the last decided.
    """
    if why_not_here(actor, Deed.DECIDE) is not None:
        return ()
    # What is about a limit is done on the case on which it was decided, so the steps of cases in sight tell all of it.
    seen = StepRow.objects.filter(case__in=visible_to(actor))
    limits = seen.filter(rung__in=(Rung.LIMIT, Rung.RENEWAL)).order_by("-pk")
    records = list(limits.values_list("record", flat=True)[:MOST])
    kept: dict[int, list[Any]] = {}
    rows = with_their_letters(seen.filter(record__in=records).select_related("case__complainant", "by"))
    for row in rows:
        kept.setdefault(row.record_id, []).append(row)
    found = [_kept(each, as_at) for each in kept.values()]
    return tuple(sorted(found, key=lambda one: (not (one.holds or one.waits), one.until, one.reference)))


def _kept(rows: list[Any], as_at: date) -> LimitKept:
    ladder = Ladder(steps=tuple(step_of(row) for row in rows))
    holding, waiting = ladder.limit_on(as_at), ladder.waiting()
    shown = holding or waiting or _last_limit(ladder.steps)
    row = next(row for row, step in zip(rows, ladder.steps, strict=True) if step is shown)
    appeal = ladder.appeal_open()
    return LimitKept(
        reference=row.case.reference,
        reference_shown=reference_shown(row.case.reference),
        complainant=row.case.complainant.name,
        decided_on=row.on,
        decided_by=row.by.name,
        since=shown.counts_from,
        until=row.until,
        is_renewed=shown.rung is Rung.RENEWAL,
        holds=holding is not None,
        waits=holding is None and waiting is not None,
        ended_on=next((step.on for step in reversed(ladder.steps) if step.rung is Rung.END), None),
        appealed_on=appeal.on if appeal and holding else None,
    )


def _last_limit(steps: Iterable[ContactStep]) -> ContactStep:
    return [step for step in steps if step.rung in (Rung.LIMIT, Rung.RENEWAL)][-1]
