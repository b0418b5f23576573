"""Who gets in, what do others learn, and where does everybody go from there?"""

import re
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.test import Client

from putright.gateways.clock import FixedClock
from putright.records.models import Appointment, Person, SignInAttempt
from tests.casework.offices import MAUNDY_THURSDAY, PASSWORD, SET_UP_ON, at
from tests.web.office.conftest import account_of
from tests.web.reading import read

PLACE = "//header//*[@class='app-header__purpose']"
WRONG = "The email address or the password is not right. Check both and try again"
LOCKED = "There were too many wrong attempts. Wait 1 minute, then try again"


def tries(client, email, password=PASSWORD, **more):
    """Send the form."""
    return client.post("/sign-in", {"email": email, "password": password, **more})


class TestThePage:
    def test_asks_two_things_and_has_a_way_back(self, client, office):
        page = read(client.get("/sign-in"))

        assert page.title == "Sign in - Putright"
        assert page.headings == ["Sign in as staff"]
        assert page.texts("//form//label") == ["Email address", "Password"]
        assert page.links["Back"] == "/"

    def test_nothing_typed_is_asked_for_again(self, client, office):
        response = tries(client, "", "")
        page = read(response)

        assert response.status_code == 422
        assert page.title == "Error: Sign in - Putright"
        assert page.problems == [("Enter your email address", "#email"), ("Enter your password", "#password")]

    def test_is_not_kept_by_the_browser(self, client, office):
        assert "no-store" in client.get("/sign-in").headers["Cache-Control"]

    def test_refuses_a_form_that_is_not_ours(self, office):
        response = tries(Client(enforce_csrf_checks=True), office.person("mo").email)

        assert response.status_code == 403
        assert PASSWORD not in response.content.decode()


class TestGettingIn:
    def test_the_right_password_leads_to_the_worklist(self, client, office):
        response = tries(client, office.person("mo").email)

        assert response.status_code == 302
        assert response.headers["Location"] == "/work"
        assert read(client.get("/work")).texts("//header//li")[0] == "Mo Manager"

    def test_large_letters_and_spaces_do_not_matter(self, client, office):
        assert tries(client, f"  {office.person('mo').email.upper()} ").status_code == 302

    def test_the_session_from_before_is_of_no_use(self, client, office):
        client.get("/sign-in")
        session = client.session
        session["something"] = "kept"
        session.save()
        before = session.session_key
        tries(client, office.person("mo").email)

        assert client.session.session_key != before

    def test_sweeps_out_attempts_that_are_of_no_more_use(self, client, office):
        old = at(MAUNDY_THURSDAY - timedelta(days=31))
        SignInAttempt.objects.create(who="somebody", at=old, succeeded=False)
        tries(client, office.person("mo").email)

        assert not SignInAttempt.objects.filter(at=old).exists()

    def test_who_is_signed_in_already_goes_straight_on(self, signed_in, office):
        client = signed_in(office, "mo")

        assert client.get("/sign-in?next=/letters").headers["Location"] == "/letters"
        assert client.get("/sign-in").headers["Location"] == "/work"


class TestNotGettingIn:
    def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(self, client, office):
        known, unknown = office.person("mo").email, "nobody@example.nhs.uk"
        answers = [tries(client, address, "wrong") for address in (known, unknown)]

        assert [response.status_code for response in answers] == [422, 422]
        texts = [
            re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", one.content.decode()).replace(address, "")
            for one, address in zip(answers, (known, unknown), strict=True)
        ]
        assert texts[0] == texts[1]
        assert read(answers[0]).problems == [(WRONG, None)]

    def test_what_was_typed_is_shown_again_except_the_password(self, client, office):
        response = tries(client, "nobody@example.nhs.uk", "a wrong password")

        assert read(response).tree.xpath("//input[@name='email']/@value") == ["nobody@example.nhs.uk"]
        assert "a wrong password" not in response.content.decode()

    @pytest.mark.parametrize("address", ["mo", "nobody"])
    def test_five_failures_lock_an_address_whether_it_has_an_account_or_not(self, client, office, address):
        email = f"{address}@commisceo.example.nhs.uk"
        failures = [tries(client, email, f"wrong {number}").status_code for number in range(5)]
        response = tries(client, email)

        assert failures == [422] * 5
        assert response.status_code == 429
        assert read(response).problems == [(LOCKED, None)]

    def test_each_wait_is_longer_than_the_one_before(self, client, office, day):
        email = office.person("mo").email
        for number in range(5):
            tries(client, email, f"wrong {number}")
        day.PUTRIGHT_CLOCK = FixedClock(at(MAUNDY_THURSDAY, 10, 1))
        assert tries(client, email, "wrong again").status_code == 422
        day.PUTRIGHT_CLOCK = FixedClock(at(MAUNDY_THURSDAY, 10, 2))
        assert tries(client, email).status_code == 429
        day.PUTRIGHT_CLOCK = FixedClock(at(MAUNDY_THURSDAY, 10, 3))

        assert tries(client, email).status_code == 302

    def test_somebody_elsewhere_cannot_lock_the_owner_out(self, client, office):
        email = office.person("mo").email
        stranger = Client(REMOTE_ADDR="192.0.2.66")
        for number in range(6):
            tries(stranger, email, f"wrong {number}")

        assert tries(stranger, email).status_code == 429
        assert tries(client, email).status_code == 302

    def test_many_places_together_lock_an_address_but_not_where_its_owner_is_known(self, client, office):
        email = office.person("mo").email
        tries(client, email)
        client.post("/sign-out")
        for number in range(50):
            tries(Client(REMOTE_ADDR=f"192.0.2.{number}"), email, "wrong")

        assert tries(Client(REMOTE_ADDR="192.0.2.99"), email).status_code == 429
        assert tries(client, email).status_code == 302

    def test_behind_a_proxy_the_place_is_the_one_that_the_proxy_saw(self, client, office, settings):
        settings.PUTRIGHT_BEHIND_PROXY = True
        email = office.person("mo").email
        for number in range(5):
            client.post(
                "/sign-in",
                {"email": email, "password": "wrong"},
                headers={"x-forwarded-for": f"10.0.0.{number}, 192.0.2.66"},
            )

        assert (
            client.post(
                "/sign-in", {"email": email, "password": PASSWORD}, headers={"x-forwarded-for": "192.0.2.66"}
            ).status_code
            == 429
        )
        assert (
            client.post(
                "/sign-in", {"email": email, "password": PASSWORD}, headers={"x-forwarded-for": "192.0.2.7"}
            ).status_code
            == 302
        )

    def test_a_closed_account_is_as_unknown_as_any(self, client, office):
        account = account_of(office, "mo")
        account.is_active = False
        account.save()

        assert read(tries(client, office.person("mo").email)).problems == [(WRONG, None)]


class TestGoingOn:
    def test_from_a_page_of_staff_through_signing_in_and_back(self, client, office):
        sent = client.get("/work?show=overdue")

        assert sent.headers["Location"] == "/sign-in?next=%2Fwork%3Fshow%3Doverdue"
        page = read(client.get(sent.headers["Location"]))
        onward = page.tree.xpath("//input[@name='next']/@value")
        assert onward == ["/work?show=overdue"]
        assert tries(client, office.person("mo").email, next=onward[0]).headers["Location"] == "/work?show=overdue"

    @pytest.mark.parametrize(
        "elsewhere",
        [
            "https://evil.example/",
            "//evil.example/",
            "/\\evil.example/",
            "///evil.example",
            "javascript:alert(1)",
            "work",
            "http:///evil.example",
            "/\x09/evil.example",
            "/" + "a" * 600,
        ],
    )
    def test_nobody_is_led_to_another_site(self, client, office, elsewhere):
        assert tries(client, office.person("mo").email, next=elsewhere).headers["Location"] == "/work"

    def test_who_holds_no_role_today_is_told_so(self, client, office):
        Appointment.objects.filter(person=office.people["mo"]).update(until_on=SET_UP_ON)
        client.force_login(account_of(office, "mo"))
        response = client.get("/work")

        assert response.status_code == 403
        assert read(response).headings == ["You have no role here today"]

    def test_an_administrator_who_opens_no_case_goes_to_administration(self, signed_in, office):
        assert signed_in(office, "ada").get("/work").headers["Location"] == "/administration"


class TestSigningOut:
    def test_ends_the_session(self, signed_in, office):
        client = signed_in(office, "mo")
        response = client.post("/sign-out", follow=True)

        assert read(response).texts("//*[@role='alert']") == ["Done You have signed out"]
        assert client.get("/work").status_code == 302

    def test_cannot_be_done_by_following_a_link(self, signed_in, office):
        client = signed_in(office, "mo")

        assert client.get("/sign-out").status_code == 405
        assert client.get("/work").status_code == 200


class TestADemonstration:
    @pytest.fixture
    def demo(self, office, settings):
        settings.PUTRIGHT_DEMO_SIGN_INS = {office.person(who).email: PASSWORD for who in ("rosa", "mo")}

    def test_lists_who_can_sign_in_with_a_button_each(self, client, demo):
        page = read(client.get("/sign-in"))

        assert page.texts("//ul[@class='app-personas']/li") == [
            "Sign in as Rosa Responsible Chief Executive: responsible person",
            "Sign in as Mo Manager Service Manager",
        ]

    def test_one_button_signs_in(self, client, office, demo):
        response = client.post("/sign-in", {"persona": office.person("mo").email, "next": "/letters"})

        assert response.headers["Location"] == "/letters"
        assert client.session["_auth_user_id"] == str(account_of(office, "mo").pk)

    def test_nobody_who_is_not_listed_has_a_button(self, client, office, demo):
        response = client.post("/sign-in", {"persona": office.person("olu").email})

        assert response.status_code == 422

    def test_elsewhere_there_are_no_buttons_and_none_would_work(self, client, office):
        page = read(client.get("/sign-in"))

        assert django_settings.PUTRIGHT_DEMO_SIGN_INS == {}
        assert page.tree.xpath("//*[@name='persona']") == []
        assert client.post("/sign-in", {"persona": office.person("mo").email}).status_code == 422
        assert "_auth_user_id" not in client.session


class TestWorkingForTwo:
    @pytest.fixture
    def both(self, office, neighbour, signed_in):
        """Mo also works for the neighbour, by another row of people and the same account."""
        there = Person.objects.get(pk=neighbour.people["mo"])
        there.account = account_of(office, "mo")
        there.save()
        return signed_in(office, "mo")

    def test_is_asked_which_and_led_on(self, both):
        response = both.get("/work?show=soon")

        assert response.headers["Location"] == "/places?next=%2Fwork%3Fshow%3Dsoon"
        page = read(both.get(response.headers["Location"]))
        assert page.headings == ["Which organisation are you working for now?"]
        chosen = both.post("/places", {"body": "living-well-partnership", "next": "/work?show=soon"})
        assert chosen.headers["Location"] == "/work?show=soon"
        assert read(both.get("/work")).texts(PLACE) == ["The living-well-partnership example"]

    def test_has_a_way_to_the_other(self, both):
        both.post("/places", {"body": "commisceo"})
        page = read(both.get("/work"))

        assert page.links["Work for another organisation"] == "/places?next=%2Fwork"

    def test_cannot_choose_one_where_they_hold_no_role(self, both):
        response = both.post("/places", {"body": "elsewhere"})

        assert response.status_code == 422
        assert read(response).problems == [("Choose one of the answers listed", "#body")]

    def test_whose_role_at_the_chosen_one_has_ended_works_for_the_other(self, both, neighbour):
        both.post("/places", {"body": "living-well-partnership"})
        Appointment.objects.filter(person=neighbour.people["mo"]).update(until_on=SET_UP_ON)

        assert read(both.get("/work")).texts(PLACE) == ["The commisceo example"]

    def test_who_works_for_one_sees_no_such_way(self, signed_in, office):
        assert "Work for another organisation" not in read(signed_in(office, "mo").get("/work")).links
