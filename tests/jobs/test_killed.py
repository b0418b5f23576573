"""Is nothing lost, sent more often than decision 13 says, or taken in twice, when the worker is killed in its work?"""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest

from tests.jobs.killing import Found, kill_again_and_again
from tests.jobs.killing_readers import Story, kill_readers

TIMES = 30
# Of each process that runs tests: two of them may kill at once.
NAME = f"killed_by_a_test_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"


@pytest.fixture
def database(db: None) -> Iterator[dict[str, Any]]:
    """The setting by which the worker finds a database of its own: none on SQLite."""
    address = os.environ.get("PUTRIGHT_DATABASE_URL", "")
    if not address:
        yield {}
        return
    _tell(address, f"CREATE DATABASE {NAME}")
    yield {"database_url": urlunsplit(urlsplit(address)._replace(path=f"/{NAME}"))}
    _tell(address, f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")


def test_killed_thirty_times_it_loses_nothing_and_sends_no_more_than_is_said(
    tmp_path: Path, database: dict[str, Any]
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


def test_killed_thirty_times_it_takes_each_message_in_once_and_leaves_tray_and_cases_whole(
    tmp_path: Path, database: dict[str, Any]
) -> None:
    story = kill_readers(tmp_path / "data", times=TIMES, seed=17, **database)

    assert story.kills_in_the_midst >= 10  # or nothing was tried
    assert_taken_once(story)
    assert_whole(story)


def assert_taken_once(story: Story) -> None:
    """What decision 19 promises: no message is lost, and none is there twice, whichever way and how often it came."""
    messages = {row["id"]: row for row in story.told["messages"]}

    assert Counter(row["id"] for row in story.told["messages"]) == Counter(sent.message_id for sent in story.sent)
    for sent in story.sent:
        row = messages[sent.message_id]
        where = ("by-itself", sent.case, "", 0, 0) if sent.case else ("waiting", "", sent.says, int(sent.has_file), 1)
        assert (row["lying"], row["case"], row["says"], row["files"], row["may be"]) == where
    assert story.told["left in the folder"] == 0
    assert story.told["done in the folder"] == story.dropped


def assert_whole(story: Story) -> None:
    """Each case has one entry and one paper for each message, each file is there once, and all is as recorded."""
    for reference, case in story.told["cases"].items():
        came = [sent for sent in story.sent if sent.case == reference]
        assert case["entries"] == case["papers"].get("message", 0) == len(came)
        assert case["papers"].get("attachment", 0) == sum(sent.has_file for sent in came)
        assert case["says"] == sorted(sent.says for sent in came)
    assert story.told["stored"]
    assert story.told["named by nothing"] == 0
    assert story.told["failures"] == 0
    assert story.told["misfits"] == []


def _tell(address: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement)
