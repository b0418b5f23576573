"""It is looked at again whether what is held must wait any longer, and it must."""

from datetime import date, datetime

from putright.casework.errors import refuse
from putright.casework.linked import hold_meant, process_meant, tell_of_hold
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.entry import why_not_before_what_it_follows
from putright.domain.holds import REVIEWED, Grounds, why_not_review_on, why_not_told


def review_hold(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    hold: int,
    review_on: date,
    words: str,
    explanation: str = "",
    channel: Channel = Channel.LETTER,
) -> Done:
    """Record why what is held must wait still, and tell the person when it is looked at again.

    `explanation` is for the person, who is told nothing of some processes. To end the wait, use `lift_hold`.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        meant = hold_meant(hand, hold)
        refuse(why_not_before_what_it_follows(on, (meant.owes,)))
        refuse(why_not_review_on(review_on, on=on))
        process = process_meant(hand, meant.process)
        refuse(why_not_told(process.rule, explanation))
        paper = hand.keep_text("hold", "Why it must wait still", words)
        hand.record(REVIEWED, about=int(meant.owes.id or 0), facts={"date": review_on}, papers=[paper])
        if hand.case.complainant.death_learnt_on is None:
            grounds = Grounds(explanation=explanation)
            tell_of_hold(hand, process, meant.issues, grounds, review_on, again=True, channel=channel)
    return hand.done()
