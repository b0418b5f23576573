"""Can the dates of the matter be right, and does every ground of regulation 8 have its words?"""

import pytest

from putright.domain.scope import GROUND_WORDS, Ground, why_not_these_dates
from tests.tables import a_day, named, table

MATTER = table("entries.md", "The matter itself")


@pytest.mark.parametrize("row", MATTER, ids=named(MATTER))
def test_the_dates_of_the_matter_are_in_order(row: dict[str, str]) -> None:
    refusal = why_not_these_dates(
        received_on=a_day("Thu 2 Apr 2026"),
        occurred_on=a_day(row["Happened on"]) if row["Happened on"] else None,
        known_on=a_day(row["Known on"]) if row["Known on"] else None,
    )

    assert (refusal.code if refusal else "") == row["Refused as"]


def test_the_grounds_are_those_of_regulation_8_in_its_order() -> None:
    assert [GROUND_WORDS[ground][1] for ground in Ground] == [
        f"SI 2009/309 reg 8(1)({letter})" for letter in "abcdefgh"
    ]
