"""Can a person save their complaint, come back by its link in any browser, and leave nothing behind on a shared one?"""

import re
from datetime import date, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from putright.casework.open_link import MOST_WRONG
from putright.gateways.clock import LONDON, FixedClock
from putright.records.models import Case, Document, FormFile, SavedComplaint, SavedMail
from tests.jobs.working import MAIL
from tests.sample_files import PDF
from tests.web.public.telling import a_telling, tell, tell_all
from tests.web.reading import read

pytestmark = pytest.mark.django_db

SAVE = {"save": "1"}
WORDS = "Quillfeather said that they would ring."
# Half way: whose care it is about is answered, and of what happened only a part.
HALF = {"words_1": WORDS, "subject_1": ""}


@pytest.fixture
def half_way(client, commisceo):
    """Somebody who saves in the middle of telling what happened."""
    tell(client, "to", {"to": "commisceo"})
    tell(client, "whose", {"basis": "self"})
    response = tell(client, "what-happened", HALF | SAVE)
    assert response.headers["Location"] == "/complain/saved"
    return client


def the_link(client):
    """The link on the page that shows it, as an address of the site."""
    return read(client.get("/complain/saved")).texts("//a[contains(@class, 'app-keep__link')]")[0].partition("//")[2]


def path_of(link):
    return "/" + link.partition("/")[2]


def comes_back(link, client=None):
    """Open the link, in another browser unless one is named, and press the button to go on."""
    browser = client or Client()
    assert browser.get(path_of(link)).headers["Location"] == "/complain/back"
    return browser, browser.post("/complain/back")


class TestSaving:
    def test_the_page_says_what_the_link_is_good_for_and_until_when(self, half_way):
        page = read(half_way.get("/complain/saved"))

        assert page.headings == ["Make a complaint - Your answers are saved"]
        # 28 days after Thursday 2 April 2026.
        assert "Thursday 30 April 2026" in page.main
        assert "You have not sent your complaint yet." in page.main
        assert re.search(r"/complain/back/[A-Za-z0-9_-]{22}$", page.texts("//a[@class='app-keep__link']")[0])

    def test_every_question_has_the_button_after_the_one_that_goes_on(self, client, commisceo):
        told = a_telling()
        for question in ("to", "whose", "what-happened"):
            page = read(client.get(f"/complain/{question}"))
            assert page.texts("//main//form//button") == ["Continue", "Save and come back later"]
            tell(client, question, told[question])

    def test_the_browser_forgets_the_answers_and_so_does_the_database(self, half_way):
        kept = [session.get_decoded() for session in Session.objects.all()]

        assert WORDS not in str(kept)
        assert WORDS not in SavedComplaint.objects.get().sealed
        assert half_way.get("/complain/what-happened").headers["Location"] == "/complain/saved"
        assert half_way.get("/complain/check").headers["Location"] == "/complain/saved"

    def test_the_link_can_be_put_away_and_works_still(self, half_way):
        link = the_link(half_way)
        assert half_way.post("/complain/saved", {"put-away": "1"}).headers["Location"] == "/complain"

        assert link.rpartition("/")[2] not in str(dict(half_way.session))
        assert half_way.get("/complain/saved").headers["Location"] == "/complain"
        assert comes_back(link)[1].headers["Location"] == "/complain/what-happened"

    def test_with_nothing_told_there_is_nothing_to_save(self, client, commisceo):
        assert tell(client, "to", SAVE).headers["Location"] == "/complain/to"

        assert "There is nothing to save yet." in read(client.get("/complain/to")).main
        assert not SavedComplaint.objects.exists()

    def test_what_is_sent_after_the_session_ran_out_is_saved_too(self, client, commisceo):
        tell(client, "to", {"to": "commisceo"})
        Session.objects.all().delete()
        tell(client, "what-happened", HALF | SAVE)
        browser, _ = comes_back(the_link(client))
        tell(browser, "to", {"to": "commisceo"})
        tell(browser, "whose", {"basis": "self"})

        assert read(browser.get("/complain/what-happened")).texts("//textarea") == [WORDS]

    def test_the_page_before_the_first_question_leads_back_to_it(self, half_way):
        assert read(half_way.get("/complain")).links["See its link, or go on with it"] == "/complain/saved"


class TestComingBack:
    def test_goes_on_where_it_was_left_with_what_was_typed_and_no_mistakes(self, half_way):
        browser, response = comes_back(the_link(half_way))
        page = read(browser.get(response.headers["Location"]))

        assert response.headers["Location"] == "/complain/what-happened"
        assert page.texts("//textarea") == [WORDS]
        assert page.problems == []
        assert not page.title.startswith("Error")

    def test_what_was_left_in_the_middle_is_no_answer_yet(self, half_way):
        browser, _ = comes_back(the_link(half_way))

        assert browser.get("/complain/when").headers["Location"] == "/complain/what-happened"
        assert tell(browser, "what-happened", HALF).status_code == 422

    def test_an_empty_page_is_come_back_to_and_not_passed_over(self, client, commisceo):
        told = a_telling()
        for name in ("to", "whose", "what-happened", "when", "noticed"):
            tell(client, name, told[name])
        tell(client, "wanted", SAVE)

        assert comes_back(the_link(client))[1].headers["Location"] == "/complain/wanted"

    def test_the_link_alone_shows_nothing_of_the_complaint(self, half_way):
        browser = Client()
        opened = browser.get(path_of(the_link(half_way)))
        page = read(browser.get("/complain/back"))

        assert opened.headers["Referrer-Policy"] == "no-referrer"
        assert "no-store" in opened.headers["Cache-Control"]
        assert page.headings == ["Go on with your complaint"]
        assert "You saved your answers on 2 April 2026" in page.main
        assert WORDS not in page.main
        assert "commisceo" not in page.main

    def test_in_the_same_browser_it_goes_on_at_once(self, half_way):
        response = half_way.post("/complain/saved", {"go-on": "1"})

        assert response.headers["Location"] == "/complain/what-happened"
        assert read(half_way.get("/complain/what-happened")).texts("//textarea") == [WORDS]

    def test_saving_again_keeps_the_link(self, half_way):
        link = the_link(half_way)
        browser, _ = comes_back(link)
        tell(browser, "what-happened", {"words_1": "More of it.", "subject_1": "values"} | SAVE)

        assert the_link(browser) == link
        assert SavedComplaint.objects.count() == 1
        third, _ = comes_back(link)
        assert read(third.get("/complain/what-happened")).texts("//textarea") == ["More of it."]

    def test_answers_in_the_browser_are_not_lost_without_a_word(self, half_way):
        link = the_link(half_way)
        other = Client()
        tell(other, "to", {"to": "commisceo"})
        other.get(path_of(link))
        page = read(other.get("/complain/back"))

        assert "There are answers in this browser already." in page.main
        assert other.get("/complain/whose").status_code == 200

    def test_saved_in_two_places_neither_is_lost(self, half_way):
        link = the_link(half_way)
        home, _ = comes_back(link)
        work, _ = comes_back(link)
        tell(home, "what-happened", {"words_1": "At home.", "subject_1": "values"} | SAVE)
        tell(work, "what-happened", {"words_1": "At work.", "subject_1": "values"} | SAVE)

        assert "This is a new link." in read(work.get("/complain/saved")).main
        for browser, words in ((home, "At home."), (work, "At work.")):
            third, _ = comes_back(the_link(browser))
            assert read(third.get("/complain/what-happened")).texts("//textarea") == [words]

    def test_a_page_still_open_in_another_tab_loses_nothing_that_was_saved(self, half_way):
        """It is sent after the other tab saved: what was saved comes back, and the answer with it."""
        response = tell(half_way, "whose", {"basis": "affected"})

        assert response.headers["Location"] == "/complain/what-happened"
        assert read(half_way.get("/complain/what-happened")).texts("//textarea") == [WORDS]
        tell(half_way, "what-happened", HALF | SAVE)
        assert SavedComplaint.objects.count() == 1


class TestSendingAndDeleting:
    def test_a_complaint_saved_with_its_files_is_sent_from_elsewhere_and_then_forgotten(self, client, commisceo, day):
        tell_all(client, a_telling())
        paper = SimpleUploadedFile("letter.pdf", PDF)
        assert client.post("/complain/check", SAVE | {"file_1": paper}).headers["Location"] == "/complain/saved"
        link = the_link(client)
        # Two weeks later; the session of then is long over.
        day.PUTRIGHT_CLOCK = FixedClock(datetime(2026, 4, 16, 9, tzinfo=LONDON))
        browser, response = comes_back(link)
        assert response.headers["Location"] == "/complain/check"
        assert "letter.pdf" in read(browser.get("/complain/check")).main
        assert browser.post("/complain/check").headers["Location"] == "/complain/sent"

        assert Case.objects.get().received_on == date(2026, 4, 16)
        assert Document.objects.get(kind="attachment").title == "letter.pdf"
        assert not SavedComplaint.objects.exists()
        assert not FormFile.objects.exists()
        assert Client().get(path_of(link)).status_code == 404

    def test_it_cannot_be_sent_twice_from_two_places(self, client, commisceo):
        tell_all(client, a_telling())
        client.post("/complain/check", SAVE)
        link = the_link(client)
        home, _ = comes_back(link)
        work, _ = comes_back(link)
        home.post("/complain/check")
        page = read(work.post("/complain/check"))

        assert page.problems[0][0].startswith("This complaint has already been received.")
        assert Case.objects.count() == 1

    def test_it_can_be_deleted_with_its_files(self, half_way):
        link = the_link(half_way)
        browser = Client()
        browser.get(path_of(link))
        assert browser.post("/complain/back", {"delete": "1"}).headers["Location"] == "/complain"

        assert "What you saved has been deleted." in read(browser.get("/complain")).main
        assert not SavedComplaint.objects.exists()
        assert half_way.post("/complain/saved", {"go-on": "1"}).status_code == 404


class TestALinkThatOpensNothing:
    def test_says_the_same_whatever_the_reason(self, half_way, day):
        link = path_of(the_link(half_way))
        never = Client().get("/complain/back/" + "A" * 22)
        day.PUTRIGHT_CLOCK = FixedClock(day.PUTRIGHT_CLOCK.now() + timedelta(days=29))
        too_old = Client().get(link)
        SavedComplaint.objects.all().delete()
        gone = Client().get(link)
        page = read(gone)

        assert never.status_code == too_old.status_code == gone.status_code == 404
        assert page.main == read(never).main == read(too_old).main
        assert page.headings == ["This link does not open a saved complaint"]
        assert page.links["Make a complaint"] == "/complain"

    def test_guessing_is_stopped(self, client, commisceo):
        for _ in range(MOST_WRONG):
            client.get("/complain/back/" + "A" * 22)

        assert client.get("/complain/back/" + "B" * 22).status_code == 429

    def test_without_a_link_there_is_nothing_to_go_on_with(self, client, commisceo):
        assert client.get("/complain/back").headers["Location"] == "/complain"
        assert client.post("/complain/back", {"delete": "1"}).headers["Location"] == "/complain"


class TestByEmail:
    def test_where_no_mail_goes_it_is_not_offered(self, half_way):
        assert "by email" not in read(half_way.get("/complain/saved")).main

    def test_the_address_is_asked_for_and_kept_out_of_the_session(self, half_way, day):
        day.PUTRIGHT_MAIL = MAIL
        response = half_way.post("/complain/saved", {"mail": "1", "to": "ida@example.org"})

        assert response.headers["Location"] == "/complain/saved"
        assert "We are sending the link." in read(half_way.get("/complain/saved")).main
        assert SavedMail.objects.count() == 1
        assert "ida@" not in str(dict(half_way.session))

    @pytest.mark.parametrize(
        ("typed", "words"),
        [("", "Enter your email address"), ("ida", "Enter an email address in the correct format")],
    )
    def test_one_that_is_none_is_said_at_the_box(self, half_way, day, typed, words):
        day.PUTRIGHT_MAIL = MAIL
        response = half_way.post("/complain/saved", {"mail": "1", "to": typed})
        page = read(response)

        assert response.status_code == 422
        assert page.problems[0][0].startswith(words)
        assert page.problems[0][1] == "#to"
        assert page.texts("//a[contains(@class, 'app-keep__link')]")
