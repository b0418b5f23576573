"""Does docs/rules/answered.md say what the person can do with the answer, and which papers are their own?"""

import pytest

from putright.domain.answered import (
    may_accept,
    may_ask_about,
    review_open,
    unclosed,
    way_to_ombudsman,
    why_not_accept,
    why_not_ask_review,
)
from putright.domain.own_file import is_theirs
from putright.domain.ways_left import ways_left
from tests.domain.cases import an_event, happened, shipped, stands
from tests.tables import a_day, named, table

ROWS = table("answered.md", "Whether the answer can be accepted, asked about, or looked at again")
LEFT = table("answered.md", "What is left once a complaint was answered or closed")
PAPERS = table("answered.md", "Whose a paper is")
BEFORE = "received Thu 2 Apr 2026; response_signed Tue 28 Apr 2026; response_sent Tue 28 Apr 2026; "
EMAIL = {"": None, "theirs": True, "not theirs": False}


@pytest.mark.parametrize("row", ROWS, ids=named(ROWS))
def test_what_can_be_done_with_the_answer(row: dict[str, str]) -> None:
    told = BEFORE + row["What happened then"].strip("–")
    programmes, events = shipped(row["Procedure"]), happened(told)
    position = stands(programmes, told, row["As at"])
    if_open = stands(programmes, list(unclosed(events)), row["As at"])
    review = review_open(if_open, events)
    found = (
        may_accept(position, events),
        may_ask_about(position, events),
        review is not None,
        way_to_ombudsman(position) is not None,
    )

    assert found == tuple(row[name] == "yes" for name in ("Enough", "Questions", "Look again", "Ombudsman"))
    assert (review.until if review else None) == (a_day(row["Until"]) if row["Until"] else None)
    assert (why_not_accept(position, events) is None, why_not_ask_review(if_open, events) is None) == found[::2]


@pytest.mark.parametrize("row", LEFT, ids=[" ".join(list(row.values())[:3]) for row in LEFT])
def test_what_is_left_once_it_was_answered_or_closed(row: dict[str, str]) -> None:
    told = f"came_to_notice Mon 16 Mar 2026; {BEFORE}{row['What happened after the answer'].strip('–')}"
    programmes, events = shipped(row["Procedure"]), happened(told)
    position, if_open = (stands(programmes, list(each), row["As at"]) for each in (events, unclosed(events)))

    found = [(one.way.value, one.last_day) for one in ways_left(position, events, if_open)]

    wanted = [cell.partition(" ") for cell in row["Left"].split("; ") if cell]
    assert found == [(way, a_day(day) if day else None) for way, _, day in wanted]


def test_what_corrects_the_closing_goes_with_it() -> None:
    closing = "closed Wed 29 Apr 2026 #4; closed Thu 30 Apr 2026 #5 corrects 4"

    assert [event.event for event in unclosed(happened(BEFORE + closing))] == [
        *("received", "response_signed", "response_sent"),
    ]


def test_whoever_waits_in_vain_for_the_answer_can_ask_for_the_review_without_it() -> None:
    """Six months beginning with 2 April 2026 end on 1 October: on the day after, the answer is late."""
    told = "received Thu 2 Apr 2026"
    before, after = (stands(shipped("commisceo"), told, day) for day in ("Thu 1 Oct 2026", "Fri 2 Oct 2026"))
    events = happened(told)

    assert review_open(before, events) is None
    found = review_open(after, events)
    assert found is not None
    assert not found.is_answered


@pytest.mark.parametrize("row", PAPERS, ids=named(PAPERS))
def test_whose_a_paper_is(row: dict[str, str]) -> None:
    found = is_theirs(an_event(row["What happened"]), row["Kind of paper"], email_was_theirs=EMAIL[row["Email"]])

    assert found is (row["Theirs"] == "yes")
