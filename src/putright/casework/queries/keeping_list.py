"""Which cases could be closed, of which is the time to keep the file over, and which are kept for longer?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import QuerySet

from putright.casework import facts_of
from putright.casework.keeping import keep_until, propose_closing_on, would_be_kept_until
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.chronology import Event as DomainEvent
from putright.domain.closing import answered_on
from putright.domain.going_on import still_going
from putright.domain.keeping import DESTROYED, LONGER, Hold, holds_of, proposed_by
from putright.domain.references import reference_shown
from putright.domain.vocabulary import CaseStatus
from putright.records.models import Case, Event
from putright.records.visible_to import visible_to

MOST: Final = 200
_LEAST_YEARS: Final = 10  # no file that came later than this can be due: a filter before the rules are asked
_ENDED: Final = (CaseStatus.CLOSED.value, CaseStatus.WITHDRAWN.value, CaseStatus.TRANSFERRED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToClose:
    """A case that was answered, with nothing left to do on it: since when it could be closed."""

    reference: str
    reference_shown: str
    answered_on: date
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """The file of a case that has ended: until when it is kept, what keeps it longer, when its end was proposed.

    `goes_on` is what still goes on about it, in words: its time has not begun, so it has no last day yet, and stays
    `at_least_until` the one that is counted from the end of the case.
    """

    reference: str
    reference_shown: str
    keep_until: date | None
    holds: tuple[Hold, ...]
    proposed_on: date | None
    at_least_until: date | None
    goes_on: tuple[str, ...]


def cases_to_close(actor: Actor, as_at: date) -> tuple[ToClose, ...]:
    """The cases that could be closed: answered, nothing owed, and nothing come since for the time that we give it.

    The longest first; at most 200 are read. Nobody but a person closes one.
    """
    if why_not_here(actor, Deed.HANDLE) is not None:
        return ()
    answered = visible_to(actor).filter(status=CaseStatus.RESPONDED.value, next_due_on=None)
    rows = {case.pk: case for case in answered.order_by("received_on", "pk")[:MOST]}
    found = []
    for pk, events in _events_of(rows).items():
        last = answered_on(events, CaseStatus.RESPONDED)
        since = propose_closing_on(last) if last else None
        if last is not None and since is not None and since < as_at:
            shown = reference_shown(rows[pk].reference)
            found.append(ToClose(reference=rows[pk].reference, reference_shown=shown, answered_on=last, since=since))
    return tuple(sorted(found, key=lambda case: case.since))


def files_due(actor: Actor, as_at: date) -> tuple[KeptFile, ...]:
    """The files whose time is up, those proposed first, then the oldest; at most 200.

    At the end those whose time would be up if it had begun: something still goes on, or was never said to be over.
    By references alone: whoever looks whether a file is still needed opens its case, and that look is kept.
    Nothing to whoever handles no cases.
    """
    if why_not_here(actor, Deed.HANDLE) is not None:
        return ()
    cases = visible_to(actor).filter(status__in=_ENDED, received_on__lt=_years_before(as_at))
    gone = Event.objects.filter(event=DESTROYED).values("case")
    files = _files(cases.exclude(pk__in=gone).order_by("received_on", "pk")[:MOST])
    due = [file for file in files if (file.keep_until or file.at_least_until or as_at) < as_at]
    return tuple(sorted(due, key=lambda file: (file.keep_until is None, file.proposed_on is None, file.at_least_until)))


def files_kept_longer(actor: Actor) -> tuple[KeptFile, ...]:
    """The files that are kept for longer, the next look soonest; at most 200."""
    if why_not_here(actor, Deed.HANDLE) is not None:
        return ()
    held = Event.objects.filter(event=LONGER).values("case")
    files = [file for file in _files(visible_to(actor).filter(pk__in=held).order_by("-pk")[:MOST]) if file.holds]
    return tuple(sorted(files, key=lambda file: min(hold.look_again_on or date.max for hold in file.holds)))


def _files(cases: QuerySet[Case]) -> Iterator[KeptFile]:
    rows = {case.pk: case for case in cases}
    for pk, events in _events_of(rows).items():
        yield _file(rows[pk], events)


def _events_of(rows: Mapping[int, Case]) -> dict[int, list[DomainEvent]]:
    programmes = facts_of.programmes_of_each(rows)
    events: dict[int, list[DomainEvent]] = {pk: [] for pk in rows}
    for row in Event.objects.filter(case__in=list(rows)).order_by("case", "number"):
        events[row.case_id].append(facts_of.event_of(row, programmes[row.case_id]))
    return events


def _file(case: Case, events: Sequence[DomainEvent]) -> KeptFile:
    proposed = proposed_by(events)
    return KeptFile(
        reference=case.reference,
        reference_shown=reference_shown(case.reference),
        keep_until=keep_until(events),
        holds=holds_of(events),
        proposed_on=proposed.on if proposed else None,
        at_least_until=would_be_kept_until(events),
        goes_on=tuple(dict.fromkeys(one.words for one in still_going(events))),
    )


def _years_before(day: date) -> date:
    """As many years before, or the day after where there was no such day."""
    year = day.year - _LEAST_YEARS
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
