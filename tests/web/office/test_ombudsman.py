"""Is what the Ombudsman asks, decides and recommends recorded from the case, and told at its head?"""

from datetime import date

import pytest

from tests.casework.test_afterwards import answered
from tests.web.office.desk import Desk, it_is
from tests.web.reading import read


@pytest.fixture
def desk(signed_in, neighbour, day):
    story = answered(neighbour)
    it_is(day, date(2026, 6, 15))
    return Desk(signed_in(neighbour, "mo"), story.reference)


ASKS = {"asks": "file", "words": "Reference P-4711: send us the file.", "answer_by": date(2026, 7, 13)}


def cards(desk):
    """The duties that are still to be done, each in a line."""
    return desk.page.texts("//li[contains(@class, 'app-duty')]")


def test_a_request_is_owed_and_answered(desk):
    assert "Next, by Monday 13 July 2026: We answer the Ombudsman" in desk.does("record-ombudsman-request", **ASKS)
    assert "With the Ombudsman since 15 June 2026" in desk.page.main
    (card,) = [card for card in cards(desk) if "answer the Ombudsman" in card]
    assert "Reference P-4711: send us the file." in card

    said = desk.does("answer-ombudsman", words="By secure email, with the file.", with_file="yes")
    assert "The answer to the Ombudsman is recorded" in said
    assert [card for card in cards(desk) if "answer the Ombudsman" in card] == []


def test_a_day_before_the_request_came_is_refused_and_nothing_is_lost(desk):
    page = read(desk.answers("record-ombudsman-request", **{**ASKS, "answer_by": date(2026, 6, 1)}))

    assert page.problems
    assert "Reference P-4711" in page.main


def test_a_decision_with_two_recommendations_is_followed_until_both_are_done(desk):
    two = {"what_1": "Say sorry.", "by_1": date(2026, 7, 13), "what_2": "Pay 250 pounds.", "by_2": date(2026, 8, 10)}
    desk.does("record-ombudsman-decision", decision="upheld", words="A failing.", **two)
    assert "Upheld, 15 June 2026" in desk.page.main
    links = desk.page.tree.xpath("//a[contains(@href, '/comply-with-ombudsman/')]/@href")
    assert len(links) == 2

    for href in links:
        desk.does("comply-with-ombudsman", int(href.rsplit("/", 1)[1]), words="Done, and they were told.")
    assert [card for card in cards(desk) if "recommended" in card] == []


def test_a_recommendation_has_its_day(desk):
    page = read(desk.answers("record-ombudsman-decision", decision="upheld", words="A failing.", what_1="Say sorry."))

    assert page.problems[0][0] == "Enter the day by which it is to be done"
