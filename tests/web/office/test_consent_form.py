"""Is a consent form that comes back known by its code, and recorded in one step by whoever reads its boxes?"""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from putright.casework.actions.answer_consent import answer_consent
from putright.casework.actions.file_message import file_message
from putright.casework.consent_forms import open_form
from putright.domain.consent import ConsentAnswer, Ticked
from putright.gateways.clock import FixedClock
from putright.records.models import Suggestion
from tests.casework.messages import about, came
from tests.casework.offices import Office, Story, at
from tests.gateways.mails import a_mail, with_file
from tests.sample_files import PDF
from tests.web.office.desk import filled
from tests.web.public.consenting import a_story_for_gwen, codes_of_letter
from tests.web.reading import read

TUESDAY = date(2026, 4, 7)


@pytest.fixture
def story(office: Office) -> Story:
    """A complaint that Pat makes for Gwen."""
    return a_story_for_gwen(office)


@pytest.fixture
def codes(story: Story) -> tuple[str, str]:
    """What is printed in the letter that went to Gwen on Tuesday 7 April 2026: the code for the web, and the form's."""
    return codes_of_letter(story, TUESDAY)


@pytest.fixture
def mo(office: Office, signed_in: Any, day: Any) -> Client:
    """Mo at her desk, on Tuesday."""
    day.PUTRIGHT_CLOCK = FixedClock(at(TUESDAY))
    client: Client = signed_in(office, "mo")
    return client


def test_a_scan_is_recorded_from_the_tray_with_its_boxes(
    mo: Client, office: Office, story: Story, codes: tuple[str, str]
) -> None:
    scan = with_file(a_mail(Subject="Scan"), f"scan {codes[1]}.pdf", PDF, "application/pdf")
    message = came(office, scan, now=at(TUESDAY))
    assert Suggestion.objects.get(message=message).sign == "form"

    page = read(mo.get(f"/incoming/{message.pk}"))
    assert f"The consent form of {story.reference[:4]}-{story.reference[4:]}" in page.main
    address = page.links["Record what the consent form says"]
    form = filled(read(mo.get(address))) | {"answer": "consent_given", "told": ["1"], "told_to": ["1"]}
    assert "on-day" not in form
    assert mo.post(address, form).status_code == 302

    entry = story.case.events.latest("number")
    assert (entry.event, entry.facts) == ("consent_given", {"channel": "email", "extent": "part"})
    message.refresh_from_db()
    assert (message.lying, message.case) == ("on-case", story.case)
    kept = set(story.case.documents.values_list("kind", flat=True))
    assert {"attachment", "consent", "message"} <= kept
    page = read(mo.get(f"/cases/{story.reference}"))
    assert "To part of what was asked" in page.main
    assert "The patient agreed to part of what was asked. Tell no more than that" in page.main
    assert "Tell no more than that" in read(mo.get(f"/cases/{story.reference}/send-update")).main


def test_the_next_message_knows_nothing_of_it(mo: Client, office: Office, story: Story, codes: tuple[str, str]) -> None:
    scan = with_file(a_mail(Subject="Scan"), f"scan {codes[1]}.pdf", PDF, "application/pdf")
    scanned = came(office, scan, now=at(TUESDAY))
    address = read(mo.get(f"/incoming/{scanned.pk}")).links["Record what the consent form says"]
    mo.post(address, filled(read(mo.get(address))) | {"answer": "consent_given", "told": ["1"], "told_to": ["1"]})

    other = came(office, about(story), now=at(TUESDAY))
    file_message(
        actor=office.actor("mo", TUESDAY),
        message=other.pk,
        case=story.reference,
        now=at(TUESDAY),
        means=office.means,
    )

    entry = story.case.events.latest("number")
    assert (entry.event, entry.facts) == ("message_received", {"channel": "email"})


def test_its_boxes_are_asked_for_where_none_is_ticked(mo: Client, story: Story, codes: tuple[str, str]) -> None:
    address = f"/cases/{story.reference}/record-consent"
    form = filled(read(mo.get(address))) | {"answer": "consent_given", "told": ["1"]}

    page = read(mo.post(address, form))
    assert "Tick at least one thing that we may tell, and one person we may tell it to." in page.main


def test_the_code_in_the_box_leads_to_its_boxes(mo: Client, story: Story, codes: tuple[str, str]) -> None:
    back = mo.post("/find", {"sought": codes[1].lower()}, follow=True)

    assert back.redirect_chain[-1][0] == f"/cases/{story.reference}/record-consent"
    assert codes[1] in read(back).main


def test_what_is_owed_to_a_patient_who_did_not_know_is_due_first(
    mo: Client, story: Story, codes: tuple[str, str]
) -> None:
    form = open_form(codes[0], visitor="1.2.3.4", on=TUESDAY, now=at(TUESDAY))
    said: dict[str, Any] = {"answer": ConsentAnswer.UNAWARE, "ticked": Ticked(), "name": "Gwen Example"}
    answer_consent(form=form, **said, on=TUESDAY, now=at(TUESDAY), means=story.office.means)

    page = read(mo.get(f"/cases/{story.reference}"))
    assert "We speak with the patient alone, by the end of the next working day" in page.main
    assert "record-patient-talk" in str(page.links)
    assert "speak with the patient" not in read(mo.get(f"/cases/{story.reference}/progress")).main
