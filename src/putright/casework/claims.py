"""Which delivery is next, and who has it? Claimed for a time in one short statement; what ran out is claimed again."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from django.db.models import F, Q, QuerySet

from putright.domain.channels import Channel
from putright.domain.delivery import LONGEST_WAIT
from putright.records.models import Delivery
from putright.records.models.delivery import Progress

# Longer than a carrier may take over one message; until then nobody else takes it up.
HOLDS: Final = timedelta(minutes=10)
# A try further off than any that is ever set was set before the clock was put back.
_NEVER_SO_FAR: Final = max(LONGEST_WAIT, timedelta(days=5))


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A delivery that is ours for a time; `is_taken` if the carrier has it already and only the entry is missing."""

    delivery: int
    worker: str
    message_id: str
    attempts: int
    is_taken: bool
    way: Channel = Channel.EMAIL


def claim(*, worker: str, now: datetime, way: Channel = Channel.EMAIL) -> Claimed | None:
    """Claim the delivery by this way that has been due longest; nothing if none is due or all are taken up."""
    now = now.astimezone(UTC)
    for pk in _due(now).filter(way=way.value).order_by("try_at", "pk").values_list("pk", flat=True)[:20]:
        # One statement, by which of two workers one gets the row; its own transaction, which ends here.
        got = _due(now).filter(pk=pk).update(held_by=worker, held_until=now + HOLDS, attempts=F("attempts") + 1)
        if got:
            row = Delivery.objects.get(pk=pk)
            return Claimed(
                delivery=pk,
                worker=worker,
                message_id=row.message_id,
                attempts=row.attempts,
                is_taken=row.progress == Progress.TAKEN,
                way=way,
            )
    return None


def release_expired(*, now: datetime) -> int:
    """Take claims off the rows of workers that stopped in the middle; return how many there were."""
    return Delivery.objects.filter(held_until__lte=now).update(held_by="", held_until=None)


def _due(now: datetime) -> QuerySet[Delivery]:
    is_due = Q(try_at__lte=now) | Q(try_at__gt=now + _NEVER_SO_FAR)
    is_free = Q(held_until__isnull=True) | Q(held_until__lte=now) | Q(held_until__gt=now + HOLDS)
    return Delivery.objects.filter(is_due & is_free, progress__in=[Progress.QUEUED, Progress.HELD_UP, Progress.TAKEN])
