"""A reason to keep the file of a case for longer is over."""

from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.keeping import NO_LONGER, holds_of


def keep_file_no_longer(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    hold: int,
    words: str,
) -> Done:
    """Record that the file is no longer needed for this reason, and who said so; others may still keep it."""
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if str(hold) not in {each.entry for each in holds_of(hand.events)}:
            raise refused("no-such-hold", "Nothing keeps this file for longer by that entry. Choose the reason.")
        paper = hand.keep_text("decision", "Why the file is no longer needed for that", words)
        hand.note(NO_LONGER, about=hold, papers=[paper])
    return hand.done()
