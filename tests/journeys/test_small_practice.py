"""A plain complaint to a practice of two people: how many screens does it take, from a call to the answer?

Received on Thursday 2 April 2026, acknowledged and answered on Tuesday 7 April, after Easter.
"""

from datetime import date

import pytest

from tests.journeys.visitor import Site, Visitor

pytestmark = pytest.mark.browser

OFFICER = "olivia.ormonde@livingwell.example.nhs.uk"
PARTNER = "samuel.oakes@livingwell.example.nhs.uk"


def counted(visitor: Visitor) -> list[str]:
    """The screens that somebody comes to from now on."""
    screens: list[str] = []
    visitor.page.on(
        "framenavigated",
        lambda frame: screens.append(frame.url) if frame == visitor.page.main_frame else None,
    )
    return screens


def test_is_answered_in_under_ten_screens(site: Site) -> None:
    with site.on(date(2026, 4, 2)) as officer:
        officer.signs_in(OFFICER)
        hers = counted(officer)
        officer.follows("New complaint")
        officer.answers(
            channel="email",
            full_name="Ottilie Nobody",
            telephone="07700 900179",
            email="ottilie.nobody@example.org",
            address="11 Example Close\nSouthampton\nSO99 9ZZ",
            by_email="yes",
            whose="self",
            subject_1="appointments",
            words_1="I was told on the day that my appointment had been moved to next week.",
        )
        officer.presses("Enter the complaint")
        reference = officer.page.locator(".app-code").first.inner_text().replace("-", "")
        officer.records(reference, "acknowledge", channel="telephone", note="She would like an answer by email.")

    with site.on(date(2026, 4, 7)) as partner:
        partner.signs_in(PARTNER)
        his = counted(partner)
        partner.opens_case(reference)
        partner.follows("Answer it in one go")
        partner.answers(
            outcome_1="upheld",
            conclusion_1="You should have been told the day before. The message was not sent.",
            remedy_needed_1="yes",
            remedy_1="Two people now look at the list each afternoon.",
            how_considered="I asked at the desk and looked at the list of that day.",
            apology="I am sorry that you came for nothing.",
            action_confirmation="taken",
            action_details="Two people look at the list each afternoon.",
            channel="email",
            why_as_it_is="There is nothing else that she asked for.",
        )
        partner.pictured("answer-in-one-go", start="h1", end="[name=conclusion_1]")
        partner.submits()
        partner.reads("Dr Samuel Oakes", "You should have been told the day before.")
        partner.page.locator("button[name=step][value=send]").click()
        partner.is_well()
        partner.opens_case(reference) if not partner.page.url.endswith(reference) else None
        partner.reads("The response was signed", "The response was sent")

    assert len(hers) + len(his) < 10, [*hers, *his]
