"""Somebody who asked to be rung was rung, and nobody answered."""

from datetime import datetime

from putright.casework.call_backs import standing_on, waits_for_call
from putright.casework.errors import NotFound, refuse
from putright.casework.means import Means
from putright.casework.message_papers import message_in_hand
from putright.casework.perform import all_or_nothing, day_of
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.call_backs import NOT_ASKED, CallBack
from putright.records.models import CallTried


def note_call_tried(
    *, actor: Actor, message: int, left_message: bool, now: datetime, means: Means | None = None
) -> CallBack:
    """Note who rang, when, and whether a message was left; return how the request stands then.

    It goes on waiting: what was promised is a talk. Raises NotFound for a message that the actor may not see, and
    ActionRefused where nobody waits to be rung.
    """
    refuse(why_not_here(actor, Deed.HANDLE))
    with all_or_nothing(means):
        row = message_in_hand(actor, message)
        refuse(None if waits_for_call(row) else NOT_ASKED)
        CallTried.objects.create(message=row, at=now, by_id=actor.person_id, left_message=left_message)
        stands = standing_on(row, day_of(now))
        if stands is None:
            raise NotFound
    return stands
