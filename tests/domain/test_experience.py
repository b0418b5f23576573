"""Does docs/rules/experience.md say who is asked how it went, and what a manager is shown of it?"""

from dataclasses import replace

import pytest

from putright.domain.experience import (
    ASKED_WORDS,
    HOW_FAR_WORDS,
    Asked,
    HowFar,
    Said,
    is_over,
    month_said,
    why_not_said,
)
from putright.domain.vocabulary import CaseStatus
from tests.domain.test_waiting import a_position
from tests.tables import a_day, named, table

WHO = table("experience.md", "Who is asked")
SHOWN = table("experience.md", "What a manager is shown")
OVER = table("experience.md", "When a month is over")


@pytest.mark.parametrize("row", WHO, ids=named(WHO))
def test_who_is_asked(row: dict[str, str]) -> None:
    position = replace(a_position(), status=CaseStatus(row["The complaint is"]))
    answers = dict.fromkeys(list(Asked)[: int(row["Answers"])], HowFar.MOSTLY)
    said = Said(answers=answers, words=row["Words"])
    refusal = why_not_said(position, said, said_before=row["Said before"] == "yes")

    assert (refusal.code if refusal else "–") == row["Refused"]


@pytest.mark.parametrize("row", SHOWN, ids=named(SHOWN))
def test_what_is_shown(row: dict[str, str]) -> None:
    people, who = int(row["People in the month"]), int(row["Who answered the question"])
    said = [Said(answers={Asked.SAFE: HowFar.FULLY} if place < who else {}, words="W.") for place in range(people)]
    month = month_said(said)

    assert ("shown" if month else "nothing") == row["The month"]
    if month:
        safe = next(tally for tally in month.tallies if tally.asked is Asked.SAFE)
        assert ("shown" if safe.counts else "nothing") == row["The question"]
        assert safe.counts is None or safe.counts[HowFar.FULLY] == who
        assert month.people == people


@pytest.mark.parametrize("row", OVER, ids=named(OVER))
def test_when_a_month_is_over(row: dict[str, str]) -> None:
    assert is_over(a_day(row["The month"]), a_day(row["As at"])) is (row["It is"] == "over")


def test_the_words_do_not_stand_in_the_order_in_which_they_came() -> None:
    said = [Said(answers={}, words=words) for words in ("Slow.", "", "Kind.", "Never again.", "All right.")]
    month = month_said(said)

    assert month is not None
    assert month.words == ("All right.", "Kind.", "Never again.", "Slow.")


def test_every_question_and_every_answer_has_its_words() -> None:
    assert (set(ASKED_WORDS), set(HOW_FAR_WORDS)) == (set(Asked), set(HowFar))
