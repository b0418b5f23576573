"""A message from the tray is no business of a case: it is put aside, with the reason, and kept."""

from datetime import datetime
from typing import Final

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.message_papers import message_in_hand
from putright.casework.perform import all_or_nothing
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.incoming import AsideReason
from putright.records.models.incoming_message import Lying

LONGEST_NOTE: Final = 500


def put_message_aside(
    *, actor: Actor, message: int, reason: AsideReason, now: datetime, note: str = "", means: Means | None = None
) -> None:
    """Put a message aside; it can be taken up again, and put on a case, at any time."""
    refuse(why_not_here(actor, Deed.HANDLE))
    if len(note) > LONGEST_NOTE:
        raise refused("too-long", f"The note is longer than {LONGEST_NOTE} characters.")
    with all_or_nothing(means):
        row = message_in_hand(actor, message)
        row.lying, row.reason, row.note = Lying.ASIDE.value, reason.value, note.strip()
        row.decided_by_id, row.decided_at = actor.person_id, now
        row.save()
