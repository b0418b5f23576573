"""Are people asked which it is, an appeal against the scheme or a complaint, and told where each goes?"""

from datetime import date
from typing import Any

import pytest

from putright.casework.said import IssueSaid
from putright.domain.issues import Subject
from tests.casework.offices import a_story
from tests.web.office.desk import Desk, filled, it_is
from tests.web.reading import read

TUESDAY = date(2026, 4, 7)
ON_IT = IssueSaid(subject=Subject.ACCESS, words="I should never have been put on it.")
SPOKEN = IssueSaid(subject=Subject.VALUES, words="I was shouted at.")
SAID: dict[str, Any] = {
    "decided_by": "another",
    "organisation": "not-in-the-register",
    "organisation_name": "Example Integrated Care Board",
    "organisation_address": "1 Example Street\nSampletown",
    "why": "You write that you should not be on it.",
}


@pytest.fixture
def desk(signed_in, office, day):
    story = a_story(office, issues=(ON_IT, SPOKEN))
    it_is(day, TUESDAY)
    return Desk(signed_in(office, "mo"), story.reference)


def test_a_mixed_letter_goes_on_as_an_appeal_and_a_complaint(desk):
    letter = read(desk.answers("tell-appeal-apart", **{**SAID, "issues": ["1"]}))
    assert "Example Integrated Care Board decides this. We do not." in letter.main
    assert "That is a complaint. We will look into it and answer you." in letter.main

    said = desk.does("tell-appeal-apart", **{**SAID, "issues": ["1"]})
    assert "The appeal is told apart from the complaint" in said
    assert "This case goes on with the complaint" in said
    assert "I should never have been put on it." not in " ".join(desk.page.texts("//*[@id='issues']/.."))


def test_who_decides_is_asked_for_and_nothing_is_lost(desk):
    page = read(desk.answers("tell-appeal-apart", **{**SAID, "issues": ["1"], "organisation_name": ""}))

    assert "Enter the name of the organisation" in page.main
    assert "You write that you should not be on it." in page.main


def test_an_appeal_has_no_answer_to_prepare(desk, office):
    appeal = Desk(desk.client, a_story(office, issues=(ON_IT,)).reference)
    appeal.does("tell-appeal-apart", **SAID)
    page = read(desk.client.comes_to(appeal.address("prepare-response")))

    assert "it is not answered as a complaint" in page.main


def test_it_is_sent_to_whoever_decides_without_typing_that_again(desk, office):
    appeal = Desk(desk.client, a_story(office, issues=(ON_IT,)).reference)
    appeal.does("tell-appeal-apart", **SAID)
    form = filled(appeal.opens("transfer-complaint"))

    assert (form["organisation"], form["organisation_name"], form["organisation_address"]) == (
        *("not-in-the-register", "Example Integrated Care Board"),
        "1 Example Street\nSampletown",
    )
    letters = read(appeal.answers("transfer-complaint", why="Their panel decides it.", agreement="telephone"))
    assert "Somebody does not agree that they are on the Special Allocation Scheme." in letters.main
    assert "You do not have to send your appeal again." in letters.main


def test_whoever_begins_to_complain_is_told_which_is_which(desk, client):
    assert "That is an appeal, not a complaint." in read(client.get("/complain?to=commisceo")).main
    assert "put that in an issue of its own" in read(desk.client.comes_to("/complaints/new")).main


def test_nobody_else_is_asked(neighbour, client):
    assert "Special Allocation Scheme" not in read(client.get("/complain?to=living-well-partnership")).main
