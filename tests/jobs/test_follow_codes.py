"""Does a code open a complaint to whoever has its contact, and does asking for one tell nobody anything?"""

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from putright.casework import means as site_means
from putright.casework.actions.revoke_follow_link import revoke_follow_link
from putright.casework.said import PersonSaid
from putright.domain.follow_codes import LASTS, MOST_AN_HOUR, MOST_TRIES
from putright.jobs.work import one_pass
from putright.records.models import Delivery, FollowCode, Person, WrongLink
from tests.casework.offices import Office, Story, a_story
from tests.gateways.mail_servers import Box, text_of
from tests.jobs.working import MAIL, TUESDAY, SteppedClock, a_mail_server_at, a_worker
from tests.web.reading import read

PAT = "pat@example.org"
NOBODY = "nobody@example.org"
Server = tuple[Box, int]


@pytest.fixture
def site(office: Office, clock: SteppedClock, settings: LazySettings) -> LazySettings:
    """The site of the office, from which email can be sent."""
    settings.PUTRIGHT_CLOCK = clock
    settings.PUTRIGHT_MAIL = MAIL
    site_means._means.cache_clear()
    return settings


@pytest.fixture
def story(office: Office) -> Story:
    """A complaint of somebody who gave an email address, and agreed to no letters by email."""
    return a_story(office, complainant=PersonSaid(name="Pat Example", email=PAT))


def asks(browser: Client, story: Story, email: str = PAT, *, reference: str = "", where: str = "192.0.2.1") -> Any:
    typed = {"reference": reference or story.reference, "email": email}
    return browser.post("/follow-code", typed, REMOTE_ADDR=where)


def sent(office: Office, clock: SteppedClock, server: Server, folder: Path) -> list[str]:
    """Let a worker send what waits; return the text of everything that was ever sent."""
    box, port = server
    work = a_worker(office, clock, a_mail_server_at(port), folder)
    while one_pass(work):
        pass
    return [text_of(message) for message in box.messages]


def code_in(text: str) -> str:
    found = re.search(r"Your code is (\d{6})", text)
    assert found, text
    return found[1]


def enters(browser: Client, code: str) -> Any:
    return browser.post("/follow-code/enter", {"code": code})


class TestACode:
    def test_opens_the_complaint_once_in_the_browser_that_asked(
        self, office: Office, story: Story, clock: SteppedClock, server: Server, tmp_path: Path, site: LazySettings
    ) -> None:
        browser = Client()
        typed = f"{story.reference[:4].lower()}-{story.reference[4:].lower()}"
        assert asks(browser, story, f" {PAT.upper()} ", reference=typed).headers["Location"] == "/follow-code/enter"
        (text,) = sent(office, clock, server, tmp_path)
        code = code_in(text)
        assert server[0].to == [[PAT]]
        assert "omplain" not in server[0].messages[0]["Subject"]
        assert all(word not in text for word in ("Pat", story.reference))

        before = browser.session.session_key
        assert enters(browser, f"{code[:3]} {code[3:]}").headers["Location"] == "/following"
        assert browser.session.session_key != before
        assert "Your complaint to" in read(browser.get("/following")).headings[0]
        assert enters(browser, code).headers["Location"] == "/follow-code"  # it is forgotten here, and used up
        other = Client()
        asks(other, story, NOBODY, where="192.0.2.2")
        assert enters(other, code).status_code == 422

    def test_stands_nowhere_in_the_database(
        self, office: Office, story: Story, clock: SteppedClock, server: Server, tmp_path: Path, site: LazySettings
    ) -> None:
        asks(Client(), story)
        code = code_in(sent(office, clock, server, tmp_path)[0])
        row = Delivery.objects.get(code__isnull=False)

        assert all(code not in str(value) for kept in (row, row.code) for value in vars(kept).values())

    def test_is_good_for_ten_minutes(
        self, office: Office, story: Story, clock: SteppedClock, server: Server, tmp_path: Path, site: LazySettings
    ) -> None:
        browser = Client()
        asks(browser, story)
        code = code_in(sent(office, clock, server, tmp_path)[0])
        clock.step(minutes=10)
        page = read(enters(browser, code))

        assert page.problems == [("This code is more than 10 minutes old. Get a new code", "#code")]
        asks(browser, story)
        clock.step(minutes=9, seconds=59)
        assert enters(browser, code_in(_latest(office, clock, server, tmp_path))).status_code == 302

    def test_can_be_tried_five_times(
        self, office: Office, story: Story, clock: SteppedClock, server: Server, tmp_path: Path, site: LazySettings
    ) -> None:
        browser = Client()
        asks(browser, story)
        code = code_in(sent(office, clock, server, tmp_path)[0])
        wrong = f"{(int(code) + 1) % 10**6:06}"
        said = [read(enters(browser, wrong)).problems[0][0] for _ in range(MOST_TRIES)]

        assert set(said) == {"This is not the code that we sent. Check the numbers, or get a new code"}
        assert read(enters(browser, code)).problems[0][0] == "This code was tried too many times. Get a new code"

    def test_is_not_sent_once_it_is_too_old(
        self, office: Office, story: Story, clock: SteppedClock, server: Server, tmp_path: Path, site: LazySettings
    ) -> None:
        asks(Client(), story)
        clock.at += LASTS

        assert sent(office, clock, server, tmp_path) == []
        assert Delivery.objects.get().progress == "stopped"

    def test_opens_no_longer_than_staff_let_it(
        self, office: Office, story: Story, clock: SteppedClock, server: Server, tmp_path: Path, site: LazySettings
    ) -> None:
        browser = Client()
        asks(browser, story)
        enters(browser, code_in(sent(office, clock, server, tmp_path)[0]))
        story.does(revoke_follow_link, "mo", TUESDAY)

        assert browser.get("/following").status_code == 410

    def test_goes_to_nobody_who_has_died(
        self, story: Story, office: Office, clock: SteppedClock, site: LazySettings
    ) -> None:
        Person.objects.filter(pk=story.case.complainant_id).update(death_learnt_on=TUESDAY)
        asks(Client(), story)

        assert not Delivery.objects.exists()

    def test_does_not_fill_a_mailbox(
        self, office: Office, story: Story, clock: SteppedClock, site: LazySettings
    ) -> None:
        for place in range(6):
            asks(Client(), story, where=f"192.0.2.{place}")
        assert Delivery.objects.count() == MOST_AN_HOUR
        clock.step(hours=1, minutes=1)
        asks(Client(), story, where="192.0.2.50")

        assert Delivery.objects.count() == MOST_AN_HOUR + 1

    def test_leaves_no_row_behind_after_a_day(
        self, office: Office, story: Story, clock: SteppedClock, site: LazySettings
    ) -> None:
        asks(Client(), story)
        clock.step(days=1, minutes=1)
        asks(Client(), story)

        assert (FollowCode.objects.count(), Delivery.objects.count()) == (1, 1)


class TestWhetherThereIsACase:
    """Whoever asks, and whoever tries, sees and waits the same."""

    def test_cannot_be_read_from_any_answer(
        self, office: Office, story: Story, clock: SteppedClock, site: LazySettings
    ) -> None:
        right, wrong_address, no_case = (
            self.answers(story, email, reference, place)
            for place, (email, reference) in enumerate([(PAT, ""), (NOBODY, ""), (PAT, "ZX00-20GD")])
        )

        assert right == wrong_address == no_case
        statuses = [status for status, _ in right]
        assert statuses == [302, 200, *[422] * 6]

    def answers(self, story: Story, email: str, reference: str, place: int) -> list[tuple[int, str]]:
        """Ask, look, and type six wrong codes; each answer, without the token that no two forms share."""
        browser = Client()
        seen = [asks(browser, story, email, reference=reference, where=f"192.0.2.{place}")]
        seen.append(browser.get("/follow-code/enter"))
        seen += [enters(browser, "not-it") for _ in range(6)]
        return [(one.status_code, re.sub(r'value="\w{64}"', "", one.content.decode())) for one in seen]

    def test_costs_hardly_more_or_less_to_find_out(
        self, office: Office, story: Story, clock: SteppedClock, site: LazySettings
    ) -> None:
        counts = []
        for place, email in enumerate([PAT, NOBODY]):
            with CaptureQueriesContext(
                connection,
            ) as asked:
                asks(Client(), story, email, where=f"192.0.2.{place}")
            counts.append(len(asked))

        assert counts[0] - counts[1] == 1  # the row by which the email waits; it is sent by a worker, later

    @pytest.mark.parametrize("email", [PAT, NOBODY])
    def test_is_not_asked_without_end(
        self, office: Office, story: Story, clock: SteppedClock, site: LazySettings, email: str
    ) -> None:
        browser = Client()

        assert [asks(browser, story, email).status_code for _ in range(6)] == [302] * 5 + [429]


class TestAWayBack:
    def test_is_found_from_the_page_for_the_link(self, office: Office, site: LazySettings, client: Client) -> None:
        assert read(client.get("/follow")).links["Get a code by email"] == "/follow-code"
        assert "ask for a new link" in read(client.get("/follow-code")).main

    def test_is_not_by_email_where_none_is_sent(self, office: Office, site: LazySettings, client: Client) -> None:
        site.PUTRIGHT_MAIL = None
        page = read(client.get("/follow-code"))
        assert "This website cannot send emails at the moment" in page.main
        assert "ask for a new link" in page.main
        answer = read(client.post("/follow-code", {"reference": "ZX00-20GD", "email": PAT}))
        assert "No way to send email is set up here." in answer.main

    def test_asks_for_both_and_keeps_what_was_typed(self, office: Office, site: LazySettings, client: Client) -> None:
        page = read(client.post("/follow-code", {"reference": "", "email": "pat at home"}))
        assert [problem for _, problem in page.problems] == ["#reference", "#email"]
        assert page.tree.xpath("//input[@id='email']/@value") == ["pat at home"]
        assert client.get("/follow-code/enter").headers["Location"] == "/follow-code"

    def test_a_wrong_code_counts_as_no_wrong_link(self, office: Office, story: Story, site: LazySettings) -> None:
        browser = Client()
        asks(browser, story, NOBODY)
        enters(browser, "123456")

        assert not WrongLink.objects.exists()


def _latest(office: Office, clock: SteppedClock, server: Server, folder: Path) -> str:
    return sent(office, clock, server, folder)[-1]
