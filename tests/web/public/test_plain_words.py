"""Can whoever reads as a child of 9 to 11 does read every public page? docs/reading-age.md says what is excepted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.plain_words import (
    LONGEST_SENTENCE,
    OTHERWISE,
    Measured,
    measured,
    sentences_in,
    sentences_of,
    text_of,
)
from tests.tables import tables
from tests.web.public.every_page import every_page

pytestmark = pytest.mark.django_db

DOCUMENT = Path(__file__).resolve().parents[3] / "docs/reading-age.md"
OLDEST = 11
_MET: dict[str, str] = {}


@dataclass(frozen=True)
class Exceptions:
    """What the document lets pass: pages that are harder, and pages with a sentence that is longer."""

    ages: dict[str, float]
    lengths: dict[str, int]


def exceptions() -> Exceptions:
    (ages,) = tables(DOCUMENT, "Pages that are harder")
    (lengths,) = tables(DOCUMENT, "Pages with a longer sentence")
    return Exceptions(
        ages={row["Page"]: float(row["Age"]) for row in ages},
        lengths={row["Page"]: int(row["Words"]) for row in lengths},
    )


def faults(name: str, found: Measured, allowed: Exceptions) -> Iterator[str]:
    """What is wrong with a page: too hard to read as a whole, or in a sentence."""
    if found.is_prose and found.age > allowed.ages.get(address_of(name), OLDEST):
        yield f"{name} is read at {found.age}"
    if len(found.longest.split()) > allowed.lengths.get(address_of(name), LONGEST_SENTENCE):
        yield f"{name} has a sentence of {len(found.longest.split())} words: {found.longest}"


@pytest.fixture
def pages(client, commisceo, settings) -> dict[str, str]:
    """Every public page, gone through once for all the tests of this file."""
    if not _MET:
        _MET.update(every_page(client, commisceo, settings))
    return _MET


def address_of(name: str) -> str:
    """The address alone, without how the page was met: an exception is of a page in all its states."""
    return re.split("[,:]", name)[0]


def test_every_public_page_is_read_at_eleven(pages) -> None:
    allowed = exceptions()
    found = {name: measured(sentences_of(page)) for name, page in pages.items()}
    for name, one in found.items():
        print(f"| {name} | {one.words} | {one.age} | {len(one.longest.split())} |")  # docs/reading-age.md says how

    assert [fault for name, one in found.items() for fault in faults(name, one, allowed)] == []
    hard = {address_of(name) for name, one in found.items() if one.age > OLDEST}
    long = {address_of(name) for name, one in found.items() if len(one.longest.split()) > LONGEST_SENTENCE}
    needless = [*(set(allowed.ages) - hard), *(set(allowed.lengths) - long)]
    assert needless == [], "no page needs these exceptions"


def test_dates_and_times_are_written_as_the_nhs_writes_them(pages) -> None:
    found = [(name, each[0]) for name, page in pages.items() for each in OTHERWISE.finditer(text_of(page))]

    assert found == []


class TestTheMeasure:
    """What is measured: worked out by hand from the formula, with syllables counted by ear."""

    def test_is_the_grade_of_flesch_and_kincaid_and_five_years(self) -> None:
        # 9 words in 1 sentence, 12 syllables: 0.39 x 9 + 11.8 x 12 / 9 - 15.59 = 3.65; five years more is 8.65.
        found = measured(["Complaining is free, and must not affect your care."])

        assert found.words == 9
        assert found.age == pytest.approx(8.65, abs=0.1)

    def test_leaves_out_what_is_no_prose(self) -> None:
        page = (
            "<main><p>You can bring someone.</p><p class='app-authority'>Regulation 5 of the Regulations</p>"
            "<table><tr><td>Figures of the year</td></tr></table><ul><li>Say what<br>you want</li></ul></main>"
        )

        assert sentences_of(page) == ["You can bring someone.", "Say what.", "you want"]

    def test_counts_a_name_as_one_short_word(self) -> None:
        named = measured(["Ask the Parliamentary and Health Service Ombudsman by 2 April 2026 at the latest."])

        assert named == measured(["Ask the it by it at the latest."])

    @pytest.mark.parametrize(
        "written",
        [
            *(
                "2026-04-02",
                "02/04/2026",
                "2.4.26",
                "2nd April",
                "2 Apr 2026",
                "Thu 2 April",
                "April 2, 2026",
                "02 April",
            ),
            *("Thursday, 2 April 2026", "17:30", "5.30pm", "5:30 pm", "9:00am", "12pm", "12 noon", "5 p.m."),
        ],
    )
    def test_knows_a_date_or_a_time_that_is_written_otherwise(self, written) -> None:
        assert OTHERWISE.search(f"Be there on {written} or write.")

    @pytest.mark.parametrize("written", ["Thursday 2 April 2026", "2 April", "5:30pm", "9am", "midday", "10 May 2026"])
    def test_lets_pass_what_is_written_as_the_guide_says(self, written) -> None:
        assert not OTHERWISE.search(f"Be there on {written} or write.")

    def test_reads_what_follows_a_colon_as_a_sentence_of_its_own(self) -> None:
        assert sentences_in("Say so: you need not arrange it. Thank you.") == [
            *("Say so:", "you need not arrange it.", "Thank you."),
        ]
