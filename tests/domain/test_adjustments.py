"""Does docs/rules/adjustments.md say what is thought of when, and what may not be done to somebody?"""

import pytest

from putright.domain.adjustments import (
    ADJUSTMENT_WORDS,
    DETAIL_ASKED,
    DETAIL_WELCOME,
    FORMATS,
    LONGEST_DETAIL,
    OCCASIONS,
    Adjustment,
    Need,
    Occasion,
    address_for,
    as_stored,
    formats_of,
    from_stored,
    needs_for,
    why_not_meet,
    why_not_post,
    why_not_ring,
    why_not_these,
)
from putright.domain.duty import Refused
from tests.tables import table

PAGE = "adjustments.md"
HOME = ("2 Sample Road",)


def needs(cell: str) -> tuple[Need, ...]:
    parts = (part.partition(":") for part in cell.split(", ") if part)
    return tuple(Need(adjustment=Adjustment(code), detail=detail.strip()) for code, _, detail in parts)


def code(refusal: Refused | None) -> str:
    return refusal.code if refusal else ""


def test_the_table_has_a_row_for_every_adjustment_in_order() -> None:
    assert [row["Code"] for row in table(PAGE, "What is thought of when")] == [str(each) for each in Adjustment]


@pytest.mark.parametrize("row", table(PAGE, "What is thought of when"), ids=lambda row: row["Code"])
def test_what_is_thought_of_when(row: dict[str, str]) -> None:
    each = Adjustment(row["Code"])

    assert ADJUSTMENT_WORDS[each] == row["In words"]
    for occasion in Occasion:
        assert (each in OCCASIONS[occasion]) == (row[occasion.value.capitalize()] == "yes"), occasion
    assert DETAIL_ASKED.get(each, ("", ""))[0] == row["Asked besides"]


@pytest.mark.parametrize("row", table(PAGE, "What cannot be needed together"), ids=lambda row: row["Needs"])
def test_what_cannot_be_needed_together(row: dict[str, str]) -> None:
    assert code(why_not_these(needs(row["Needs"]))) == row["Refused as"]


@pytest.mark.parametrize("row", table(PAGE, "Where letters go"), ids=lambda row: row["Needs"] or "nothing")
def test_where_letters_go(row: dict[str, str]) -> None:
    wanted = needs(row["Needs"])

    assert ", ".join(address_for(wanted, HOME)) == row["By post to"]
    assert code(why_not_post(wanted)) == row["Posting refused as"]


@pytest.mark.parametrize("row", table(PAGE, "Who is telephoned"), ids=lambda row: row["Needs"] or "nothing")
def test_who_is_telephoned(row: dict[str, str]) -> None:
    assert code(why_not_ring(needs(row["Needs"]))) == row["Ringing refused as"]


@pytest.mark.parametrize("row", table(PAGE, "Before people meet"), ids=lambda row: "-".join(row.values()))
def test_before_people_meet(row: dict[str, str]) -> None:
    assert code(why_not_meet(needs(row["Needs"]), is_arranged=row["Arranged"] == "yes")) == row["Invitation refused as"]


class TestANeed:
    def test_survives_being_kept(self) -> None:
        wanted = needs("interpreter: Polish, large-print")

        assert from_stored(as_stored(wanted)) == wanted

    def test_of_another_address_is_read_in_one_line(self) -> None:
        need = Need(adjustment=Adjustment.NO_LETTERS_HOME, detail="c/o The Library\nExampleton")

        assert need.words == "No letters to their home: c/o The Library, Exampleton"

    def test_may_not_go_on_for_ever(self) -> None:
        need = Need(adjustment=Adjustment.OTHER, detail="x" * (LONGEST_DETAIL + 1))

        assert code(why_not_these([need])) == "too-long"


def test_each_is_thought_of_on_some_occasion() -> None:
    assert frozenset[Adjustment]().union(*OCCASIONS.values()) == frozenset(Adjustment)
    assert DETAIL_ASKED.keys().isdisjoint(DETAIL_WELCOME)


def test_the_forms_of_letters_are_told_from_the_rest() -> None:
    wanted = needs("large-print, bsl, no-phone")

    assert formats_of(wanted) == {Adjustment.LARGE_PRINT}
    assert OCCASIONS[Occasion.LETTER] > FORMATS
    assert [need.adjustment for need in needs_for(Occasion.MEETING, wanted)] == [Adjustment.BSL]
