"""Does docs/rules/copies.md say what is taken out of a copy, on which ground, and when the copy may go?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.domain.chronology import Event
from putright.domain.copies import (
    EVERY_PAPER,
    FOR_WORDS,
    WHY_WORDS,
    CopyFor,
    Mark,
    WhyOut,
    bands_on,
    check_of,
    last_copy,
    open_copy,
    pages_meant,
    pages_out,
    passages_on,
    whole_out,
    why_not_checked_by,
    why_not_given,
    why_not_mark,
)
from putright.domain.taken_out import Run, places, taken_out, worth_a_look
from tests.tables import table

WHY = WhyOut.SOMEBODY_ELSE
DAY = date(2026, 11, 2)
CHECKED = {"not": None, "ready": True, "sent back": False}


@pytest.mark.parametrize("row", table("copies.md", "Words"), ids=lambda row: row["Text"])
def test_what_is_left_of_a_text(row: dict[str, str]) -> None:
    runs = taken_out(row["Text"], [(words, WHY) for words in row["Taken out"].split("; ")])

    assert "".join("[out]" if run.why else run.words for run in runs) == row["What is left"]


@pytest.mark.parametrize("row", table("copies.md", "What to look at"), ids=lambda row: row["Text"])
def test_what_is_pointed_out(row: dict[str, str]) -> None:
    assert "; ".join(worth_a_look(row["Text"])) == row["Pointed out"]


def test_words_go_over_the_end_of_a_line_of_a_pdf() -> None:
    assert places("next to Sam\r\nAm\x02\r\nple came", "Sam Ample") == ((8, 21),)


@given(st.text("aAbB '-\n", max_size=40), st.lists(st.text("aAbB '-", min_size=1, max_size=4), max_size=4))
def test_nothing_that_is_taken_out_is_left_and_nothing_else_is_lost(text: str, passages: list[str]) -> None:
    runs = taken_out(text, [(words, WHY) for words in passages])
    kept = [run.words for run in runs if run.why is None]

    taken = {at for words in passages for start, end in places(text, words) for at in range(start, end)}
    assert "".join(kept) == "".join(letter for at, letter in enumerate(text) if at not in taken)
    assert all(run == Run(why=WHY) for run in runs if run.why)


@pytest.mark.parametrize("row", table("copies.md", "Pages"), ids=lambda row: row["Typed"])
def test_which_pages_are_meant(row: dict[str, str]) -> None:
    meant = pages_meant(row["Typed"])

    assert ("no list" if meant is None else " ".join(map(str, meant))) == row["Meant"]


@pytest.mark.parametrize("row", table("copies.md", "Grounds"), ids=lambda row: "-".join(row.values()))
def test_what_a_ground_asks(row: dict[str, str]) -> None:
    mark = Mark(
        paper=EVERY_PAPER if row["Of every paper"] == "yes" else 4,
        why=WhyOut(row["Ground"]),
        words="Sam Ample" if row["Words"] == "yes" else "",
        note="Dr Example on 1 November." if row["Note"] == "yes" else "",
    )

    refusal = why_not_mark(mark)

    assert (refusal.code if refusal else "") == row["Refused as"]


@pytest.mark.parametrize("row", table("copies.md", "Before it goes"), ids=lambda row: "-".join(row.values()))
def test_when_a_copy_may_go(row: dict[str, str]) -> None:
    refusal = why_not_given(
        people=int(row["People in the team"]),
        is_checked=CHECKED[row["Looked over"]],
        is_empty=row["Anything left in it"] == "no",
    )

    assert (refusal.code if refusal else "") == row["Refused as"]


@pytest.mark.parametrize("row", table("copies.md", "Who looks it over"), ids=lambda row: "-".join(row.values()))
def test_who_looks_a_copy_over(row: dict[str, str]) -> None:
    refusal = why_not_checked_by(row["Worked on it"] == "yes", people=int(row["People in the team"]))

    assert (refusal.code if refusal else "") == row["Refused as"]


def test_a_band_is_of_one_page_and_within_it() -> None:
    def code(pages: tuple[int, ...], band: tuple[int, int]) -> str:
        refusal = why_not_mark(Mark(paper=4, why=WHY, pages=pages, band=band))
        return refusal.code if refusal else ""

    assert [code((2,), (0, 100)), code((2,), (40, 41))] == ["", ""]
    assert {code((), (0, 9)), code((1, 2), (0, 9)), code((1,), (9, 9)), code((1,), (90, 101))} == {"no-such-band"}


def test_a_mark_counts_for_its_paper_or_for_all_until_it_is_taken_back() -> None:
    marks = (
        Mark(paper=2, why=WHY, number=1),
        Mark(paper=3, why=WHY, number=2, pages=(1, 3)),
        Mark(paper=3, why=WHY, number=3, pages=(2,), band=(10, 20)),
        Mark(paper=EVERY_PAPER, why=WHY, number=4, words="Sam"),
        Mark(paper=3, why=WhyOut.LEGAL_ADVICE, number=5, words="as counsel said"),
        Mark(paper=4, why=WHY, number=6, taken_back_by="Mo Example"),
    )

    assert [whole_out(marks, paper) for paper in (2, 3, 4)] == [WHY, None, None]
    assert pages_out(marks, 3) == {1: WHY, 3: WHY}
    assert [bands_on(marks, 3, page) for page in (1, 2)] == [(), ((10, 20),)]
    assert passages_on(marks, 3) == (("as counsel said", WhyOut.LEGAL_ADVICE), ("Sam", WHY))
    assert passages_on(marks, 7) == (("Sam", WHY),)


def test_one_copy_is_prepared_at_a_time_and_a_check_is_of_it_as_it_is() -> None:
    def did(*kinds: str, copy: int = 1) -> list[Event]:
        return [Event(event=f"copy_{kind}", on=DAY, facts={"copy": copy}) for kind in kinds]

    ready = did("begun", "marked", "checked")
    assert [open_copy([]), open_copy(ready), open_copy([*ready, *did("made")])] == [None, 1, None]
    assert open_copy([*did("begun", "ended"), *did("begun", copy=2)]) == 2
    assert last_copy([*did("begun", "ended"), *did("begun", copy=2)]) == 2
    assert check_of(ready, 1) == ready[-1]
    assert check_of([*ready, *did("marked")], 1) is None
    assert check_of([*ready, *did("unmarked")], 1) is None


def test_everybody_who_gets_a_copy_and_every_ground_has_words() -> None:
    assert list(FOR_WORDS) == list(CopyFor)
    assert list(WHY_WORDS) == list(WhyOut)
