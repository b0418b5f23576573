"""Does a link to choose a password go by email to its holder alone, and does asking for one tell nobody anything?"""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from putright.casework import means as site_means
from putright.casework.actions.ask_for_password_link import MOST_IN_AN_HOUR, ask_for_password_link
from putright.casework.actions.invite_person import invite_person
from putright.casework.actions.revoke_invitation import revoke_invitation
from putright.casework.sign_in import Trying
from putright.jobs.work import one_pass
from putright.records.models import Account, Delivery, Person, SignInLink
from tests.casework.offices import Office
from tests.gateways.mail_servers import Box, text_of
from tests.jobs.working import MAIL, TUESDAY, SteppedClock, a_mail_server_at, a_worker
from tests.web.reading import read

ADA = "ada@commisceo.example.nhs.uk"
NOBODY = "nobody@example.org"
NEW = {"password": "a new and long enough phrase", "again": "a new and long enough phrase"}
Server = tuple[Box, int]


@pytest.fixture
def site(office: Office, clock: SteppedClock, settings: LazySettings) -> LazySettings:
    """The site of the office, at noon, from which email can be sent."""
    settings.PUTRIGHT_CLOCK = clock
    settings.PUTRIGHT_MAIL = MAIL
    site_means._means.cache_clear()
    return settings


def asks(office: Office, clock: SteppedClock, email: str, where: str = "192.0.2.1") -> None:
    ask_for_password_link(email=email, now=clock.now(), trying=Trying(where=where), means=office.means)


def sent(office: Office, clock: SteppedClock, server: Server, folder: Path) -> list[str]:
    """Let a worker send what waits; return the text of everything that was ever sent."""
    box, port = server
    work = a_worker(office, clock, a_mail_server_at(port), folder)
    while one_pass(work):
        pass
    return [text_of(message) for message in box.messages]


def path_in(text: str) -> str:
    found = re.search(r"http://127\.0\.0\.1:8000(/sign-in/link/[A-Za-z0-9_-]{22})\r?\n", text)
    assert found, text
    return found[1]


class TestAForgottenPassword:
    def test_is_renewed_with_a_link_that_goes_to_the_address_of_the_account(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path, site: LazySettings
    ) -> None:
        Person.objects.filter(pk=office.people["ada"]).update(email="another@example.org")
        asks(office, clock, f" {ADA.upper()} ")
        texts = sent(office, clock, server, tmp_path)
        browser = Client()

        assert server[0].to == [[ADA]]
        assert browser.get(path_in(texts[0])).headers["Location"] == "/sign-in/choose-password"
        assert browser.post("/sign-in/choose-password", NEW).status_code == 302
        assert Account.objects.get(email=ADA).check_password(NEW["password"])

    def test_leaves_the_secret_nowhere_in_the_database(self, office: Office, clock: SteppedClock) -> None:
        asks(office, clock, ADA)
        from putright.casework.sign_in_links import secret_of_mail

        row = Delivery.objects.get(link__isnull=False)
        secret = secret_of_mail(row.message_id)

        assert all(secret not in str(value) for kept in (row, row.link) for value in vars(kept).values())

    def test_is_good_for_an_hour(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path, site: LazySettings
    ) -> None:
        asks(office, clock, ADA)
        path = path_in(sent(office, clock, server, tmp_path)[0])
        clock.step(minutes=59)
        assert Client().get(path).status_code == 302
        clock.step(minutes=1)

        assert Client().get(path).status_code == 404

    def test_is_not_sent_once_it_is_too_old(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        asks(office, clock, ADA)
        clock.step(hours=2)

        assert sent(office, clock, server, tmp_path) == []
        assert Delivery.objects.get().progress == "stopped"

    @pytest.mark.parametrize("email", [NOBODY, "olu@commisceo.example.nhs.uk", "not an address"])
    def test_sends_nothing_to_who_has_no_account(self, office: Office, clock: SteppedClock, email: str) -> None:
        asks(office, clock, email)

        assert not Delivery.objects.exists()
        assert not SignInLink.objects.exists()

    def test_sends_nothing_to_who_has_left(self, office: Office, clock: SteppedClock) -> None:
        Person.objects.filter(pk=office.people["ada"]).update(left_on=TUESDAY)
        asks(office, clock, ADA)

        assert not Delivery.objects.exists()

    def test_does_not_fill_a_mailbox(self, office: Office, clock: SteppedClock) -> None:
        for place in range(10):
            asks(office, clock, ADA, where=f"192.0.2.{place}")
        assert Delivery.objects.count() == MOST_IN_AN_HOUR

        clock.step(hours=1, minutes=1)
        asks(office, clock, ADA, where="192.0.2.50")
        assert Delivery.objects.count() == MOST_IN_AN_HOUR + 1

    def test_is_the_same_page_for_every_address(self, office: Office, site: LazySettings) -> None:
        pages = []
        for email in (ADA, NOBODY):
            response = Client().post("/sign-in/forgotten", {"email": email})
            body = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
            pages.append((response.status_code, body.replace(email, "")))

        assert pages[0] == pages[1]
        assert "Look at your email" in pages[0][1]

    @pytest.mark.parametrize("email", [ADA, NOBODY])
    def test_is_not_asked_for_without_end(self, office: Office, site: LazySettings, email: str) -> None:
        statuses = [Client().post("/sign-in/forgotten", {"email": email}).status_code for _ in range(6)]

        assert statuses == [200] * 5 + [429]

    def test_without_mail_is_a_matter_for_the_administrator(self, office: Office, client: Client) -> None:
        site_means._means.cache_clear()
        page = read(client.get("/sign-in/forgotten"))

        assert page.headings == ["If you have forgotten your password"]
        assert "Ask the administrator of your organisation." in page.main
        assert not page.tree.xpath("//main//form")
        assert client.post("/sign-in/forgotten", {"email": ADA}).status_code == 200
        assert not SignInLink.objects.exists()


class TestAnInvitation:
    def test_goes_by_email_and_nobody_here_sees_the_link(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path, site: LazySettings
    ) -> None:
        ada = Client()
        ada.force_login(Account.objects.get(email=ADA))
        address = f"/administration/people/{office.people['olu']}/invite"
        assert "By email, from here" in read(ada.get(address)).main
        response = ada.post(address, {"email": "olu@example.org", "how": "email"}, follow=True)
        assert "The invitation is on its way to olu@example.org" in read(response).texts("//*[@role='alert']")[0]
        assert "/sign-in/link/" not in response.content.decode()

        texts = sent(office, clock, server, tmp_path)
        assert server[0].to == [["olu@example.org"]]
        browser = Client()
        browser.get(path_in(texts[0]))
        assert browser.post("/sign-in/choose-password", NEW).headers["Location"] == "/work"

    def test_that_was_taken_back_is_not_sent(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        actor = office.actor("ada", TUESDAY)
        olu = office.people["olu"]
        invite_person(
            actor=actor, person=olu, email="olu@example.org", by_email=True, now=clock.now(), means=office.means
        )
        revoke_invitation(actor=actor, person=olu, now=clock.now() + timedelta(minutes=1))

        assert sent(office, clock, server, tmp_path) == []

    def test_that_is_tried_again_is_the_same_message(
        self, office: Office, clock: SteppedClock, server: Server, tmp_path: Path
    ) -> None:
        invite_person(
            actor=office.actor("ada", TUESDAY),
            person=office.people["olu"],
            email="olu@example.org",
            by_email=True,
            now=clock.now(),
            means=office.means,
        )
        sent(office, clock, server, tmp_path)
        Delivery.objects.update(progress="queued", taken_at=None, held_by="", held_until=None)
        sent(office, clock, server, tmp_path)

        assert len(server[0].took) == 2
        assert server[0].took[0] == server[0].took[1]
