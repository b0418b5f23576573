"""Where do the hundred thousand cases stand? In a database of their own, beside that of the other tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pytest
from django.db import connection, transaction
from pytest_django.plugin import DjangoDbBlocker

from tests.scale.filling import Branch, fill, keep_statistics

NAME: Final = "scale"


@pytest.fixture(scope="session")
def _filled(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Branch, ...]]:
    """Fill the database once a run; take it away at the end."""
    with django_db_blocker.unblock():
        connection.close()
        connection.creation.clone_test_db(suffix=NAME, verbosity=0)
        with _beside():
            branches = fill(tmp_path_factory.mktemp("papers"))
            keep_statistics()
        yield branches
        connection.creation.destroy_test_db(suffix=NAME, verbosity=0)


@pytest.fixture(scope="module")
def branches(_filled: tuple[Branch, ...], django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[Branch, ...]]:
    """Let the tests of a file use the hundred thousand cases; the bodies that have them, the largest first."""
    with _beside():
        yield _filled


@pytest.fixture(autouse=True)
def _undone(branches: tuple[Branch, ...], db: None) -> Iterator[None]:
    """Keep nothing of a test: SQLite would otherwise look at each of four million rows whether it may stand."""
    yield
    transaction.set_rollback(True)


@contextmanager
def _beside() -> Iterator[None]:
    name = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = connection.creation.get_test_db_clone_settings(NAME)["NAME"]
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = name


@pytest.fixture(scope="module", params=["statistics kept", "no statistics"] if connection.vendor == "sqlite" else [""])
def statistics(
    request: pytest.FixtureRequest, branches: tuple[Branch, ...], django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Let SQLite plan without the statistics too, which it keeps only where it is told to; PostgreSQL always does."""
    if request.param != "no statistics":
        yield
        return
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        kept = cursor.execute("SELECT * FROM sqlite_stat1").fetchall()
        cursor.execute("DELETE FROM sqlite_stat1")
        connection.close()  # what it plans with is read when it is opened
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.executemany("INSERT INTO sqlite_stat1 VALUES (%s, %s, %s)", kept)
        connection.close()
