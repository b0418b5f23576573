"""Does the page of a case say what is due and why, what can be done, what it is about, and what has happened?"""

from datetime import date

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.register import register
from putright.casework.said import PersonSaid
from putright.domain.channels import Channel
from putright.domain.issues import Outcome
from putright.domain.standing import Basis
from putright.gateways.clock import FixedClock
from putright.records.models import ReadLog
from tests.casework.offices import MAUNDY_THURSDAY, a_story, at
from tests.web.reading import read, words

TUESDAY = date(2026, 4, 7)


@pytest.fixture
def story(office):
    """A complaint to Commisceo by letter of Thursday 2 April 2026; Good Friday is the 3rd, Easter Monday the 6th."""
    return a_story(office)


@pytest.fixture
def page_of(signed_in, office):
    """Read the page of a case as somebody of the office."""

    def reader(story, who="mo"):
        response = signed_in(office, who).get(f"/cases/{story.reference}")
        assert response.status_code == 200
        return read(response)

    return reader


def duty(page, beginning):
    """The card of the duty whose promise holds these words."""
    cards = page.tree.xpath("//li[contains(@class, 'app-duty')]")
    return next(card for card in cards if beginning in words(card.xpath(".//h3")[0]))


class TestTheHead:
    def test_says_which_case_it_is_and_when_the_next_thing_is_due(self, page_of, story):
        page = page_of(story)
        shown = f"{story.reference[:4]}-{story.reference[4:]}"
        particulars = dict(zip(page.texts("//dl[1]//dt"), page.texts("//dl[1]//dd"), strict=True))

        assert page.title == f"{shown}, Pat Example - Putright"
        assert page.headings == [f"{shown} - Pat Example"]
        # The register is owed within one working day of Thursday: Tuesday.
        assert particulars["Next due"] == "Tuesday 7 April 2026 Due next working day"
        assert particulars["Status"] == "Open"
        assert particulars["Stage"] == "Answer"
        assert particulars["Received"] == "2 April 2026 , by letter"
        assert particulars["With"] == "Mo Manager"
        assert particulars["Organisation"] == "The commisceo example"

    def test_leads_back_to_the_worklist_and_down_the_page(self, page_of, story):
        page = page_of(story)

        assert page.links["Worklist"] == "/work"
        for place in page.tree.xpath("//nav[@aria-label='On this page']//a/@href"):
            assert page.tree.xpath(f"//*[@id='{place[1:]}']"), place

    def test_shows_what_a_person_needs_before_anything_else(self, office, page_of):
        needing = PersonSaid(name="Pat Example", address=("2 Sample Road",), needs="Large print, please.")
        page = page_of(a_story(office, complainant=needing))

        assert "What Pat Example needs Large print, please." in page.main
        assert page.main.index("Large print") < page.main.index("What is due")

    def test_can_be_found_by_a_reference_typed_in_another_way(self, signed_in, office, story):
        typed = f"{story.reference[:4]}-{story.reference[4:]}".lower()

        assert signed_in(office, "mo").get(f"/cases/{typed}").status_code == 200


class TestWhatIsDue:
    def test_comes_by_the_date_that_binds(self, page_of, story):
        page = page_of(story)

        assert page.texts("//li[contains(@class, 'app-duty')]//h3")[0].startswith("We enter your complaint")
        dates = page.texts("//li[contains(@class, 'app-duty')]//strong[contains(@class, 'nhsuk-tag')]")
        assert dates[:3] == ["Due next working day", "Due next working day", "In 3 working days"]

    def test_shows_both_dates_and_which_binds(self, page_of, story):
        card = duty(page_of(story), "We acknowledge your complaint in writing")
        dates = dict(zip(map(words, card.xpath(".//dt")), map(words, card.xpath(".//dd")), strict=True))

        assert dates["By"] == "Service Manager"
        # Ten working days after Thursday 2 April, without Good Friday and Easter Monday; three by the law.
        assert dates["Our procedure, clause 1"] == "Monday 20 April 2026"
        assert dates["The law, SI 2009/309 reg 13(3)"] == "Thursday 9 April 2026 this date binds"

    def test_shows_the_laws_own_duty_once_with_the_promise_it_belongs_to(self, page_of, story):
        promises = page_of(story).texts("//li[contains(@class, 'app-duty')]//h3")

        assert sum("cknowledge" in promise for promise in promises) == 1

    def test_says_why_a_date_is_what_it_is(self, page_of, story):
        card = duty(page_of(story), "We enter your complaint")
        why = words(card.xpath(".//details")[0])

        assert why.startswith("How this date came about")
        assert "Good Friday" in why
        assert why.endswith("7 April 2026. It is still to be done.")

    def test_has_a_button_to_what_meets_it(self, page_of, story):
        card = duty(page_of(story), "We enter your complaint")

        assert [(words(a), a.get("href")) for a in card.xpath(".//a")] == [
            ("Enter in the register", f"/cases/{story.reference}/register")
        ]

    def test_leads_to_the_letter_that_waits_instead_of_to_another(self, page_of, story):
        letter = story.does(acknowledge, "mo", MAUNDY_THURSDAY).letter
        card = duty(page_of(story), "We acknowledge your complaint in writing")

        assert "is written and waits to be posted" in words(card)
        assert card.xpath(".//a/@href") == [f"/cases/{story.reference}/post-letter/{letter}"]

    def test_is_late_once_the_date_that_binds_has_passed(self, page_of, story, day):
        day.PUTRIGHT_CLOCK = FixedClock(at(date(2026, 4, 10)))
        card = duty(page_of(story), "We acknowledge your complaint in writing")

        assert words(card.xpath(".//strong[contains(@class, 'nhsuk-tag')]")[0]) == "Overdue by 1 working day"


class TestWhatCanBeDone:
    def test_leads_to_what_is_due_and_to_the_groups_of_the_rest(self, page_of, story):
        page = page_of(story)

        assert page.links["Acknowledge"] == f"/cases/{story.reference}/acknowledge"
        assert page.links["Note a call"] == f"/cases/{story.reference}/add-file-note"
        assert page.links["First contact"] == f"/cases/{story.reference}/do#do-first-contact"

    def test_does_not_offer_what_has_nothing_to_be_done_with(self, signed_in, office, story):
        links = self.everything(signed_in, office, story)

        for words_of in ("Ask for consent", "Send a written record", "Explain the delay"):
            assert words_of not in links

    def test_offers_consent_where_somebody_complains_for_another(self, signed_in, office):
        patient = PersonSaid(name="Viv Example", address=("2 Sample Road",), born_on=date(1950, 5, 5))
        story = a_story(office, basis=Basis.REQUESTED, patient=patient)

        assert "Ask for consent" in self.everything(signed_in, office, story)

    def everything(self, signed_in, office, story):
        """What the list of everything leads to."""
        return read(signed_in(office, "mo").get(f"/cases/{story.reference}/do")).links


class TestIssuesPeopleAndPapers:
    def test_an_issue_has_the_persons_words_and_its_outcome(self, page_of, story):
        assert (
            "Behaviour and attitude of staff No outcome yet I was spoken to rudely at the desk." in page_of(story).main
        )

        story.does(
            record_outcome,
            "mo",
            MAUNDY_THURSDAY,
            issue=1,
            outcome=Outcome.PARTLY_UPHELD,
            conclusion="It was a short answer.",
            remedy_needed=False,
        )
        main = page_of(story).main
        assert "Partly upheld I was spoken to rudely at the desk." in main
        assert "Conclusion It was a short answer. What must be put right Nothing" in main

    def test_people_are_named_with_how_to_reach_them(self, office, page_of):
        asking = PersonSaid(
            name="Pat Example",
            telephone="07700 900123",
            email="pat@example.org",
            agrees_to_email=True,
            nhs_number="9990000018",
        )
        patient = PersonSaid(name="Viv Example", address=("2 Sample Road",), born_on=date(1950, 5, 5))
        page = page_of(a_story(office, complainant=asking, basis=Basis.REQUESTED, patient=patient))

        assert page.links["07700 900123"] == "tel:07700900123"
        assert "Has agreed to letters by email" in page.main
        assert "NHS number 999 000 0018" in page.main
        assert "The patient Viv Example" in page.main
        assert "Born 5 May 1950" in page.main

    def test_a_letter_can_be_opened_posted_or_put_aside(self, page_of, story):
        letter = story.does(acknowledge, "mo", MAUNDY_THURSDAY).letter
        page = page_of(story)

        assert "We have received your complaint Written 2 April 2026 To be printed" in page.main
        assert f"/cases/{story.reference}/papers/{letter}" in page.tree.xpath("//section//a/@href")
        assert page.links["Mark as posted : We have received your complaint"].endswith(f"/post-letter/{letter}")


class TestWhatHasHappened:
    def test_the_latest_comes_first_with_what_it_met(self, page_of, story, day):
        story.does(register, "mo", TUESDAY)
        day.PUTRIGHT_CLOCK = FixedClock(at(TUESDAY))
        entries = page_of(story).texts("//div[contains(@class, 'app-entry')]")

        assert entries[0].startswith("The complaint was entered in the register Met: We enter your complaint")
        assert entries[-1].startswith("What is complained of happened")

    def test_a_corrected_entry_stays_struck_through(self, page_of, story):
        story.does(register, "mo", MAUNDY_THURSDAY)
        number = story.case.events.get(event="registered").number
        story.does(correct_entry, "mo", MAUNDY_THURSDAY, entry=number, reason="It was another case.")
        page = page_of(story)

        assert page.texts(f"//div[@id='entry-{number}']//del") == ["The complaint was entered in the register"]
        assert page.texts(f"//div[@id='entry-{number}']//a")[0] == f"entry {number + 1}"
        assert "Met" not in page.texts(f"//div[@id='entry-{number}']")[0]

    def test_a_note_is_read_where_it_stands(self, page_of, story):
        story.does(add_file_note, "mo", MAUNDY_THURSDAY, words="She rang.\nShe is well.", channel=Channel.TELEPHONE)

        assert "She rang. She is well." in page_of(story).texts("//div[contains(@class, 'app-entry')]")[0]


class TestWhoMaySee:
    def test_another_bodys_case_is_not_there(self, signed_in, neighbour, story):
        response = signed_in(neighbour, "mo").get(f"/cases/{story.reference}")

        assert response.status_code == 404
        assert "Pat Example" not in response.content.decode()

    @pytest.mark.parametrize("reference", ["ZZZZZZZZ", "no-such-case", "1"])
    def test_a_guessed_reference_is_not_there(self, signed_in, office, reference):
        assert signed_in(office, "mo").get(f"/cases/{reference}").status_code == 404

    def test_nobody_sees_it_who_has_not_signed_in(self, client, story):
        response = client.get(f"/cases/{story.reference}")

        assert response.status_code == 302
        assert response.headers["Location"].startswith("/sign-in?next=")

    def test_no_browser_keeps_it(self, signed_in, office, story):
        assert "no-store" in signed_in(office, "mo").get(f"/cases/{story.reference}").headers["Cache-Control"]

    def test_that_it_was_read_is_logged(self, page_of, office, story):
        page_of(story)

        assert list(ReadLog.objects.values_list("person", "what")) == [(office.people["mo"], "case")]


class TestQueries:
    @pytest.mark.parametrize("notes", [5, 60])
    def test_are_at_most_twelve_whatever_the_number_of_events(
        self, signed_in, office, story, notes, django_assert_max_num_queries
    ):
        for number in range(notes):
            story.does(add_file_note, "mo", MAUNDY_THURSDAY, words=f"Call {number}")
        story.does(acknowledge, "mo", MAUNDY_THURSDAY)
        client = signed_in(office, "mo")
        client.get(f"/cases/{story.reference}")

        with django_assert_max_num_queries(12):
            assert client.get(f"/cases/{story.reference}").status_code == 200
