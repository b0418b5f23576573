"""Is nothing that staff chose on a form lost by a mistake, a change meanwhile, a sign-in that ran out; whose is it?"""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from putright.casework.form_files import KEPT_FOR, sweep_forms
from putright.gateways.clock import FixedClock
from putright.gateways.virus_scan import Obstacle
from putright.records.models import Case, Document, FormFile, StoredFile
from tests.casework.offices import MAUNDY_THURSDAY, a_story, at
from tests.sample_files import EICAR, PDF, a_png
from tests.scanners import ToldScanner
from tests.web.office.conftest import account_of
from tests.web.office.desk import Browser, Desk, filled
from tests.web.reading import read

NEW = "/complaints/new"
ACT = "record-details"
WORDS = "What the person sent."
WRONG = b"MZ\x90\x00 a program"


@pytest.fixture
def desk(signed_in, office):
    """Mo's desk, on a case in which details were asked for."""
    desk = Desk(signed_in(office, "mo"), a_story(office).reference)
    desk.does("request-details", wanted="The letter", channel="telephone")
    return desk


@pytest.fixture
def clerk(signed_in, office):
    """Mo's browser, for entering new complaints."""
    return signed_in(office, "mo")


def a_file(name="letter.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def kept_on(page):
    """The files that a page says it keeps, with what it says of each."""
    return page.texts("//li[@class='app-files__file']/div[1]")


def boxes_on(page):
    """The boxes for files on a page."""
    return page.tree.xpath("//input[@type='file']/@name")


def sends_wrongly(desk, **further):
    """Send the form of the act with a file and without the words it needs; return the page that comes back."""
    response = desk.answers(ACT, words="", file=a_file(), **further)
    assert response.status_code == 422
    return read(response)


def papers():
    return list(Document.objects.filter(kind="attachment").values_list("title", flat=True))


class TestAnActThatComesBack:
    def test_keeps_the_file_and_says_its_name_and_size(self, desk):
        page = sends_wrongly(desk)

        assert kept_on(page) == [f"letter.pdf {len(PDF)} bytes. Kept until you send this"]
        assert boxes_on(page) == []

    def test_takes_the_file_along_once_it_is_right_and_keeps_nothing_more(self, desk):
        page = sends_wrongly(desk)

        response = desk.client.post(desk.address(ACT), filled(page) | {"words": WORDS})

        assert response.status_code == 302
        assert papers() == ["letter.pdf"]
        assert not FormFile.objects.exists()

    def test_lets_the_file_be_taken_off_without_judging_what_is_typed(self, desk):
        page = sends_wrongly(desk)

        response = desk.client.post(desk.address(ACT), filled(page) | {"words": "", "remove_file": "1"})
        again = read(response)

        assert (response.status_code, again.problems) == (200, [])
        assert (kept_on(again), boxes_on(again)) == ([], ["file"])
        assert not StoredFile.objects.filter(form_files__isnull=False).exists()

    def test_does_nothing_while_a_file_is_taken_off_though_all_is_right(self, desk):
        page = sends_wrongly(desk)

        desk.client.post(desk.address(ACT), filled(page) | {"words": WORDS, "remove_file": "1"})

        assert papers() == []

    def test_keeps_it_when_somebody_else_has_changed_the_case(self, desk):
        form = filled(desk.opens(ACT)) | {"words": WORDS, "file": a_file()}
        Case.objects.update(version=99)

        response = desk.client.post(desk.address(ACT), form)
        page = read(response)

        assert response.status_code == 409
        assert kept_on(page) == [f"letter.pdf {len(PDF)} bytes. Kept until you send this"]
        assert "Choose the file again" not in page.main
        assert desk.client.post(desk.address(ACT), filled(page)).status_code == 302
        assert papers() == ["letter.pdf"]

    def test_keeps_it_when_the_rules_refuse(self, desk):
        on = {"on-day": "1", "on-month": "4", "on-year": "2026"}
        page = read(desk.answers(ACT, words=WORDS, file=a_file(), **on))

        assert page.problems
        assert kept_on(page) == [f"letter.pdf {len(PDF)} bytes. Kept until you send this"]

    def test_keeps_nothing_that_cannot_be_kept_and_says_so_at_its_box(self, desk):
        page = read(desk.answers(ACT, words="", file=a_file(content=WRONG)))

        assert [target for _, target, *_ in page.problems] == ["#words", "#file"]
        assert (kept_on(page), boxes_on(page)) == ([], ["file"])

    def test_keeps_no_virus_and_says_what_is_to_be_checked_still(self, desk, day):
        scanner = ToldScanner()
        day.PUTRIGHT_SCANNER, day.PUTRIGHT_TAKES_UNSCANNED = scanner, False
        page = read(desk.answers(ACT, words="", file=a_file(content=PDF + EICAR)))
        assert kept_on(page) == []

        scanner.obstacle = Obstacle.UNREACHABLE
        page = sends_wrongly(desk)
        assert kept_on(page) == [f"letter.pdf {len(PDF)} bytes. It will be checked for viruses later"]

    def test_presses_its_own_button_with_the_enter_key(self, desk):
        page = sends_wrongly(desk)

        assert page.texts("//main//form//button")[0] == "Record the details"

    def test_begins_without_files_when_it_is_opened_afresh(self, desk):
        sends_wrongly(desk)

        assert kept_on(desk.opens(ACT)) == []

    def test_keeps_it_for_a_day(self, desk, office):
        sends_wrongly(desk)

        assert sweep_forms(office.means, now=at(MAUNDY_THURSDAY) + KEPT_FOR - timedelta(minutes=1)) == 0
        assert sweep_forms(office.means, now=at(MAUNDY_THURSDAY) + KEPT_FOR + timedelta(minutes=1)) == 1


class TestWhoseItIs:
    def test_another_person_who_has_the_word_gets_nothing(self, desk, signed_in, office):
        form = filled(sends_wrongly(desk))
        other = signed_in(office, "rosa")

        page = read(other.post(desk.address(ACT), form | {"words": ""}))

        assert kept_on(page) == []

    def test_another_form_with_the_word_gets_nothing(self, desk, office):
        word = filled(sends_wrongly(desk))["files_token"]
        other = Desk(desk.client, a_story(office).reference)

        assert kept_on(read(desk.client.get(f"{other.address('record-consent')}?files_token={word}"))) == []
        assert kept_on(read(desk.client.get(f"{NEW}?files_token={word}"))) == []

    @pytest.mark.parametrize("word", ["", "x", "a.1.2026-04-02:forged", "x" * 5000])
    def test_a_word_that_we_did_not_sign_is_none(self, desk, word):
        page = read(desk.client.post(desk.address(ACT), filled(desk.opens(ACT)) | {"words": "", "files_token": word}))

        assert kept_on(page) == []
        assert filled(page)["files_token"] != word

    def test_files_in_a_form_without_a_word_of_ours_are_not_kept_for_who_is_not_signed_in(self, desk, client):
        response = client.post(desk.address(ACT), {"words": WORDS, "file": a_file(), "files_token": "a.1.2026-04-02:x"})

        assert response.status_code == 403
        assert not FormFile.objects.exists()

    def test_a_word_of_last_week_is_none_for_who_is_not_signed_in(self, desk, client, day):
        form = filled(desk.opens(ACT)) | {"file": a_file()}
        day.PUTRIGHT_CLOCK = FixedClock(at(MAUNDY_THURSDAY) + timedelta(days=7))

        client.post(desk.address(ACT), form)

        assert not FormFile.objects.exists()


class TestASignInThatRanOut:
    def test_keeps_the_file_and_leads_back_to_it(self, desk, office, day):
        form = filled(desk.opens(ACT)) | {"words": WORDS, "file": a_file()}
        day.PUTRIGHT_CLOCK = FixedClock(at(MAUNDY_THURSDAY, 15))

        response = desk.client.post(desk.address(ACT), form)
        page = read(response)
        way = page.tree.xpath("//main//a[contains(@href, '/sign-in')]/@href")[0]

        assert response.status_code == 403
        assert "with your files on it, which are kept for a day: letter.pdf." in page.main
        assert papers() == []
        assert way.startswith(f"/sign-in?next=%2Fcases%2F{desk.reference}%2F{ACT}%3Ffiles_token%3D")
        desk.client.signs_in(account_of(office, "mo"))
        again = read(desk.client.get(back_of(way)))
        assert kept_on(again) == [f"letter.pdf {len(PDF)} bytes. Kept until you send this"]
        assert desk.client.post(desk.address(ACT), filled(again) | {"words": WORDS}).status_code == 302
        assert papers() == ["letter.pdf"]

    def test_keeps_it_where_nothing_is_known_of_the_sign_in_any_more(self, desk, office, client):
        form = filled(desk.opens(ACT)) | {"words": WORDS, "file": a_file()}

        page = read(client.post(desk.address(ACT), form))

        way = page.tree.xpath("//main//a[contains(@href, '/sign-in')]/@href")[0]
        assert kept_on(read(desk.client.get(back_of(way)))) == [
            f"letter.pdf {len(PDF)} bytes. Kept until you send this"
        ]

    def test_keeps_it_where_somebody_signed_in_again_in_another_window(self, desk, office):
        form = filled(desk.opens(ACT)) | {"words": WORDS, "file": a_file()}
        strict = Browser(enforce_csrf_checks=True)
        strict.signs_in(account_of(office, "mo"))

        response = strict.post(desk.address(ACT), form)
        page = read(response)

        assert response.status_code == 403
        assert "kept for a day: letter.pdf." in page.main
        way = page.tree.xpath("//main//a[contains(@href, 'files_token')]/@href")[0]
        assert kept_on(read(strict.get(way))) == [f"letter.pdf {len(PDF)} bytes. Kept until you send this"]

    def test_names_what_could_not_be_kept(self, desk, client):
        form = filled(desk.opens(ACT)) | {"words": WORDS, "file": a_file(content=WRONG)}

        page = read(client.post(desk.address(ACT), form))

        assert "Choose these again, because they could not be kept: letter.pdf." in page.main

    def test_never_shows_the_word_among_what_was_typed(self, desk, client):
        form = filled(desk.opens(ACT)) | {"words": WORDS}
        page = read(client.post(desk.address(ACT), form))

        assert WORDS in page.main
        assert form["files_token"] not in page.main


def back_of(way):
    """The page that signing in leads on to."""
    from urllib.parse import parse_qs, urlsplit

    return parse_qs(urlsplit(way).query)["next"][0]


class TestANewComplaintThatComesBack:
    def test_keeps_every_file_and_offers_as_many_boxes_as_there_is_room(self, clerk):
        form = filled(read(clerk.get(NEW))) | {"file_1": a_file(), "file_3": a_file("photo.png", a_png())}
        page = read(clerk.post(NEW, form))

        assert [words.split(" ")[0] for words in kept_on(page)] == ["letter.pdf", "photo.png"]
        assert boxes_on(page) == ["file_1"]

    def test_takes_them_along_with_those_chosen_last(self, clerk):
        first = read(clerk.post(NEW, filled(read(clerk.get(NEW))) | {"file_1": a_file()}))
        whole = whole_complaint(first) | {"file_1": a_file("photo.png", a_png())}

        response = clerk.post(NEW, whole)

        assert "Give this to the person" in read(response).main or response.status_code == 200
        assert sorted(papers()) == ["letter.pdf", "photo.png"]
        assert not FormFile.objects.exists()

    def test_keeps_them_when_one_more_thing_complained_of_is_asked_for(self, clerk):
        form = filled(read(clerk.get(NEW))) | {"more": "1", "file_1": a_file()}
        page = read(clerk.post(NEW, form))

        assert [words.split(" ")[0] for words in kept_on(page)] == ["letter.pdf"]
        assert page.problems == []

    def test_lets_one_be_taken_off(self, clerk):
        form = filled(read(clerk.get(NEW))) | {"file_1": a_file(), "file_2": a_file("photo.png", a_png())}
        page = read(clerk.post(NEW, form))

        again = read(clerk.post(NEW, filled(page) | {"remove_file": "1"}))

        assert [words.split(" ")[0] for words in kept_on(again)] == ["photo.png"]
        assert again.problems == []

    def test_takes_one_off_and_keeps_another_that_was_chosen_meanwhile(self, clerk):
        page = read(clerk.post(NEW, filled(read(clerk.get(NEW))) | {"file_1": a_file()}))
        form = filled(page) | {"remove_file": "1", "file_1": a_file("photo.png", a_png())}

        again = read(clerk.post(NEW, form))

        assert [words.split(" ")[0] for words in kept_on(again)] == ["photo.png"]

    def test_does_not_give_them_to_the_next_complaint(self, clerk):
        clerk.post(NEW, filled(read(clerk.get(NEW))) | {"file_1": a_file()})

        assert kept_on(read(clerk.get(NEW))) == []


def whole_complaint(page):
    """The form of a page filled in so that it can be sent."""
    return filled(page) | {
        "full_name": "Pat Example",
        "address": "1 Any Street\nAnytown",
        "subject_1": "values",
        "words_1": "I was spoken to rudely at the desk.",
    }


@pytest.mark.parametrize("address", ["/sign-in", "/administration/organisation"])
def test_the_button_that_takes_a_file_off_lets_no_other_form_pass(signed_in, office, address):
    client = signed_in(office, "ada") if address != "/sign-in" else Browser()
    form = filled(read(client.get(address)))

    response = client.post(address, {name: "" for name in form} | {"remove_file": "1"})

    assert response.status_code == 422
