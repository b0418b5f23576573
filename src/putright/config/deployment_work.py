"""Is the background work done, and by a clock that is right? Asked of the database alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import connection
from django.db.models import Max

from putright.casework.job_book import jobs_shown
from putright.casework.texts_seen import texts_seen
from putright.casework.upkeep import behind
from putright.casework.workers import work_seen
from putright.config.config import PREFIX
from putright.config.deployment import Concern, doubtful, unsafe
from putright.gateways.clock import Clock
from putright.gateways.schedule import schedule
from putright.records.models import Body, Event, Worker

CLOCKS_DIFFER_AFTER: Final = timedelta(seconds=5)
AHEAD_OF_NOW: Final = timedelta(minutes=5)
FAILS_OFTEN: Final = 3


def work_concerns(clock: Clock) -> Iterator[Concern]:
    """Whether somebody works, which jobs fail, for whom mailboxes are read, and whether the clocks agree."""
    now = clock.now()
    yield from _clocks(clock)
    if work_seen(now=now).is_missed:
        yield doubtful(
            "nobody-works",
            "Nobody has done the background work for a quarter of an hour: letters wait, and files to be checked.",
            cure="Run putright work beside putright serve; on SQLite the site does it itself while it is served.",
            where="putright work",
        )
    for job in jobs_shown(schedule(), now=now):
        if job.failures >= FAILS_OFTEN:
            yield doubtful(
                "job-fails",
                f"“{job.title}” has failed {job.failures:,} times in a row: {job.result}",
                cure="Do what it says, and look again on the page of background work.",
                where="putright work",
            )
    yield from _texts_not_taken(now)
    yield from _kept_by_an_earlier_version()
    yield from _nobodys_mailboxes()


def _texts_not_taken(now: datetime) -> Iterator[Concern]:
    seen = texts_seen(now=now)
    if seen.not_taken:
        yield doubtful(
            "texts-not-taken",
            f"Codes by text message that did not go at once in the last day: {seen.not_taken:,}; {seen.because}.",
            cure="Look at the key and the template of GOV.UK Notify, and at how many messages it takes a day.",
            where=f"{PREFIX}TEXTS",
        )


def _kept_by_an_earlier_version() -> Iterator[Concern]:
    if left := behind():
        yield doubtful(
            "cases-behind",
            f"Cases of which lists and figures still tell what an earlier version kept: {left:,}.",
            cure="Leave the background work running: it works 500 out anew a minute. putright verify --recompute does"
            " all of them at once.",
            where="putright work",
        )


def _nobodys_mailboxes() -> Iterator[Concern]:
    known = set(Body.objects.values_list("code", flat=True))
    for mailbox in settings.PUTRIGHT_MAILBOXES:
        if mailbox.body not in known:
            yield unsafe(
                "mailbox-of-nobody",
                f"The mailbox {mailbox.name} is read for {mailbox.body}, and there is no such organisation here: its"
                " messages are not taken in.",
                cure=f"Give it the code of one of these: {', '.join(sorted(known)) or 'none is set up yet'}.",
                where=f"{PREFIX}MAILBOXES",
            )


def _clocks(clock: Clock) -> Iterator[Concern]:
    """Whether the database server has the same time, and whether something was noted that is yet to come."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            theirs = cursor.fetchone()[0]
        apart = abs(clock.now() - theirs)
        if apart > CLOCKS_DIFFER_AFTER:
            yield unsafe(
                "clocks-differ",
                f"The clock of this machine and that of the database server are {apart.total_seconds():,.0f} seconds"
                " apart.",
                cure="Have both set their clocks by the network (NTP).",
                where="clock",
            )
    rows = (Worker.objects.aggregate(last=Max("seen_at")), Event.objects.aggregate(last=Max("recorded_at")))
    latest: datetime | None = max((row["last"] for row in rows if row["last"]), default=None)
    if latest is not None and latest - clock.now() > AHEAD_OF_NOW:
        yield unsafe(
            "clock-behind",
            f"Something is noted as of {latest:%-d %B %Y, %H:%M} (UTC), which is yet to come: the clock of this machine"
            " is behind, or was ahead.",
            cure="Have the machine set its clock by the network (NTP).",
            where="clock",
        )
