"""Do the pages of the decisions ask what the law asks, and show the letter before anything is kept?"""

from datetime import date
from typing import Any

import pytest

from putright.casework.said import IssueSaid, PersonSaid
from putright.domain.issues import Subject
from putright.domain.standing import Basis
from putright.records.models import Issue
from tests.casework.offices import a_story
from tests.web.office.desk import Desk, filled
from tests.web.reading import read

TWO = (
    IssueSaid(subject=Subject.VALUES, words="I was spoken to rudely."),
    IssueSaid(subject=Subject.WAITING_TIMES, words="I waited three hours."),
)


@pytest.fixture
def story(office):
    """A complaint of two things, of Thursday 2 April 2026."""
    return a_story(office, issues=TWO)


@pytest.fixture
def mo(signed_in, office, story):
    """The service manager at their desk."""
    return Desk(signed_in(office, "mo"), story.reference)


class TestLeavingSomethingOut:
    def test_offers_the_eight_grounds_of_the_law_and_no_other(self, mo):
        page = mo.opens("exclude-issues")

        assert len(page.tree.xpath("//input[@name='ground']")) == 8
        assert "SI 2009/309 reg 8(1)(h)" in page.main

    def test_shows_the_letter_and_then_the_case_says_what_is_not_dealt_with(self, mo, story):
        said = {"issues": "2", "ground": "ombudsman", "reasons": "The Ombudsman wrote to us about it in March."}
        page = read(mo.answers("exclude-issues", **said))

        assert "We cannot deal with it because an Ombudsman is looking into it" in page.texts("//article")[0]
        assert Issue.objects.filter(case=story.case, exclusion="").count() == 2

        mo.does("exclude-issues", **said)
        main = mo.page.main
        assert "Not dealt with: an Ombudsman is investigating it, or has." in main
        assert "Tell the person in writing, with the reason, what will not be dealt with." in main

    def test_asks_for_all_of_it_at_once(self, mo):
        form = filled(mo.opens("exclude-issues")) | {"reasons": ""}
        problems = read(mo.client.post(mo.address("exclude-issues"), form)).problems

        assert [text for text, _ in problems] == [
            "Choose what is not dealt with",
            "Choose the ground",
            "Give the reasons for the decision",
        ]

    def test_is_taken_back_on_a_page_of_its_own(self, mo, story):
        assert mo.client.get(mo.address("take-back-exclusion")).status_code == 422
        mo.does("exclude-issues", issues="2", ground="ombudsman", reasons="They have it.", channel="in-person")
        mo.does("take-back-exclusion", reasons="The Ombudsman has sent it back to us.")

        assert not Issue.objects.filter(case=story.case).exclude(exclusion="").exists()
        assert "Not dealt with" not in mo.page.texts("//section[@aria-labelledby='issues']")[0]


class TestARepresentative:
    def test_is_offered_only_the_grounds_against_them(self, signed_in, office):
        child = PersonSaid(name="Rosa Quill", born_on=date(2015, 3, 9))
        desk = Desk(signed_in(office, "mo"), a_story(office, basis=Basis.CHILD, patient=child).reference)
        offered = desk.opens("refuse-representative").tree.xpath("//input[@name='ground']/@value")

        assert offered == ["no-reasonable-grounds", "not-best-interests"]
        told = desk.does("refuse-representative", ground="not-best-interests", reasons="We spoke to her father.")
        assert told.startswith("It is decided that the representative is not accepted.")

    def test_is_nobody_where_the_patient_complains(self, mo):
        assert (
            "Nobody complains for another person here." in read(mo.client.get(mo.address("refuse-representative"))).main
        )

    def test_is_not_refused_before_the_patient_has_said_no(self, signed_in, office):
        desk = Desk(
            signed_in(office, "mo"),
            a_story(office, basis=Basis.REQUESTED, patient=PersonSaid(name="Rosa Quill")).reference,
        )

        assert (
            "Record first that the patient did not consent"
            in read(desk.client.get(desk.address("refuse-representative"))).main
        )


def test_a_late_complaint_that_is_not_taken_up_gets_a_letter_that_says_why(signed_in, office):
    late = a_story(office, occurred_on=date(2024, 1, 8), known_on=date(2024, 1, 8))
    desk = Desk(signed_in(office, "mo"), late.reference)
    said: dict[str, Any] = {"good_reasons": "no", "still_possible": "yes", "reasons": "You knew of it at once."}
    page = read(desk.answers("decide-lateness", **said))

    assert "We did not find good reasons" in page.texts("//article")[0]
    desk.does("decide-lateness", **said)
    assert late.case.events.get(event="lateness_decided").facts["accepted"] is False
