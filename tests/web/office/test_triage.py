"""Is a complaint looked at first on pages that suggest, ask why, and show the letter before it is written?"""

import pytest

from putright.records.models import Body, Case
from tests.casework.offices import a_story
from tests.web.office.desk import Desk, filled
from tests.web.reading import read


@pytest.fixture
def desk(signed_in, office):
    return Desk(signed_in(office, "mo"), a_story(office).reference)


def head(desk):
    return " ".join(desk.page.texts("//dl[contains(@class, 'app-particulars')]//div"))


class TestHowGrave:
    def test_is_suggested_from_what_it_is_about(self, desk):
        page = desk.opens("set-severity")

        assert "Low is suggested, because one thing is complained of" in page.main
        assert filled(page)["severity"] == "low"

    def test_is_kept_shown_at_the_head_and_says_who_handles_it(self, desk):
        assert "Severity" not in head(desk)
        said = desk.does("set-severity", severity="high")

        assert "a manager handles it" in said
        assert "Severity High" in head(desk)

    def test_needs_a_reason_to_be_changed_and_keeps_what_was_chosen(self, desk):
        desk.does("set-severity", severity="high")
        page = read(desk.answers("set-severity", severity="low"))

        assert "Say why it is judged otherwise now" in page.main
        assert filled(page)["severity"] == "low"

    def test_can_be_said_with_a_new_complaint(self, signed_in, office):
        client = signed_in(office, "mo")
        form = filled(read(client.get("/complaints/new")))
        form |= {"full_name": "Pat", "address": "1 Road", "subject_1": "values", "words_1": "Rude."}
        client.post("/complaints/new", form | {"severity": "moderate"})

        assert Case.objects.latest("pk").severity == "moderate"


class TestThePath:
    def test_is_suggested_told_in_a_letter_that_is_read_first_and_can_change(self, desk):
        assert filled(desk.opens("choose-path"))["path"] == "early-resolution"
        letter = read(desk.answers("choose-path", why="It is quickly explained."))
        assert "We want to put it right soon" in letter.main
        assert "We told you before" not in letter.main

        said = desk.does("choose-path", why="It is quickly explained.")
        assert "The letter waits in the print queue" in said
        assert "Early resolution" in head(desk)

        assert filled(desk.opens("choose-path"))["path"] == "closer-look"
        desk.client.post(desk.address("cancel-letter", 1), {})
        response = desk.answers("choose-path", why="She is not content.", channel="telephone")
        assert response.status_code == 302
        assert "Closer look" in head(desk)

    def test_asks_for_a_reason(self, desk):
        page = read(desk.answers("choose-path", why=""))

        assert page.problems == [("Say why this way suits the complaint", "#why")]


def test_what_the_person_is_shown_says_nothing_of_severity(desk):
    desk.does("set-severity", severity="high", reason="Quillfeather.")

    shown = read(desk.client.get(f"/cases/{desk.reference}/progress")).main
    assert "Quillfeather" not in shown
    assert "High" not in shown
    assert Body.objects.count() == 1
