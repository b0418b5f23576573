"""How does the person of a case contact the body, as far as anything was arranged, and how did it come to that?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

# A step comes with what was asked about its letter, which its model does not name: hence Any.
from typing import Any, Final

from putright.casework.contact import step_of, with_their_letters
from putright.casework.queries.possible_duplicates import OWN_NUMBERS
from putright.domain.access import Actor, Deed, Parts, why_not
from putright.domain.contact import (
    RUNG_WORDS,
    TERM_WORDS,
    ContactStep,
    ContactTerm,
    Ladder,
    Rung,
    why_not_appeal,
    why_not_warn,
    why_nothing_to_review,
)
from putright.domain.duty import Refused
from putright.domain.references import reference_shown
from putright.records.models import Case, CaseKey, ContactPerson, SafetyFlag
from putright.records.models import ContactStep as StepRow
from putright.records.visible_to import visible_to

_NO_APPEAL: Final = Refused(code="no-appeal", message="No appeal against a limit is waiting for its answer.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitShown:
    """How contact is limited: in which ways, exactly how, since when, until when, and by whom it was decided."""

    terms: frozenset[ContactTerm]
    arranged: str
    since: date | None
    until: date
    decided_by: str
    decided_by_post: str

    @property
    def ways(self) -> tuple[str, ...]:
        """The ways, in words for staff."""
        return tuple(TERM_WORDS[term] for term in ContactTerm if term in self.terms)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactStepShown:
    """One step: what, when, by whom, when its letter went; and on which other case, if that is seen."""

    words: str
    on: date
    by: str
    until: date | None
    told_on: date | None
    letter_waits: bool
    has_letter: bool
    elsewhere: str

    @property
    def elsewhere_shown(self) -> str:
        """The reference of the other case, as people write it."""
        return reference_shown(self.elsewhere) if self.elsewhere else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactShown:
    """What holds today, what waits for its letter, an open appeal; and the steps, for those who handle the case."""

    ladder: Ladder = field(default_factory=Ladder)
    limit: LimitShown | None = None
    waiting: LimitShown | None = None
    appealed_on: date | None = None
    steps: tuple[ContactStepShown, ...] = ()


NOTHING_ARRANGED: Final = ContactShown()


def contact_shown(actor: Actor, parts: Parts, case: Case, as_at: date) -> ContactShown:
    """What was arranged with whoever makes a case, over all their cases, as somebody sees it on this one."""
    rows = _rows(case.complainant_id)
    ladder = Ladder(steps=tuple(step_of(row) for row in rows))
    appeal = ladder.appeal_open()
    handles = why_not(actor, Deed.HANDLE, parts) is None
    return ContactShown(
        ladder=ladder,
        limit=_limit(rows, ladder, ladder.limit_on(as_at)),
        waiting=_limit(rows, ladder, ladder.waiting()),
        appealed_on=appeal.on if appeal else None,
        steps=_steps(rows, _elsewhere(actor, rows, case)) if handles else (),
    )


def limit_told(complainant: int, as_at: date) -> LimitShown | None:
    """The limit that holds for whoever makes a case, for the page on which they follow it."""
    rows = _rows(complainant)
    ladder = Ladder(steps=tuple(step_of(row) for row in rows))
    return _limit(rows, ladder, ladder.limit_on(as_at))


def arranged_on(actor: Actor, references: Sequence[str], as_at: date) -> tuple[tuple[str, ContactShown], ...]:
    """What holds with whoever makes each of some cases, with their name; of those alone that the actor may see."""
    seen = visible_to(actor).filter(reference__in=references).select_related("complainant")
    found = ((case.complainant.name, limit_told(case.complainant_id, as_at)) for case in seen)
    return tuple((name, ContactShown(limit=limit)) for name, limit in found if limit)


def shares_a_number_with_an_arrangement(actor: Actor, reference: str) -> bool:
    """Whether something was arranged with, or flagged about, somebody of the same number or email address."""
    mine = CaseKey.objects.filter(case__reference=reference, kind__in=OWN_NUMBERS)
    same = CaseKey.objects.filter(body=actor.body_id, kind__in=OWN_NUMBERS, key__in=mine.values("key"))
    arranged = ContactPerson.objects.filter(ended_at=None), SafetyFlag.objects.all()
    theirs = (rows.filter(case__in=visible_to(actor)).filter(case__in=same.values("case")) for rows in arranged)
    return any(rows.exclude(case__reference=reference).exists() for rows in theirs)


def why_not_contact(action: str, ladder: Ladder, *, on: date) -> Refused | None:
    """Why a step on the ladder has nothing to be done with; the action itself says the same."""
    match action:
        case "warn_about_contact" | "limit_contact":
            return why_not_warn(ladder, on=on, is_dangerous=True)
        case "review_contact_limit":
            return why_nothing_to_review(ladder, on=on)
        case "record_contact_appeal":
            return why_not_appeal(ladder, on=on)
        case "answer_contact_appeal" if ladder.appeal_open() is None:
            return _NO_APPEAL
    return None


def _rows(person: int) -> list[Any]:
    steps = StepRow.objects.filter(record__people__person=person, record__people__ended_at=None)
    return list(with_their_letters(steps.select_related("by", "arranged", "case")))


def _limit(rows: Sequence[Any], ladder: Ladder, step: ContactStep | None) -> LimitShown | None:
    if step is None or step.until is None:
        return None
    row = next(row for row, known in zip(rows, ladder.steps, strict=True) if known is step)
    return LimitShown(
        terms=step.terms,
        arranged=row.arranged.text or "",
        since=step.counts_from,
        until=step.until,
        decided_by=row.by.name,
        decided_by_post=row.by.post,
    )


def _elsewhere(actor: Actor, rows: Sequence[Any], case: Case) -> Mapping[int, str]:
    """The other cases on which a step was decided and which the actor may see."""
    others = {row.case_id for row in rows} - {case.pk}
    return dict(visible_to(actor).filter(pk__in=others).values_list("pk", "reference")) if others else {}


def _steps(rows: Sequence[Any], elsewhere: Mapping[int, str]) -> tuple[ContactStepShown, ...]:
    return tuple(
        ContactStepShown(
            words=RUNG_WORDS[Rung(row.rung)],
            on=row.on,
            by=row.by.name,
            until=row.until,
            told_on=row.told_on,
            letter_waits=row.letter_waits,
            has_letter=row.letter_id is not None,
            elsewhere=elsewhere.get(row.case_id, ""),
        )
        for row in rows
    )
