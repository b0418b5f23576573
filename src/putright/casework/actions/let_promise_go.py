"""What was promised in passing is not wanted any more, or cannot be done, and the person knows."""

from datetime import date, datetime

from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.promises import promise_meant
from putright.domain.access import Actor, Deed
from putright.domain.entry import why_not_before_what_it_follows


def let_promise_go(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    promise: int,
    reason: str,
) -> Done:
    """Record, with the reason, that a promise need not be kept; `promise` is the entry by which it was made."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        made = promise_meant(hand, promise)
        refuse(why_not_before_what_it_follows(on, (made,)))
        paper = hand.keep_text("file-note", "Why the promise is let go", reason)
        hand.record("promise_let_go", about=promise, papers=[paper])
    return hand.done()
