"""Are the pages about NHS England's choice team filled in, refused and told as they should be?"""

from datetime import date

import pytest

from putright.casework.actions.describe_choice import describe_choice
from putright.casework.actions.issue_follow_link import issue_follow_link
from tests.casework.offices import a_story, at
from tests.casework.test_other_procedures import CHOICE
from tests.web.office.desk import Desk, it_is
from tests.web.reading import read

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
ASKED = {"asked_by": "person", "words": "Reference CT-12: one hospital was named.", "on": TUESDAY}


@pytest.fixture
def story(neighbour):
    story = a_story(neighbour)
    story.does(describe_choice, "mo", TUESDAY, **CHOICE)
    return story


@pytest.fixture
def desk(signed_in, neighbour, day, story):
    it_is(day, WEDNESDAY)
    return Desk(signed_in(neighbour, "mo"), story.reference)


def test_the_team_is_asked_and_takes_it_up(desk):
    assert "NHS England’s choice team was asked" in desk.does("ask-choice-team", **ASKED)
    assert "With NHS England’s choice team since 7 April 2026" in desk.page.main

    said = desk.does("record-choice-team-step", did="engaged", words="Why one?", answer_by=date(2026, 4, 20))
    assert "It is recorded what the choice team did" in said
    (card,) = [card for card in desk.page.texts("//li[contains(@class, 'app-duty')]") if "We tell NHS England" in card]
    assert "Why one?" in card
    assert "It is recorded what the choice team was told" in desk.does("answer-choice-team", words="By email.")


def test_a_day_that_is_lacking_is_asked_for_and_nothing_is_lost(desk):
    desk.does("ask-choice-team", **ASKED)
    page = read(desk.answers("record-choice-team-step", did="engaged", words="Why was one named?"))

    assert "Enter the day by which the team wants our answer" in page.main
    assert "Why was one named?" in page.main


def test_the_person_reads_whose_days_they_are(desk, client, story, neighbour):
    desk.does("ask-choice-team", **ASKED)
    who = {"actor": neighbour.actor("mo", WEDNESDAY), "case": story.reference, "means": neighbour.means}
    link = issue_follow_link(**who, on=WEDNESDAY, now=at(WEDNESDAY, 11))
    page = read(client.get(f"/follow/{link.secret}", follow=True))

    assert "You asked the team on Tuesday 7 April 2026" in page.main
    # Two working days after Tuesday 7 April are 8 and 9; ten are 8, 9, 10, 13 to 17, 20 and 21.
    assert "says by Thursday 9 April 2026 that it has this, and speaks with you by Tuesday 21 April 2026" in page.main
    assert "We are late" not in page.main
