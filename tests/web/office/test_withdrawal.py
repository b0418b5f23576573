"""Is a withdrawal asked about, confirmed by a letter that is read first, and finished from the case?"""

from datetime import date

import pytest

from putright.casework.said import PersonSaid
from putright.domain.standing import Basis
from tests.casework.offices import a_story
from tests.web.office.desk import Desk
from tests.web.reading import read

GWEN = PersonSaid(name="Gwen Example", address=("3 Sample Road",), born_on=date(1958, 5, 1))


@pytest.fixture
def desk(signed_in, office):
    return Desk(signed_in(office, "mo"), a_story(office).reference)


def test_the_letter_says_how_it_can_be_taken_up_again(desk):
    said = {"channel": "telephone", "goes_on": "yes", "goes_on_because": "A door did not shut."}
    letter = read(desk.answers("withdraw", **said)).main
    # A year from Monday 16 March 2026, when it came to notice.
    assert "Please tell us by 16 March 2027." in letter
    assert "A door did not shut." in letter

    assert "Next, by Monday 13 April 2026: We confirm in writing" in desk.does("withdraw", **said)
    assert "Record what was learnt all the same" in desk.page.links


def test_what_is_looked_into_is_said_or_asked_for(desk):
    page = read(desk.answers("withdraw", channel="telephone", goes_on="yes"))

    assert page.problems[0][0] == "Say what you look into all the same, and why"


def test_the_patient_is_asked_where_the_complaint_is_theirs(signed_in, office):
    story = a_story(office, basis=Basis.REQUESTED, patient=GWEN)
    desk = Desk(signed_in(office, "mo"), story.reference)
    assert "Does the patient want it too?" in desk.opens("withdraw").main

    page = read(desk.answers("withdraw", channel="telephone", patient_agrees="no"))
    assert "Ask the patient whether they want to withdraw it" in page.problems[0][0]


def test_the_patient_is_not_asked_where_they_complain_themselves(desk):
    assert "Does the patient want it too?" not in desk.opens("withdraw").main
