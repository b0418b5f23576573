"""Do the pages on which it is said who deals with a complaint ask what they should, and show both letters first?"""

from datetime import date

import pytest

from putright.domain.vocabulary import CaseStatus
from putright.records.models import Body, Document, OutboxLetter
from tests.casework.offices import MAUNDY_THURSDAY, a_story
from tests.web.office.desk import Desk, filled
from tests.web.reading import read

WHY = "It is about their ward. We do not run it."
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
    """The service manager at their desk."""
    return Desk(signed_in(office, "mo"), story.reference)


class TestSendingOn:
    def test_shows_both_letters_before_anything_is_kept(self, mo, story):
        page = read(mo.answers("transfer-complaint", **HOSPITAL, why=WHY, agreement="telephone", agreed_words="Yes."))
        letters = page.texts("//article")

        assert page.headings[0].endswith("Read the letters")
        assert len(letters) == 2
        assert "Dear complaints team," in letters[0]
        assert "Your complaint has gone to Exampleton General Hospital." in letters[1]
        assert page.texts("//main//h2")[0] == "1. To Exampleton General Hospital"
        assert not Document.objects.filter(kind="letter").exists()

    def test_ends_the_case_once_the_letter_has_gone(self, mo, story):
        told = mo.does(
            "transfer-complaint", **HOSPITAL, why=WHY, agreement="in-person", agreed_words="Yes.", body_channel="email"
        )

        assert told.startswith("The complaint is on its way to the right organisation.")
        assert story.case.status == CaseStatus.TRANSFERRED
        assert "Passed on" in mo.page.main
        assert OutboxLetter.objects.get(case=story.case, state="queued").name == "transfer-notice"

    def test_asks_for_the_name_of_an_organisation_that_is_not_in_the_list(self, mo):
        response = mo.answers("transfer-complaint", organisation="not-in-the-register", why=WHY, agreement="telephone")

        assert read(response).problems == [("Enter the name of the organisation", "#organisation_name")]

    def test_asks_why_nobody_could_be_asked(self, mo):
        response = mo.answers("transfer-complaint", organisation="nhs-england", why=WHY, agreement="nobody")

        assert read(response).problems == [("Say why nobody could ask the person", "#without_asking")]

    def test_heads_the_form_with_the_reason_why_it_may_not_be_sent(self, mo):
        mo.does("record-sharing", organisation="nhs-england", agreed="no", words="Please do not.")
        response = mo.answers(
            "transfer-complaint", organisation="nhs-england", why=WHY, agreement="nobody", without_asking="No time."
        )

        assert "The person does not want it to be sent." in read(response).problems[0][0]

    def test_begins_with_the_organisation_that_the_person_was_asked_about(self, mo):
        mo.does("ask-to-share", organisation="nhs-england", why="They pay for it.", channel="telephone")

        assert filled(mo.opens("record-sharing"))["organisation"] == "nhs-england"
        assert filled(mo.opens("transfer-complaint"))["organisation"] == "nhs-england"
        mo.does("record-sharing", agreed="yes", words="She is glad of it.")
        assert "on-file" in mo.opens("transfer-complaint").tree.xpath("//input[@name='agreement']/@value")


class TestACommissioner:
    @pytest.fixture
    def mo(self, signed_in, office, story):
        Body.objects.filter(code="commisceo").update(kind="commissioner")
        return Desk(signed_in(office, "mo"), story.reference)

    def test_goes_from_the_provider_to_the_question_to_the_decision(self, mo, story):
        mo.does("name-provider", **HOSPITAL)
        assert "Ask the person whether the provider may be sent the details" in mo.page.main

        mo.does("ask-to-share", **HOSPITAL, why="They know what happened.")
        mo.does("record-sharing", organisation="not-in-the-register", agreed="no", words="Not them.", channel="email")
        page = read(mo.answers("keep-complaint", why="You asked us to.", questions="Who was there?"))
        to_them, to_the_person = page.texts("//article")

        assert "Pat Example" not in to_them
        assert "We have not told them who made it" in to_the_person

    def test_is_told_why_it_cannot_be_passed_on(self, mo):
        mo.does("name-provider", **HOSPITAL)
        response = mo.answers("pass-on-complaint", why="They gave the care.")

        assert "A complaint is passed on only if the person agrees." in read(response).problems[0][0]


def test_a_note_of_what_was_said_is_kept_whichever_answer_had_revealed_it(mo, story):
    """Two answers reveal the same box: the one that was not chosen takes nothing away."""
    mo.does("acknowledge", channel="telephone", note="She was glad.", on=MAUNDY_THURSDAY)

    assert Document.objects.filter(case=story.case, text="She was glad.").exists()


def test_nothing_of_this_is_before_receipt(mo):
    response = mo.answers(
        "ask-to-share", organisation="nhs-england", why="So.", channel="telephone", on=date(2026, 4, 1)
    )

    assert "is before the complaint was received" in read(response).problems[0][0]
