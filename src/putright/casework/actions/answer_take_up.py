"""Whoever wants to go on with a complaint that was withdrawn is told whether it is taken up again."""

from datetime import date, datetime

from putright.casework.correspondence import answer_by, correspondence, ombudsman_by
from putright.casework.entries import latest
from putright.casework.errors import ActionRefused, refuse
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.casework.withdrawal_letters import may_be_made_until
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.vocabulary import CaseStatus
from putright.domain.withdrawing import ASKED, OPEN_AGAIN, take_up_owed, why_not_answered, why_not_left
from putright.letters.after_facts import StaysWithdrawn, TakenUpAgain


def answer_take_up(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    accepted: bool,
    words: str,
    said_by: Channel = Channel.TELEPHONE,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Take the complaint up again with the days that it had, or leave it, with reasons; the person is written to.

    `said_by` is how the person said so, where that is not recorded yet: it is then recorded with this. It cannot be
    left while the law gives the person time to make the same complaint. Where the case was opened again already, the
    person is only told so.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_answered(hand.position))
        if take_up_owed(hand.position) is None:
            hand.record(ASKED, facts={"channel": said_by.value})
        if accepted:
            _take_up(hand, words, channel)
        elif hand.position.status is not CaseStatus.WITHDRAWN:
            raise ActionRefused(OPEN_AGAIN)
        else:
            _leave(hand, words, channel)
    return hand.done()


def _take_up(hand: CaseInHand, words: str, channel: Channel) -> None:
    asked, withdrawn = _asked_on(hand), _withdrawn_on(hand)
    if hand.position.status is CaseStatus.WITHDRAWN:
        paper = hand.keep_text("file-note", "Why the case was opened again", words or "The person wants to go on.")
        hand.record("reopened", papers=[paper])
    letter = TakenUpAgain(
        correspondence=correspondence(hand, to=hand.case.complainant),
        received_on=hand.case.received_on,
        withdrawn_on=withdrawn,
        asked_on=asked,
        answer_by=answer_by(hand.position),
        words=words.strip() or None,
    )
    send_letter(hand, "taken-up-again", letter, channel=channel)


def _leave(hand: CaseInHand, reasons: str, channel: Channel) -> None:
    asked = _asked_on(hand)
    refuse(why_not_left(asked, may_be_made_until(hand), reasons))
    paper = hand.keep_text("decision", "Why the complaint is not taken up again", reasons)
    hand.note("note_made", papers=[paper])
    letter = StaysWithdrawn(
        correspondence=correspondence(hand, to=hand.case.complainant),
        withdrawn_on=_withdrawn_on(hand),
        asked_on=asked,
        reasons=reasons,
        ombudsman_by=ombudsman_by(hand.position),
    )
    send_letter(hand, "stays-withdrawn", letter, channel=channel)


def _asked_on(hand: CaseInHand) -> date:
    asked = latest(hand.events, ASKED)
    return asked.on if asked else hand.on


def _withdrawn_on(hand: CaseInHand) -> date:
    withdrawn = latest(hand.events, "withdrawn")
    return withdrawn.on if withdrawn else hand.on
