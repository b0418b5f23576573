"""Is anybody doing the background work? Each worker says now and then that it is there."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Max, Min

from putright.records.models import Delivery, Worker
from putright.records.models.delivery import Progress

SAYS_SO_EVERY: Final = timedelta(minutes=1)
MISSED_AFTER: Final = timedelta(minutes=15)
FORGOTTEN_AFTER: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkSeen:
    """When a worker was last seen, and since when the longest has waited that nobody has taken up."""

    seen_at: datetime | None
    waiting_since: datetime | None
    is_missed: bool


def say_seen(name: str, *, began_at: datetime, now: datetime) -> None:
    """Note that a worker is there."""
    with transaction.atomic(durable=True):
        Worker.objects.update_or_create(name=name, defaults={"seen_at": now}, create_defaults=_new(began_at, now))


def say_gone(name: str) -> None:
    """Take a worker off the list that has stopped."""
    Worker.objects.filter(name=name).delete()


def forget_workers(*, now: datetime) -> int:
    """Take off the list those that were not seen for a day; return how many there were."""
    return Worker.objects.filter(seen_at__lt=now - FORGOTTEN_AFTER).delete()[0]


def work_seen(*, now: datetime) -> WorkSeen:
    """Whether somebody does the work, and what has waited longest."""
    seen_at: datetime | None = Worker.objects.aggregate(last=Max("seen_at"))["last"]
    waiting = Delivery.objects.filter(progress__in=[Progress.QUEUED, Progress.HELD_UP], try_at__lte=now)
    free = waiting.exclude(held_until__gt=now)
    return WorkSeen(
        seen_at=seen_at,
        waiting_since=free.aggregate(first=Min("try_at"))["first"],
        is_missed=seen_at is None or abs(now - seen_at) > MISSED_AFTER,
    )


def _new(began_at: datetime, now: datetime) -> dict[str, datetime]:
    return {"began_at": began_at, "seen_at": now}
