"""Somebody has seen a message that went on its case by itself."""

from datetime import datetime

from putright.casework.errors import NotFound, refuse
from putright.casework.means import Means
from putright.casework.perform import all_or_nothing
from putright.domain.access import Actor, Deed, why_not_here
from putright.records.models.incoming_message import Lying
from putright.records.visible_to import messages_visible_to


def note_message_seen(*, actor: Actor, message: int, now: datetime, means: Means | None = None) -> None:
    """Note who has seen a message that lies on a case already; said twice, the first stands."""
    refuse(why_not_here(actor, Deed.HANDLE))
    with all_or_nothing(means):
        row = messages_visible_to(actor).select_for_update(of=("self",)).filter(pk=message, case__isnull=False).first()
        if row is None:
            raise NotFound
        if row.lying == Lying.BY_ITSELF:
            row.lying, row.decided_by_id, row.decided_at = Lying.ON_CASE.value, actor.person_id, now
            row.save()
