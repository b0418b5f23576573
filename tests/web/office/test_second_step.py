"""Does a password alone open nothing, is each code good once, and can nobody guess one?"""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import get_resolver

from putright.gateways.clock import FixedClock
from putright.records.models import AccessEntry, Authenticator, RecoveryCode
from tests.casework.offices import PASSWORD
from tests.web.office.conftest import account_of
from tests.web.office.second_steps import TEN, code_of, gives_password, key_on, sets_up
from tests.web.reading import read

HALF_A_MINUTE = timedelta(seconds=30)
WRONG = "This code is not right, or was used already. Wait for the next one and enter it"
# What somebody may still do who has signed in with a password alone.
BEFORE = {"/security/authenticator"}


@pytest.fixture
def strict(day):
    """An installation as it comes: staff must take a second step."""
    day.PUTRIGHT_SECOND_FACTOR = True
    return day


@pytest.fixture
def app(strict, office):
    """The key of the app that Mo has set up, and her codes for paper."""
    return sets_up(gives_password(office, "mo"))


def it_is(settings, later: timedelta):
    """Let it be so long after ten o'clock; return the moment."""
    settings.PUTRIGHT_CLOCK = FixedClock(TEN + later)
    return TEN + later


class TestTheFirstSignIn:
    def test_leads_to_the_setting_up_and_back_to_the_page_that_was_asked_for(self, strict, office):
        client = gives_password(office, "mo", next="/letters")
        sent = client.get("/letters")
        assert sent.headers["Location"] == "/security/authenticator?next=%2Fletters"

        page = read(client.get(sent.headers["Location"]))
        assert page.title == "Set up an authenticator app - Putright"
        key = key_on(client.get(sent.headers["Location"]))
        done = client.post("/security/authenticator", {"code": code_of(key), "next": "/letters"})
        assert read(done).links["I have kept them"] == "/letters"
        assert client.get("/letters").status_code == 200

    def test_opens_no_page_of_staff_before(self, strict, office):
        client = gives_password(office, "ada")
        opened = []
        for address in addresses():
            response = client.get(address)
            if response.status_code == 200 or "authenticator" not in response.headers.get("Location", "authenticator"):
                opened.append(address)
        assert set(opened) - PUBLIC == BEFORE

    def test_shows_the_key_as_a_picture_and_in_letters(self, strict, office):
        client = gives_password(office, "mo")
        response = client.get("/security/authenticator")
        page = read(response)
        key = page.texts("//*[@class='app-code']")[0]

        assert re.fullmatch(r"([A-Z2-7]{4} ){7}[A-Z2-7]{4}", key)
        assert page.tree.xpath("//svg/path/@d")
        assert page.links["open the app with the key"].startswith("otpauth://totp/Putright%3Amo@commisceo")
        assert "no-store" in response.headers["Cache-Control"]
        assert key_on(client.get("/security/authenticator")) == key_on(response)

    def test_leaves_one_browser_on_the_list(self, strict, office):
        client = gives_password(office, "mo")
        sets_up(client)

        assert len(read(client.get("/security")).texts("//ul[@aria-labelledby='devices']/li")) == 1

    def test_keeps_the_key_sealed(self, app):
        key, _ = app
        kept = Authenticator.objects.get()

        assert key.hex() not in kept.sealed_secret
        assert kept.sealed_secret.startswith("1:")

    def test_is_not_confirmed_by_a_wrong_code(self, strict, office):
        client = gives_password(office, "mo")
        key = key_on(client.get("/security/authenticator"))
        response = client.post("/security/authenticator", {"code": code_of(key, off=7)})

        assert read(response).problems == [(WRONG, "#code")]
        assert client.get("/work").status_code == 302

    def test_shows_ten_codes_for_paper_once(self, app):
        _, codes = app

        assert len(set(codes)) == 10
        assert all(re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}", code) for code in codes)
        assert not any(code[:5] in row.digest for code in codes for row in RecoveryCode.objects.all())

    def test_is_not_asked_of_the_people_of_a_demonstration(self, strict, office):
        strict.PUTRIGHT_DEMO_SIGN_INS = {office.person("mo").email: PASSWORD}
        client = Client()
        client.post("/sign-in", {"persona": office.person("mo").email})

        assert client.get("/work").status_code == 200
        assert "of whom no second step is asked" in read(client.get("/security")).main
        assert "Of these people no second step is asked" in read(Client().get("/sign-in")).main

    def test_is_asked_of_somebody_else_at_a_demonstration(self, strict, office):
        strict.PUTRIGHT_DEMO_SIGN_INS = {office.person("mo").email: PASSWORD}

        assert gives_password(office, "olu").get("/work").status_code == 302


class TestEverySignInAfter:
    def test_asks_for_a_code_before_anything_opens(self, app, office, strict):
        key, _ = app
        now = it_is(strict, HALF_A_MINUTE)
        client = gives_password(office, "mo", next="/letters")

        assert client.get("/work").headers["Location"].startswith("/sign-in")
        assert read(client.get("/sign-in/code")).headings == ["The second step"]
        response = client.post("/sign-in/code", {"code": code_of(key, now)})
        assert response.headers["Location"] == "/letters"
        assert client.get("/letters").status_code == 200

    def test_the_session_from_before_the_code_is_of_no_use(self, app, office, strict):
        key, _ = app
        now = it_is(strict, HALF_A_MINUTE)
        client = gives_password(office, "mo")
        before = client.session.session_key
        client.post("/sign-in/code", {"code": code_of(key, now)})

        assert client.session.session_key != before
        thief = Client()
        thief.cookies["putright-session"] = str(before)
        assert thief.get("/work").status_code == 302
        assert thief.get("/sign-in/code").status_code == 302

    def test_a_code_is_good_once(self, app, office, strict):
        key, _ = app
        now = it_is(strict, HALF_A_MINUTE)
        code = code_of(key, now)
        assert gives_password(office, "mo").post("/sign-in/code", {"code": code}).status_code == 302

        replayed = gives_password(office, "mo").post("/sign-in/code", {"code": code})
        assert read(replayed).problems == [(WRONG, "#code")]

    def test_the_code_that_confirmed_the_app_is_used_up(self, app, office):
        key, _ = app

        response = gives_password(office, "mo").post("/sign-in/code", {"code": code_of(key)})
        assert read(response).problems == [(WRONG, "#code")]

    @pytest.mark.parametrize(("off", "status"), [(-2, 422), (-1, 302), (0, 302), (1, 302), (2, 422)])
    def test_a_clock_may_be_wrong_by_half_a_minute(self, app, office, strict, off, status):
        key, _ = app
        now = it_is(strict, timedelta(hours=1))

        response = gives_password(office, "mo").post("/sign-in/code", {"code": code_of(key, now, off)})
        assert response.status_code == status

    def test_the_password_is_asked_for_again_after_ten_minutes(self, app, office, strict):
        key, _ = app
        client = gives_password(office, "mo")
        now = it_is(strict, timedelta(minutes=10, seconds=1))

        assert client.post("/sign-in/code", {"code": code_of(key, now)}).headers["Location"] == "/sign-in"

    def test_nobody_gets_to_the_code_without_the_password(self, app, office):
        client = Client()

        assert client.get("/sign-in/code").headers["Location"] == "/sign-in"
        assert client.post("/sign-in/recovery", {"recovery_code": "x"}).headers["Location"] == "/sign-in"

    def test_a_password_changed_meanwhile_ends_the_half_sign_in(self, app, office, strict):
        key, _ = app
        now = it_is(strict, HALF_A_MINUTE)
        client = gives_password(office, "mo")
        account = account_of(office, "mo")
        account.set_password("another long phrase")
        account.save()

        assert client.post("/sign-in/code", {"code": code_of(key, now)}).headers["Location"] == "/sign-in"

    def test_codes_cannot_be_guessed_for_long(self, app, office, strict):
        key, _ = app
        now = it_is(strict, HALF_A_MINUTE)
        client = gives_password(office, "mo")
        statuses = [client.post("/sign-in/code", {"code": f"{n:06}"}).status_code for n in range(5)]

        assert statuses == [422] * 5
        response = client.post("/sign-in/code", {"code": code_of(key, now)})
        assert response.status_code == 429
        assert read(response).problems == [
            ("There were too many wrong attempts. Wait 1 minute, then try again", "#code")
        ]
        # Codes on paper are not another five tries, nor is another sign-in.
        other = gives_password(office, "mo")
        assert other.post("/sign-in/recovery", {"recovery_code": "AAAAA-AAAAA"}).status_code == 429

    def test_who_guesses_elsewhere_does_not_keep_the_owner_out(self, app, office, strict):
        key, _ = app
        owner = gives_password(office, "mo")
        now = it_is(strict, HALF_A_MINUTE)
        owner.post("/sign-in/code", {"code": code_of(key, now)})
        owner.post("/sign-out")
        for place in range(12):
            thief = Client(REMOTE_ADDR=f"192.0.2.{place}")
            thief.post("/sign-in", {"email": office.person("mo").email, "password": PASSWORD})
            for number in range(5):
                thief.post("/sign-in/code", {"code": f"{number:06}"})
        assert thief.post("/sign-in/code", {"code": "123456"}).status_code == 429

        now = it_is(strict, 2 * HALF_A_MINUTE)
        owner.post("/sign-in", {"email": office.person("mo").email, "password": PASSWORD})
        assert owner.post("/sign-in/code", {"code": code_of(key, now)}).headers["Location"] == "/work"

    def test_a_key_sealed_under_another_secret_is_told(self, app, office, strict):
        key, _ = app
        now = it_is(strict, HALF_A_MINUTE)
        strict.SECRET_KEY = "another key altogether"
        response = gives_password(office, "mo").post("/sign-in/code", {"code": code_of(key, now)})

        assert response.status_code == 422
        assert read(response).problems[0][0].startswith("Your authenticator app cannot be checked any more.")

    def test_an_installation_that_does_not_ask_still_asks_those_who_have_set_it_up(self, app, office, strict):
        strict.PUTRIGHT_SECOND_FACTOR = False

        assert gives_password(office, "mo").get("/work").status_code == 302
        assert gives_password(office, "olu").get("/work").status_code == 200


class TestCodesOnPaper:
    def test_open_the_account_once_each(self, app, office):
        _, codes = app
        client = gives_password(office, "mo")
        response = client.post("/sign-in/recovery", {"recovery_code": codes[3].lower().replace("-", " ")})
        assert response.headers["Location"] == "/work"
        assert client.get("/work").status_code == 200

        again = gives_password(office, "mo").post("/sign-in/recovery", {"recovery_code": codes[3]})
        assert read(again).problems[0][0].startswith("This is not one of your recovery codes")

    def test_of_somebody_else_open_nothing(self, app, office, strict):
        _, codes = app
        sets_up(gives_password(office, "olu"))

        response = gives_password(office, "olu").post("/sign-in/recovery", {"recovery_code": codes[0]})
        assert response.status_code == 422

    def test_are_made_anew_and_the_old_ones_are_good_no_more(self, app, office):
        _, codes = app
        client = gives_password(office, "mo")
        client.post("/sign-in/recovery", {"recovery_code": codes[0]})
        fresh = read(client.post("/security/recovery-codes")).texts("//ol/li")

        assert len(set(fresh) - set(codes)) == 10
        assert gives_password(office, "mo").post("/sign-in/recovery", {"recovery_code": codes[1]}).status_code == 422
        assert gives_password(office, "mo").post("/sign-in/recovery", {"recovery_code": fresh[1]}).status_code == 302

    def test_say_when_few_are_left(self, app, office):
        _, codes = app
        RecoveryCode.objects.filter(pk__in=list(RecoveryCode.objects.values_list("pk", flat=True))[3:]).delete()
        client = gives_password(office, "mo")
        client.post("/sign-in/recovery", {"recovery_code": codes[0]})

        assert "You have 2 recovery codes left." in read(client.get("/security")).texts("//*[@role='alert']")[0]

    def test_are_not_made_without_a_second_step(self, office, signed_in, day):
        client = gives_password(office, "mo")

        assert "Set up an authenticator app or a passkey first." in read(client.post("/security/recovery-codes")).main


class TestChangingIt:
    def test_another_app_takes_the_place_of_the_first(self, app, office, strict):
        old, codes = app
        client = gives_password(office, "mo")
        client.post("/sign-in/recovery", {"recovery_code": codes[0]})
        new = key_on(client.get("/security/authenticator"))
        assert new != old
        response = client.post("/security/authenticator", {"code": code_of(new)})
        assert response.headers["Location"] == "/security"

        now = it_is(strict, HALF_A_MINUTE)
        assert gives_password(office, "mo").post("/sign-in/code", {"code": code_of(old, now)}).status_code == 422
        assert gives_password(office, "mo").post("/sign-in/code", {"code": code_of(new, now)}).status_code == 302

    @pytest.mark.parametrize(
        ("method", "address", "back"),
        [
            ("get", "/security/authenticator", "?next=%2Fsecurity%2Fauthenticator"),
            ("post", "/security/authenticator", ""),
            ("post", "/security/recovery-codes", ""),
        ],
    )
    def test_asks_for_the_password_again_after_a_quarter_of_an_hour(self, app, office, strict, method, address, back):
        _, codes = app
        client = gives_password(office, "mo")
        client.post("/sign-in/recovery", {"recovery_code": codes[0]})
        it_is(strict, timedelta(minutes=16))
        response = getattr(client, method)(address)

        assert response.headers["Location"] == f"/sign-in/again{back}"
        wrong = client.post("/sign-in/again", {"password": "wrong"})
        assert read(wrong).problems == [("That is not your password", "#password")]
        right = client.post("/sign-in/again", {"password": PASSWORD, "next": "/security/authenticator"})
        assert right.headers["Location"] == "/security/authenticator"
        assert client.get("/security/authenticator").status_code == 200

    def test_an_administrator_resets_it_with_a_reason_that_is_kept(self, app, office, strict):
        _, codes = app
        mo = gives_password(office, "mo")
        mo.post("/sign-in/recovery", {"recovery_code": codes[0]})
        ada = gives_password(office, "ada")
        sets_up(ada)
        address = f"/administration/people/{office.people['mo']}/reset-second-step"
        assert read(ada.post(address, {"reason": " "})).problems[0][1] == "#reason"
        response = ada.post(address, {"reason": "Lost her telephone; came to my desk."})

        assert response.status_code == 302
        assert mo.get("/work").status_code == 302
        entry = AccessEntry.objects.get(event="second-factor-reset")
        assert (entry.reason, entry.by_id) == ("Lost her telephone; came to my desk.", office.people["ada"])
        again = gives_password(office, "mo")
        assert again.get("/work").headers["Location"].startswith("/security/authenticator")
        sets_up(again)
        assert "Lost her telephone; came to my desk." in read(again.get("/security")).main

    @pytest.mark.parametrize(
        ("who", "problem"),
        [
            ("ada", "Another administrator must do this for you."),
            ("olu", "This person has set up no second step."),
            ("sam", "This person has set up no second step."),
        ],
    )
    def test_is_not_reset_where_that_cannot_be(self, app, office, who, problem):
        ada = gives_password(office, "ada")
        sets_up(ada)
        page = read(ada.post(f"/administration/people/{office.people[who]}/reset-second-step", {"reason": "Asked."}))

        assert page.problems == [(problem, None)]


PUBLIC = {
    *("/", "/find-out", "/complain", "/follow", "/procedures", "/healthz"),
    *("/how-complaints-work", "/without-the-web", "/accessibility-statement", "/privacy", "/cookies"),
}


def addresses() -> list[str]:
    """Every address that needs nothing filled in, of the site as it is."""
    found: list[str] = []

    def walk(patterns, before: str) -> None:
        for pattern in patterns:
            route = before + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                walk(pattern.url_patterns, route)
            elif "<" not in route and getattr(pattern.callback, "access", "") == "staff":
                found.append(f"/{route}")

    walk(get_resolver().url_patterns, "")
    return found


def test_addresses_of_staff_are_found_at_all():
    assert {"/work", "/administration", "/security", "/places", "/password"} <= set(addresses())
