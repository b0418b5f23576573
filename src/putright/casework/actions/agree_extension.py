"""A longer time is agreed with the person, and confirmed in writing."""

from datetime import date, datetime

from putright.casework.correspondence import answer_by, correspondence
from putright.casework.errors import refuse, refused
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.moved_dates import passed, refuse_without_effect
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.chronology import FactValue
from putright.domain.duty import Duty
from putright.domain.entry import why_not_a_promise
from putright.domain.periods import in_words
from putright.domain.reasons import DelayReason
from putright.letters.timing_facts import ExtensionAgreed

EXTENSION = "extension_agreed"


def agree_extension(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    step: str,
    new_date: date,
    reason: DelayReason,
    explanation: str,
    agreed_by: Channel = Channel.TELEPHONE,
    agreed_words: str = "",
    channel: Channel = Channel.LETTER,
) -> Done:
    """Record that the person agreed to another day for a step, before the day had passed, and confirm it in writing.

    For the answer it is the period agreed under the Regulations as well: SI 2009/309 reg 13(7)(b), 14(3)(b).
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        owed = _owed(hand, step)
        refuse(why_not_a_promise(new_date, on=on))
        if passed(owed, on):
            raise _too_late(owed)
        said: dict[str, FactValue] = {"step": step, "date": new_date, "reason": reason.value}
        refuse_without_effect(hand, EXTENSION, owed, said)
        papers = hand.keep_if_said("file-note", "What the person said to the new day", agreed_words)
        hand.record(EXTENSION, facts={**said, "channel": agreed_by.value}, papers=papers)
        if "response_sent" in owed.met_by:
            hand.record("response_period_agreed", facts={"date": new_date})
        letter = ExtensionAgreed(
            correspondence=correspondence(hand, to=hand.case.complainant),
            promise=owed.promise,
            first_date=owed.due_on or new_date,
            new_date=new_date,
            agreed_on=on,
            reason=explanation,
            answer_by=answer_by(hand.position),
        )
        send_letter(hand, "extension-agreed", letter, channel=channel, saying={"step": step, "date": new_date})
    return hand.done()


def _owed(hand: CaseInHand, step: str) -> Duty:
    """The step with a date that can be moved by agreement; the body's own promise before the law's."""
    for duty in hand.position.to_do():
        if duty.step == step and duty.due_on and duty.rule.move and EXTENSION in duty.rule.move.by:
            return duty
    raise refused("nothing-to-move", "This step has no date that an agreement could change now.")


def _too_late(owed: Duty) -> Exception:
    day = in_words(owed.due_on) if owed.due_on else ""
    message = (
        f"The date, {day}, had passed when this was agreed, so the agreement does not move it. Note on the file what"
        " was agreed, and explain the delay to the person."
    )
    return refused("move-too-late", message, owed.cites)
