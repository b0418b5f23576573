"""Can somebody's details, and who somebody is, be put right on a page?"""

from datetime import date

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.said import PersonSaid
from putright.domain.standing import Basis
from tests.casework.offices import MAUNDY_THURSDAY, a_story
from tests.web.office.desk import Desk, filled
from tests.web.reading import read

PAT = PersonSaid(name="Pat Example", addressed_as="Ms Example", address=("2 Sample Road",), born_on=date(1980, 3, 14))
KIM = PersonSaid(name="Kim Example")


@pytest.fixture
def story(office):
    return a_story(office, complainant=PAT, patient=KIM, basis=Basis.REQUESTED)


@pytest.fixture
def desk(signed_in, office, story):
    return Desk(signed_in(office, "mo"), story.reference)


def test_the_page_begins_with_what_stands_on_the_case(desk):
    sent = filled(desk.opens("correct-person", 1))

    assert (sent["full_name"], sent["addressed_as"], sent["address"]) == ("Pat Example", "Ms Example", "2 Sample Road")
    assert (sent["born_on-day"], sent["born_on-month"], sent["born_on-year"]) == ("14", "3", "1980")
    assert sent["what"] == "details"


def test_a_misspelt_name_is_put_right_from_the_case(desk):
    leads = [href for text, href in desk.page.links.items() if text.startswith("Correct who the person")]
    assert leads == [desk.address("correct-person", 1)]

    said = desk.does("correct-person", 1, full_name="Pat Exemple", why="Misheard.")

    assert said.startswith("It is put right")
    assert "Pat Exemple" in desk.page.main
    assert "What stood before" in desk.page.main


def test_the_patient_has_a_page_of_their_own(desk, story):
    page = desk.opens("correct-person", 2)
    assert "Full name of the patient" in page.main

    desk.does("correct-person", 2, full_name="Kit Other", what="another-person", why="Two cards were mixed up.")

    assert story.case.patient.name == "Kit Other"
    assert story.case.complainant.name == "Pat Example"


def test_another_person_has_the_case_and_what_is_left_to_do_is_said(desk, story):
    story.does(acknowledge, "mo", MAUNDY_THURSDAY)
    said = desk.does(
        "correct-person", 1, full_name="Ana Other", what="another-person", born_on=date(1990, 1, 2), why="Mixed up."
    )

    assert "take printed ones out of the post" in said
    assert "give the right person a new one" in said
    assert "No link to follow the complaint is open" in desk.page.main
    assert read(desk.client.post("/find", {"sought": "Pat Example"}, follow=True)).main.count(story.reference) == 0


def test_a_number_that_nobody_has_keeps_what_was_typed(desk):
    page = read(desk.answers("correct-person", 1, nhs_number="999 000 0019", why="Found on the letter."))

    assert page.problems[0][0].startswith("The NHS number is not one that exists")
    assert "Found on the letter." in page.main
