"""Is nothing lost, and nothing sent more often than decision 13 says, when the worker is killed while it sends?"""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from tests.jobs.killing import Found, kill_again_and_again

TIMES = 30
NAME = "killed_by_a_test"


@pytest.fixture
def database(db: None) -> Iterator[dict[str, str]]:
    """The setting by which the worker finds a database of its own: none on SQLite."""
    address = os.environ.get("PUTRIGHT_DATABASE_URL", "")
    if not address:
        yield {}
        return
    _tell(address, f"CREATE DATABASE {NAME}")
    yield {"database_url": urlunsplit(urlsplit(address)._replace(path=f"/{NAME}"))}
    _tell(address, f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")


def test_killed_thirty_times_it_loses_nothing_and_sends_no_more_than_is_said(
    tmp_path: Path, database: dict[str, str]
) -> None:
    found = kill_again_and_again(tmp_path / "data", times=TIMES, letters=45, seed=13, **database)

    assert_as_promised(found)
    assert found.kills_with_a_letter_taken >= 5  # or nothing was tried


def assert_as_promised(found: Found) -> None:
    """What decision 13 promises."""
    assert len(found.ids) == found.letters
    assert found.lost == 0
    assert set(found.copies) == set(found.ids)
    assert found.progress == ["sent"]
    assert found.further_copies <= found.kills_with_a_letter_taken
    assert all(len(bodies) == 1 for bodies in found.bodies.values())
    assert found.acknowledged == [1] * found.letters
    assert found.misfits == []


def _tell(address: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement)
