"""Are questions about an answer, and a second round, recorded and answered from the case?"""

from datetime import date

import pytest

from tests.casework.test_afterwards import ANSWERED, ASKED, answered
from tests.web.office.desk import Desk, it_is
from tests.web.reading import read


@pytest.fixture
def desk(signed_in, neighbour, day):
    story = answered(neighbour)
    it_is(day, ASKED)
    return Desk(signed_in(neighbour, "mo"), story.reference)


def cards(desk):
    """The duties that are still to be done, each in a line."""
    return desk.page.texts("//li[contains(@class, 'app-duty')]")


def test_questions_are_recorded_and_answered(desk):
    said = desk.does("record-questions", words="Who was the nurse?", channel="telephone")
    assert "Next, by Friday 15 May 2026: We answer what you ask about our answer." in said
    (card,) = [card for card in cards(desk) if "about our answer" in card]
    assert "Who was the nurse?" in card
    assert "Answer questions about the answer" in card

    letter = read(desk.answers("answer-questions", answer="It was Robin.")).main
    assert "Who was the nurse?" in letter
    assert "We sent you our answer on 28 April 2026." in letter
    assert "mark it as posted" in desk.does("answer-questions", answer="It was Robin.")


def test_nothing_that_was_typed_is_lost(desk):
    page = read(desk.answers("record-questions", words="", channel="email"))

    assert page.problems[0][0] == "Write down what they ask"
    assert page.tree.xpath("//input[@name='channel'][@checked]/@value") == ["email"]


def test_a_second_round_is_opened_with_its_letter(desk):
    letter = read(desk.answers("open-round", words="It does not say who.")).main
    assert "You should get our second answer by 8 June 2026" in letter
    assert "Would you like to meet us?" in letter

    said = desk.does("open-round", words="It does not say who.", offer_meeting="no")
    assert "The same things are looked at once more." in said
    assert "Open" in desk.page.main
    assert any("We answer you again." in card for card in cards(desk))


def test_something_new_is_entered_as_a_complaint_of_its_own(desk):
    page = read(desk.answers("open-round", words="And the food.", about_the_same="no"))

    assert "Enter it as a new complaint, and link the two cases." in page.problems[0][0]
    assert "And the food." in page.main


def test_what_was_asked_before_the_answer_cannot_be(desk):
    page = read(desk.answers("record-questions", words="Who?", on=date(2026, 4, 27)))

    assert date(2026, 4, 27) < ANSWERED
    assert page.problems
