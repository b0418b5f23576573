"""Can somebody who was invited, or has forgotten their password, choose one; and nobody else with their link?"""

import logging
import re
from datetime import date, timedelta

import pytest
from django.conf import LazySettings
from django.test import Client

from putright.casework.actions.appoint_person import appoint_person
from putright.casework.actions.set_up_body import StaffSaid
from putright.config.logging import redacted
from putright.domain.access import Role
from putright.gateways.clock import FixedClock
from putright.records.models import AccessEntry, Account, Person, SignInLink
from tests.casework.offices import MAUNDY_THURSDAY, PASSWORD, Office, at
from tests.web.office.conftest import account_of
from tests.web.reading import read

NEW = "a new and long enough phrase"
CHOSEN = {"password": NEW, "again": NEW}
OPENS_NOTHING = "This link does not open anything"


@pytest.fixture
def ada(signed_in, office) -> Client:
    """The administrator's browser."""
    return signed_in(office, "ada")


@pytest.fixture
def nia(office: Office) -> Person:
    """Somebody who has just been appointed, and cannot sign in."""
    number = appoint_person(
        actor=office.actor("ada"),
        person=StaffSaid(name="Nia Newcomer", post="Complaints Officer", email="nia@commisceo.example.nhs.uk"),
        role=Role.COMPLAINTS_OFFICER,
        on=MAUNDY_THURSDAY,
        now=at(MAUNDY_THURSDAY),
    )
    return Person.objects.get(pk=number)


def invited(ada: Client, nia: Person, email: str = "") -> str:
    """Invite somebody on the page for it; return the path of their link."""
    response = ada.post(f"/administration/people/{nia.pk}/invite", {"email": email or nia.email})
    return path_in(response)


def path_in(response) -> str:
    """The path of the link that a page shows."""
    assert response.status_code == 200, read(response).problems
    link = read(response).texts("//*[@class='app-keep__link']")[0]
    assert re.fullmatch(r"http://127\.0\.0\.1:8000/sign-in/link/[A-Za-z0-9_-]{22}", link)
    return link.removeprefix("http://127.0.0.1:8000")


def opened(path: str) -> Client:
    """A browser in which a link was opened."""
    browser = Client()
    assert browser.get(path).headers["Location"] == "/sign-in/choose-password"
    return browser


class TestAnInvitation:
    def test_lets_the_person_choose_a_password_and_go_on_to_work(self, ada, nia):
        browser = opened(invited(ada, nia))
        page = read(browser.get("/sign-in/choose-password"))

        assert page.headings == ["Take up your invitation"]
        assert "The commisceo example has invited Nia Newcomer" in page.main
        assert browser.post("/sign-in/choose-password", CHOSEN).headers["Location"] == "/work"
        assert read(browser.get("/work")).texts("//header//li")[0] == "Nia Newcomer"
        assert Client().post("/sign-in", {"email": nia.email, "password": NEW}).headers["Location"] == "/work"

    def test_is_good_once(self, ada, nia):
        path = invited(ada, nia)
        late = opened(path)
        opened(path).post("/sign-in/choose-password", CHOSEN)

        assert Client().get(path).status_code == 404
        response = late.post("/sign-in/choose-password", {"password": "another good phrase", "again": "another"})
        assert (response.status_code, read(response).headings) == (404, [OPENS_NOTHING])
        assert Account.objects.get(email=nia.email).check_password(NEW)

    def test_is_not_used_up_by_looking_at_it(self, ada, nia):
        path = invited(ada, nia)
        for _ in range(3):  # as scanners of mail do
            opened(path).get("/sign-in/choose-password")

        assert opened(path).post("/sign-in/choose-password", CHOSEN).status_code == 302

    def test_ends_after_a_week(self, ada, nia, day):
        path = invited(ada, nia)
        day.PUTRIGHT_CLOCK = FixedClock(at(MAUNDY_THURSDAY + timedelta(days=7)) - timedelta(seconds=1))
        browser = opened(path)
        day.PUTRIGHT_CLOCK = FixedClock(at(MAUNDY_THURSDAY + timedelta(days=7)))

        assert Client().get(path).status_code == 404
        assert browser.post("/sign-in/choose-password", CHOSEN).status_code == 404
        assert not Account.objects.filter(email=nia.email).exists()

    def test_can_be_taken_back(self, ada, nia):
        path = invited(ada, nia)
        browser = opened(path)
        response = ada.post(f"/administration/people/{nia.pk}/revoke-invitation", follow=True)

        assert "The invitation was taken back" in read(response).texts("//*[@role='alert']")[0]
        assert Client().get(path).status_code == 404
        assert browser.post("/sign-in/choose-password", CHOSEN).status_code == 404
        again = ada.post(f"/administration/people/{nia.pk}/revoke-invitation")
        assert read(again).main.count("No invitation is open") == 1

    def test_made_anew_ends_the_one_before(self, ada, nia):
        first, second = invited(ada, nia), invited(ada, nia)

        assert Client().get(first).status_code == 404
        assert Client().get(second).status_code == 302

    def test_keeps_of_its_secret_only_a_digest(self, ada, nia):
        secret = invited(ada, nia).rpartition("/")[2]
        kept = SignInLink.objects.get(person=nia)

        assert len(kept.digest) == 64
        assert all(secret not in str(value) for value in vars(kept).values())

    def test_leaves_its_secret_in_no_address_log_or_referrer(self, ada, nia, caplog):
        path = invited(ada, nia)
        with caplog.at_level(logging.INFO):
            response = Client().get(path)
        secret = path.rpartition("/")[2]

        assert secret not in response.headers["Location"]
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert "no-store" in response.headers["Cache-Control"]
        assert secret not in redacted("\n".join(record.getMessage() for record in caplog.records))
        assert redacted(f"GET /sign-in/link/{'a' * 22} 302") == "GET /sign-in/link/[secret] 302"

    def test_asks_for_a_good_password_and_the_same_twice(self, ada, nia):
        browser = opened(invited(ada, nia))

        weak = browser.post("/sign-in/choose-password", {"password": "short", "again": "short"})
        assert read(weak).problems[0][1] == "#password"
        other = browser.post("/sign-in/choose-password", {"password": NEW, "again": "something else"})
        assert read(other).problems == [("The two passwords are not the same", "#again")]
        assert not Account.objects.filter(email=nia.email).exists()

    def test_of_who_works_elsewhere_asks_for_their_own_password(self, ada, nia, neighbour):
        theirs = account_of(neighbour, "mo")
        browser = opened(invited(ada, nia, theirs.email))
        page = read(browser.get("/sign-in/choose-password"))

        assert "You sign in here for another organisation already." in page.main
        wrong = browser.post("/sign-in/choose-password", CHOSEN)
        assert wrong.status_code == 422
        assert not Person.objects.filter(pk=nia.pk, account__isnull=False).exists()
        assert browser.post("/sign-in/choose-password", {"password": PASSWORD}).status_code == 302
        assert Person.objects.get(pk=nia.pk).account == theirs
        theirs.refresh_from_db()
        assert theirs.check_password(PASSWORD)

    @pytest.mark.parametrize(
        ("who", "email", "problem"),
        [
            ("mo", "x@example.nhs.uk", "This person can sign in already."),
            (None, "mo@commisceo.example.nhs.uk", "Somebody at this organisation signs in with this email address"),
        ],
    )
    def test_is_refused_with_the_reason(self, ada, office, nia, who, email, problem):
        number = office.people[who] if who else nia.pk
        response = ada.post(f"/administration/people/{number}/invite", {"email": email})

        assert response.status_code == 422
        assert read(response).problems[0][0].startswith(problem)

    def test_is_for_administrators_of_the_same_body(self, signed_in, office, neighbour, nia):
        for browser, status in ((signed_in(office, "mo"), 403), (signed_in(neighbour, "ada"), 404)):
            for page in ("", "/invite", "/password-link", "/reset-second-step"):
                assert browser.get(f"/administration/people/{nia.pk}{page}").status_code == status
            assert browser.post(f"/administration/people/{nia.pk}/invite", {"email": nia.email}).status_code == status
            assert browser.post(f"/administration/people/{nia.pk}/revoke-invitation").status_code == status
        assert not SignInLink.objects.exists()

    def test_cannot_be_guessed_for_long(self, ada, nia):
        path = invited(ada, nia)
        stranger = Client(REMOTE_ADDR="192.0.2.66")
        statuses = [stranger.get(f"/sign-in/link/{'a' * 20}{number:02}").status_code for number in range(20)]

        assert statuses == [404] * 20
        assert stranger.get(f"/sign-in/link/{'a' * 20}20").status_code == 429
        assert Client(REMOTE_ADDR="192.0.2.66").get(path).status_code == 302

    def test_refuses_a_form_that_is_not_ours(self, ada, nia):
        strict = Client(enforce_csrf_checks=True)
        strict.get(invited(ada, nia))

        assert strict.post("/sign-in/choose-password", CHOSEN).status_code == 403

    def test_is_on_the_record(self, ada, nia):
        opened(invited(ada, nia)).post("/sign-in/choose-password", CHOSEN)
        page = read(ada.get(f"/administration/people/{nia.pk}"))

        assert page.headings == ["Complaints Officer - Nia Newcomer"]
        assert [line.split(" 2 April")[0] for line in page.texts("//ul[@aria-labelledby='record']/li")] == [
            "Took up the invitation",
            "Invited to sign in",
            "Appointed to a role: complaints officer",
        ]

    def test_signs_out_whoever_was_signed_in_at_that_browser(self, ada, nia):
        path = invited(ada, nia)
        ada.get(path)

        assert ada.get("/administration").status_code == 302


class TestAForgottenPassword:
    @pytest.fixture
    def path(self, ada, office):
        """The link with which Mo can choose a new one."""
        return path_in(ada.post(f"/administration/people/{office.people['mo']}/password-link"))

    def test_is_replaced_and_every_session_ends(self, path, office, signed_in):
        stolen = signed_in(office, "mo")
        assert stolen.get("/work").status_code == 200
        browser = opened(path)
        assert read(browser.get("/sign-in/choose-password")).headings == ["Choose a new password"]

        assert browser.post("/sign-in/choose-password", CHOSEN).headers["Location"] == "/work"
        assert stolen.get("/work").status_code == 302
        assert account_of(office, "mo").check_password(NEW)

    def test_stays_good_until_the_link_is_used(self, path, office):
        response = Client().post("/sign-in", {"email": office.person("mo").email, "password": PASSWORD})

        assert response.headers["Location"] == "/work"

    def test_the_link_is_good_for_a_day(self, path, day):
        day.PUTRIGHT_CLOCK = FixedClock(at(MAUNDY_THURSDAY + timedelta(days=1)))

        assert Client().get(path).status_code == 404

    def test_the_link_ends_when_the_password_is_changed_otherwise(self, path, office, signed_in):
        signed_in(office, "mo").post("/password", {"old": PASSWORD, "new": NEW, "again": NEW})

        assert Client().get(path).status_code == 404

    def test_is_not_renewed_by_one_of_two_employers(self, ada, office, neighbour):
        account = account_of(neighbour, "mo")
        Person.objects.filter(pk=office.people["mo"]).update(account=account)
        page = read(ada.post(f"/administration/people/{office.people['mo']}/password-link"))

        assert page.problems[0][0].startswith(
            "What this person signs in with opens something beyond your organisation too"
        )
        assert not SignInLink.objects.exists()

    def test_of_ones_own_is_changed_elsewhere(self, ada, office):
        page = read(ada.post(f"/administration/people/{office.people['ada']}/password-link"))

        assert page.problems == [("Change your own password on the page for it.", None)]

    def test_is_on_the_record(self, path, ada, office):
        entry = AccessEntry.objects.get(event="password-link-given")

        assert (entry.person_id, entry.by_id) == (office.people["mo"], office.people["ada"])


@pytest.mark.parametrize(
    "password",
    [
        "short",
        "password1234",
        "aaaaaaaaaaaaaaaa",
        "121212121212121212",
        "abcdefghijklmnop",
        "qwertyuiopasdfgh",
        "putright complaints 2026",
        "nia.newcomer@commisceo.example.nhs.uk",
    ],
)
def test_a_password_that_is_guessed_first_is_refused(ada, nia, password):
    browser = opened(invited(ada, nia))
    response = browser.post("/sign-in/choose-password", {"password": password, "again": password})

    assert response.status_code == 422
    assert read(response).problems[0][1] == "#password"


@pytest.mark.parametrize(
    "password", ["korrekt heste batteri", "ÆØÅ ✓ — “quoted”", "only small letters here", "x7" + "long " * 100]
)
def test_a_long_password_needs_no_kinds_of_characters(ada, nia, password):
    browser = opened(invited(ada, nia))

    assert browser.post("/sign-in/choose-password", {"password": password, "again": password}).status_code == 302
    assert Client().post("/sign-in", {"email": nia.email, "password": password}).status_code == 302


def test_nothing_hinders_pasting_a_password(ada, nia):
    browser = opened(invited(ada, nia))
    boxes = read(browser.get("/sign-in/choose-password")).tree.xpath("//input[@type='password']")

    assert [box.get("autocomplete") for box in boxes] == ["new-password", "new-password"]
    assert all(box.get("onpaste") is None and box.get("maxlength") is None for box in boxes)


def test_a_weaker_digest_is_made_anew_at_sign_in(client: Client, office: Office, settings: LazySettings) -> None:
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.Argon2PasswordHasher",
        "django.contrib.auth.hashers.MD5PasswordHasher",
    ]
    assert account_of(office, "mo").password.startswith("md5$")
    response = client.post("/sign-in", {"email": office.person("mo").email, "password": PASSWORD})

    assert response.status_code == 302
    assert account_of(office, "mo").password.startswith("argon2$argon2id$")
    assert client.get("/work").status_code == 200


def test_a_role_that_begins_or_ends_signs_the_person_out(ada, office, signed_in):
    mo, olu = signed_in(office, "mo"), signed_in(office, "olu")
    appoint_person(
        actor=office.actor("ada"),
        person=office.people["mo"],
        role=Role.COMPLAINTS_MANAGER,
        on=date(2026, 4, 2),
        now=at(MAUNDY_THURSDAY),
    )

    assert mo.get("/work").status_code == 302
    assert olu.get("/work").status_code == 200
