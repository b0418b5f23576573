"""Letters of the queue have been printed."""

from datetime import datetime

from django.db import transaction

from putright.casework.errors import refuse
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.channels import Channel
from putright.records.models import OutboxLetter
from putright.records.models.outbox_letter import State
from putright.records.visible_to import visible_to


def mark_printed(*, actor: Actor, letters: tuple[tuple[str, int], ...], now: datetime, undo: bool = False) -> int:
    """Mark queued letters, each a reference and a number, as printed, or again as not; return how many were.

    It says nothing of the case, so no event is recorded: that comes with the posting.
    """
    before, after = (State.PRINTED, State.QUEUED) if undo else (State.QUEUED, State.PRINTED)
    refuse(why_not_here(actor, Deed.HANDLE))
    with transaction.atomic(durable=True):
        marked = 0
        for reference, number in letters:
            queued = OutboxLetter.objects.filter(
                case__in=visible_to(actor),
                case__reference=reference,
                document__number=number,
                state=before,
                channel=Channel.LETTER.value,
            )
            marked += queued.update(state=after, printed_at=None if undo else now)
    return marked
