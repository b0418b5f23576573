"""Which office and which clock do the tests of background work share?"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.casework.conftest import _protected_again, committed  # noqa: F401 - fixtures
from tests.casework.offices import Office
from tests.gateways.mail_servers import Box, mail_server
from tests.jobs.working import TUESDAY, SteppedClock, an_office_with_mail, noon


@pytest.fixture
def office(db: None, tmp_path: Path) -> Office:
    """An office from which letters go by email."""
    return an_office_with_mail(tmp_path)


@pytest.fixture
def committing_office(committed: None, tmp_path: Path) -> Office:  # noqa: F811 - the fixture of that name
    """The same, whose transactions are real ones: for threads, and for a database that fails in the middle."""
    return an_office_with_mail(tmp_path)


@pytest.fixture
def clock() -> SteppedClock:
    """A clock that stands at noon on Tuesday 7 April 2026."""
    return noon(TUESDAY)


@pytest.fixture
def server() -> Iterator[tuple[Box, int]]:
    """A mail server that takes everything."""
    with mail_server() as running:
        yield running
