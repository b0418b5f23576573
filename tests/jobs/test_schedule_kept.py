"""Is each job done once when it is due: by two workers, after days asleep, after a crash, as the clocks change?"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.db import connections

from putright.casework.job_book import enter_jobs, enter_result, jobs_shown, take_up
from putright.casework.workers import work_seen
from putright.gateways.clock import LONDON
from putright.gateways.schedule import Scheduled, schedule
from putright.jobs import tasks
from putright.jobs.tasks import Tools
from putright.jobs.work import Work, begin, end, one_pass
from putright.records.models import Case, ScheduledJob, Worker
from tests.casework.offices import Office, a_story, at
from tests.jobs.working import TUESDAY, SteppedClock, a_worker, noon, whole_schedule

DAILY = Scheduled(name="daily", title="Daily", says="Once a day.", cron="30 7 * * *", holds=timedelta(minutes=10))


class Done:
    """A task that notes when it was done, and can be told to fail."""

    def __init__(self) -> None:
        self.at: list[datetime] = []
        self.fails = False

    def __call__(self, now: datetime, _tools: Tools) -> str:
        self.at.append(now.astimezone(LONDON))
        if self.fails:
            raise ZeroDivisionError("Pat Example divided by nought")
        return "done"


@pytest.fixture
def task() -> Done:
    return Done()


def a_daily_worker(office: Office, clock: SteppedClock, task: Done, folder: Path, **said: str) -> Work:
    work = a_worker(office, clock, None, folder, schedule=(DAILY,), tasks={"daily": task}, **said)
    begin(work)
    return work


def test_it_is_done_when_it_is_due_and_not_before(
    office: Office, clock: SteppedClock, task: Done, tmp_path: Path
) -> None:
    work = a_daily_worker(office, clock, task, tmp_path)
    for _ in range(48):
        one_pass(work)
        clock.step(minutes=30)

    assert task.at == [at(date(2026, 4, 8), 7, 30)]


def test_after_days_asleep_it_is_done_once_and_then_on_time(
    office: Office, clock: SteppedClock, task: Done, tmp_path: Path
) -> None:
    work = a_daily_worker(office, clock, task, tmp_path)
    clock.step(days=4)
    for _ in range(30):
        one_pass(work)
        clock.step(hours=1)

    assert [instant.date() for instant in task.at] == [date(2026, 4, 11), date(2026, 4, 12)]


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_it_is_done_once_on_the_night_the_clocks_change(office: Office, task: Done, tmp_path: Path, day: date) -> None:
    clock = noon(day - timedelta(days=1))
    nightly = replace(DAILY, cron="30 1 * * *")
    work = a_worker(office, clock, None, tmp_path, schedule=(nightly,), tasks={"daily": task})
    begin(work)
    for _ in range(20 * 6):
        one_pass(work)
        clock.step(minutes=10)

    assert [instant.date() for instant in task.at] == [day]


def test_of_two_workers_one_does_it(committing_office: Office, clock: SteppedClock, task: Done, tmp_path: Path) -> None:
    workers = [a_daily_worker(committing_office, clock, task, tmp_path, name=f"worker-{n}") for n in range(6)]
    clock.step(days=1)
    ready = Barrier(len(workers))

    def go(work: Work) -> None:
        ready.wait()
        try:
            one_pass(work)
        finally:
            connections.close_all()

    threads = [Thread(target=go, args=(work,)) for work in workers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert len(task.at) == 1


def test_what_a_worker_left_in_the_middle_is_taken_up_once_its_time_is_over(office: Office) -> None:
    enter_jobs((DAILY,), now=at(TUESDAY))
    due = at(date(2026, 4, 8), 7, 30)
    assert take_up(DAILY, worker="gone", now=due)

    assert not take_up(DAILY, worker="next", now=due + timedelta(minutes=9))
    assert take_up(DAILY, worker="next", now=due + timedelta(minutes=10))
    enter_result(DAILY, worker="gone", now=due + timedelta(minutes=11), result="late")
    assert ScheduledJob.objects.get().result == ""


def test_one_that_fails_is_tried_again_soon_and_says_so_without_what_it_choked_on(
    office: Office, clock: SteppedClock, task: Done, tmp_path: Path
) -> None:
    work = a_daily_worker(office, clock, task, tmp_path)
    task.fails = True
    clock.step(days=1)
    one_pass(work)
    failed_at = clock.now()

    (shown,) = jobs_shown((DAILY,), now=clock.now())
    assert (shown.failures, shown.result) == (1, "It failed with ZeroDivisionError. The log says where.")
    assert shown.due_at == failed_at + timedelta(minutes=1)
    task.fails = False
    clock.step(minutes=1)
    one_pass(work)
    (shown,) = jobs_shown((DAILY,), now=clock.now())
    assert (shown.failures, shown.result) == (0, "done")
    assert shown.succeeded_at == clock.now()


def test_a_clock_put_back_does_not_put_it_off_for_the_time_between(
    office: Office, clock: SteppedClock, task: Done, tmp_path: Path
) -> None:
    clock.step(days=365)
    work = a_daily_worker(office, clock, task, tmp_path)
    clock.step(days=-365)
    one_pass(work)

    assert len(task.at) == 1
    assert ScheduledJob.objects.get().due_at == at(date(2026, 4, 8), 7, 30)


def test_a_job_that_is_no_longer_in_the_schedule_is_taken_out_of_the_book(office: Office) -> None:
    enter_jobs((DAILY, replace(DAILY, name="other")), now=at(TUESDAY))
    enter_jobs((DAILY,), now=at(TUESDAY))

    assert list(ScheduledJob.objects.values_list("name", flat=True)) == ["daily"]


class TestTheShippedJobs:
    @pytest.fixture
    def work(self, office: Office, clock: SteppedClock, tmp_path: Path) -> Work:
        work = a_worker(office, clock, None, tmp_path, **whole_schedule())
        begin(work)
        return work

    def test_each_is_done_in_a_day_and_says_what_it_did(self, office: Office, clock: SteppedClock, work: Work) -> None:
        a_story(office)
        for _ in range(24 * 4 + 1):
            one_pass(work)
            clock.step(minutes=15)

        assert {job.name: job.result for job in ScheduledJob.objects.all()} == {
            "refresh-worklist": "Cases looked at again: 1",
            "catch-up": "Nothing to catch up with",
            "keep-heads": "Cases: 1, papers: 1. All as recorded",
            "list-what-is-due": "Lists queued: 3",
            "remind-of-statements": "Emails queued: 0",
            "make-files": "Files made: 0",
            "sweep": "Taken back: 0, given up for the post: 0",
            "forget-saved": "Saved complaints forgotten: 0, emails with links: 0, advocates’ drafts: 0",
            "scan-files": "Checked: 0, with a virus: 0, cleared away: 0",
            "scan-files-again": "No virus scanner is set up",
            "take-in-messages": "No mailbox is set up",
        }
        assert set(ScheduledJob.objects.values_list("failures", flat=True)) == {0}

    def test_what_an_earlier_version_kept_is_worked_out_anew_with_how_much_is_left(
        self, office: Office, clock: SteppedClock, work: Work, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(tasks, "CAUGHT_UP_AT_ONCE", 2)
        for _ in range(3):
            a_story(office)
        Case.objects.update(kept_as=0)
        job, told = ScheduledJob.objects.filter(name="catch-up"), []
        for _ in range(3):
            clock.step(minutes=1)
            one_pass(work)
            told.append(job.get().result)

        assert told == [
            "Cases worked out anew: 2, still to come: 1",
            "Cases worked out anew: 1, still to come: 0",
            "Nothing to catch up with",
        ]

    def test_the_ends_of_the_chains_are_kept_in_a_file_of_the_day(
        self, office: Office, clock: SteppedClock, work: Work, tmp_path: Path
    ) -> None:
        story = a_story(office)
        clock.step(hours=15)
        one_pass(work)

        kept = (tmp_path / "heads" / "2026-04-08.jsonl").read_text()
        assert story.reference in kept
        assert story.case.chain_head in kept

    def test_an_altered_paper_is_a_failure_that_an_administrator_reads(
        self, office: Office, clock: SteppedClock, work: Work
    ) -> None:
        story = a_story(office)
        story.case.documents.update(text="something else")
        clock.step(hours=15)
        one_pass(work)

        job = ScheduledJob.objects.get(name="keep-heads")
        assert job.failures == 1
        assert job.result == "Not as it was recorded: 1. Run: putright verify"

    def test_cases_are_looked_at_again_on_the_day_that_changes_them(
        self, office: Office, clock: SteppedClock, work: Work
    ) -> None:
        story = a_story(office)
        recheck_on = story.case.recheck_on
        assert recheck_on is not None
        clock.at = at(recheck_on, 6)
        one_pass(work)

        assert Case.objects.get(pk=story.case.pk).computed_on == recheck_on


class TestWhoIsThere:
    def test_a_worker_is_seen_and_missed_after_a_quarter_of_an_hour(
        self, office: Office, clock: SteppedClock, tmp_path: Path
    ) -> None:
        assert work_seen(now=clock.now()).is_missed
        work = a_worker(office, clock, None, tmp_path)
        one_pass(work)

        assert not work_seen(now=clock.now() + timedelta(minutes=15)).is_missed
        assert work_seen(now=clock.now() + timedelta(minutes=16)).is_missed
        end(work)
        assert work_seen(now=clock.now()).is_missed

    def test_one_that_vanished_is_forgotten_after_a_day(
        self, office: Office, clock: SteppedClock, tmp_path: Path
    ) -> None:
        one_pass(a_worker(office, clock, None, tmp_path, name="gone"))
        clock.step(days=2)
        work = a_worker(office, clock, None, tmp_path, **whole_schedule())
        begin(work)
        clock.step(minutes=20)
        one_pass(work)

        assert list(Worker.objects.values_list("name", flat=True)) == ["worker-1"]


def test_every_job_of_the_schedule_has_a_task() -> None:
    from putright.jobs.tasks import TASKS

    assert {job.name for job in schedule()} == set(TASKS)
