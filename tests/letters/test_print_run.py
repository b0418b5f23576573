"""Are a day's letters one file, each as it was made, behind a sheet that says what is in it?"""

from datetime import date
from io import BytesIO

import pikepdf
import pytest

from putright.letters.composition import compose
from putright.letters.pdf import PrintSize, as_pdf
from putright.letters.print_run import ToPrint, print_run
from tests.letters.every_letter import FACTS

DAY = date(2026, 4, 7)
NAMES = ("acknowledgement", "meeting-offer", "statement-request", "final-response")


@pytest.fixture(scope="module")
def letters() -> list[ToPrint]:
    made = [compose(name, FACTS[name]) for name in NAMES]
    return [
        ToPrint(reference=f"7K2M-9QX{n}", title=letter.title, to="Zoë “Pat” Example", pdf=as_pdf(letter))
        for n, letter in enumerate(made)
    ]


def pages_of(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def test_a_letter_knows_its_pages(letters: list[ToPrint]) -> None:
    assert [letter.pages for letter in letters] == [pages_of(letter.pdf) for letter in letters]


def test_large_print_has_more_and_knows_them_too() -> None:
    letter = compose("acknowledgement", FACTS["acknowledgement"])
    large = ToPrint(reference="", title="", to="", pdf=as_pdf(letter, size=PrintSize.LARGE))

    assert large.pages == pages_of(large.pdf)


def test_a_run_has_every_page_and_each_letter_on_a_sheet_of_its_own(letters: list[ToPrint]) -> None:
    run = print_run("The Example Practice", DAY, letters)

    sheets = [2 * -(-letter.pages // 2) for letter in letters]
    last = letters[-1].pages
    assert pages_of(run) == 2 + sum(sheets[:-1]) + last  # the last page needs no blank one behind it


def test_a_run_of_one(letters: list[ToPrint]) -> None:
    assert pages_of(print_run("The Example Practice", DAY, letters[:1])) == 2 + letters[0].pages
