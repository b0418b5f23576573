"""Is what was complained of before told apart as the table of docs/rules/standing.md says?"""

import pytest

from putright.domain.raised_before import MEANING, RAISED_WORDS, RaisedBefore
from tests.tables import named, table

ROWS = table("standing.md", "What was complained of before")


@pytest.mark.parametrize("row", ROWS, ids=named(ROWS))
def test_it_means_what_the_table_says(row: dict[str, str]) -> None:
    meaning = MEANING[RaisedBefore(row["Said"])]

    assert meaning.may_leave_out == (row["May an issue be left out for it?"] == "yes")
    assert meaning.authority == row["By"]


def test_the_table_has_every_answer() -> None:
    assert [row["Said"] for row in ROWS] == list(RaisedBefore) == list(RAISED_WORDS)
