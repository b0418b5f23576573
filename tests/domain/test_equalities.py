"""Do the rules of what people say about themselves follow the tables of docs/rules/equalities.md?"""

import pytest

from putright.domain.equalities import (
    ASKED,
    FEWEST_SHOWN,
    Question,
    counts_shown,
    has_ended,
    quarter_from,
    why_not_counted,
)
from tests.tables import a_day, table

SHOWN = table("equalities.md", "Which numbers are shown")
QUARTERS = table("equalities.md", "When a quarter is shown")


@pytest.mark.parametrize("row", SHOWN, ids=lambda row: f"{row['Question']} {row['Counted']}")
def test_small_numbers_are_hidden_as_the_table_says(row: dict[str, str]) -> None:
    question = Question(row["Question"])
    counted = [int(number) for number in row["Counted"].split(", ")]
    counts = dict(zip(ASKED[question].answers, counted, strict=True))
    shown = ["few" if each.count is None else str(each.count) for each in counts_shown(question, counts)]

    assert ", ".join(shown) == row["Shown"]


@pytest.mark.parametrize("row", QUARTERS, ids=lambda row: f"{row['Answered on']} on {row['Looked at on']}")
def test_a_quarter_is_shown_once_it_is_over(row: dict[str, str]) -> None:
    quarter = quarter_from(a_day(row["Answered on"]))

    assert quarter == a_day(row["Counted in the quarter from"])
    assert has_ended(quarter, a_day(row["Looked at on"])) == (row["Shown"] == "yes")


@pytest.mark.parametrize("question", Question)
def test_no_small_number_is_ever_shown(question: Question) -> None:
    answers = list(ASKED[question].answers)
    for first in range(8):
        for second in range(8):
            counts = dict.fromkeys(answers, 6) | {answers[0]: first, answers[1]: second}
            shown = [each.count for each in counts_shown(question, counts) if each.count is not None]
            hidden = [each for each in counts_shown(question, counts) if each.count is None]

            assert not [count for count in shown if 0 < count < FEWEST_SHOWN]
            assert len(hidden) != 1


def test_only_answers_that_are_listed_are_counted() -> None:
    refusal = why_not_counted({Question.AGE: "34"})

    assert refusal is not None
    assert refusal.code == "no-such-answer"
    assert why_not_counted({}) is None
    assert all(why_not_counted({each: answer}) is None for each in Question for answer in ASKED[each].answers)
