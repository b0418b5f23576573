"""Somebody has read what the person sent from the page of their complaint."""

from datetime import date, datetime

from putright.casework.errors import ActionRefused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.page_talk import NOTHING_TO_READ, READ, unread


def read_from_page(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    entry: int,
) -> Done:
    """Record that a message, or new contact details, were read and seen to; `entry` is that by which they came."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if all(duty.about != str(entry) for duty in unread(hand.position)):
            raise ActionRefused(NOTHING_TO_READ)
        hand.note(READ, about=entry)
    return hand.done()
