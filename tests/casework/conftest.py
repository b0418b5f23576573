"""Which offices do the tests of casework share, and how do tests that really commit leave nothing behind?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from putright.records import append_only
from tests.casework.offices import Office, an_office


@pytest.fixture
def commisceo(db: None, tmp_path: Path) -> Office:
    """The office of a body that handles complaints by Commisceo's procedure."""
    return an_office(tmp_path, procedure="commisceo")


@pytest.fixture
def living_well(db: None, tmp_path: Path) -> Office:
    """The office of a body that handles complaints by the Living Well Partnership's procedure."""
    return an_office(tmp_path, procedure="living-well-partnership")


@pytest.fixture
def _protected_again(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Put the refusals of the database back, once a test that committed has been swept away."""
    yield
    with django_db_blocker.unblock():
        append_only.protect(connection)


@pytest.fixture
def committed(_protected_again: None, transactional_db: None) -> Iterator[None]:
    """Let a test commit, in several threads if need be; afterwards its rows are swept away, events and all."""
    yield
    append_only.unprotect(connection)
