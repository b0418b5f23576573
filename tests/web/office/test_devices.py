"""Does somebody see where they are signed in, can they end it, and does every visit come to an end by itself?"""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from putright.gateways.clock import FixedClock
from putright.records.models import KnownBrowser, SignedIn
from tests.casework.offices import PASSWORD
from tests.web.office.conftest import account_of
from tests.web.office.second_steps import TEN, gives_password
from tests.web.reading import read

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1"


def signs_in(office, who="mo", agent=FIREFOX) -> Client:
    """Sign in with a password in a kind of browser."""
    client = Client(headers={"user-agent": agent})
    client.post("/sign-in", {"email": office.person(who).email, "password": PASSWORD})
    assert client.get("/work").status_code == 200
    return client


class TestTheList:
    def test_names_each_kind_of_browser_and_when(self, office, day):
        signs_in(office, agent=IPHONE)
        day.PUTRIGHT_CLOCK = FixedClock(TEN + timedelta(minutes=5))
        here = signs_in(office)
        lines = read(here.get("/security")).texts("//ul[@aria-labelledby='devices']/li")

        assert lines[0].startswith("Firefox on Windows This browser Since 2 April 2026 at 10:05am")
        assert lines[1].startswith("Safari on iPhone Since 2 April 2026 at 10am, last used 2 April 2026 at 10am")
        assert len(lines) == 2

    def test_says_when_each_was_last_used(self, office, day):
        there = signs_in(office, agent=IPHONE)
        here = signs_in(office)
        day.PUTRIGHT_CLOCK = FixedClock(TEN + timedelta(minutes=30))
        there.get("/work")

        assert "last used 2 April 2026 at 10:30am" in read(here.get("/security")).main

    def test_is_ones_own(self, office):
        other = signs_in(office, "olu")
        number = SignedIn.objects.get(account=account_of(office, "olu")).pk
        mo = signs_in(office)

        assert mo.post(f"/security/devices/{number}/end").status_code == 404
        assert other.get("/work").status_code == 200
        assert len(read(mo.get("/security")).texts("//ul[@aria-labelledby='devices']/li")) == 1

    def test_keeps_nothing_that_tells_one_browser_from_another(self, office):
        signs_in(office)

        assert SignedIn.objects.get().browser == "Firefox on Windows"


class TestSigningOutElsewhere:
    def test_one(self, office):
        there, third, here = signs_in(office, agent=IPHONE), signs_in(office), signs_in(office)
        number = SignedIn.objects.get(browser="Safari on iPhone").pk
        response = here.post(f"/security/devices/{number}/end", follow=True)

        assert "That browser was signed out" in read(response).texts("//*[@role='alert']")[0]
        assert [client.get("/work").status_code for client in (there, third, here)] == [302, 200, 200]

    def test_all_others_also_those_not_on_the_list(self, office, signed_in):
        there, unlisted, here = signs_in(office, agent=IPHONE), signed_in(office, "mo"), signs_in(office)
        here.post("/security/devices/end")

        assert [client.get("/work").status_code for client in (there, unlisted, here)] == [302, 302, 200]
        assert len(read(here.get("/security")).texts("//ul[@aria-labelledby='devices']/li")) == 1

    @pytest.mark.parametrize("address", ["/security/devices/1/end", "/security/devices/end"])
    def test_is_not_done_by_a_form_that_is_not_ours(self, office, address):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(account_of(office, "mo"))

        assert strict.post(address).status_code == 403
        assert strict.get(address).status_code == 405

    def test_a_session_stolen_before_the_password_was_changed_is_of_no_use(self, office):
        here = signs_in(office)
        thief = Client()
        thief.cookies["putright-session"] = here.cookies["putright-session"].value
        assert thief.get("/work").status_code == 200
        new = "a new and long enough phrase"
        here.post("/password", {"old": PASSWORD, "new": new, "again": new})

        assert thief.get("/work").status_code == 302
        assert here.get("/work").status_code == 200

    def test_signing_out_takes_the_browser_off_the_list(self, office):
        there, here = signs_in(office, agent=IPHONE), signs_in(office)
        there.post("/sign-out")

        assert len(read(here.get("/security")).texts("//ul[@aria-labelledby='devices']/li")) == 1


class TestAVisitEnds:
    @pytest.mark.parametrize(("minutes", "status"), [(60, 200), (61, 302)])
    def test_when_nothing_was_done_for_an_hour(self, office, day, minutes, status):
        client = signs_in(office)
        day.PUTRIGHT_CLOCK = FixedClock(TEN + timedelta(minutes=minutes))

        assert client.get("/work").status_code == status

    def test_and_says_so_and_is_off_the_list(self, office, day):
        client = signs_in(office)
        day.PUTRIGHT_CLOCK = FixedClock(TEN + timedelta(minutes=61))
        page = read(client.get("/work", follow=True))

        assert page.headings == ["Sign in as staff"]
        assert "because nothing was done here for a while" in page.texts("//*[@role='alert']")[0]
        assert not SignedIn.objects.exists()

    def test_not_while_something_is_done(self, office, day):
        client = signs_in(office)
        for hour in range(1, 10):
            day.PUTRIGHT_CLOCK = FixedClock(TEN + timedelta(minutes=55 * hour))
            assert client.get("/work").status_code == 200

    def test_after_ten_hours_whatever_is_done(self, office, day):
        client = signs_in(office)
        for hour in range(1, 13):
            day.PUTRIGHT_CLOCK = FixedClock(TEN + timedelta(minutes=50 * hour))
            status = client.get("/work").status_code
        day.PUTRIGHT_CLOCK = FixedClock(TEN + timedelta(hours=10, seconds=1))

        assert status == 200
        assert client.get("/work").status_code == 302

    def test_as_long_as_the_installation_says(self, office, day):
        day.PUTRIGHT_IDLE = timedelta(minutes=5)
        client = signs_in(office)
        day.PUTRIGHT_CLOCK = FixedClock(TEN + timedelta(minutes=6))

        assert client.get("/work").status_code == 302

    def test_does_not_end_what_somebody_fills_in_who_has_not_signed_in(self, client, office, day):
        client.post("/follow", {"reference": "x", "follow_code": "y"})
        session = client.session
        session["kept"] = "yes"
        session.save()
        day.PUTRIGHT_CLOCK = FixedClock(TEN + timedelta(hours=3))
        client.get("/sign-in")

        assert client.session["kept"] == "yes"

    def test_an_ended_session_does_not_come_back_by_a_page_that_was_under_way(self, office):
        client = signs_in(office)
        Session.objects.all().delete()

        assert client.get("/work").status_code == 302
        assert not Session.objects.filter(session_key=client.cookies["putright-session"].value).exists()


class TestTheCookies:
    def test_of_a_known_browser_is_strict_and_not_for_scripts(self, office):
        client = gives_password(office, "mo")
        cookie = client.cookies["putright-browser"]

        assert (cookie["samesite"], cookie["httponly"], cookie["path"]) == ("Strict", True, "/")
        assert not cookie["secure"]  # on this machine alone
        assert cookie["max-age"] == 90 * 24 * 60 * 60
        assert cookie.value not in str(KnownBrowser.objects.values_list("digest", flat=True))

    def test_of_a_known_browser_is_one_for_all_who_use_it(self, office):
        client = gives_password(office, "mo")
        first = client.cookies["putright-browser"].value
        client.post("/sign-out")
        client.post("/sign-in", {"email": office.person("olu").email, "password": PASSWORD})

        assert client.cookies["putright-browser"].value == first
        assert KnownBrowser.objects.count() == 2

    @pytest.mark.parametrize("forged", ["", "x", "A" * 22, "A" * 4000, "é"])
    def test_a_forged_one_opens_nothing(self, office, forged):
        client = Client()
        client.cookies["putright-browser"] = forged
        for _ in range(5):
            client.post("/sign-in", {"email": office.person("mo").email, "password": "wrong"})
        response = client.post("/sign-in", {"email": office.person("mo").email, "password": PASSWORD})

        assert response.status_code == 429
