"""What holds for every test: no network beyond this machine, one engine at a time, a clock that may be moved."""

import os
import socket
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
import time_machine
from hypothesis import settings

from tests.workers import ByFile, how_many, in_order

LOCAL = ("127.", "::1", "localhost", "0.0.0.0")
# What a test that uses the database asks for, itself or through another fixture.
USES_THE_DATABASE = {"db", "transactional_db", "django_db_reset_sequences", "django_db_serialized_rollback"}

# A search that runs on a busy machine is not wrong for being slow. Where a change is to land the examples are the same
# each time, so that a change is not refused for another's old mistake; elsewhere they are new each time.
settings.register_profile("here", deadline=None)
settings.register_profile("landing", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("landing" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session", autouse=True)
def _a_moved_clock() -> Iterator[None]:
    """Run everything as at the instant that CLOCK names, if it names one: no test may lean on today's date."""
    instant = os.environ.get("CLOCK")
    if not instant:
        yield
        return
    with time_machine.travel(datetime.fromisoformat(instant), tick=True):
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Refuse to connect to anything but this machine."""
    connect = socket.socket.connect

    def connect_here(sock: socket.socket, address: Any) -> None:
        if sock.family != socket.AF_UNIX and not str(address[0]).startswith(LOCAL):
            message = f"a test may not connect to {address[0]}: only to this machine"
            raise RuntimeError(message)
        connect(sock, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep what this engine is to run: PostgreSQL only what uses the database; SQLite all but what needs PostgreSQL."""
    on_postgresql = os.environ.get("DATABASE") == "postgresql"
    runs = {item: _uses_the_database(item) if on_postgresql else not _needs_postgresql(item) for item in items}
    kept = [item for item in items if runs[item]]
    if len(kept) < len(items):
        config.hook.pytest_deselected(items=[item for item in items if not runs[item]])
    items[:] = in_order(kept)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """Begin as many workers as can be kept busy (`-n auto`), unless xdist's own setting says how many."""
    return None if os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS") else how_many()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give out whole files where several workers run the tests (`--dist loadfile`)."""
    return ByFile(config, log) if config.getvalue("dist") == "loadfile" else None


# What asks which words stand on a page, whichever database they came from; the same pages are opened on both elsewhere.
OF_WORDS = (
    "tests/web/test_foundations_",
    "tests/web/public/test_complain_on_paper.py",
    "tests/web/public/test_plain_words.py",
    "tests/web/public/test_welsh",
)


def _uses_the_database(item: pytest.Item) -> bool:
    if item.nodeid.startswith(OF_WORDS):
        return False
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(fixtures & USES_THE_DATABASE) or item.get_closest_marker("django_db") is not None


def _needs_postgresql(item: pytest.Item) -> bool:
    return item.get_closest_marker("postgresql") is not None
