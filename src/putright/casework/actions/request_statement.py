"""A member of staff is asked to say what they remember."""

from datetime import date, datetime
from typing import Final

from putright.casework import facts_of
from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse, refused
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.chronology import Event
from putright.domain.entry import why_not_a_promise
from putright.letters.facts import StatementRequest
from putright.records.models import NamedPerson, Person
from putright.records.models.person import Part

SUPPORT: Final = ("your manager", "your trade union or professional body")


def request_statement(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    person: int,
    about: str,
    questions: tuple[str, ...],
    support: tuple[str, ...] = (),
    due_on: date | None = None,
    channel: Channel = Channel.EMAIL,
) -> Done:
    """Write to a member of staff, who from now on may not see, handle or sign the case.

    The day for the reply is the procedure's; `due_on` is needed where it gives none.
    """
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        member = _member(hand, person)
        reply_by = _promised(hand) or due_on
        if reply_by is None:
            raise refused("no-date", "The procedure gives no time for the reply. Say by which day it is asked for.")
        refuse(why_not_a_promise(reply_by, on=on))
        NamedPerson.objects.get_or_create(case=hand.case, person=member, defaults={"made_at": now})
        letter = StatementRequest(
            correspondence=correspondence(hand, to=member),
            received_on=hand.case.received_on,
            about=about,
            questions=questions,
            due_on=reply_by,
            support=support or SUPPORT,
        )
        send_letter(hand, "statement-request", letter, channel=channel, to=member)
    return hand.done()


def _member(hand: CaseInHand, person: int) -> Person:
    member = Person.objects.filter(pk=person, body=hand.case.body_id, part=Part.STAFF).first()
    if member is None:
        raise refused("no-such-person", "Choose a member of staff of this organisation.")
    if member.pk == hand.by_id:
        raise refused("yourself", "You cannot ask yourself for a statement. Give the case to somebody else first.")
    if member.pk == hand.case.handler_id:
        raise refused("handles-the-case", "This person has the case. Give it to somebody else before you ask them.")
    return member


def _promised(hand: CaseInHand) -> date | None:
    """The day by which the procedure has the reply, if it were asked for on the day of the action."""
    asked = Event(event="statement_requested", on=hand.on, id="asked", recorded_at=hand.now)
    would_be = facts_of.position_of(hand.programmes, [*hand.events, asked], hand.today)
    owed = (duty for duty in would_be.duties if duty.about == "asked" and "statement_received" in duty.met_by)
    return next((duty.due_on for duty in owed), None)
