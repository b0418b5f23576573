"""When is background work due, whatever the clocks do, and what is said of a schedule that cannot be?"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from putright.gateways.clock import LONDON
from putright.gateways.schedule import Scheduled, UnsoundSchedule, read_schedule, schedule


def at(text: str) -> datetime:
    """An instant of London, the first of two where the clocks go back."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def a_job(cron: str) -> Scheduled:
    return Scheduled(name="a-job", title="A job", says="It does something.", cron=cron, holds=timedelta(minutes=5))


def test_the_jobs_that_are_shipped() -> None:
    assert [job.name for job in schedule()] == [
        *("refresh-worklist", "catch-up", "keep-heads", "list-what-is-due", "remind-of-statements", "make-files"),
        *("sweep", "forget-saved", "scan-files", "scan-files-again", "take-in-messages"),
    ]


# Sunday 29 March 2026, 1am: forward. Sunday 25 October 2026, 2am: back.
@pytest.mark.parametrize(
    ("cron", "after", "due"),
    [
        ("30 7 * * *", "2026-04-02T07:29", "2026-04-02T07:30"),
        ("30 7 * * *", "2026-04-02T07:30", "2026-04-03T07:30"),
        ("30 7 * * *", "2026-03-28T08:00", "2026-03-29T07:30"),
        ("30 7 * * *", "2026-10-24T08:00", "2026-10-25T07:30"),
        ("30 1 * * *", "2026-03-28T08:00", "2026-03-29T02:00"),
        ("30 1 * * *", "2026-10-24T08:00", "2026-10-25T01:30"),
        ("30 1 * * *", "2026-10-25T01:30", "2026-10-26T01:30"),
        ("30 1 * * *", "2026-10-25T02:00", "2026-10-26T01:30"),
    ],
)
def test_a_time_of_day_is_londons(cron: str, after: str, due: str) -> None:
    assert a_job(cron).due_after(at(after)) == at(due)


def test_a_quarter_of_an_hour_is_one_on_the_night_the_clocks_go_back() -> None:
    instant, job = datetime(2026, 10, 25, 0, 0, tzinfo=UTC), a_job("*/15 * * * *")
    due: list[datetime] = []
    while len(due) < 12:
        instant = job.due_after(instant).astimezone(UTC)
        due.append(instant)

    assert due == [datetime(2026, 10, 25, tzinfo=UTC) + timedelta(minutes=15 * n) for n in range(1, 13)]


def test_a_time_that_comes_twice_is_not_due_again_within_the_second_hour() -> None:
    for minute in range(60):
        second = datetime(2026, 10, 25, 1, minute, tzinfo=LONDON, fold=1)
        assert a_job("30 1 * * *").due_after(second) == at("2026-10-26T01:30")


def test_after_a_day_asleep_it_is_due_next_in_the_future() -> None:
    assert a_job("30 7 * * *").due_after(at("2026-04-05T12:00")) == at("2026-04-06T07:30")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "is not YAML"),
        ("name: x", "must be a list"),
        ("- name: x", "has exactly these: cron, holds_minutes, name, says, title"),
        ("- {name: x, title: X, says: x, cron: every day, holds_minutes: 5}", "x cannot be read"),
        ("- {name: x, title: X, says: x, cron: 0 0 30 2 *, holds_minutes: 5}", "x"),
        ("- {name: x, title: X, says: x, cron: 0 0 * * *, holds_minutes: soon}", "x cannot be read"),
        ("- &a {name: x, title: X, says: x, cron: 0 0 * * *, holds_minutes: 5}\n- *a", "two jobs of one name"),
    ],
)
def test_a_schedule_that_cannot_be_is_refused(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "schedule.yaml"
    file.write_text(text)

    with pytest.raises(UnsoundSchedule, match=says):
        read_schedule(file)
