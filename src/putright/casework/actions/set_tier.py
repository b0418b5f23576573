"""The level of a complaint is decided, and with it the time for the answer."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain import chronology
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.duty import Duty
from putright.domain.levels import has_a_level, level_in_force, levels_of, why_not_level
from putright.letters.timing_facts import LevelTold


def set_tier(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    tier: str,
    why: str,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Set the level (tier) that the procedure gives a time of its own to, with the reason; it may be set again.

    Where it is the level of the answer, a letter tells the person the day that follows from it: regulation 13(8).
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        in_force = level_in_force(chronology.in_force(hand.events))
        refuse(why_not_level(tier, levels_of(hand.position.duties), in_force))
        hand.permit("tier_set")
        paper = hand.keep_text("file-note", "Why the complaint has this level", why)
        hand.record("tier_set", facts={"tier": tier}, papers=[paper])
        answer = _answer(hand)
        if answer is not None and answer.due_on is not None:
            letter = LevelTold(
                correspondence=correspondence(hand, to=hand.case.complainant),
                respond_by=answer.due_on,
                why=why,
                is_changed=in_force is not None,
            )
            send_letter(hand, "level-told", letter, channel=channel, saying={"date": answer.due_on})
    return hand.done()


def _answer(hand: CaseInHand) -> Duty | None:
    """The answer that is still owed by a time that the level sets."""
    owed = (duty for duty in hand.position.to_do() if has_a_level(duty) and "response_sent" in duty.met_by)
    return next(owed, None)
