"""Somebody looks over a copy of the file before it goes."""

from datetime import date, datetime

from putright.casework.copies import copy_in_hand, people_at
from putright.casework.copies_by import worked_on
from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain import copies
from putright.domain.access import Actor, Deed
from putright.domain.copies import why_not_checked_by


def check_copy(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    is_ready: bool,
    words: str = "",
) -> Done:
    """Record that the copy as it now is may go, or is sent back and why.

    Refused to whoever worked on it, where the body has more than two people.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        copy = copy_in_hand(hand)
        worked_on_it = actor.person_id in worked_on(hand.case, copy.number)
        refuse(why_not_checked_by(worked_on_it, people=people_at(hand.case.body, hand.today)))
        if not is_ready and not words.strip():
            raise refused("no-reason", "Say what has to be changed, so that it can be.")
        papers = hand.keep_if_said("copy-check", f"What was found when copy {copy.number} was looked over", words)
        hand.note(copies.CHECKED, facts={"copy": copy.number, "accepted": is_ready}, papers=papers)
    return hand.done()
