"""Does docs/rules/keeping.md say when the file of a case may be destroyed?"""

import pytest

from putright.domain.going_on import still_going
from putright.domain.keeping import counted_from, ended_on, holds_of, why_not_by_the_same, why_not_destroyed
from tests.domain.cases import happened, shipped, stands
from tests.tables import a_day, named, table

COUNTED = table("keeping.md", "From which day are the ten years counted?")


@pytest.mark.parametrize("row", table("keeping.md", "Whether a file may be destroyed"), ids=lambda row: row["Code"])
def test_whether_a_file_may_be_destroyed(row):
    events = happened(row["What happened"])
    today = a_day(row["Today"])
    kept = a_day(row["Kept until"]) if row["Kept until"] != "–" else None

    refusal = why_not_destroyed(events, stands(shipped("commisceo"), events, today), keep_until=kept, today=today)

    assert (refusal.code if refusal else "–") == row["Code"]


@pytest.mark.parametrize("row", COUNTED, ids=named(COUNTED))
def test_from_which_day_the_ten_years_are_counted(row):
    events = happened(row["What happened"])
    expected = a_day(row["Counted from"]) if row["Counted from"] != "–" else None

    assert counted_from(events) == expected
    assert " and ".join(one.kind for one in still_going(events)) == row["What still goes on"]


def test_the_last_end_counts():
    assert ended_on(happened("closed Fri 1 May 2026; reopened Tue 5 May 2026; withdrawn Fri 8 May 2026")) == a_day(
        "Fri 8 May 2026"
    )
    assert ended_on(happened("received Thu 2 Apr 2026")) is None


def test_a_reason_that_was_looked_at_again_stands_once():
    first = "file_kept_longer Fri 1 May 2026 #a (why claim, date Thu 1 Oct 2026)"
    again = "file_kept_longer Thu 1 Oct 2026 #b about a (why claim, date Thu 1 Apr 2027)"

    (hold,) = holds_of(happened(f"{first}; {again}"))
    assert (hold.entry, hold.look_again_on) == ("b", a_day("Thu 1 Apr 2027"))
    assert holds_of(happened(f"{first}; {again}; file_kept_no_longer Fri 2 Oct 2026 about b")) == ()


def test_nobody_destroys_what_nobody_proposed():
    refusal = why_not_by_the_same(happened("closed Fri 1 May 2026"), 1)

    assert refusal is not None
    assert refusal.code == "not-proposed"
