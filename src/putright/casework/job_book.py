"""Which job is due, who has it, and how did it go? Taken up in one short transaction, entered in another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from putright.domain.delivery import wait_after
from putright.gateways.schedule import Scheduled
from putright.records.models import ScheduledJob


@dataclass(frozen=True, slots=True, kw_only=True)
class JobShown:
    """A job as an administrator reads of it; nothing is known of the last run of one that never ran."""

    title: str
    says: str
    due_at: datetime | None
    began_at: datetime | None
    ended_at: datetime | None
    succeeded_at: datetime | None
    is_running: bool
    result: str
    failures: int


def enter_jobs(schedule: Sequence[Scheduled], *, now: datetime) -> None:
    """Make the book say what the schedule says: jobs that are new are due at their next time, others are taken out."""
    known = set(ScheduledJob.objects.values_list("name", flat=True))
    for job in schedule:
        if job.name not in known:
            ScheduledJob.objects.get_or_create(name=job.name, defaults={"due_at": job.due_after(now)})
    gone = known - {job.name for job in schedule}
    if gone:
        ScheduledJob.objects.filter(name__in=gone).delete()


def take_up(job: Scheduled, *, worker: str, now: datetime) -> bool:
    """Take up a job that is due, for as long as it may take; whether it was ours to take.

    A job that was due several times while nobody worked is due once.
    """
    if not _due(job, now).exists():
        return False
    with transaction.atomic(durable=True):
        taken = _due(job, now).update(held_by=worker, held_until=now + job.holds, began_at=now, ended_at=None)
    return taken == 1


def enter_result(job: Scheduled, *, worker: str, now: datetime, result: str, failed: bool = False) -> None:
    """Enter how it went, and when it is due again; what failed is tried again sooner than it would be due."""
    with transaction.atomic(durable=True):
        row = ScheduledJob.objects.select_for_update().filter(name=job.name, held_by=worker).first()
        if row is None:  # it took too long, and somebody else has it
            return
        row.ended_at, row.result, row.held_by, row.held_until = now, result[:200], "", None
        row.failures = row.failures + 1 if failed else 0
        row.succeeded_at = row.succeeded_at if failed else now
        again = job.due_after(now)
        row.due_at = min(again, now + wait_after(row.failures)) if failed else again
        row.save()


def jobs_shown(schedule: Sequence[Scheduled], *, now: datetime) -> tuple[JobShown, ...]:
    """Every job of the schedule, as it stands in the book."""
    rows = {row.name: row for row in ScheduledJob.objects.all()}
    return tuple(_shown(job, rows.get(job.name), now) for job in schedule)


def _due(job: Scheduled, now: datetime) -> QuerySet[ScheduledJob]:
    # A day that lies further off than the schedule has it was entered before the clock or the schedule was changed.
    is_due = Q(due_at__lte=now) | Q(due_at__gt=job.due_after(now))
    is_free = Q(held_until__isnull=True) | Q(held_until__lte=now) | Q(held_until__gt=now + job.holds)
    return ScheduledJob.objects.filter(is_due & is_free, name=job.name)


def _shown(job: Scheduled, row: ScheduledJob | None, now: datetime) -> JobShown:
    return JobShown(
        title=job.title,
        says=job.says,
        due_at=row.due_at if row else None,
        began_at=row.began_at if row else None,
        ended_at=row.ended_at if row else None,
        succeeded_at=row.succeeded_at if row else None,
        is_running=bool(row and row.held_until and row.held_until > now),
        result=row.result if row else "",
        failures=row.failures if row else 0,
    )
