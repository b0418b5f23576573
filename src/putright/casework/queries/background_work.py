"""What is done in the background, how did it go, and is anybody doing it?"""

from dataclasses import dataclass
from datetime import datetime

from putright.casework.errors import refuse
from putright.casework.job_book import JobShown, jobs_shown
from putright.casework.workers import WorkSeen, work_seen
from putright.domain.access import Actor, Deed, why_not_here
from putright.gateways.schedule import schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundWork:
    """Every job of the schedule, and when a worker was last seen."""

    jobs: tuple[JobShown, ...]
    seen: WorkSeen


def background_work(actor: Actor, *, now: datetime) -> BackgroundWork:
    """What an administrator needs to know; it says nothing of any case."""
    refuse(why_not_here(actor, Deed.ADMINISTER))
    return BackgroundWork(jobs=jobs_shown(schedule(), now=now), seen=work_seen(now=now))
