"""A letter from the queue has been posted."""

from datetime import date, datetime

from putright.casework.email_queue import take_out
from putright.casework.letter_queue import sent, waiting_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed


def post_letter(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    letter: int,
) -> Done:
    """Record that a letter went by post on this day, and what that means; `letter` is its number on the case."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        row = waiting_letter(hand, letter)
        hand.letter = letter
        take_out(hand, row)
        sent(hand, row, papers=[row.document])
    return hand.done()
