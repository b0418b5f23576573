"""Was a complaint made in time, and until when may it go further: docs/rules/time-limits.md."""

import re

import pytest

from tests.domain.cases import happened, shipped, stands, the_programme
from tests.tables import a_day, table

AS_AT = "Thu 9 Apr 2026"


def by_row(row):
    return row["What happened"]


@pytest.mark.parametrize("row", table("time-limits.md", "Was it made in time"), ids=by_row)
def test_a_complaint_is_in_time_as_the_row_says(row):
    several = shipped("england-2009")
    if row["Also by policy"] != "–":
        steps = "steps: {answer: {promise: A., due: on received, met_when: response_sent}}"
        several = [the_programme(f"accepts: {{limit: {row['Also by policy']}}}\n{steps}"), *several]

    codes = [warning.code for warning in stands(several, happened(row["What happened"]), AS_AT).warnings]

    assert codes == ([] if row["In time"] == "yes" else ["out-of-time"])


@pytest.mark.parametrize("row", table("time-limits.md", "Several things at once"), ids=by_row)
def test_each_thing_is_in_time_by_itself(row):
    warnings = stands(shipped("england-2009"), happened(row["What happened"]), AS_AT).warnings
    late = [number for warning in warnings for number in re.findall(r"[Ii]ssue (\d)", warning.message)]

    assert late == ([] if row["Late"] == "–" else row["Late"].split(", "))


@pytest.mark.parametrize("row", table("time-limits.md", "Where to go next"), ids=by_row)
def test_a_way_on_stands_as_the_row_says(row):
    ways = stands(shipped("england-2009"), happened(row["What happened"]), AS_AT).ways_on

    (way,) = [way for way in ways if way.to == row["To"]]
    assert way.open is (row["Open"] == "yes")
    assert way.last_day == (None if row["Last day"] == "–" else a_day(row["Last day"]))


def test_a_way_on_may_open_because_something_was_missed():
    made = the_programme(
        """
        goes_next: [{to: ombudsman, opens: answer is missed, words: You need not wait any longer.}]
        steps: {answer: {promise: A., due: 3 working days after received, met_when: response_sent}}
        """
    )

    opened = [stands(made, "received Wed 1 Apr 2026", day).ways_on[0].open for day in ("Wed 8 Apr 2026", AS_AT)]
    assert opened == [False, True]
