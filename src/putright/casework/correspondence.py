"""What does every letter of a case have: from whom, to whom, about which case, and who can help?"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import TypedDict

from putright.casework import facts_of
from putright.casework.absences import who_is_there
from putright.casework.adjustments import address_of
from putright.casework.contact import terms_with
from putright.casework.helpers import advocacy_for, ombudsman_on
from putright.casework.perform import CaseInHand
from putright.domain.chronology import Event
from putright.domain.contact import ContactTerm, can_ring_at_any_time
from putright.domain.duty import Duty, Position
from putright.domain.references import reference_shown
from putright.domain.vocabulary import Authority, DutyState
from putright.letters.facts import Contact, Correspondence, FurtherWay, Handler, NextStep, Recipient, Writer
from putright.records.models import Body, Person


def correspondence(hand: CaseInHand, *, to: Person, terms: Collection[ContactTerm] | None = None) -> Correspondence:
    """The frame of a letter that the person acting writes on the day of the action.

    No number to ring is given to somebody who for now writes, or rings at set times; `terms` are those of a limit that
    the letter itself tells of, or none where it ends one.
    """
    limits = terms_with(to, hand.on) if terms is None else terms
    made = _with_every_way(hand, to)
    return made if can_ring_at_any_time(limits) else _without_calls(made)


def _with_every_way(hand: CaseInHand, to: Person) -> Correspondence:
    body = hand.case.body
    writer = hand.acting()
    return Correspondence(
        sender=contact_of(body),
        recipient=recipient_of(to),
        reference=reference_shown(hand.case.reference),
        written_on=hand.on,
        handler=handler_of(_named_contact(hand, writer)),
        writer=Writer(name=writer.name, post=writer.post),
        advocacy=advocacy_for(hand.case, hand.on),
        ombudsman=ombudsman_on(hand.on),
    )


def _without_calls(made: Correspondence) -> Correspondence:
    sender, handler = replace(made.sender, phone=None, textphone=None), replace(made.handler, phone=None)
    return replace(made, sender=sender, handler=handler, calls_limited=True)


def _named_contact(hand: CaseInHand, writer: Person) -> Person:
    """Whom the person is to ask for on the day of the letter: whoever has the case, or is there in their place."""
    handler = hand.case.handler
    return writer if handler is None or handler.pk == writer.pk else who_is_there(handler, hand.on)


def contact_of(body: Body) -> Contact:
    """A body as the head of a letter names it."""
    return Contact(
        name=body.name,
        address=lines(body.address),
        phone=body.telephone or None,
        email=body.email or None,
        website=body.website or None,
    )


def recipient_of(person: Person) -> Recipient:
    """A person as an envelope and a greeting name them."""
    return Recipient(name=person.name, greeting=person.addressed_as or person.name, address=address_of(person))


def handler_of(person: Person) -> Handler:
    """The person who looks after the case."""
    return Handler(name=person.name, post=person.post, phone=person.telephone or None, email=person.email or None)


def next_steps(position: Position, *, done: tuple[str, ...] = ()) -> tuple[NextStep, ...]:
    """What the body's own procedure owes next, in its own promises: with a date what is owed now, then what follows.

    `done` are the events by which the letter itself does some of it.
    """
    told = [duty for duty in position.duties if _is_told(duty) and duty.met_by.isdisjoint(done)]
    stage = max((duty.stage for duty in told if duty.is_to_do and duty.stage), default=1)
    now = [duty for duty in position.to_do() if any(duty is one for one in told)]
    later = [duty for duty in told if duty.state is DutyState.NOT_STARTED and duty.stage in (None, stage)]
    owed = [NextStep(what=duty.promise, by=duty.binding_on) for duty in now]
    follow = [NextStep(what=duty.promise) for duty in later]
    return tuple(dict.fromkeys((*owed, *follow)))


def answer_by(position: Position) -> date | None:
    """The last day that the law gives for the response, while it is owed."""
    owed = (duty for duty in position.to_do() if duty.authority is Authority.STATUTE and "response_sent" in duty.met_by)
    return next((duty.due_on for duty in owed), None)


class ReviewTold(TypedDict):
    """What a letter says of the review that the body's procedure offers; nothing where it offers none."""

    review_by: str | None
    review_time: str | None


def review_told(hand: CaseInHand) -> ReviewTold:
    """By whom and in what time a decision is reviewed under the body's procedure."""
    procedure = hand.programmes[0].procedure
    step = next((step for step in procedure.steps.values() if step.met_when == "review_completed"), None)
    if step is None:
        return ReviewTold(review_by=None, review_time=None)
    who = procedure.called(step.who or "somebody else")
    promised = str(step.due).partition(" after ")[0] if isinstance(step.due, str) else None
    return ReviewTold(review_by=f"the {who}", review_time=promised)


def ombudsman_by(position: Position) -> date | None:
    """The last day to go to the Ombudsman, where the day is known from which it counts."""
    return next((way.last_day for way in position.ways_on if way.to == "ombudsman" and way.last_day), None)


def is_for_the_ombudsman(position: Position) -> bool:
    """Whether the law or the procedure of a case leads to the Ombudsman."""
    return any(way.to == "ombudsman" for way in position.ways_on)


def further_ways(hand: CaseInHand, *, after: str) -> tuple[FurtherWay, ...]:
    """The ways on besides the Ombudsman and Healthwatch, as they are open once a letter has gone that is this event.

    A last day is counted from the day of the letter: where it goes later, it can only be later.
    """
    told = Event(event=after, on=hand.on, id="letter", recorded_at=hand.now)
    then = facts_of.position_of(hand.programmes, [*hand.events, told], hand.today)
    ways = (way for way in then.ways_on if way.open and way.to not in ("ombudsman", "healthwatch"))
    return tuple(FurtherWay(words=way.words or way.to.replace("-", " "), by=way.last_day) for way in ways)


def lines(text: str) -> tuple[str, ...]:
    """The lines of an address."""
    return tuple(line for line in text.splitlines() if line)


def _is_told(duty: Duty) -> bool:
    return duty.authority is Authority.POLICY and duty.who != "complainant"
