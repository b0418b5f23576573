"""What was promised in passing has been done."""

from datetime import date, datetime

from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.promises import promise_meant
from putright.domain.access import Actor, Deed
from putright.domain.entry import why_not_before_what_it_follows


def keep_promise(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    promise: int,
    note: str = "",
) -> Done:
    """Record that a promise was kept; `promise` is the number of the entry by which it was made."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        made = promise_meant(hand, promise)
        refuse(why_not_before_what_it_follows(on, (made,)))
        papers = hand.keep_if_said("file-note", "How the promise was kept", note)
        hand.record("promise_kept", about=promise, papers=papers)
    return hand.done()
