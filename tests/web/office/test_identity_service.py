"""Can staff sign in with an identity service, only those who were invited and linked it, and nobody in their place?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.test import Client

from putright.casework.actions.appoint_person import appoint_person
from putright.casework.second_factor import secret_of
from putright.domain.access import Role
from putright.gateways.clock import LONDON, FixedClock, SystemClock
from putright.gateways.oidc import Provider
from putright.records.models import AccessEntry, Account, Authenticator, Identity, Person
from tests.casework.offices import PASSWORD
from tests.gateways.identity_services import Service, lying_service, real_service
from tests.web.office.conftest import account_of
from tests.web.office.second_steps import code_of, gives_password, sets_up
from tests.web.reading import read

NOBODY = "Nobody here signs in with this identity yet."


@pytest.fixture(scope="module")
def running() -> Iterator[Service]:
    """An identity service that runs for the tests of this file."""
    with real_service() as service:
        yield service


@pytest.fixture(scope="module")
def ahead(running) -> timedelta:
    """How far the service's clock goes before the one of the tests, which may be moved."""
    return running.now - SystemClock().now()


@pytest.fixture
def service(running, ahead, day) -> Service:
    """The same, set up as the service of the site, which goes by its clock."""
    # By the clock at which each test begins: the service runs on, and its word is good for a minute or so.
    now = (SystemClock().now() + ahead).astimezone(LONDON)
    day.PUTRIGHT_CLOCK = FixedClock(now)
    day.PUTRIGHT_IDENTITY_SERVICE = Provider(issuer=running.issuer, client_id="putright", client_secret="hush")
    day.PUTRIGHT_IDENTITY_NAME = "Example Identity"
    return replace(running, now=now)


def goes(client: Client, address: str = "/sign-in/identity") -> str:
    """Go to the identity service; return the address there."""
    response = client.get(address)
    assert response.status_code == 302, read(response).main
    return response.headers["Location"]


def comes_back(client: Client, back: str):
    """Come back from there."""
    parts = urlsplit(back)
    return client.get(f"{parts.path}?{parts.query}")


def links(client: Client, service: Service, subject: str) -> None:
    """Link an identity, signed in with a password."""
    response = comes_back(client, service.signs_in(goes(client, "/security/identity/link"), subject))
    assert response.headers["Location"] == "/security"


def signs_in(service: Service, subject: str, client: Client | None = None):
    """Sign in with an identity."""
    client = client or Client()
    return comes_back(client, service.signs_in(goes(client), subject))


@pytest.fixture
def linked(service, office) -> str:
    """The subject by which the service knows Mo, who has linked it."""
    links(gives_password(office, "mo"), service, "mo-at-work")
    return "mo-at-work"


class TestSigningIn:
    def test_leads_back_to_the_page_that_was_asked_for(self, service, linked):
        client = Client()
        response = comes_back(client, service.signs_in(goes(client, "/sign-in/identity?next=/letters"), linked))

        assert response.headers["Location"] == "/letters"
        assert read(client.get("/letters")).texts("//header//li")[0] == "Mo Manager"

    def test_is_offered_where_it_is_set_up(self, service, client, day):
        page = read(client.get("/sign-in?next=/letters"))
        assert page.links["Sign in with Example Identity"] == "/sign-in/identity?next=%2Fletters"

        day.PUTRIGHT_IDENTITY_SERVICE = None
        assert "Example Identity" not in read(client.get("/sign-in")).main
        assert client.get("/sign-in/identity").status_code == 404
        assert client.get("/sign-in/identity/back?code=x&state=y").status_code == 404

    def test_opens_nothing_for_who_was_not_invited(self, service, office):
        client = Client()
        response = signs_in(service, "a-stranger", client)

        assert response.headers["Location"] == "/sign-in"
        assert read(client.get("/sign-in")).texts("//*[@role='alert']")[0].removeprefix("Important ").startswith(NOBODY)
        assert client.get("/work").status_code == 302

    def test_is_never_matched_by_an_address(self, service, office):
        service.knows("somebody", email=office.person("mo").email, email_verified=True)

        assert signs_in(service, "somebody").headers["Location"] == "/sign-in"

    def test_begins_a_session_of_its_own(self, service, linked):
        client = Client()
        address = goes(client)
        before = client.session.session_key
        comes_back(client, service.signs_in(address, linked))

        assert client.session.session_key != before

    def test_leads_to_no_other_site(self, service, linked):
        client = Client()
        back = service.signs_in(goes(client, "/sign-in/identity?next=//evil.example/"), linked)

        assert comes_back(client, back).headers["Location"] == "/work"

    def test_of_a_closed_account_opens_nothing(self, service, office, linked):
        Account.objects.filter(pk=account_of(office, "mo").pk).update(is_active=False)

        assert signs_in(service, linked).headers["Location"] == "/sign-in"


class TestTheWayBack:
    def test_is_good_once(self, service, linked):
        client = Client()
        back = service.signs_in(goes(client), linked)
        assert comes_back(client, back).status_code == 302
        client.post("/sign-out")

        replayed = comes_back(client, back)
        assert (replayed.status_code, read(replayed).headings) == (400, ["We could not find out who you are"])
        assert client.get("/work").status_code == 302

    def test_is_good_in_the_browser_that_asked_alone(self, service, linked):
        back = service.signs_in(goes(Client()), linked)
        victim = Client()
        assert comes_back(victim, back).status_code == 400

        goes(victim)
        assert comes_back(victim, back).status_code == 400
        assert victim.get("/work").status_code == 302

    @pytest.mark.parametrize("query", ["", "?state=", "?code=x", "?code=x&state=y", "?error=access_denied&state=STATE"])
    def test_with_anything_else_is_told(self, service, linked, query):
        client = Client()
        state = parse_qs(urlsplit(goes(client)).query)["state"][0]

        assert client.get(f"/sign-in/identity/back{query.replace('STATE', state)}").status_code == 400

    def test_ends_after_ten_minutes(self, service, linked, day):
        client = Client()
        back = service.signs_in(goes(client), linked)
        day.PUTRIGHT_CLOCK = FixedClock(service.now.astimezone(LONDON) + timedelta(minutes=11))

        assert comes_back(client, back).status_code == 400

    def test_with_the_code_of_another_sign_in_is_told(self, service, linked):
        client, other = Client(), Client()
        mine, theirs = service.signs_in(goes(client), linked), service.signs_in(goes(other), "a-stranger")
        code = parse_qs(urlsplit(theirs).query)["code"][0]
        state = parse_qs(urlsplit(mine).query)["state"][0]

        assert client.get("/sign-in/identity/back", {"code": code, "state": state}).status_code == 400  # its nonce


class TestSigningOut:
    OFFER = "sign out of Example Identity too"

    def test_offers_to_sign_out_there_too(self, service, linked):
        client = Client()
        signs_in(service, linked, client)
        page = read(client.post("/sign-out", follow=True))
        assert client.get("/work").status_code == 302
        assert page.links[self.OFFER] == "/sign-out/identity"

        address = client.get("/sign-out/identity").headers["Location"]
        said = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert said == {"client_id": "putright", "post_logout_redirect_uri": "http://127.0.0.1:8000/sign-in"}
        there = requests.get(address, timeout=10)
        assert there.status_code == 200, there.text
        assert self.OFFER not in read(client.get("/sign-in")).links

    def test_offers_it_before_our_own_second_step_too(self, service, linked, day):
        day.PUTRIGHT_SECOND_FACTOR = True
        client = Client()
        signs_in(service, linked, client)

        assert self.OFFER in read(client.post("/sign-out", follow=True)).links

    def test_offers_it_after_our_own_second_step_too(self, service, office, linked, day):
        sets_up(gives_password(office, "mo"), day.PUTRIGHT_CLOCK.now())
        client = Client()
        assert signs_in(service, linked, client).headers["Location"] == "/sign-in/code"
        key = secret_of(Authenticator.objects.get())
        client.post("/sign-in/code", {"code": code_of(key, day.PUTRIGHT_CLOCK.now(), off=1)})
        assert client.get("/work").status_code == 200

        assert self.OFFER in read(client.post("/sign-out", follow=True)).links

    def test_offers_nothing_to_who_signed_in_with_a_password(self, service, office, day):
        client = gives_password(office, "mo")

        assert self.OFFER not in read(client.post("/sign-out", follow=True)).links

    def test_of_a_service_that_has_no_such_page_says_so(self, db, day):
        with lying_service() as plain:
            day.PUTRIGHT_IDENTITY_SERVICE = Provider(issuer=plain.issuer, client_id="putright", client_secret="hush")
            day.PUTRIGHT_IDENTITY_NAME = "Example Identity"
            said = read(Client().get("/sign-out/identity", follow=True)).texts("//*[@role='alert']")[0]

        assert "Example Identity cannot be left from here. Sign out on its own page" in said

    def test_leads_nowhere_that_is_not_safe(self, db, day):
        with lying_service() as liar:
            liar.says_of_itself = {"end_session_endpoint": "http://evil.example/out"}
            day.PUTRIGHT_IDENTITY_SERVICE = Provider(issuer=liar.issuer, client_id="putright", client_secret="hush")

            assert Client().get("/sign-out/identity").status_code == 400

    def test_is_not_there_without_a_service(self, office):
        assert Client().get("/sign-out/identity").status_code == 404


class TestARoleOfADayToCome:
    def appointed(self, office, day, begins: timedelta) -> None:
        """Mo is to be an administrator."""
        now = day.PUTRIGHT_CLOCK.now()
        ada, on = office.actor("ada", now.date()), (now + begins).date()
        appoint_person(actor=ada, person=office.people["mo"], role=Role.ADMINISTRATOR, on=on, now=now)

    def test_signs_nobody_out_and_gives_nothing_before_its_day(self, service, office, linked, day):
        client = Client()
        signs_in(service, linked, client)
        self.appointed(office, day, timedelta(days=1))

        assert client.get("/work").status_code == 200
        assert client.get("/administration").status_code == 403
        morning = Client()
        morning.force_login(account_of(office, "mo"))
        day.PUTRIGHT_CLOCK = FixedClock(day.PUTRIGHT_CLOCK.now() + timedelta(days=1))
        assert morning.get("/administration").status_code == 200

    def test_of_today_signs_out(self, service, office, linked, day):
        client = Client()
        signs_in(service, linked, client)
        self.appointed(office, day, timedelta())

        assert client.get("/work").status_code == 302


class TestTheSecondStep:
    def test_is_ours_where_the_service_says_nothing_of_one(self, service, linked, day):
        day.PUTRIGHT_SECOND_FACTOR = True
        client = Client()
        signs_in(service, linked, client)

        assert client.get("/work").headers["Location"].startswith("/security/authenticator")

    @pytest.mark.parametrize("claims", [{"acr": "AAL2"}, {"amr": ["pwd", "mfa"]}, {"id_assurance_level": "3"}])
    def test_is_that_of_the_service_where_it_says_so(self, service, linked, day, claims):
        day.PUTRIGHT_SECOND_FACTOR = True
        day.PUTRIGHT_IDENTITY_SECOND_FACTOR = frozenset({"AAL2", "mfa", "3"})
        service.knows(linked, **claims)
        client = Client()
        signs_in(service, linked, client)

        assert client.get("/work").status_code == 200

    def test_is_ours_where_its_words_are_not_those_that_count(self, service, linked, day):
        day.PUTRIGHT_SECOND_FACTOR = True
        day.PUTRIGHT_IDENTITY_SECOND_FACTOR = frozenset({"AAL3"})
        service.knows(linked, acr="AAL1", amr=["pwd"], id_assurance_level="1")
        client = Client()
        signs_in(service, linked, client)

        assert client.get("/work").status_code == 302


class TestAnInvitation:
    @pytest.fixture
    def opened(self, signed_in, office, service) -> Client:
        """A browser in which the invitation of Sam was opened."""
        Person.objects.filter(pk=office.people["sam"]).update(account=None)
        ada = signed_in(office, "ada")
        given = ada.post(f"/administration/people/{office.people['sam']}/invite", {"email": "sam@example.org"})
        browser = Client()
        browser.get("/sign-in/link/" + read(given).texts("//*[@class='app-keep__link']")[0].rpartition("/")[2])
        return browser

    def test_is_taken_up_with_an_identity_and_no_password(self, service, office, opened):
        page = read(opened.get("/sign-in/choose-password"))
        assert page.links["Use Example Identity"] == "/sign-in/identity"
        comes_back(opened, service.signs_in(goes(opened), "sam-at-work"))

        account = account_of(office, "sam")
        assert account.email == "sam@example.org"
        assert not account.has_usable_password()
        assert signs_in(service, "sam-at-work").headers["Location"] == "/work"
        refused = Client().post("/sign-in", {"email": account.email, "password": PASSWORD})
        assert refused.status_code == 422

    def test_is_not_taken_up_with_the_identity_of_somebody_here(self, service, office, opened, linked):
        comes_back(opened, service.signs_in(goes(opened), linked))

        assert Person.objects.get(pk=office.people["sam"]).account is None
        assert Identity.objects.count() == 1

    def test_is_used_up(self, service, office, opened):
        comes_back(opened, service.signs_in(goes(opened), "sam-at-work"))
        again = Client()
        again.cookies["putright-session"] = opened.cookies["putright-session"].value

        assert opened.get("/sign-in/choose-password").status_code == 404


class TestOnesOwn:
    def test_identity_is_linked_and_unlinked_on_the_record(self, service, office, linked):
        client = gives_password(office, "mo")
        assert "It is linked" in read(client.get("/security")).main
        client.post("/security/identity/end")

        assert signs_in(service, linked).headers["Location"] == "/sign-in"
        events = AccessEntry.objects.filter(event__startswith="identity").order_by("id").values_list("event", flat=True)
        assert list(events) == ["identity-linked", "identity-unlinked"]

    def test_password_is_given_up_and_every_other_visit_ends(self, service, office, linked):
        client, elsewhere = gives_password(office, "mo"), gives_password(office, "mo")
        client.post("/security/password/end")

        assert client.get("/work").status_code == 200
        assert elsewhere.get("/work").status_code == 302
        refused = Client().post("/sign-in", {"email": office.person("mo").email, "password": PASSWORD})
        assert refused.status_code == 422
        assert signs_in(service, linked).headers["Location"] == "/work"
        assert "You have no password." in read(client.post("/security/identity/end")).main

    def test_without_a_password_one_signs_in_anew_before_a_change(self, service, office, linked, day):
        client = gives_password(office, "mo")
        client.post("/security/password/end")
        day.PUTRIGHT_CLOCK = FixedClock(service.now.astimezone(LONDON) + timedelta(minutes=16))
        page = read(client.get("/sign-in/again"))

        assert "You have no password here." in page.main
        assert not page.tree.xpath("//main//form")

    def test_identity_is_not_taken_by_somebody_else(self, service, office, linked):
        olu = gives_password(office, "olu")
        comes_back(olu, service.signs_in(goes(olu, "/security/identity/link"), linked))

        assert Identity.objects.get().account == account_of(office, "mo")
        assert "is linked already" in read(olu.get("/security")).texts("//*[@role='alert']")[0]

    @pytest.mark.parametrize("address", ["/security/identity/end", "/security/password/end"])
    def test_is_not_changed_by_a_form_that_is_not_ours(self, service, office, linked, address):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(account_of(office, "mo"))

        assert strict.post(address).status_code == 403
        assert strict.get(address).status_code == 405

    def test_password_is_not_given_up_without_an_identity(self, service, office):
        client = gives_password(office, "olu")

        assert "Link an identity service first." in read(client.post("/security/password/end")).main
        assert account_of(office, "olu").has_usable_password()


def test_a_service_that_is_down_is_told_and_the_password_still_opens(service, office, day):
    day.PUTRIGHT_IDENTITY_SERVICE = Provider(issuer="http://localhost:9", client_id="putright", client_secret="hush")
    response = Client().get("/sign-in/identity")

    assert response.status_code == 400
    assert "could not be reached" in read(response).main
    assert gives_password(office, "mo").get("/work").status_code == 200


def test_the_service_itself_insists_on_a_nonce(service):
    bare = (
        f"{service.issuer}/oauth2/authorize?response_type=code&client_id=x&redirect_uri=http://localhost/&scope=openid"
    )

    assert "code=" not in requests.post(bare, data={"sub": "x"}, allow_redirects=False, timeout=10).headers.get(
        "Location", ""
    )
