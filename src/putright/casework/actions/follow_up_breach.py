"""What was done since personal details went astray?"""

from datetime import date, datetime
from enum import StrEnum

from putright.casework.breaches import breach_meant
from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.breaches import CONTAINED, REPORTED, TOLD, Breach, Risk, why_not_late_without_reasons
from putright.domain.entry import why_not_before_what_it_follows


class FollowUp(StrEnum):
    """What can be done about a breach."""

    REPORTED = "reported"
    TOLD = "told"
    CONTAINED = "contained"


def follow_up_breach(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    breach: int,
    done: FollowUp,
    words: str,
    late_because: str = "",
) -> Done:
    """Record that the Commissioner or the people concerned were told, or that what went astray was got back."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        meant = breach_meant(hand, breach)
        refuse(why_not_before_what_it_follows(on, (meant.found,)))
        match done:
            case FollowUp.REPORTED:
                _report(hand, meant, words, late_because)
            case FollowUp.TOLD:
                _tell(hand, meant, words)
            case FollowUp.CONTAINED:
                _contain(hand, meant, words)
    return hand.done()


def _report(hand: CaseInHand, breach: Breach, words: str, late_because: str) -> None:
    if breach.reported is not None:
        raise refused("already-breach-reported", "The Commissioner has been told of this breach already.")
    now_or_then = hand.now if hand.on == hand.today else None
    if now_or_then is not None:
        refuse(why_not_late_without_reasons(breach, now=now_or_then, reasons=late_because))
    papers = [hand.keep_text("breach", "What the Commissioner was told", words)]
    papers += hand.keep_if_said("breach", "Why the Commissioner was not told sooner", late_because)
    hand.note(REPORTED, at=now_or_then, about=int(breach.number), papers=papers)


def _tell(hand: CaseInHand, breach: Breach, words: str) -> None:
    owed_by = breach.judged if breach.risk is Risk.HIGH and breach.judged else breach.found
    paper = hand.keep_text("breach", "What the people concerned were told", words)
    hand.note(TOLD, about=int(owed_by.id or 0), papers=[paper])


def _contain(hand: CaseInHand, breach: Breach, words: str) -> None:
    if breach.contained is not None:
        raise refused("already-breach-contained", "That it was got back or destroyed is written down already.")
    paper = hand.keep_text("breach", "How it was got back or destroyed", words)
    hand.note(CONTAINED, about=int(breach.number), papers=[paper])
