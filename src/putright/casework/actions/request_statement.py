"""A member of staff is asked to say what they remember."""

from datetime import date, datetime
from typing import Final

from putright.casework import facts_of
from putright.casework.actions.set_up_body import StaffSaid
from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse, refused
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.page_requests import Questions, ask_on_page, member_to_ask
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.chronology import Event
from putright.domain.entry import why_not_a_promise
from putright.domain.staff_told import RULES
from putright.domain.statements import Standing
from putright.letters.facts import StatementRequest
from putright.records.models import NamedPerson, Person

SUPPORT: Final = ("your manager", "your trade union or professional body")


def request_statement(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    person: int | StaffSaid,
    about: str,
    questions: tuple[str, ...],
    support: tuple[str, ...] = (),
    due_on: date | None = None,
    standing: Standing = Standing.WAS_THERE,
    shown: tuple[int, ...] = (),
    channel: Channel = Channel.EMAIL,
) -> Done:
    """Ask a member of staff, or an outside expert, who from now on may not see, handle or sign the case.

    Online they are asked on a page that opens for them alone, with the person's own words of the issues `shown`; any
    other way by letter. The day for the reply is the procedure's; `due_on` is needed where it gives none.
    """
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        member = member_to_ask(hand, person)
        asked = Questions(
            about=about,
            questions=_asked(questions),
            support=support or SUPPORT,
            due_on=_reply_by(hand, due_on),
            standing=standing,
            shown=shown,
        )
        NamedPerson.objects.get_or_create(case=hand.case, person=member, defaults={"made_at": now})
        bring_over(hand, RULES)  # they are promised to hear how it ended
        if channel is Channel.ONLINE:
            ask_on_page(hand, member, asked, actor=actor)
        else:
            _write(hand, member, asked, channel)
    return hand.done()


def _write(hand: CaseInHand, member: Person, asked: Questions, channel: Channel) -> None:
    letter = StatementRequest(
        correspondence=correspondence(hand, to=member),
        received_on=hand.case.received_on,
        about=asked.about,
        questions=asked.questions,
        due_on=asked.due_on,
        support=asked.support,
    )
    send_letter(hand, "statement-request", letter, channel=channel, to=member)


def _asked(questions: tuple[str, ...]) -> tuple[str, ...]:
    put = tuple(question for question in questions if question.strip())
    if not put:
        raise refused("nothing-asked", "Write at least one question, so that they know what to answer.")
    return put


def _reply_by(hand: CaseInHand, due_on: date | None) -> date:
    reply_by = _promised(hand) or due_on
    if reply_by is None:
        raise refused("no-date", "The procedure gives no time for the reply. Say by which day it is asked for.")
    refuse(why_not_a_promise(reply_by, on=hand.on))
    return reply_by


def _promised(hand: CaseInHand) -> date | None:
    """The day by which the procedure has the reply, if it were asked for on the day of the action."""
    asked = Event(event="statement_requested", on=hand.on, id="asked", recorded_at=hand.now)
    would_be = facts_of.position_of(hand.programmes, [*hand.events, asked], hand.today)
    owed = (duty for duty in would_be.duties if duty.about == "asked" and "statement_received" in duty.met_by)
    return next((duty.due_on for duty in owed), None)
