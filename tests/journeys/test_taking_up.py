"""Whose complaint is it, and is all of it taken up: an officer's pages for that, as the guide shows them.

As at Thursday 2 April 2026, the day before Good Friday; the letters are posted on Tuesday 7 April.
"""

from datetime import date

import pytest

from tests.journeys.visitor import Site, Visitor

pytestmark = pytest.mark.browser

DAY, TUESDAY = date(2026, 4, 2), date(2026, 4, 7)
PARTNER = "samuel.oakes@livingwell.example.nhs.uk"


def enters(person: Visitor, **answers: str | date) -> str:
    """Enter a complaint that came by letter on that day; return its reference."""
    person.opens("/complaints/new")
    person.answers(received_on=DAY, channel="letter", full_name="Winifred Tallow", **answers)
    person.fills(address="5 Sample Street\nSouthampton\nSO99 9ZZ")
    person.answers(whose="self", subject_1="waiting-times", words_1="I waited at the hospital for five hours.")
    return _sent(person)


def _sent(person: Visitor) -> str:
    person.presses("Enter the complaint")
    return person.page.locator(".app-code").first.inner_text().replace("-", "")


def test_a_complaint_for_another_organisation_is_sent_on_with_both_letters_read_first(site: Site) -> None:
    with site.on(DAY) as partner:
        partner.signs_in(PARTNER)
        reference = enters(partner, elsewhere="no")

        partner.begins(reference, "transfer-complaint")
        partner.answers(
            organisation="not-in-the-register",
            organisation_name="Exampleton General Hospital",
            organisation_address="Complaints team\n9 Hill Road\nExampleton\nEX9 9ZZ",
            why="You told us about their ward. We do not run it, so we cannot find out what happened there.",
            agreement="telephone",
            agreed_words="She rang back and said that we may.",
        )
        partner.pictured("send-it-on", start="h1", end="main form > button")
        partner.submits()
        partner.reads("Read the letters", "Dear complaints team,", "You have three working days")
        partner.pictured("both-letters", start="h1", end="article h4:has-text('Who complains')")
        partner.presses("Send both letters on their way")
        partner.is_told("The complaint is on its way to the right organisation")

    with site.on(TUESDAY) as partner:
        partner.signs_in(PARTNER)
        partner.posts(reference)
        partner.posts(reference)
        partner.opens_case(reference)
        partner.reads("Passed on", "The complaint was sent to the right body", "Nothing is due on this case.")


def test_what_the_law_leaves_out_is_left_out_and_the_rest_goes_on(site: Site) -> None:
    with site.on(DAY) as partner:
        partner.signs_in(PARTNER)
        partner.opens("/complaints/new")
        partner.answers(
            received_on=DAY,
            channel="letter",
            elsewhere="yes",
            from_body="nhs-england",
            first_received_on=date(2026, 3, 30),
        )
        partner.pictured("received-elsewhere", start="main h2", end="#first_received_on-hint ~ *")
        partner.answers(full_name="Winifred Tallow", whose="self", subject_1="records", words_1="My notes were wrong.")
        partner.fills(address="5 Sample Street\nSouthampton\nSO99 9ZZ")
        partner.presses("Add another issue")
        partner.answers(subject_2="values", words_2="The desk was rude to me in 2024. You answered that.")
        reference = _sent(partner)

        partner.begins(reference, "exclude-issues")
        partner.answers(
            issues="2",
            ground="investigated-before",
            reasons="You wrote to us about this in 2024. We looked into it, and answered you on 4 March 2025.",
        )
        partner.pictured("leave-something-out", start="h1", end="[name=reasons]")
        partner.submits()
        partner.reads("We cannot deal with it because the same thing has been looked into already.")
        partner.reads("This does not change the rest of your complaint.")
        partner.presses("Put it in the print queue")
        partner.opens_case(reference)
        partner.reads("Not dealt with: the same matter has been investigated before.", "Received first by")
        partner.pictured("left-out", start="#issues", end=".app-issues > :last-child")


def test_every_page_of_whose_complaint_it_is_can_be_read_by_everybody(site: Site) -> None:
    """Axe looks at each page, one that is open and one that says why it is not."""
    with site.on(DAY) as partner:
        partner.signs_in(PARTNER)
        reference = enters(partner, elsewhere="no")
        again = enters(partner, elsewhere="no")
        for act in (
            *("ask-to-share", "record-sharing", "join-complaint", "request-contribution", "send-contribution"),
            *(
                "leave-joint",
                "name-provider",
                "take-back-exclusion",
                "refuse-representative",
                "link-case",
                "unlink-case",
            ),
            *("answer-written-record", "decide-lateness"),
        ):
            partner.begins(reference, act)

        partner.begins(again, "merge-case")
        partner.answers(which="another", reference=reference, why="It was typed in twice.", tells="yes")
        partner.submits()
        partner.reads("We have put your complaints together", "We count our time from 2 April 2026.")
        partner.presses("Put it in the print queue")
        partner.opens_case(again)
        partner.reads("Closed", "Put together with")
