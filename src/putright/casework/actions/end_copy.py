"""A copy of the file is given up unsent."""

from datetime import date, datetime

from putright.casework.copies import copy_in_hand
from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain import copies
from putright.domain.access import Actor, Deed


def end_copy(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    reason: str,
) -> Done:
    """Give up the copy that is being prepared; what was marked in it stays in the file, and another can be begun."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        copy = copy_in_hand(hand)
        if not reason.strip():
            raise refused("no-reason", "Say why the copy is not sent.")
        paper = hand.keep_text("copy-ended", f"Why copy {copy.number} was given up", reason)
        hand.note(copies.ENDED, facts={"copy": copy.number}, papers=[paper])
    return hand.done()
