"""Is it said of a response what the Complaint Standards ask beside the law, and what was left to be filled in?"""

import re

import pytest

from putright.domain.placeholders import Piece, placeholders_in, unfilled
from putright.domain.response import IssueAnswer, Place, ResponseContent
from putright.domain.response_standards import StandardsPart, half_apologies, unmet_standards
from tests.tables import table

PAGE = "final-response.md"
ASIDE = "What the Complaint Standards ask beside"
FILLED = "What was left to be filled in"
APOLOGIES = {"sorry": "We are sorry that you waited.", "half sorry": "We are sorry if you were upset."}


def codes_in(cell: str) -> list[str]:
    return re.findall(r"`([a-z-]+)`", cell)


def content_in(row: dict[str, str]) -> ResponseContent:
    says = row["Says"].split(", ")
    answer = IssueAnswer(
        issue="The wait",
        conclusion="You waited.",
        remedial_action_needed=row["Put right"] == "yes",
        went_wrong=row["Issue"] != "not upheld",
        fell_short=row["Issue"] == "fell short",
        should="Somebody should have come." if "should" in says else "",
        effect="You were in pain." if "effect" in says else " ",
    )
    return ResponseContent(
        how_considered="We asked.",
        answers=(answer,),
        action_confirmation=None,
        action_details="",
        ombudsmen=frozenset(),
        signature=None,
        outcome_wanted="" if row["Wanted"] == "–" else "A new bed.",
        answer_to_wanted="You have it." if row["Wanted"] == "answered" else "",
        apology="".join(words for name, words in APOLOGIES.items() if name in says),
        changes=int(row["Changes named"]),
    )


class TestTheStandards:
    @pytest.mark.parametrize("row", table(PAGE, ASIDE, nth=1), ids=lambda row: row["Case"])
    def test_each_part(self, row):
        assert [part.code.value for part in unmet_standards(content_in(row))] == codes_in(row["Unmet"])

    @pytest.mark.parametrize("row", table(PAGE, ASIDE, nth=2), ids=lambda row: row["The apology"])
    def test_half_apologies(self, row):
        assert list(half_apologies(row["The apology"])) == [words for words in (row["Half of it"],) if words != "–"]

    def test_are_listed_each_once_and_each_is_unmet_somewhere(self):
        listed = [code for row in table(PAGE, ASIDE) for code in codes_in(row["Part"])]

        assert listed == [part.value for part in StandardsPart]
        assert {code for row in table(PAGE, ASIDE, nth=1) for code in codes_in(row["Unmet"])} == set(StandardsPart)

    def test_point_at_the_issue_by_its_number_in_the_case(self):
        answer = IssueAnswer(issue="The wait", conclusion="You waited.", number=4, fell_short=True, effect="Pain.")
        content = ResponseContent(
            how_considered="",
            answers=(answer,),
            action_confirmation=None,
            action_details="",
            ombudsmen=frozenset(),
            signature=None,
            apology="We are sorry.",
        )

        (part,) = unmet_standards(content)

        assert (part.place, part.issue, part.message) == (
            Place.FAILING,
            4,
            "Say what should have happened on issue 4: The wait",
        )


class TestPlaceholders:
    @pytest.mark.parametrize("row", table(PAGE, FILLED), ids=lambda row: row["Case"])
    def test_each_case(self, row):
        assert list(placeholders_in(row["The words"])) == [left for left in (row["Left to fill in"],) if left != "–"]

    def test_are_each_pointed_at(self):
        pieces = (Piece(place=Place.APOLOGY, text="Sorry, [name]."), Piece(place=Place.ISSUE, text="On XX.", issue=2))

        assert [(one.words, one.place, one.issue) for one in unfilled(pieces)] == [
            ("[name]", Place.APOLOGY, None),
            ("XX", Place.ISSUE, 2),
        ]

    def test_a_long_text_is_read_quickly(self):
        assert placeholders_in("[" * 50_000 + "_" * 2 + "{" * 50_000) == ()
