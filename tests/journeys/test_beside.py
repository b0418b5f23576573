"""Something else goes on about a complaint, and a part of it is dealt with apart: the pages as the guide shows them.

As at Thursday 2 April 2026, the day before Good Friday; twenty working days later is Tuesday 5 May.
"""

from datetime import date

import pytest

from tests.journeys.visitor import Site, Visitor

pytestmark = pytest.mark.browser

DAY = date(2026, 4, 2)
PARTNER = "samuel.oakes@livingwell.example.nhs.uk"


def enters(person: Visitor) -> str:
    """Enter a complaint about two things that came by letter on that day; return its reference."""
    person.opens("/complaints/new")
    person.answers(received_on=DAY, channel="letter", full_name="Winifred Tallow", elsewhere="no", whose="self")
    person.fills(address="5 Sample Street\nSouthampton\nSO99 9ZZ")
    person.answers(subject_1="clinical-treatment", words_1="My father was given the wrong tablets the night he died.")
    person.presses("Add another issue")
    person.answers(subject_2="communications", words_2="Nobody rang us until the next day.")
    person.presses("Enter the complaint")
    return person.page.locator(".app-code").first.inner_text().replace("-", "")


def test_an_issue_waits_for_an_inquest_and_the_other_goes_on(site: Site) -> None:
    with site.on(DAY) as partner:
        partner.signs_in(PARTNER)
        reference = enters(partner)

        partner.begins(reference, "link-process")
        partner.reads("Is somebody in danger? Do that first")
        partner.pictured("something-else-goes-on", start="h1", end="text=/legal adviser or NHS Resolution/")
        partner.answers(process="inquest", words="It opens in May.", reference="C/26/417")
        partner.submits()
        partner.is_told("It is linked with the case, which goes on")

        partner.begins(reference, "hold-issues")
        partner.answers(
            issues="1",
            prejudice="The coroner hears the nurse first.",
            asked_by="The coroner’s officer",
            asked_how="telephone",
            explanation="The coroner will ask the nurse what happened. We must not ask her first.",
        )
        partner.submits()
        partner.reads("It has to wait for the coroner’s inquest.", "We will look at this again by 5 May 2026.")
        partner.pictured(
            "what-waits", start='text="Part of your complaint has to wait"', end='text="If you do not agree"'
        )
        partner.presses("Put it in the print queue")
        partner.opens_case(reference)
        partner.reads("It waits for: Inquest.", "To be looked at again by Tuesday 5 May 2026")
        partner.pictured("held", start="#issues", end="#linked ~ ul")


def test_a_part_becomes_a_case_of_its_own_with_one_letter(site: Site) -> None:
    with site.on(DAY) as partner:
        partner.signs_in(PARTNER)
        reference = enters(partner)

        partner.begins(reference, "split-case")
        partner.answers(issues="2", why="Other people can tell us why nobody rang you. You will hear from us sooner.")
        partner.pictured("split-off", start="h1", end="[name=why]")
        partner.submits()
        partner.reads("We look into your complaint in two parts")
        partner.presses("Put it in the print queue")
        partner.is_told("The case is split in two")
        partner.opens_case(reference)
        partner.reads("Split off from this one:")
