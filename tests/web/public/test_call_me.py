"""Can somebody ask to be called back, and do staff see by when and on which number?"""

from datetime import date

import pytest

from putright.gateways.clock import FixedClock
from putright.records.models import IncomingMessage
from tests.casework.offices import at
from tests.web.office.conftest import account_of, give_accounts
from tests.web.office.desk import Browser
from tests.web.reading import read

pytestmark = pytest.mark.django_db

SAID = {
    "form": "one",
    "to": "commisceo",
    "full_name": "Pat Example",
    "telephone": "01632 960555",
    "best": "morning",
    "message": "no",
}


class TestAsking:
    def test_danger_comes_first(self, client, commisceo):
        assert read(client.get("/call-me")).texts("//main//p")[0].startswith("Is someone unwell or in danger now?")

    def test_the_next_page_says_by_when(self, client, commisceo):
        response = client.post("/call-me", SAID)
        page = read(client.get(response.headers["Location"]))

        # Maundy Thursday: Good Friday and Easter Monday are not worked.
        assert "By the end of Tuesday 7 April 2026" in page.main
        assert "has your request" in page.main

    def test_nothing_of_the_person_is_in_the_address_or_the_log(self, client, commisceo, caplog):
        response = client.post("/call-me", SAID)
        client.get(response.headers["Location"])

        for words in ("Pat", "960555", "01632"):
            assert words not in response.headers["Location"]
            assert words not in caplog.text

    def test_the_button_pressed_twice_asks_once(self, client, commisceo):
        client.post("/call-me", SAID)
        client.post("/call-me", SAID)

        assert IncomingMessage.objects.count() == 1

    def test_each_form_has_a_name_of_its_own(self, client, commisceo):
        names = {read(client.get("/call-me")).tree.xpath("//input[@name='form']/@value")[0] for _ in range(2)}

        assert len(names) == 2
        assert all(len(name) >= 32 for name in names)

    def test_with_two_organisations_it_is_asked_which_unless_a_link_has_said(self, client, commisceo, living_well):
        assert "Who should call you?" in read(client.get("/call-me")).main
        assert "Who should call you?" not in read(client.get("/call-me?to=commisceo")).main

    @pytest.mark.parametrize(
        ("missing", "words"),
        [
            ("full_name", "Enter your name"),
            ("telephone", "Enter your telephone number"),
            ("best", "Choose when is best"),
            ("message", "Choose whether we may say who we are"),
        ],
    )
    def test_what_is_missing_is_told_in_place_and_the_rest_is_kept(self, client, commisceo, missing, words):
        response = client.post("/call-me", {name: value for name, value in SAID.items() if name != missing})
        page = read(response)

        assert [text for text, *_ in page.problems] == [words]
        kept = "telephone" if missing == "full_name" else "full_name"
        assert page.tree.xpath(f"//input[@name='{kept}']/@value") == [SAID[kept]]
        assert page.tree.xpath("//input[@name='form']/@value") == ["one"]
        assert not IncomingMessage.objects.exists()

    def test_where_nobody_takes_complaints_the_way_on_is_shown(self, client, day):
        assert read(client.get("/call-me")).links["Find out who to complain to"] == "/find-out"

    def test_it_is_found_from_the_first_page_the_form_and_complaining_without_the_web(self, client, commisceo):
        assert read(client.get("/complain")).links["ask us to call you"] == "/call-me?to=commisceo"
        assert read(client.get("/without-the-web")).links["ask us to call you"] == "/call-me"
        assert read(client.get("/")).links["Ask us to call you"] == "/call-me"

    def test_an_address_promises_no_day(self, client, commisceo):
        page = read(client.get("/call-me/commisceo?by=2026-12-25"))

        assert "By the end of the next working day" in page.main
        assert "25 December" not in page.main

    def test_a_body_that_is_not_here_leads_back(self, client, commisceo):
        assert client.get("/call-me/atlantis").headers["Location"] == "/call-me"


class TestWhatStaffSee:
    @pytest.fixture
    def olu(self, client, commisceo):
        client.post("/call-me", SAID | {"about": "The ward at night."})
        give_accounts(commisceo)
        staff = Browser()
        staff.signs_in(account_of(commisceo, "olu"))
        return staff

    def test_the_list_says_by_when(self, olu):
        page = read(olu.comes_to("/incoming"))

        assert "Asks to be called back" in page.main
        assert "Call by Tuesday 7 April 2026" in page.main

    def test_the_request_says_it_first_with_the_number_to_press(self, olu):
        page = read(olu.comes_to(f"/incoming/{IncomingMessage.objects.get().pk}"))

        assert page.links["01632 960555"] == "tel:01632960555"
        assert "by the end of Tuesday 7 April 2026" in page.main
        assert "Leave no message, and tell nobody else who rings." in page.main
        assert "Nobody has confirmed it." in page.main

    def test_a_complaint_is_opened_from_it_without_typing_again(self, olu):
        page = read(olu.comes_to(f"/complaints/new?message={IncomingMessage.objects.get().pk}"))

        assert page.tree.xpath("//input[@name='full_name']/@value") == ["Pat Example"]
        assert page.tree.xpath("//input[@name='telephone']/@value") == ["01632 960555"]
        assert page.tree.xpath("//input[@name='channel' and @checked]/@value") == ["telephone"]

    def test_one_that_was_not_made_is_late_from_the_day_after(self, olu, day):
        day.PUTRIGHT_CLOCK = FixedClock(at(date(2026, 4, 8)))

        assert "waited longer than one working day" in read(olu.comes_to("/incoming")).main


def test_nobody_answered_is_noted_counted_and_leads_to_writing(client, commisceo, day):
    client.post("/call-me", SAID)
    give_accounts(commisceo)
    desk = Browser()
    desk.signs_in(account_of(commisceo, "mo"))
    address = f"/incoming/{IncomingMessage.objects.get().pk}"
    for number, noted_on in enumerate((date(2026, 4, 7), date(2026, 4, 8), date(2026, 4, 9)), 1):
        day.PUTRIGHT_CLOCK = FixedClock(at(noted_on))
        page = read(desk.comes_to(address))
        asked = page.links["Nobody answered: note the call"]
        problems = read(desk.post(asked, {"left_message": ""})).problems
        assert problems == [("Choose whether you left a message", "#left_message")]
        told = read(desk.post(asked, {"left_message": "no"}, follow=True))
        assert f"Rung on {number} day{'s' if number > 1 else ''} of 3, and nobody answered" in told.main
        assert "A call that nobody answers does not keep that." in told.main
    assert "Write to them now." in told.main
    assert "Nobody answered: note the call" not in told.links
    assert "write instead" in read(desk.get("/incoming")).main
