"""Which letters wait, can they be printed, and what does it mean that they were posted?"""

from datetime import date

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.gateways.clock import FixedClock
from putright.records.models import OutboxLetter
from tests.casework.offices import MAUNDY_THURSDAY, Story, a_story, at
from tests.web.reading import read

TUESDAY = date(2026, 4, 7)
ACKNOWLEDGED = "acknowledged"


def value(story: Story, number: int) -> str:
    """How the form names a letter."""
    return f"{story.reference}.{number}"


def posting(*letters, day=2, step="posted"):
    """The form with some letters ticked."""
    return {"letter": letters, "step": step, "on-day": str(day), "on-month": "4", "on-year": "2026"}


@pytest.fixture
def two(office):
    """Two cases, each with its acknowledgement written."""
    stories = a_story(office), a_story(office)
    return [(story, story.does(acknowledge, "mo", MAUNDY_THURSDAY).letter) for story in stories]


class TestTheList:
    def test_has_a_sheet_for_each_day(self, signed_in, office, two, day):
        later = a_story(office)
        later.does(acknowledge, "mo", TUESDAY)
        day.PUTRIGHT_CLOCK = FixedClock(at(TUESDAY))
        page = read(signed_in(office, "mo").get("/letters"))

        assert page.title == "Letters to post - Putright"
        assert page.headings == ["Letters to post"]
        assert page.texts("//caption") == ["Written on Thursday 2 April 2026", "Written on Tuesday 7 April 2026"]
        assert [len(sheet.xpath(".//tbody/tr")) for sheet in page.tree.xpath("//table")] == [2, 1]
        assert page.main.startswith("Letters to post 3 letters waiting.")

    def test_names_the_letter_its_case_and_how_far_it_has_come(self, signed_in, office, two):
        story, number = two[0]
        page = read(signed_in(office, "mo").get("/letters"))

        shown = f"{story.reference[:4]}-{story.reference[4:]}"
        assert page.texts("//tbody/tr[1]/*[2]") == [f"Case {shown} Pat Example"]
        assert page.texts("//tbody/tr[1]//strong") == ["To print"]
        assert f"/letters/{story.reference}/{number}" in page.tree.xpath("//tbody//a/@href")

    def test_says_so_when_it_is_empty(self, signed_in, office):
        assert "No letter is waiting to be posted." in read(signed_in(office, "mo").get("/letters")).main

    def test_shows_nothing_of_another_body(self, signed_in, two, neighbour):
        assert "No letter is waiting" in read(signed_in(neighbour, "mo").get("/letters")).main

    def test_is_not_for_who_may_not_handle_cases(self, signed_in, office, two):
        for who in ("max", "ada"):
            response = signed_in(office, who).get("/letters")

            assert response.status_code == 403
            assert read(response).headings == ["This is not open to you"]

    def test_is_not_for_who_has_not_signed_in(self, client, office):
        assert client.get("/letters").status_code == 302


class TestTheLetter:
    def test_is_a_pdf_to_print_that_no_browser_keeps(self, signed_in, office, two):
        story, number = two[0]
        response = signed_in(office, "mo").get(f"/letters/{story.reference}/{number}")

        assert response.content.startswith(b"%PDF-")
        assert response.headers["Content-Type"] == "application/pdf"
        assert response.headers["Content-Disposition"] == f'inline; filename="{story.reference}-{number}.pdf"'
        assert response.headers["Cache-Control"] == "no-store, private"

    def test_is_not_found_by_another_body(self, signed_in, two, neighbour):
        story, number = two[0]

        assert signed_in(neighbour, "mo").get(f"/letters/{story.reference}/{number}").status_code == 404

    def test_is_not_the_persons_own_paper(self, signed_in, office, two):
        assert signed_in(office, "mo").get(f"/letters/{two[0][0].reference}/1").status_code == 404


class TestMarking:
    def test_several_as_printed_in_one_step(self, signed_in, office, two):
        client = signed_in(office, "mo")
        response = client.post("/letters", posting(*(value(*each) for each in two), step="printed"), follow=True)
        page = read(response)

        assert page.texts("//*[@role='alert']") == ["Done 2 letters marked as printed"]
        assert page.texts("//tbody//strong") == ["Printed", "Printed"]
        assert [event for event, _ in two[0][0].events()].count(ACKNOWLEDGED) == 0

    def test_several_as_posted_in_one_step_records_what_they_mean(self, signed_in, office, two):
        client = signed_in(office, "mo")
        response = client.post("/letters", posting(*(value(*each) for each in two)), follow=True)

        assert read(response).texts("//*[@role='alert']") == ["Done 2 letters marked as posted"]
        assert "No letter is waiting" in read(response).main
        for story, _ in two:
            assert (ACKNOWLEDGED, MAUNDY_THURSDAY) in story.events()

    def test_two_of_one_case_at_once(self, signed_in, office, two):
        story, number = two[0]
        OutboxLetter.objects.filter(case__reference=two[1][0].reference).delete()
        client = signed_in(office, "mo")
        twice = client.post("/letters", posting(value(story, number), value(story, number)))

        assert twice.status_code == 422
        assert "has already been posted" in read(twice).problems[0][0]
        assert [event for event, _ in story.events()].count(ACKNOWLEDGED) == 1

    def test_what_cannot_be_so_is_refused_with_the_reason_and_stays_ticked(self, signed_in, office, two):
        story, number = two[0]
        client = signed_in(office, "mo")
        response = client.post("/letters", posting(value(story, number), day=1))
        page = read(response)

        assert response.status_code == 422
        assert page.title == "Error: Letters to post - Putright"
        assert page.problems[0][0].startswith(f"{story.reference[:4]}-{story.reference[4:]}: ")
        assert page.tree.xpath("//input[@checked]/@value") == [value(story, number)]
        assert story.case.letters.get().posted_on is None

    def test_what_can_be_is_done_although_another_is_refused(self, signed_in, office, two, day):
        later = a_story(office)
        number = later.does(acknowledge, "mo", TUESDAY).letter
        day.PUTRIGHT_CLOCK = FixedClock(at(TUESDAY))
        response = signed_in(office, "mo").post("/letters", posting(value(*two[0]), value(later, number), day=2))
        page = read(response)

        assert page.texts("//*[@role='alert'][1]")
        assert "1 letter marked as posted" in page.main
        assert len(page.problems) == 1
        assert (ACKNOWLEDGED, MAUNDY_THURSDAY) in two[0][0].events()
        assert ACKNOWLEDGED not in dict(later.events())

    def test_nothing_ticked_is_said(self, signed_in, office, two):
        page = read(signed_in(office, "mo").post("/letters", posting()))

        assert page.problems == [("Tick the letters that it is about", "#letter-1")]

    def test_a_day_is_asked_and_not_one_to_come(self, signed_in, office, two):
        response = signed_in(office, "mo").post("/letters", posting(value(*two[0]), day=3))

        assert response.status_code == 422
        assert read(response).problems[0][1] == "#on-day"
        assert read(response).tree.xpath("//input[@checked]/@value") == [value(*two[0])]

    def test_letters_of_another_body_are_left_alone(self, signed_in, two, neighbour):
        client = signed_in(neighbour, "mo")
        client.post("/letters", posting(value(*two[0])))
        client.post("/letters", posting(value(*two[0]), step="printed"))

        assert set(OutboxLetter.objects.values_list("state", flat=True)) == {"queued"}

    @pytest.mark.parametrize("odd", ["", "x", "ABCD1234", "ABCD1234.x", "a.b.c", "ABCD1234.99999999999999999999"])
    def test_what_no_form_of_ours_sends_changes_nothing(self, signed_in, office, two, odd):
        for step in ("posted", "printed"):
            assert signed_in(office, "mo").post("/letters", posting(odd, step=step)).status_code < 500
        assert set(OutboxLetter.objects.values_list("state", flat=True)) == {"queued"}
