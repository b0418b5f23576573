"""What do the tests of the public pages share? An organisation or two that take complaints, on Maundy Thursday 2026."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from putright.gateways.clock import FixedClock
from putright.records import append_only
from tests.casework.conftest import _protected_again, committed
from tests.casework.offices import MAUNDY_THURSDAY, Office, an_office, at

__all__ = ["_protected_again", "committed"]


@pytest.fixture
def day(settings: LazySettings, tmp_path: Path) -> LazySettings:
    """Serve as at 10 in the morning of Thursday 2 April 2026, and return the settings to change further."""
    settings.PUTRIGHT_CLOCK = FixedClock(at(MAUNDY_THURSDAY))
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings


@pytest.fixture
def commisceo(db: None, day: LazySettings, tmp_path: Path) -> Office:
    """Commisceo's office."""
    return an_office(tmp_path / "files", procedure="commisceo")


@pytest.fixture
def living_well(db: None, day: LazySettings, tmp_path: Path) -> Office:
    """Living Well's office."""
    return an_office(tmp_path / "files", procedure="living-well-partnership")


@pytest.fixture(scope="module")
def _protected_at_the_end(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Put the refusals of the database back, once the last test of a file has been swept away."""
    yield
    with django_db_blocker.unblock():
        append_only.protect(connection)


@pytest.fixture
def served_and_swept(_protected_at_the_end: None, transactional_db: None) -> Iterator[None]:
    """Let the pages that a browser opens commit; afterwards their rows are swept away, events and all.

    The live server makes the database ready before any fixture of ours, so `committed` would come too late.
    """
    append_only.protect(connection)
    yield
    append_only.unprotect(connection)
