"""What is done in the background, how did it go, is anybody doing it, and does the virus scanner answer?"""

from dataclasses import dataclass
from datetime import datetime

from putright.casework.errors import refuse
from putright.casework.job_book import JobShown, jobs_shown
from putright.casework.means import means_of_this_site
from putright.casework.scanner_watch import ScannerSeen, scanner_seen
from putright.casework.texts_seen import TextsSeen, texts_seen
from putright.casework.virus_scanning import waiting_count
from putright.casework.workers import WorkSeen, work_seen
from putright.domain.access import Actor, Deed, why_not_here
from putright.gateways.schedule import schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundWork:
    """Every job of the schedule, when a worker was last seen, and how the scanner stands and many files wait for it."""

    jobs: tuple[JobShown, ...]
    seen: WorkSeen
    scanner: ScannerSeen
    files_waiting: int
    texts: TextsSeen


def background_work(actor: Actor, *, now: datetime) -> BackgroundWork:
    """What an administrator needs to know; it says nothing of any case."""
    refuse(why_not_here(actor, Deed.ADMINISTER))
    return BackgroundWork(
        jobs=jobs_shown(schedule(), now=now),
        seen=work_seen(now=now),
        scanner=scanner_seen(means_of_this_site()),
        files_waiting=waiting_count(),
        texts=texts_seen(now=now),
    )
