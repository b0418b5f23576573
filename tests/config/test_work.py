"""Does `putright work` work until it is told to stop, and `putright serve` with it where rows are in SQLite?"""

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from putright.gateways.schedule import schedule
from tests.served import environment, served

SECONDS = 30
SCHEDULED = sorted(job.name for job in schedule())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def workers(data: Path) -> list[str]:
    """The workers that have said that they are there."""
    rows = _asked(data, "SELECT name FROM records_worker")
    return [str(name) for (name,) in rows]


def jobs(data: Path) -> list[str]:
    """The jobs in the book."""
    return [str(name) for (name,) in _asked(data, "SELECT name FROM records_scheduledjob ORDER BY name")]


def _asked(data: Path, question: str) -> list[tuple[object, ...]]:
    if not (data / "putright.sqlite3").exists():
        return []
    with sqlite3.connect(f"file:{data / 'putright.sqlite3'}?mode=ro", uri=True) as rows:
        try:
            return rows.execute(question).fetchall()
        except sqlite3.OperationalError:  # the tables are being made
            return []


def until(true: Callable[[], bool]) -> bool:
    """Wait for something to be so."""
    for _ in range(SECONDS * 20):
        if true():
            return True
        time.sleep(0.05)
    return False


def a_worker(data: Path, *options: str, **settings: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "putright", "work", "--data", str(data), *options]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(**settings)
    )


def test_the_server_does_the_work_itself_and_stops_with_it(data: Path) -> None:
    with served(data):
        assert until(lambda: len(workers(data)) == 1)
        assert jobs(data) == SCHEDULED
        began = time.monotonic()

    assert time.monotonic() - began < 12
    assert workers(data) == []


def test_a_site_that_stands_still_has_no_worker(data: Path) -> None:
    with served(data, as_at="2026-04-02"):
        time.sleep(1)

    assert jobs(data) == []


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_of_its_own_stops_when_it_is_told(data: Path, how: signal.Signals) -> None:
    with a_worker(data) as worker:
        assert until(lambda: len(workers(data)) == 1)
        worker.send_signal(how)
        said, complained = worker.communicate(timeout=SECONDS)

    assert worker.returncode == 0
    assert said == "Putright is working. Stop it with Ctrl+C.\n"
    assert "Traceback" not in complained
    assert workers(data) == []


def test_once_is_once(data: Path) -> None:
    with a_worker(data, "--once") as worker:
        said, _ = worker.communicate(timeout=SECONDS)

    assert (worker.returncode, said) == (0, "")
    assert jobs(data) == SCHEDULED
    assert workers(data) == []


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"as_at": "2026-04-02"}, "a site whose clock stands still has no background work"),
        ({"mail": "smtp"}, "PUTRIGHT_SMTP_HOST is needed where PUTRIGHT_MAIL is smtp."),
    ],
)
def test_what_it_cannot_work_with_is_refused(data: Path, settings: dict[str, str], says: str) -> None:
    with a_worker(data, **settings) as worker:
        _, complained = worker.communicate(timeout=SECONDS)

    assert worker.returncode == 2
    assert says in complained
    assert "Traceback" not in complained
