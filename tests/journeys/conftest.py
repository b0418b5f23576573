"""What the journeys share: a browser, and a demonstration each to travel through."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import launched
from tests.demonstration import demonstration
from tests.journeys.visitor import Site


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A running browser without a window; closed with the file, for no test that asks the database can go beside it."""
    with sync_playwright() as playwright:
        running = launched(playwright)
        yield running
        running.close()


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, browser: Browser) -> Site:
    """A demonstration as at the day before Good Friday 2026, to be served as at one day after another."""
    return Site(demonstration(tmp_path_factory, tmp_path / "data"), browser)
