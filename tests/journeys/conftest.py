"""What the journeys share: a browser, and a demonstration of their own to travel through."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import launched
from tests.journeys.visitor import Site
from tests.served import environment


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running browser without a window."""
    with sync_playwright() as playwright:
        running = launched(playwright)
        yield running
        running.close()


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration as at Thursday 2 April 2026, the day before Good Friday."""
    data = tmp_path_factory.mktemp("journeys") / "demonstration"
    command = [sys.executable, "-m", "putright", "demo", "--data", str(data), "--as-at", "2026-04-02"]
    made = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=300, check=False)
    assert made.returncode == 0, made.stderr
    return data


@pytest.fixture
def site(demonstration: Path, tmp_path: Path, browser: Browser) -> Site:
    """A copy of the demonstration, to be served as at one day after another."""
    data = tmp_path / "data"
    shutil.copytree(demonstration, data)
    return Site(data, browser)
