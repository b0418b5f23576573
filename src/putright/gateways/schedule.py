"""What is done by the clock, and when is it due next? Read from schedule.yaml, beside this file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from cronsim import CronSim, CronSimError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from putright.gateways.clock import LONDON

FILE = Path(__file__).parent / "schedule.yaml"
_WANTED = {"name", "title", "says", "cron", "holds_minutes"}


class UnsoundSchedule(ValueError):
    """The file of the schedule cannot be used; says what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduled:
    """One job: what it is called, what an administrator reads of it, when it is due, how long it may take."""

    name: str
    title: str
    says: str
    cron: str
    holds: timedelta

    def due_after(self, instant: datetime) -> datetime:
        """The first instant after another at which the job is due, by London's clocks.

        On the night they go forward a time that is left out counts as the first that there is; on the night they go
        back a time that comes twice counts once.
        """
        is_hourly = "*" in self.cron.split()[1]
        # Looked at from within the hour that comes twice, a time of day would seem to come once more.
        return next(
            due
            for due in CronSim(self.cron, instant.astimezone(LONDON))
            if due.astimezone(UTC) > instant and (is_hourly or not due.fold)
        )


@lru_cache(maxsize=1)
def schedule() -> tuple[Scheduled, ...]:
    """The jobs that are shipped."""
    return read_schedule(FILE)


def read_schedule(file: Path) -> tuple[Scheduled, ...]:
    """The jobs of a file; raises UnsoundSchedule."""
    try:
        rows = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
    except YAMLError as error:
        raise UnsoundSchedule(f"{file.name} is not YAML: {error}") from None
    if not isinstance(rows, list):
        raise UnsoundSchedule(f"{file.name} must be a list of jobs.")
    jobs = tuple(_job(file.name, row) for row in rows)
    if len({job.name for job in jobs}) < len(jobs):
        raise UnsoundSchedule(f"{file.name} has two jobs of one name.")
    return jobs


def _job(file: str, row: object) -> Scheduled:
    if not isinstance(row, dict) or row.keys() != _WANTED:
        raise UnsoundSchedule(f"{file}: a job has exactly these: {_listed(_WANTED)}.")
    try:
        job = Scheduled(
            name=str(row["name"]),
            title=str(row["title"]),
            says=str(row["says"]),
            cron=str(row["cron"]),
            holds=timedelta(minutes=int(row["holds_minutes"])),
        )
        job.due_after(datetime(2026, 1, 1, tzinfo=LONDON))
    except StopIteration:
        raise UnsoundSchedule(f"{file}: {row['name']} is never due.") from None
    except (CronSimError, ValueError) as error:
        raise UnsoundSchedule(f"{file}: {row['name']} cannot be read: {error}.") from None
    return job


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))
