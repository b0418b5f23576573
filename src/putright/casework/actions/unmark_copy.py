"""Something that was taken out of a copy is put back."""

from dataclasses import replace
from datetime import date, datetime

from putright.casework.copies import copy_in_hand, keep_marks
from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain import copies
from putright.domain.access import Actor, Deed


def unmark_copy(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    mark: int,
) -> Done:
    """Put back what a mark took out of the copy that is being prepared; the log keeps the mark and who took it back."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        copy = copy_in_hand(hand)
        if all(each.number != mark for each in copy.standing):
            raise refused("no-such-mark", "This is not taken out of the copy, or was put back already.")
        by = hand.acting().name
        marks = tuple(replace(each, taken_back_by=by) if each.number == mark else each for each in copy.marks)
        keep_marks(hand, replace(copy, marks=marks), copies.UNMARKED)
    return hand.done()
