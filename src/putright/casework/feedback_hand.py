"""How is anything done about feedback? Load, decide, write, record, in one transaction, as on a case but lighter."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from django.db import transaction

from putright.casework.errors import NotFound, StaleCase, refuse, refused
from putright.casework.facts_of import facts_from, plain_facts, position_of
from putright.casework.perform import CaseInHand, day_of
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.chronology import NO_FACTS, Event, FactValue
from putright.domain.feedback import RULES, Ending, FeedbackKind, FeedbackState, why_not_a_complaint
from putright.domain.programme import Programme
from putright.domain.several import kinds_of
from putright.domain.sought import keys_of
from putright.gateways.procedure_files import programme_from_text
from putright.gateways.shipped import shipped
from putright.records.models import Feedback, FeedbackEntry, FeedbackKey, FeedbackNote, Person
from putright.records.visible_to import feedback_visible_to

RECEIVED, NOTED, TAKEN, KIND_CHANGED = (
    "feedback_received",
    "feedback_noted",
    "feedback_taken",
    "feedback_kind_changed",
)
CLOSED, REOPENED, BECAME = "feedback_closed", "feedback_reopened", "feedback_became_complaint"
STEP: Final = "settle-concern"


@dataclass(slots=True, kw_only=True)
class FeedbackInHand:
    """Feedback held by one action, with what is known of it."""

    row: Feedback
    by_id: int
    now: datetime
    events: list[Event]

    @property
    def today(self) -> date:
        """The day on which it is done."""
        return day_of(self.now)

    @property
    def state(self) -> FeedbackState:
        """Where it stands."""
        return FeedbackState(self.row.state)

    @property
    def kind(self) -> FeedbackKind:
        """Of what kind it is."""
        return FeedbackKind(self.row.kind)

    def note(
        self, event: str, *, on: date | None = None, facts: Mapping[str, FactValue] = NO_FACTS, words: str = ""
    ) -> None:
        """Record that something happened to it, with words beside the entry if there are any."""
        entry = FeedbackEntry.objects.create(
            feedback=self.row,
            number=len(self.events) + 1,
            event=event,
            on=on or self.today,
            recorded_at=self.now,
            by_id=self.by_id,
            facts=plain_facts(facts),
        )
        self.events.append(_event(entry))
        if words.strip():
            text = words.replace("\r\n", "\n").strip()
            FeedbackNote.objects.create(feedback=self.row, entry=entry.number, words=text)

    def finish(self) -> None:
        """Keep what follows from its entries."""
        row = self.row
        last = next((event for event in reversed(self.events) if event.event in (CLOSED, REOPENED, BECAME)), None)
        is_closed = last is not None and last.event == CLOSED
        row.state = FeedbackState.CLOSED.value if is_closed else FeedbackState.OPEN.value
        if last is not None and last.event == BECAME:
            row.state = FeedbackState.COMPLAINT.value
        row.ending = Ending(str(last.facts["ending"])).value if last is not None and is_closed else ""
        row.closed_on = last.on if last is not None and is_closed else None
        row.due_on = due_on(self.events, self.today)
        row.version += 1
        row.save()


@contextmanager
def holding_feedback(
    actor: Actor, number: int, *, now: datetime, version: int | None = None
) -> Iterator[FeedbackInHand]:
    """Hold feedback while something is done about it; all of it is kept, or nothing.

    Raises NotFound for what the actor may not see, and StaleCase if it is not at the version that the page showed.
    """
    refuse(why_not_here(actor, Deed.LISTEN))
    with transaction.atomic(durable=True):
        hand = hand_on(actor, number, now=now, version=version)
        yield hand
        hand.finish()


def hand_on(actor: Actor, number: int, *, now: datetime, version: int | None = None) -> FeedbackInHand:
    """The feedback, held until the transaction ends that is under way; raises as `holding_feedback` does."""
    row = feedback_visible_to(actor).select_for_update(of=("self",)).filter(number=number).first()
    if row is None:
        raise NotFound
    if version is not None and row.version != version:
        raise StaleCase
    return FeedbackInHand(row=row, by_id=actor.person_id, now=now, events=events_of(row))


def events_of(row: Feedback) -> list[Event]:
    """What happened to it, as the rules read it."""
    return [_event(entry) for entry in FeedbackEntry.objects.filter(feedback=row).order_by("number")]


def due_on(events: list[Event], today: date) -> date | None:
    """By when it is to be dealt with; nothing where it has been, or where nothing is promised."""
    position = position_of((_programme(),), events, today)
    return next((duty.binding_on for duty in position.to_do() if duty.step == STEP), None)


def become_complaint(hand: CaseInHand, actor: Actor, number: int) -> None:
    """Let feedback become the complaint that is being received; raises ActionRefused where it became one before.

    The complaint is received on the day on which the person said that they want to complain, the concern when it was.
    """
    refuse(why_not_here(actor, Deed.LISTEN))
    held = hand_on(actor, number, now=hand.now)
    refuse(why_not_a_complaint(held.state))
    if hand.case.received_on < held.row.received_on:
        message = "The person cannot have wanted to complain before they spoke to you. Check the day of receipt."
        raise refused("before-the-concern", message)
    held.row.case = hand.case
    held.note(BECAME, on=hand.case.received_on, facts={"case": hand.case.reference})
    held.finish()
    hand.note("concern_raised", on=held.row.received_on, facts={"feedback": number, "feedback_kind": held.row.kind})


def keep_keys_of(row: Feedback, person: Person | None) -> None:
    """Keep by which words and numbers it can be found."""
    if person is None:
        return
    found = keys_of(name=person.name, nhs_number=person.nhs_number, telephone=person.telephone, email=person.email)
    ordered = sorted(found, key=lambda one: (one.kind, one.key))
    FeedbackKey.objects.bulk_create(
        FeedbackKey(body_id=row.body_id, feedback=row, kind=each.kind.value, key=each.key) for each in ordered
    )


def words_of(event: str) -> str:
    """What an entry of this kind says, in words."""
    return kinds_of((_programme(),))[event].words


def _event(entry: FeedbackEntry) -> Event:
    kind = kinds_of((_programme(),))[entry.event]
    return Event(
        event=entry.event,
        on=entry.on,
        id=str(entry.number),
        recorded_at=entry.recorded_at,
        facts=facts_from(entry.facts, kind),
    )


@lru_cache(maxsize=1)
def _programme() -> Programme:
    return programme_from_text((shipped("procedures") / "office" / f"{RULES}.yaml").read_text(encoding="utf-8"), RULES)
