"""Do text messages go where docs/rules/texts.md says, and nowhere else?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.domain.adjustments import Adjustment, Need
from putright.domain.texts import mobile_meant, number_for_texts
from tests.tables import named, table

NUMBERS = table("texts.md", "Which numbers are taken for mobile numbers")
PEOPLE = table("texts.md", "To whom a text message goes")


@pytest.mark.parametrize("row", NUMBERS, ids=named(NUMBERS))
def test_numbers(row: dict[str, str]) -> None:
    assert (mobile_meant(row["As it was given"]) or "") == row["The number"]


@pytest.mark.parametrize("row", PEOPLE, ids=named(PEOPLE))
def test_people(row: dict[str, str]) -> None:
    said = [code.strip() for code in row["Must not or needs"].split(",") if code.strip()]
    needs = [Need(adjustment=Adjustment(code), detail="After six") for code in said]

    assert (number_for_texts(row["Telephone"], needs, has_died=row["Has died"] == "yes") or "") == row["Goes to"]


@given(st.text(max_size=40))
def test_whatever_is_typed_a_number_is_of_the_uk_or_none(typed: str) -> None:
    number = mobile_meant(typed)

    assert number is None or (number.isascii() and number.isdigit() and number.startswith("447") and len(number) == 12)


def test_digits_of_other_scripts_are_no_number() -> None:
    assert mobile_meant("٠٧٧٠٠٩٠٠١٢٣") is None
