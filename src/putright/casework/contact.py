"""What was done about how the person of a case contacts the body, over all their cases, and how is a step taken?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from putright.casework.errors import refuse, refused
from putright.casework.letter_queue import WAITING
from putright.casework.perform import CaseInHand
from putright.domain.chronology import in_force
from putright.domain.contact import (
    DECIDED,
    LIMITED,
    ContactStep,
    ContactTerm,
    Ladder,
    Rung,
    why_not_decide,
)
from putright.records.models import ContactPerson, ContactRecord, Document, NamedPerson, OutboxLetter, Person
from putright.records.models import ContactStep as StepRow
from putright.records.models.outbox_letter import State

KIND: Final = "contact"


@dataclass(slots=True, kw_only=True)
class OnTheLadder:
    """The person of a case in hand, on the ladder: their record, if there is one yet, and all its steps."""

    hand: CaseInHand
    record: ContactRecord | None
    ladder: Ladder

    def refuse_named(self) -> None:
        """Raise ActionRefused if whoever acts is named in any case of this person."""
        people = people_of(self.record.pk) if self.record else [self.hand.case.complainant_id]
        named = NamedPerson.objects.filter(person=self.hand.by_id, case__complainant__in=people)
        refuse(why_not_decide(is_named=named.exists()))

    def refuse_elsewhere(self) -> None:
        """Raise ActionRefused if the limit was decided on another case: there its dates and its letters are."""
        limits = StepRow.objects.filter(record=self.record, rung__in=(Rung.LIMIT, Rung.RENEWAL)).order_by("-pk")
        row = limits.first() if self.record else None
        if row is not None and row.case_id != self.hand.case.pk:
            raise refused(
                "on-another-case", "The limit was decided on another case of this person. Do this there, on that case."
            )

    def decide(
        self, rung: Rung, *, papers: Sequence[Document], until: date | None = None, about: int | None = None
    ) -> int:
        """Enter that a step was decided today, with the papers that say why."""
        facts: dict[str, Any] = {"rung": rung.value, **({"date": until} if until else {})}
        return self.hand.record(DECIDED, about=about, facts=facts, papers=papers)

    def take(
        self,
        rung: Rung,
        *,
        until: date | None = None,
        terms: frozenset[ContactTerm] = frozenset(),
        arranged: Document | None = None,
        letter: Document | None = None,
    ) -> None:
        """Add a step, the first with the record itself."""
        hand = self.hand
        self.record = self.record or begin_record(hand)
        StepRow.objects.create(
            record=self.record,
            case=hand.case,
            rung=rung.value,
            on=hand.on,
            until=until,
            terms=",".join(sorted(terms)),
            arranged=arranged,
            letter=letter,
            by=hand.acting(),
            made_at=hand.now,
        )


def on_the_ladder(hand: CaseInHand) -> OnTheLadder:
    """The person who makes a case in hand, with what was done about how they contact the body."""
    known = ContactPerson.objects.filter(person=hand.case.complainant_id, ended_at=None).select_related("record")
    found = known.first()
    record = found.record if found else None
    # Of two people who decide about one person on two of their cases, the second waits for the first.
    if record is not None:
        ContactRecord.objects.select_for_update().get(pk=record.pk)
    ladder = Ladder(steps=tuple(step_of(row) for row in steps_of(record.pk))) if record else Ladder()
    return OnTheLadder(hand=hand, record=record, ladder=ladder)


def begin_record(hand: CaseInHand) -> ContactRecord:
    """The record of the person of a case, begun with what is entered on it now."""
    record = ContactRecord.objects.create(body_id=hand.case.body_id, made_at=hand.now)
    know(hand, record)
    return record


def know(hand: CaseInHand, record: ContactRecord) -> None:
    """Say that the person who makes this case is the one of a record."""
    ContactPerson.objects.create(
        record=record,
        person_id=hand.case.complainant_id,
        case=hand.case,
        entry=hand.case.chain_count,
        made_at=hand.now,
    )


def people_of(record: int) -> list[int]:
    """The rows under which the body knows the person of a record."""
    return list(ContactPerson.objects.filter(record=record, ended_at=None).values_list("person", flat=True))


def steps_of(record: int) -> QuerySet[StepRow, Any]:
    """The steps of a record in their order, each with the day on which its letter went and whether it waits."""
    return with_their_letters(StepRow.objects.filter(record=record))


def with_their_letters(steps: QuerySet[StepRow]) -> QuerySet[StepRow, Any]:
    """Steps in their order, each with the day on which its letter went and whether it waits."""
    letters = OutboxLetter.objects.filter(document=OuterRef("letter"))
    return steps.order_by("pk").annotate(
        told_on=Subquery(letters.filter(state=State.POSTED).values("posted_on")[:1]),
        letter_waits=Exists(letters.filter(state__in=WAITING)),
    )


def step_of(row: Any) -> ContactStep:
    """A step as the rules read it, from its row with what is known of its letter."""
    return ContactStep(
        rung=Rung(row.rung),
        on=row.on,
        told_on=row.told_on,
        until=row.until,
        terms=frozenset(ContactTerm(term) for term in row.terms.split(",") if term),
        by_id=row.by_id,
        letter_waits=row.letter_waits,
    )


def terms_with(person: Person, on: date) -> frozenset[ContactTerm]:
    """In which ways it is limited, on a day, how a person contacts the body; none where nothing limits it."""
    rows = StepRow.objects.filter(record__people__person=person, record__people__ended_at=None)
    limit = Ladder(steps=tuple(step_of(row) for row in with_their_letters(rows))).limit_on(on)
    return limit.terms if limit else frozenset()


def latest_of(hand: CaseInHand, entries: Sequence[int]) -> date | None:
    """The latest day of the entries on which a step rests; raises ActionRefused where one does not stand."""
    standing = {event.id: event for event in in_force(hand.events)}
    if any(str(entry) not in standing for entry in entries):
        raise refused("no-such-entry", "One of the entries does not stand on this case. Choose them again.")
    return max((standing[str(entry)].on for entry in entries), default=None)


def limit_entry(hand: CaseInHand) -> int | None:
    """The number of the entry on this case that told the person of the limit last; nothing if none did."""
    told = [event for event in in_force(hand.events) if event.event == LIMITED and event.id]
    return int(told[-1].id or 0) if told else None
