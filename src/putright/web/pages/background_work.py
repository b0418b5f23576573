"""Is the background work done: by whom, when last, when next, and what failed?"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.job_book import JobShown
from putright.casework.queries import background_work as query
from putright.casework.scanner_watch import ScannerSeen
from putright.casework.texts_seen import TextsSeen
from putright.casework.workers import WorkSeen
from putright.gateways.clock import FixedClock
from putright.gateways.virus_scan import OBSTACLE_WORDS
from putright.web.access import staff
from putright.web.components import Tag
from putright.web.page_request import StaffRequest
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class JobLine:
    """A job, and in a word how it stands."""

    job: JobShown
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundWorkPage:
    """The jobs, and whether anybody does them; `stands_still` where the clock does, so that nobody should.

    Of the virus scanner: how it stands, why it does not answer if it does not, and how many files wait for it.
    """

    jobs: tuple[JobLine, ...]
    seen: WorkSeen
    scanner: ScannerSeen
    scanner_is_away_because: str
    files_waiting: int
    sends_mail: bool
    sends_texts: bool
    texts: TextsSeen
    stands_still: bool


@staff
@require_safe
def background_work(request: StaffRequest) -> HttpResponse:
    """Show the jobs to an administrator."""
    found = query.background_work(request.actor, now=request.now)
    page = BackgroundWorkPage(
        jobs=tuple(JobLine(job=job, tag=_tag(job)) for job in found.jobs),
        seen=found.seen,
        scanner=found.scanner,
        scanner_is_away_because=OBSTACLE_WORDS[found.scanner.obstacle] if found.scanner.obstacle else "",
        files_waiting=found.files_waiting,
        sends_mail=settings.PUTRIGHT_MAIL is not None,
        sends_texts=settings.PUTRIGHT_TEXTS is not None,
        texts=found.texts,
        stands_still=isinstance(settings.PUTRIGHT_CLOCK, FixedClock),
    )
    return show(request, "background_work.jinja", page)


def _tag(job: JobShown) -> Tag:
    if job.failures:
        return Tag("Failed", "red")
    if job.is_running:
        return Tag("At work", "blue")
    return Tag("Done", "green") if job.succeeded_at else Tag("Not yet", "grey")
