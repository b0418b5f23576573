"""Do the pages of a joint complaint lead from the agreement to one answer?"""

from datetime import date

import pytest

from putright.records.models import Event
from tests.casework.offices import a_story
from tests.web.office.desk import Desk, filled
from tests.web.reading import read

HOSPITAL = {
    "organisation": "not-in-the-register",
    "organisation_name": "Exampleton General Hospital",
    "organisation_address": "9 Hill Road\nExampleton\nEX9 9ZZ",
}


@pytest.fixture
def story(office):
    """A complaint of Thursday 2 April 2026."""
    return a_story(office)


@pytest.fixture
def mo(signed_in, office, story):
    """The service manager at their desk, the person having agreed that the other organisation is told."""
    desk = Desk(signed_in(office, "mo"), story.reference)
    desk.does("record-sharing", organisation="not-in-the-register", agreed="yes", words="One answer would be good.")
    return desk


def test_the_one_that_leads_asks_and_records_what_comes(mo, story):
    page = read(mo.answers("join-complaint", **HOSPITAL, part="lead", why="You were with both of us."))
    assert "We will answer you for both of us." in page.texts("//article")[0]

    mo.does("join-complaint", **HOSPITAL, part="lead", why="You were with both of us.")
    assert filled(mo.opens("request-contribution"))["body"] == "not-in-the-register"
    mo.does(
        "request-contribution", questions="How long was the wait?", reply_by=date(2026, 4, 30), body_channel="email"
    )
    people = mo.page.texts("//section[@aria-labelledby='people']")[0]
    assert "Exampleton General Hospital" in people
    assert "30 April 2026 : not answered yet" in people

    mo.does("record-contribution", words="Three hours.")
    assert "30 April 2026 : answered" in mo.page.texts("//section[@aria-labelledby='people']")[0]
    assert Event.objects.get(case=story.case, event="contribution_received").about is not None


def test_a_contributor_is_asked_gives_its_part_and_can_leave(mo):
    mo.does("join-complaint", **HOSPITAL, part="contributor", why="They have most of it.")
    assert "The answer is written by Exampleton General Hospital." in mo.page.main

    mo.does("record-lead-request", words="What did you find?", reply_by=date(2026, 4, 30))
    assert "Give the body that leads on a joint complaint what it reasonably asks for" in mo.page.main
    mo.does("send-contribution", what_we_did="We asked Sam.", findings="He was rude.", body_channel="email")
    mo.does("cancel-letter")  # the notice to the person, which still waits
    mo.does("leave-joint", why="The hospital needs longer than we do.")
    assert "Handled together with" not in mo.page.main


def test_nothing_of_it_is_offered_to_who_answers_alone(mo):
    for action in ("request-contribution", "record-lead-request", "send-contribution", "leave-joint"):
        response = mo.client.get(mo.address(action))

        assert response.status_code == 422
        assert "is not handled together with another one" in read(response).main
