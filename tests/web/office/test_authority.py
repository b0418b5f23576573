"""Is it written down at a desk what somebody showed who speaks for a patient, and does the case say so until then?"""

from typing import Any

import pytest

from putright.casework.said import PersonSaid
from putright.domain.speaking import Speaker, SpeaksAs
from putright.domain.standing import Basis
from tests.casework.offices import Office, a_story
from tests.web.office.desk import Desk, filled
from tests.web.reading import read

GWEN = PersonSaid(name="Gwen Example", address=("3 Sample Road",))


@pytest.fixture
def desk(signed_in: Any, office: Office) -> Desk:
    """Mo's desk, with a complaint that the executor of Gwen made."""
    executor = Speaker(speaks_as=SpeaksAs.PERSONAL_REPRESENTATIVE)
    story = a_story(office, basis=Basis.DECEASED, patient=GWEN, speaker=executor)
    return Desk(signed_in(office, "mo"), story.reference)


def test_until_it_was_seen_the_case_and_every_letter_say_so(desk: Desk) -> None:
    assert "Proof not seen yet: the will, the grant of probate or the letters of administration." in desk.page.main
    assert "Proof not seen yet" in desk.opens("send-update").main
    leads = {words: address.rpartition("/")[2] for words, address in desk.page.links.items()}
    assert leads["Record what you saw"] == "record-authority"
    assert leads["Ask for it in a letter"] == "ask-for-authority"

    form = desk.opens("record-authority")
    assert "Wanted here: the will, the grant of probate or the letters of administration" in form.main
    done = desk.does("record-authority", shown="grant", seen_as="original", enough="yes")

    assert "It is recorded what shows that they may speak" in done
    assert "Proof not seen yet" not in desk.page.main
    assert "the grant of probate, or the letters of administration (the paper itself). It is enough." in desk.page.main


def test_where_the_patient_is_asked_the_case_leads_there(signed_in: Any, office: Office) -> None:
    desk = Desk(signed_in(office, "mo"), a_story(office, basis=Basis.REQUESTED, patient=GWEN).reference)

    assert "The patient has not been asked for consent" in desk.page.main
    assert desk.page.links["Ask the patient"].endswith("/request-consent")
    assert "Record what you saw" not in desk.page.links


def test_what_cannot_be_enough_is_refused_and_what_was_typed_stays(desk: Desk) -> None:
    answer = read(desk.answers("record-authority", shown="words", seen_as="told", enough="yes", words="He says so."))

    assert "It has to be seen: the will, the grant of probate" in answer.problems[0][0]
    assert "He says so." in filled(answer)["words"]


def test_what_is_missing_is_asked_for_in_a_letter(desk: Desk) -> None:
    desk.does("record-authority", shown="will", seen_as="copy", enough="no", words="Its last page is missing.")
    assert "What was seen is not enough. Still wanted: the will" in desk.page.main

    form = desk.opens("ask-for-authority")
    assert filled(form)["wanted"].startswith("Please send us a copy of the will")
    said = desk.does("ask-for-authority", not_enough="The last page is missing.")

    assert said.startswith("The letter that asks for it is ready")
