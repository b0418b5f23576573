"""Can a person write, send files, ask, and change their details from the page of their complaint?"""

import re
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client

from putright.casework import means as site_means
from putright.casework.actions.change_timescale import change_timescale
from putright.casework.actions.write_to_person import write_to_person
from putright.casework.follow_codes import code_mailed
from putright.casework.said import PersonSaid
from putright.domain.reasons import DelayReason
from putright.gateways.clock import FixedClock
from putright.records.models import Delivery, FollowCode, PageNotice, Person
from tests.casework.offices import MAUNDY_THURSDAY, Story, at, received
from tests.jobs.working import MAIL
from tests.sample_files import PDF
from tests.web.reading import read

pytestmark = pytest.mark.django_db
PAT = "pat@example.org"
NEW = "pat.new@example.org"


@pytest.fixture
def site(day):
    """The site, from which email goes, and which takes files."""
    day.PUTRIGHT_MAIL = MAIL
    day.PUTRIGHT_TAKES_UNSCANNED = True
    site_means._means.cache_clear()
    return day


@pytest.fixture
def case(commisceo, site):
    """A complaint of somebody who agreed to letters by email, received on Thursday 2 April 2026."""
    person = PersonSaid(name="Pat Example", email=PAT, agrees_to_email=True)
    return received(commisceo, complainant=person)


@pytest.fixture
def follower(case):
    """A browser in which the complaint is open."""
    browser = Client()
    browser.get(f"/follow/{case.secret}")
    return browser


def file(name: str = "letter.pdf", content: bytes = PDF) -> BytesIO:
    made = BytesIO(content)
    made.name = name
    return made


def notices() -> list[str]:
    """Where it went that something was changed: the addresses that are the person's no longer."""
    return list(PageNotice.objects.exclude(to="").values_list("to", flat=True))


def token(page: Any) -> str:
    return page.tree.xpath("//input[@name='files_token']/@value")[0]


class TestAMessage:
    def test_is_sent_with_a_file_and_stands_on_the_page(self, follower, case):
        address = read(follower.get("/following")).links["Send us a message or a file"]
        page = read(follower.get(address))
        assert "up to 3 files" in page.main
        assert "We read messages on working days." in page.main
        typed = {"words": "My daughter saw it.", "files_token": token(page), "file_1": file()}
        told = read(follower.post(address, typed, follow=True))

        assert "We have your message." in told.main
        assert "You wrote to us My daughter saw it. With letter.pdf Not read yet." in told.main
        assert "We read what you sent us within one working day." in told.main

    def test_keeps_words_and_files_when_something_is_wrong(self, follower):
        page = read(follower.get("/following/message"))
        typed = {"words": "x" * 10_001, "files_token": token(page), "file_1": file()}
        wrong = read(follower.post("/following/message", typed))
        assert [target for _, target in wrong.problems] == ["#words"]
        assert "letter.pdf" in wrong.main
        told = read(follower.post("/following/message", {"words": "Short.", "files_token": token(wrong)}, follow=True))

        assert "You wrote to us Short. With letter.pdf" in told.main

    def test_says_at_its_box_what_is_wrong_with_a_file_and_takes_one_off(self, follower):
        page = read(follower.get("/following/message"))
        typed = {"words": "Here.", "files_token": token(page), "file_1": file(), "file_2": file("a.pdf", b"no pdf")}
        wrong = read(follower.post("/following/message", typed))
        assert [target for _, target in wrong.problems] == ["#file_2"]
        off = read(follower.post("/following/message", {"words": "", "files_token": token(wrong), "remove_file": "1"}))
        assert off.problems == []
        assert "letter.pdf" not in off.main

    def test_is_not_empty_and_not_sent_twice(self, follower):
        assert read(follower.post("/following/message", {"words": " "})).problems == [
            ("Write your message, or choose a file to send.", "#words")
        ]
        follower.post("/following/message", {"words": "Once."})
        again = read(follower.post("/following/message", {"words": "Once."}))
        assert again.problems[0][0] == "We have this message already. You do not need to send it again."

    def test_the_files_of_one_follower_are_no_others(self, follower, commisceo):
        page = read(follower.get("/following/message"))
        typed = {"words": "x" * 10_001, "files_token": token(page), "file_1": file()}
        kept = read(follower.post("/following/message", typed))
        other = Client()
        other.get(f"/follow/{received(commisceo).secret}")

        assert "letter.pdf" not in read(other.post("/following/message", {"files_token": token(kept)})).main

    def test_of_ours_stands_there_with_who_wrote_it(self, follower, case, commisceo):
        Story(commisceo, case.reference).does(write_to_person, "mo", MAUNDY_THURSDAY, words="Thank you for the letter.")
        assert (
            "Mo Manager, Service Manager wrote to you Thank you for the letter."
            in read(follower.get("/following")).main
        )


class TestNewsThatIsAskedFor:
    def test_is_asked_for_once_and_then_shown_with_its_day(self, follower):
        address = read(follower.get("/following")).links["Ask how it is going"]
        assert "within 5 working days" in read(follower.get(address)).main
        told = read(follower.post(address, follow=True))

        assert "We know that you want to hear how it is going." in told.main
        assert "Ask how it is going" not in told.links
        assert "You have asked already." in read(follower.post(address)).problems[0][0]


class TestNewDetails:
    def test_are_asked_for_without_showing_what_we_have(self, follower):
        page = read(follower.get(read(follower.get("/following")).links["Change how we reach you"]))
        assert PAT not in page.main
        assert read(follower.post("/following/contact", {})).problems[0][1] == "#telephone"

    def test_name_no_email_address_where_none_can_be_shown_good(self, follower, day):
        day.PUTRIGHT_MAIL = None
        page = read(follower.post("/following/contact", {}))

        assert page.problems == [("Enter what is new: a telephone number or an address", "#telephone")]
        assert "New email address" not in page.main

    def test_a_number_is_changed_at_once_and_the_old_address_is_told(self, follower, case):
        told = read(follower.post("/following/contact", {"telephone": "01632 960 123"}, follow=True))
        assert "We have your new details" in told.main
        assert "You told us how to reach you now." in told.main
        assert notices() == [PAT]

    def test_an_email_address_is_used_once_its_code_was_typed(self, follower, case):
        assert follower.post("/following/contact", {"email": NEW}).headers["Location"] == "/following/contact/email"
        person = Person.objects.get(email=PAT)
        code = FollowCode.objects.get()
        digits = code_mailed(code, code.delivery.message_id)
        wrong = {"code": f"{(int(digits) + 1) % 10**6:06}", "letters": "email"}
        assert read(follower.post("/following/contact/email", wrong)).problems[0][1] == "#code"
        person.refresh_from_db()
        assert person.email == PAT

        follower.post("/following/contact/email", {"code": digits, "letters": "email"})
        person.refresh_from_db()
        assert (person.email, person.email_agreed_on) == (NEW, MAUNDY_THURSDAY)
        assert notices() == [PAT]
        assert follower.get("/following/contact/email").headers["Location"] == "/following/contact"

    def test_letters_go_by_post_to_whoever_wants_that_and_has_an_address(self, follower, case):
        follower.post("/following/contact", {"email": NEW})
        code = FollowCode.objects.get()
        typed = {"code": code_mailed(code, code.delivery.message_id), "letters": "post"}
        page = read(follower.post("/following/contact/email", typed))
        assert page.problems[0][0].startswith("We have no postal address for you.")
        follower.post("/following/contact", {"address": "7 New Street\nExampleton"})
        follower.post("/following/contact/email", typed)

        person = Person.objects.get(email=NEW)
        assert (person.email_agreed_on, person.address) == (None, "7 New Street\nExampleton")

    def test_a_code_of_one_complaint_confirms_nothing_on_another(self, follower, case, commisceo):
        follower.post("/following/contact", {"email": NEW})
        code = FollowCode.objects.get()
        other = received(commisceo, complainant=PersonSaid(name="Ola Example", address=("9 Other Road",)))
        follower.get(f"/follow/{other.secret}")
        typed = {"code": code_mailed(code, code.delivery.message_id), "letters": "email"}

        assert read(follower.post("/following/contact/email", typed)).problems[0][1] == "#code"

    def test_no_more_than_three_codes_an_hour_go_out(self, follower, case, site):
        for number in range(3):
            assert follower.post("/following/contact", {"email": f"pat{number}@example.org"}).status_code == 302
        refused = read(follower.post("/following/contact", {"email": NEW, "telephone": "01632 960 123"}))
        assert "We have sent 3 codes in the last hour." in refused.problems[0][0]
        assert not Person.objects.filter(telephone="01632 960 123").exists()
        site.PUTRIGHT_CLOCK = FixedClock(at(MAUNDY_THURSDAY) + timedelta(hours=1, minutes=1))
        assert follower.post("/following/contact", {"email": NEW}).status_code == 302

    def test_no_more_go_to_one_address_whoever_asks_and_nobody_is_told_so(self, case, commisceo, site):
        def answer(number: int) -> str:
            """What a person is told who has a complaint of their own, and types somebody else's address."""
            other = received(commisceo, complainant=PersonSaid(name=f"Ola {number}", email=f"o{number}@example.org"))
            browser = Client()
            browser.get(f"/follow/{other.secret}")
            browser.post("/following/contact", {"email": NEW})
            return read(browser.post("/following/contact/email", {"code": "000000", "letters": "email"})).problems[0][0]

        assert {answer(number) for number in range(5)} == {
            "This is not the code that we sent. Check the numbers, or get a new code"
        }
        assert FollowCode.objects.count() == 5
        assert Delivery.objects.filter(code__isnull=False).count() == 3

    def test_without_mail_an_email_address_is_changed_by_telephone(self, follower, site):
        site.PUTRIGHT_MAIL = None
        page = read(follower.get("/following/contact"))
        assert "To change your email address, telephone us." in page.main
        assert not page.tree.xpath("//input[@id='email']")


class TestWhoFollowsNothing:
    @pytest.mark.parametrize("page", ["message", "ask", "contact", "contact/email"])
    def test_is_asked_for_the_link(self, client, page):
        assert client.get(f"/following/{page}").headers["Location"] == "/follow"


def test_why_a_day_moved_is_said_beside_it(follower, case, commisceo):
    story = Story(commisceo, case.reference)
    step = next(iter(_movable(story)))
    said = {"step": step, "new_date": date(2026, 6, 30), "reason": DelayReason.AWAITING_RECORDS}
    done = story.does(change_timescale, "mo", MAUNDY_THURSDAY, **said, explanation="The notes are in the store.")
    story.posts("mo", MAUNDY_THURSDAY, done)

    page = read(follower.get("/following")).main
    assert re.search(
        r"a date had to change\. The day that was given: 30 June 2026 Why: We are waiting for records", page
    )


def _movable(story: Story) -> list[str]:
    rows = story.case.duties.filter(state="open", due_on__isnull=False).exclude(procedure="england-2009")
    return [row.step for row in rows if row.step == "respond"] or [rows[0].step]
