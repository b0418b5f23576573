"""Does a code by text message open a complaint, go only where it may, and no more often than it must?"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client

from putright.casework import means as site_means
from putright.casework.said import PersonSaid
from putright.casework.texts_seen import TextsSeen, texts_seen
from putright.config.deployment_work import work_concerns
from putright.domain.adjustments import Adjustment, Need, as_stored
from putright.domain.follow_codes import MOST_AN_HOUR
from putright.gateways.notify import NotifyTexts
from putright.jobs.work import Work, one_pass
from putright.records.models import Delivery, FollowCode, Person
from tests.casework.offices import Office, Story, a_story
from tests.gateways.mail_servers import Box
from tests.gateways.notify_server import KEY, TEXT_TEMPLATE, Service, notify_server
from tests.jobs.working import MAIL, TUESDAY, SteppedClock, a_letter, a_mail_server_at, a_worker, letter_of
from tests.web.reading import read

MOBILE = "07700 900123"
PAT = "pat@example.org"
# What is said of them, and whether a text message may still go.
NOT_TO_BE_TEXTED = [Adjustment.NO_PHONE, Adjustment.NO_MESSAGES, Adjustment.TIME_TO_CALL]


class Killed(BaseException):
    """The process ends here, as if somebody had pulled the plug."""


@pytest.fixture
def service() -> Service:
    """What the service that carries text messages took, and what it answers."""
    return Service()


@pytest.fixture
def carrier(service: Service) -> Iterator[NotifyTexts]:
    """The service, on this machine."""
    with notify_server(service) as address:
        yield NotifyTexts(key=KEY, template=TEXT_TEMPLATE, address=address, seconds=2.0)


@pytest.fixture
def site(office: Office, clock: SteppedClock, carrier: NotifyTexts, settings: LazySettings) -> LazySettings:
    """The site of the office, from which email and text messages can be sent."""
    settings.PUTRIGHT_CLOCK = clock
    settings.PUTRIGHT_MAIL = MAIL
    settings.PUTRIGHT_TEXTS = carrier
    site_means._means.cache_clear()
    return settings


@pytest.fixture
def story(office: Office, site: LazySettings) -> Story:
    """A complaint of somebody who gave a mobile number and an email address."""
    return a_story(office, complainant=PersonSaid(name="Pat Example", email=PAT, telephone=MOBILE))


@pytest.fixture
def work(office: Office, clock: SteppedClock, carrier: NotifyTexts, tmp_path: Path) -> Work:
    """A worker that has somebody who carries text messages, and nobody who carries emails."""
    with_texts = replace(office, means=replace(office.means, texts=True))
    return a_worker(with_texts, clock, None, tmp_path, texts=carrier)


def asks(browser: Client, story: Story, mobile: str = MOBILE, *, reference: str = "", where: str = "192.0.2.1") -> Any:
    typed = {"reference": reference or story.reference, "by": "text", "mobile": mobile}
    return browser.post("/follow-code", typed, REMOTE_ADDR=where)


def enters(browser: Client, code: str) -> Any:
    return browser.post("/follow-code/enter", {"code": code})


def works(work: Work) -> None:
    while one_pass(work):
        pass


def code_in(service: Service) -> str:
    found = re.match(r"(\d{6}) is your code\.", service.took[-1]["personalisation"]["message"])
    assert found, service.took
    return found[1]


class TestACode:
    def test_opens_the_complaint_of_whoever_has_the_telephone(self, story: Story, service: Service, work: Work) -> None:
        browser = Client()
        asked = asks(browser, story, "+44 7700 900-123")
        assert asked.headers["Location"] == "/follow-code/enter"
        page = read(browser.get("/follow-code/enter"))
        assert "we are sending a code to that number now" in page.main
        assert "junk mail" not in page.main

        works(work)
        (said,) = service.took
        assert said["phone_number"] == "447700900123"
        assert all(word not in str(said) for word in ("Pat", story.reference, "Practice"))
        assert enters(browser, code_in(service)).headers["Location"] == "/following"
        assert "Your complaint to" in read(browser.get("/following")).headings[0]
        assert enters(browser, code_in(service)).headers["Location"] == "/follow-code"  # used up, and forgotten here

    def test_stands_nowhere_in_the_database_nor_does_the_number_of_whoever_asked(
        self, story: Story, service: Service, work: Work
    ) -> None:
        asks(Client(), story)
        works(work)
        row = Delivery.objects.get(code__isnull=False)

        assert (row.way, row.progress) == ("text", "sent")
        kept = [str(value) for each in (row, row.code) for value in vars(each).values()]
        assert all(code_in(service) not in value and "900123" not in value for value in kept)

    def test_is_sent_once_and_by_text_message_alone(
        self, story: Story, service: Service, work: Work, server: tuple[Box, int]
    ) -> None:
        asks(Client(), story)
        work.carrier = a_mail_server_at(server[1])
        works(work)
        works(work)

        assert (len(service.took), server[0].messages) == (1, [])

    def test_counts_with_those_by_email(self, story: Story, clock: SteppedClock) -> None:
        browser = Client()
        for place in range(4):
            asks(browser, story, where=f"192.0.2.{place}")
        typed = {"reference": story.reference, "by": "email", "email": PAT}
        browser.post("/follow-code", typed, REMOTE_ADDR="192.0.2.9")

        assert Delivery.objects.count() == MOST_AN_HOUR
        assert FollowCode.objects.count() == 5

    @pytest.mark.parametrize("mobile", [MOBILE, "07700 900999"])
    def test_is_not_asked_without_end(self, story: Story, mobile: str) -> None:
        written = [mobile, mobile.replace(" ", ""), f"+44{mobile[1:]}", f"0044 {mobile[1:]}", mobile, mobile]

        assert [asks(Client(), story, one).status_code for one in written] == [302] * 5 + [429]


class TestWhoeverMustNotBeTexted:
    @pytest.mark.parametrize("said", NOT_TO_BE_TEXTED)
    def test_is_sent_nothing_and_the_page_does_not_show_it(
        self, story: Story, service: Service, work: Work, said: Adjustment
    ) -> None:
        needs = as_stored([Need(adjustment=said, detail="Tuesdays")])
        Person.objects.filter(pk=story.case.complainant_id).update(adjustments=needs)

        assert asks(Client(), story).headers["Location"] == "/follow-code/enter"
        works(work)
        assert service.took == []

    def test_is_sent_nothing_where_they_say_so_before_it_goes(self, story: Story, service: Service, work: Work) -> None:
        asks(Client(), story)
        needs = as_stored([Need(adjustment=Adjustment.NO_PHONE)])
        Person.objects.filter(pk=story.case.complainant_id).update(adjustments=needs)
        works(work)

        row = Delivery.objects.get()
        assert (service.took, row.progress, row.trouble) == ([], "stopped", "")

    def test_is_nobody_who_has_died(self, story: Story) -> None:
        Person.objects.filter(pk=story.case.complainant_id).update(death_learnt_on=TUESDAY)
        asks(Client(), story)

        assert not Delivery.objects.exists()


class TestWhetherThereIsACase:
    def test_cannot_be_read_from_any_answer(self, story: Story) -> None:
        asked = [(MOBILE, ""), ("07700 900999", ""), (MOBILE, "ZX00-20GD")]
        right, wrong_number, no_case = (self.answers(story, *one, place) for place, one in enumerate(asked))

        assert right == wrong_number == no_case
        assert [status for status, _ in right] == [302, 200, *[422] * 6]

    def answers(self, story: Story, mobile: str, reference: str, place: int) -> list[tuple[int, str]]:
        """Ask, look, and type six wrong codes; each answer, without the token that no two forms share."""
        browser = Client()
        seen = [asks(browser, story, mobile, reference=reference, where=f"192.0.2.{place}")]
        seen.append(browser.get("/follow-code/enter"))
        seen += [enters(browser, "not-it") for _ in range(6)]
        return [(one.status_code, re.sub(r'value="\w{64}"', "", one.content.decode())) for one in seen]


class TestACarrier:
    """Whatever it answers, nothing is sent twice that it knows, and nothing else waits for it."""

    def test_that_is_busy_is_tried_again_while_the_code_is_good(
        self, story: Story, clock: SteppedClock, service: Service, work: Work
    ) -> None:
        browser = Client()
        asks(browser, story)
        service.status = 429
        works(work)
        assert (service.took, Delivery.objects.get().progress) == ([], "held-up")

        service.status = 201
        clock.step(minutes=2)
        works(work)
        assert enters(browser, code_in(service)).headers["Location"] == "/following"

    def test_that_is_busy_for_too_long_sends_no_code_that_is_good_no_more(
        self, story: Story, clock: SteppedClock, service: Service, work: Work
    ) -> None:
        asks(Client(), story)
        service.status = 500
        works(work)
        service.status = 201
        clock.step(minutes=11)
        works(work)

        assert (service.took, Delivery.objects.get().progress) == ([], "stopped")

    def test_that_refuses_the_number_is_not_asked_again(
        self, story: Story, clock: SteppedClock, service: Service, work: Work
    ) -> None:
        asks(Client(), story)
        service.status = 400
        works(work)
        service.status = 201
        clock.step(minutes=5)
        works(work)

        row = Delivery.objects.get()
        assert (service.took, row.progress, row.trouble, row.reply) == ([], "given-up", "message-refused", 400)

    def test_whose_answer_was_lost_is_asked_what_it_has(
        self, story: Story, clock: SteppedClock, service: Service, work: Work
    ) -> None:
        asks(Client(), story)
        service.loses_answers = True
        works(work)
        service.loses_answers = False
        clock.step(minutes=2)
        works(work)

        assert (len(service.took), Delivery.objects.get().progress) == (1, "sent")

    def test_that_is_away_holds_up_no_letter(
        self, office: Office, story: Story, service: Service, work: Work, server: tuple[Box, int]
    ) -> None:
        asks(Client(), story)
        letter = a_letter(office)
        service.status = 503
        work.carrier = a_mail_server_at(server[1])
        works(work)

        assert letter_of(letter).state == "posted"
        assert [len(server[0].messages), service.took] == [1, []]

    def test_that_is_killed_with_the_message_in_hand_sends_it_once(
        self, story: Story, clock: SteppedClock, service: Service, work: Work, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The worker ends between the carrier's word and ours: another takes it up, asks, and enters what it hears."""
        asks(Client(), story)

        def pulled(*_said: object, **_more: object) -> None:
            raise Killed

        with monkeypatch.context() as patched:
            patched.setattr("putright.casework.deliveries.enter_taken", pulled)
            with pytest.raises(Killed):
                one_pass(work)
        assert (len(service.took), Delivery.objects.get().progress) == (1, "queued")

        work.name = "worker-2"
        works(work)
        assert len(service.took) == 1  # it is held for the one that was killed
        clock.step(minutes=10, seconds=1)
        works(work)
        assert len(service.took) == 1


class TestAnAdministrator:
    def test_reads_that_codes_do_not_go_and_why(
        self, story: Story, clock: SteppedClock, service: Service, work: Work
    ) -> None:
        asks(Client(), story)
        service.status = 403
        works(work)
        service.status = 400
        asks(Client(), story, where="192.0.2.2")
        clock.step(minutes=16)
        works(work)

        assert texts_seen(now=clock.now()) == TextsSeen(not_taken=1, because="the carrier refused our key")
        (concern,) = [one for one in work_concerns(clock) if one.code == "texts-not-taken"]
        assert "1; the carrier refused our key." in concern.says
        clock.step(days=1)
        assert texts_seen(now=clock.now()) == TextsSeen(not_taken=0, because="")


class TestThePages:
    def test_ask_which_way_and_keep_what_was_typed(self, story: Story) -> None:
        browser = Client()
        assert read(browser.get("/follow")).links["Get a code sent to you"] == "/follow-code"
        page = read(browser.get("/follow-code"))
        assert page.headings[0] == "Get a code"
        wrong = read(browser.post("/follow-code", {"reference": "ZX00-20GD", "by": "text", "mobile": "020 7946 0018"}))
        assert wrong.problems == [("Enter a UK mobile number, like 07700 900982", "#mobile")]
        assert wrong.tree.xpath("//input[@id='mobile']/@value") == ["020 7946 0018"]
        assert read(browser.post("/follow-code", {})).problems == [
            ("Enter the reference", "#reference"),
            ("Choose how we should send you the code", "#by"),
        ]
        none = browser.post("/follow-code", {"reference": "ZX00-20GD", "by": "text", "email": PAT})
        assert read(none).problems == [("Enter your mobile number", "#mobile")]

    def test_do_not_speak_of_text_messages_where_nobody_carries_them(self, story: Story, site: LazySettings) -> None:
        site.PUTRIGHT_TEXTS = None
        browser = Client()
        for address in ("/follow", "/follow-code", "/privacy"):
            page = read(browser.get(address)).main
            assert "text message" not in page
            assert "mobile" not in page
        assert asks(browser, story).status_code == 422  # an email address is asked for
        assert not Delivery.objects.exists()

    def test_ask_for_a_number_alone_where_no_email_is_sent(
        self, story: Story, site: LazySettings, service: Service, work: Work
    ) -> None:
        site.PUTRIGHT_MAIL = None
        browser = Client()
        assert "email" not in read(browser.get("/follow-code")).tree.xpath("string(//form)")
        asks(browser, story)
        works(work)
        assert enters(browser, code_in(service)).headers["Location"] == "/following"

    def test_say_who_carries_the_message(self, story: Story) -> None:
        assert "GOV.UK Notify, carries it" in read(Client().get("/privacy")).main
