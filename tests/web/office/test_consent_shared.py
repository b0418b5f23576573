"""Does the case ask at a desk that another organisation is told to stop, by a letter made from what was ticked?"""

from datetime import date
from typing import Any

import pytest

from putright.casework.actions.join_complaint import join_complaint
from putright.casework.actions.record_consent import Consent, record_consent
from putright.casework.actions.record_sharing import record_sharing
from putright.casework.other_bodies import BodyTold
from putright.domain.consent import Ticked
from putright.domain.joint import JointPart
from putright.gateways.clock import FixedClock
from tests.casework.offices import Office, Story, at
from tests.web.office.desk import Desk, filled
from tests.web.public.consenting import a_story_for_gwen, codes_of_letter
from tests.web.reading import read

TUESDAY = date(2026, 4, 7)
HOSPITAL = BodyTold(name="Exampleton General Hospital", address=("9 Hill Road", "Exampleton", "EX9 9ZZ"))
SOME = Ticked(information=frozenset({1}), shared_with=frozenset({1}))


@pytest.fixture
def story(office: Office) -> Story:
    """A complaint for Gwen that is looked into together with the hospital; Gwen was asked."""
    story = a_story_for_gwen(office)
    story.does(record_sharing, "mo", TUESDAY, body="not-in-the-register", agreed=True, words="Yes.")
    story.does(join_complaint, "mo", TUESDAY, other=HOSPITAL, part=JointPart.LEAD, why="You were with both.")
    codes_of_letter(story, TUESDAY)
    return story


@pytest.fixture
def desk(office: Office, signed_in: Any, day: Any, story: Story) -> Desk:
    """Mo's desk, on Tuesday."""
    day.PUTRIGHT_CLOCK = FixedClock(at(TUESDAY))
    return Desk(signed_in(office, "mo"), story.reference)


def test_what_is_ticked_may_still_be_used_and_stands_in_the_letter(desk: Desk, story: Story) -> None:
    story.does(record_consent, "mo", TUESDAY, answer=Consent.GIVEN, ticked=SOME)
    assert "We tell each organisation that we told of it to stop using" in desk.page.main

    page = desk.opens("tell-body-to-stop")
    form = filled(page)
    assert "Exampleton General Hospital" in page.main
    assert (form["body"], form["may_still"]) == ("not-in-the-register", "what your notes say about that day")

    assert desk.does("tell-body-to-stop", body_channel="in-person").startswith("The letter to the other organisation")
    assert desk.client.get(desk.address("tell-body-to-stop")).status_code == 422


def test_where_the_patient_agrees_to_nothing_nothing_is_asked_of_what_may_be_used(desk: Desk, story: Story) -> None:
    story.does(record_consent, "mo", TUESDAY, answer=Consent.REFUSED, scope="She rang.")

    assert "may_still" not in filled(desk.opens("tell-body-to-stop"))


def test_what_is_due_leads_to_the_letters_and_not_to_another_answer(desk: Desk, story: Story) -> None:
    story.does(record_consent, "mo", TUESDAY, answer=Consent.REFUSED, scope="She rang.")
    first = desk.page.texts("//section[@aria-labelledby='due']//a[contains(@class, 'nhsuk-button')]")

    assert {"Tell another organisation to stop", "Tell what the patient's answer changes"} <= set(first)
    assert "Record consent" not in first


@pytest.mark.parametrize(
    ("channel", "button", "waits"),
    [
        ("letter", "Put it in the print queue", True),
        ("email", "Record that it goes by email today", False),
        ("in-person", "Record that it is given by hand", False),
    ],
)
def test_what_becomes_of_the_letter_is_said_as_it_goes(
    desk: Desk, story: Story, channel: str, button: str, waits: bool
) -> None:
    story.does(record_consent, "mo", TUESDAY, answer=Consent.REFUSED, scope="She rang.")
    shown = read(desk.answers("tell-body-to-stop", body_channel=channel))
    assert button in shown.texts("//button")

    assert ("waits in the print queue" in desk.does("tell-body-to-stop", body_channel=channel)) is waits
