"""Can a person read what came in, and put it where it belongs, in two clicks and without typing it again?"""

from datetime import date

import pytest
from django.test import Client

from putright.casework.actions.name_staff import name_staff
from putright.gateways.clock import FixedClock
from putright.records.models import Case, IncomingMessage
from tests.casework.messages import PROVED, a_case, about, came
from tests.casework.offices import MAUNDY_THURSDAY, Office, at
from tests.gateways.mails import a_mail, with_file
from tests.sample_files import PDF
from tests.web.office.desk import filled
from tests.web.reading import Read, read

TUESDAY = date(2026, 4, 7)
HOSTILE = "<script>alert('words')</script> and more"


@pytest.fixture
def mo(office: Office, signed_in, day) -> Client:
    """Mo at her desk, on Tuesday."""
    day.PUTRIGHT_CLOCK = FixedClock(at(TUESDAY))
    return signed_in(office, "mo")


def opened(client: Client, path: str) -> Read:
    """A page, which must be there."""
    response = client.get(path)
    assert response.status_code == 200, read(response).main
    return read(response)


class TestTheTray:
    def test_shows_who_when_and_the_first_words_and_no_subject(self, mo, office):
        came(office, about(a_case(office)))
        page = opened(mo, "/incoming")

        assert page.title == "Incoming: to look at - Putright"
        row = page.texts("//tbody/tr")[0]
        assert "7 April 2026" in row
        assert "Pat Example" in row
        assert "I was spoken to rudely at the desk." in row
        assert "Perhaps" in row
        assert "My complaint" not in page.main  # its subject

    def test_is_in_the_menu_of_those_who_handle_cases(self, mo, office, signed_in):
        assert "Incoming" in opened(mo, "/work").texts("//header//a")
        assert signed_in(office, "ada").get("/incoming").status_code == 403

    def test_says_in_the_menu_how_many_wait_for_those_who_may_see_them(self, mo, office, signed_in):
        story = a_case(office)
        came(office, a_mail(From="Somebody Else <else@example.org>"))
        came(office, about(story, Message_ID="<two@x>"))
        assert "Incoming (2)" in opened(mo, "/work").texts("//header//a")
        assert "Incoming (2)" in opened(mo, "/incoming?show=quiet").texts("//header//a")

        story.does(name_staff, "olu", TUESDAY, person=office.people["mo"])
        assert "Incoming (1)" in opened(mo, "/work").texts("//header//a")
        ada = read(signed_in(office, "ada").get("/work", follow=True))
        assert not any("Incoming" in item for item in ada.texts("//header//a"))

    def test_marks_what_has_waited_longer_than_a_working_day(self, mo, office, day, signed_in):
        """Come on Maundy Thursday: Tuesday is the next working day, and is over on Wednesday."""
        came(office, a_mail())
        page = opened(mo, "/incoming")
        assert "Overdue" not in page.main

        came(office, a_mail("Another.", Message_ID="<two@x>", Date="Tue, 07 Apr 2026 08:30:00 +0100"))
        day.PUTRIGHT_CLOCK = FixedClock(at(date(2026, 4, 8)))
        mo = signed_in(office, "mo")
        page = opened(mo, "/incoming")
        assert ["Overdue" in row for row in page.texts("//tbody/tr")] == [True, False]
        assert "1 message waited longer than one working day." in page.main
        assert "Overdue" not in opened(mo, "/incoming?show=quiet").main

    def test_says_so_when_it_is_empty(self, mo):
        assert "No message is waiting." in opened(mo, "/incoming").main

    def test_names_by_their_case_alone_those_that_went_there_by_themselves(self, mo, office):
        story = a_case(office)
        row = came(office, about(story, Authentication_Results=PROVED))
        page = opened(mo, "/incoming?show=by-itself")
        assert f"/cases/{story.reference}" in page.tree.xpath("//tbody//a/@href")

        assert mo.post(f"/incoming/{row.pk}/seen").status_code == 302
        assert "Every message on a case has been seen." in opened(mo, "/incoming?show=by-itself").main

    @pytest.mark.parametrize("query", ["show=x", "page=0", "page=99999999999999", "page=x", "show=quiet&page=2"])
    def test_does_not_mind_what_is_typed_into_its_address(self, mo, query):
        assert mo.get(f"/incoming?{query}").status_code == 200

    def test_a_page_of_it_asks_as_often_however_many_there_are(self, mo, office, django_assert_max_num_queries):
        story = a_case(office)
        for number in range(12):
            came(office, about(story, Message_ID=f"<{number}@x>"))
        with django_assert_max_num_queries(12):
            opened(mo, "/incoming")


class TestAMessage:
    def test_says_that_its_sender_can_be_made_up(self, mo, office):
        row = came(office, a_mail())
        proven = came(office, a_mail(Authentication_Results=PROVED, Message_ID="<two@x>"))

        assert "Nobody has confirmed it" in opened(mo, f"/incoming/{row.pk}").main
        assert "Our mail server has confirmed" in opened(mo, f"/incoming/{proven.pk}").main

    def test_shows_its_words_as_words(self, mo, office):
        row = came(office, a_mail(HOSTILE, Subject=HOSTILE, From=f'"{HOSTILE}" <pat@example.org>'))
        response = mo.get(f"/incoming/{row.pk}")

        assert HOSTILE in read(response).main
        assert b"<script>alert" not in response.content

    def test_is_put_on_the_case_it_names_in_two_clicks(self, mo, office):
        story = a_case(office)
        row = came(office, about(story))
        page = opened(mo, opened(mo, "/incoming").tree.xpath("//tbody//a/@href")[0])
        response = mo.post(f"/incoming/{row.pk}", filled(page))

        assert response.headers["Location"] == f"/cases/{story.reference}"
        case = opened(mo, f"/cases/{story.reference}")
        assert "A message came in and was put on the file" in case.main
        assert "An email that came" in case.main

    def test_goes_on_another_case_by_its_reference_as_typed(self, mo, office):
        story = a_case(office, email="else@example.org")
        row = came(office, a_mail())
        form = filled(opened(mo, f"/incoming/{row.pk}"))
        shown = f"{story.reference[:4].lower()} {story.reference[4:].lower()}"

        assert mo.post(f"/incoming/{row.pk}", form | {"reference": shown}).status_code == 302
        assert story.events()[-1][0] == "message_received"

    @pytest.mark.parametrize("typed", ["", "ABCD-1234", "00000000"])
    def test_a_reference_of_no_case_is_a_mistake_of_its_box(self, mo, office, typed):
        row = came(office, a_mail())
        response = mo.post(f"/incoming/{row.pk}", filled(opened(mo, f"/incoming/{row.pk}")) | {"reference": typed})

        assert response.status_code == 422
        assert read(response).problems[0][1] == "#reference"

    def test_what_it_cannot_mean_is_refused_with_the_reason(self, mo, office):
        story = a_case(office)
        row = came(office, about(story))
        form = filled(opened(mo, f"/incoming/{row.pk}")) | {"meaning": "details_received"}
        response = mo.post(f"/incoming/{row.pk}", form)

        assert response.status_code == 422
        assert "cannot be recorded before" in read(response).problems[0][0]

    def test_its_files_are_only_saved(self, mo, office):
        row = came(office, with_file(a_mail(), "scan.pdf", PDF, "application/pdf"))
        response = mo.get(f"/incoming/{row.pk}/files/1")

        assert response.content == PDF
        assert response.headers["Content-Disposition"] == 'attachment; filename="scan.pdf"'
        assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert mo.get(f"/incoming/{row.pk}/files/2").status_code == 404

    def test_that_could_not_be_read_says_where_it_lies(self, mo, office):
        row = came(office, b"nothing", key="17")

        assert "Open it in the mailbox “complaints”, where it lies as 17." in opened(mo, f"/incoming/{row.pk}").main

    def test_is_put_aside_with_a_reason(self, mo, office):
        row = came(office, a_mail())
        assert mo.post(f"/incoming/{row.pk}/aside", {"note": ""}).status_code == 422
        assert mo.post(f"/incoming/{row.pk}/aside", {"reason": "compliment", "note": "Passed on."}).status_code == 302

        assert "It is a thank you or praise, Mo Manager" in opened(mo, f"/incoming/{row.pk}").main
        assert "Pat Example" in opened(mo, "/incoming?show=aside").main


class TestAComplaintFromIt:
    def test_is_opened_without_typing_it_again(self, mo, office):
        row = came(office, with_file(a_mail("One.\n\nTwo."), "scan.pdf", PDF, "application/pdf"))
        page = opened(mo, f"/complaints/new?message={row.pk}")
        form = filled(page)
        assert (form["full_name"], form["email"]) == ("Pat Example", "pat@example.org")
        assert (form["received_on-day"], form["received_on-month"]) == ("2", "4")
        assert form["words_1"].split() == ["One.", "Two."]

        response = mo.post("/complaints/new", form | {"subject_1": "values-and-behaviours"})
        if response.status_code == 422:  # the code of the subject is the domain's own
            code = page.tree.xpath("//select[@name='subject_1']/option/@value")[1]
            response = mo.post("/complaints/new", form | {"subject_1": code})

        assert response.status_code == 200, read(response).problems
        case = Case.objects.get()
        assert case.received_on == MAUNDY_THURSDAY
        assert IncomingMessage.objects.get().case == case
        assert sorted(case.documents.values_list("kind", flat=True)) == ["attachment", "message", "narrative"]

    @pytest.mark.parametrize("query", ["x", "99", "-1", "9" * 30])
    def test_of_a_message_that_is_not_there_is_not_found(self, mo, query):
        assert mo.get(f"/complaints/new?message={query}").status_code == 404


class TestWhoSees:
    def test_nobody_named_in_the_case_and_nobody_of_another_body(self, mo, office, neighbour, signed_in):
        story = a_case(office)
        story.does(name_staff, "mo", MAUNDY_THURSDAY, person=office.people["olu"])
        row = came(office, with_file(about(story), "scan.pdf", PDF, "application/pdf"))
        pages = [f"/incoming/{row.pk}", f"/incoming/{row.pk}/aside", f"/incoming/{row.pk}/files/1"]
        for client in (signed_in(office, "olu"), signed_in(neighbour, "mo")):
            assert "Pat Example" not in opened(client, "/incoming").main
            for path in [*pages, f"/complaints/new?message={row.pk}"]:
                assert client.get(path).status_code == 404
            for path in [f"/incoming/{row.pk}/seen", *pages[:2]]:
                assert client.post(path, {"case": story.reference, "meaning": "message_received"}).status_code == 404
        assert mo.get(pages[0]).status_code == 200

    def test_nobody_who_has_not_signed_in(self, client, office):
        row = came(office, a_mail())
        for path in ("/incoming", f"/incoming/{row.pk}", f"/incoming/{row.pk}/files/1"):
            assert client.get(path).status_code == 302
