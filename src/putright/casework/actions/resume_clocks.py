"""A clock that was stopped runs again."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.clocks import NOTHING_STANDS_STILL, standing_still


def resume_clocks(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    steps: tuple[str, ...],
    why: str = "",
) -> Done:
    """Let clocks run again that stand still; the days between are added to their dates."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        still = standing_still(hand.position.duties)
        refuse(None if still else NOTHING_STANDS_STILL)
        if not steps or not set(steps) <= set(still):
            raise refused("no-such-clock", f"Choose among the clocks that stand still: {', '.join(still)}.")
        hand.permit("resumed")
        papers = hand.keep_if_said("file-note", "Why the clock runs again", why)
        hand.record("resumed", facts={"steps": steps}, papers=papers)
    return hand.done()
