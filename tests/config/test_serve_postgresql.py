"""Does the site serve from a PostgreSQL database, and say when it has lost it?"""

import os
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tests.served import environment, free_port, run_serve, served

NAME = "served_by_a_test"


@pytest.fixture
def database(db: None) -> Iterator[str]:
    """A database of its own on the tests' server, which the command can connect to as a site does."""
    address = os.environ["PUTRIGHT_DATABASE_URL"]
    _tell(address, f"CREATE DATABASE {NAME}")
    yield urlunsplit(urlsplit(address)._replace(path=f"/{NAME}"))
    _drop(address)


# Only PostgreSQL has a server that can go away.
@pytest.mark.postgresql
def test_a_site_says_503_once_its_database_is_gone(tmp_path: Path, database: str) -> None:
    with served(tmp_path / "data", database_url=database) as address:
        before = _status(f"{address}/healthz")
        _drop(os.environ["PUTRIGHT_DATABASE_URL"])
        after = _status(f"{address}/healthz")

    assert before == 200
    assert after == 503
    assert not (tmp_path / "data" / "putright.sqlite3").exists()


def test_a_database_that_is_not_there_ends_with_2_and_keeps_the_password(tmp_path: Path) -> None:
    nowhere = f"postgresql://putright:hush@127.0.0.1:{free_port()}/complaints"

    done = run_serve(tmp_path / "data", environment(database_url=nowhere))

    assert done.returncode == 2
    assert "The database cannot be opened" in done.stderr
    assert "hush" not in done.stderr
    assert "Traceback" not in done.stderr


def _status(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=60) as response:
            return int(response.status)
    except urllib.error.HTTPError as refused:
        refused.close()
        return refused.code


def _drop(address: str) -> None:
    _tell(address, f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")


def _tell(address: str, statement: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement)
