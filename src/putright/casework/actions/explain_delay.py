"""The time that the law gives has passed, and the person is told why."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse, refused
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.entry import why_not_a_promise
from putright.domain.reasons import DelayReason
from putright.domain.vocabulary import Authority
from putright.letters.facts import SixMonthNotice


def explain_delay(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    reason: DelayReason,
    explanation: str,
    expected_on: date,
    done_so_far: str = "",
    channel: Channel = Channel.LETTER,
) -> Done:
    """Write to the person why there is no response yet, and when it will come: regulation 14(4)(a)."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_a_promise(expected_on, on=on))
        hand.permit("delay_explained")
        letter = SixMonthNotice(
            correspondence=correspondence(hand, to=hand.case.complainant),
            received_on=hand.case.received_on,
            period_ended_on=_ended_on(hand),
            reason=explanation,
            expected_on=expected_on,
            done_so_far=done_so_far or None,
        )
        send_letter(hand, "six-month-notice", letter, channel=channel, saying={"reason": reason.value})
    return hand.done()


def _ended_on(hand: CaseInHand) -> date:
    """The last day of the relevant period of regulation 14(3), which has passed."""
    owed = (duty for duty in hand.position.duties if duty.authority is Authority.STATUTE and duty.step == "respond")
    ended = next((duty.due_on for duty in owed), None)
    if ended is None or ended >= hand.on:
        raise refused("not-late", "The time that the law gives has not passed.", "SI 2009/309 reg 14(4)")
    return ended
