"""What does a person read on the first pages, and when something cannot be done?"""

import re
from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver

from putright.gateways.clock import LONDON, FixedClock
from putright.web.access import Access
from tests.web.reading import read

pytestmark = pytest.mark.django_db

STANDING = [
    ("/", "Complain about an NHS service"),
    ("/how-complaints-work", "How complaints work"),
    ("/without-the-web", "Complain without the web"),
    ("/accessibility-statement", "Accessibility statement"),
    ("/privacy", "Privacy"),
    ("/cookies", "Cookies"),
]
FAULTS = [
    ("/gallery/fault/refused", 422, "This cannot be done now"),
    ("/gallery/fault/not-found", 404, "Page not found"),
    ("/gallery/fault/stale", 409, "Somebody else has changed this case"),
    ("/gallery/fault/forbidden", 403, "You cannot open this page"),
    ("/gallery/fault/too-many", 429, "Too many tries"),
    ("/gallery/fault/ours", 500, "Sorry, something has gone wrong on our side"),
    ("/nowhere", 404, "Page not found"),
]


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


class TestStandingPages:
    @pytest.mark.parametrize(("address", "heading"), STANDING)
    def test_each_has_one_heading_a_title_and_a_way_back(self, client, address, heading):
        response = client.get(address)
        page = read(response)

        assert response.status_code == 200
        assert page.headings == [heading]
        assert page.title == f"{heading} - Putright"
        assert page.tree.get("lang") == "en-GB"
        assert page.tree.xpath("//a[@href='#maincontent']")
        assert page.links.get("Back") == (None if address == "/" else "/")

    @pytest.mark.parametrize(("address", "heading"), STANDING)
    def test_each_shows_without_a_query_or_a_cookie(self, client, django_assert_num_queries, address, heading):
        # The organisations, whose telephone numbers stand on the page for those who do not use it.
        with django_assert_num_queries(1 if address == "/without-the-web" else 0):
            response = client.get(address)

        assert not response.cookies

    @pytest.mark.parametrize(("address", "heading"), STANDING)
    def test_none_takes_a_form(self, client, address, heading):
        response = client.post(address, {"a": "b"})

        assert response.status_code == 405
        assert response.headers["Allow"] == "GET, HEAD"
        assert read(response).headings == ["This page cannot be used that way"]

    def test_every_link_of_ours_leads_somewhere(self, client):
        for address, _ in STANDING:
            for link in read(client.get(address)).links.values():
                if link.startswith("/"):
                    assert client.get(link).status_code not in (404, 500), link

    def test_the_home_page_begins_with_danger_and_has_three_doors(self, client):
        page = read(client.get("/"))

        assert page.texts("//main//p")[0].startswith("Is someone unwell or in danger now?")
        assert page.tree.xpath("//main//p")[0].xpath(".//a/@href") == ["tel:999", "tel:111"]
        assert page.texts("//h2[contains(@class, 'nhsuk-card__heading')]") == [
            "Find out who to complain to",
            "Make a complaint",
            "Follow a complaint",
        ]
        assert page.links["Sign in as staff"] == "/sign-in"

    def test_the_cookie_page_names_the_cookies_that_are_set(self, client, gallery):
        client.post("/told/whose", {"whose": "mine"})
        form = client.get("/told/story")
        client.get("/language/cy")
        client.get("/language/en-gb")
        told = read(client.get("/cookies"))

        named = {name.removeprefix("Name ") for name in told.texts("//tbody/tr/td[1]")}
        of_staff_alone = {gallery.PUTRIGHT_BROWSER_COOKIE}
        assert {*client.cookies, *form.cookies} | of_staff_alone == named

    def test_every_address_says_who_may_open_it(self):
        views = [pattern.callback for pattern in get_resolver("putright.web.urls").url_patterns]

        assert [view for view in views if getattr(view, "access", None) not in set(Access)] == []


class TestTheFrame:
    def test_the_demonstration_is_never_taken_for_the_real_thing(self, client, settings):
        settings.PUTRIGHT_DEMO = True

        assert "All people and complaints here are made up" in client.get("/").content.decode()

    def test_a_clock_that_stands_still_says_which_day_it_is(self, client, settings):
        settings.PUTRIGHT_CLOCK = FixedClock(datetime(2026, 4, 2, 0, 30, tzinfo=LONDON))

        assert (
            "Today is taken to be Thursday 2 April 2026"
            in read(client.get("/")).texts("//*[@class='app-demo-banner']")[0]
        )

    def test_a_real_site_has_no_such_banner(self, client):
        assert "app-demo-banner" not in client.get("/").content.decode()

    def test_a_person_signed_in_sees_whose_pages_these_are_and_can_sign_out(self, client, account):
        client.force_login(account)
        page = read(client.get("/"))

        assert page.texts("//header//li")[0] == "Priya Example"
        assert client.get("/").headers["Cache-Control"] == "no-store, private"
        assert page.tree.xpath("//header//form/@action") == ["/sign-out"]
        # Nobody at any organisation can only have been named by people as their advocate.
        assert "People you help" in page.links
        assert "Sign in as staff" not in page.links
        assert "Staff sign in" not in page.links

    def test_what_was_just_done_is_said_once(self, client, gallery):
        client.get("/gallery/said")

        assert read(client.get("/")).texts("//*[@role='alert']") == ["Done The acknowledgement was recorded"]
        assert read(client.get("/")).texts("//*[@role='alert']") == []

    def test_nothing_is_loaded_from_elsewhere_and_nothing_runs_inside_the_page(self, client):
        html = client.get("/").content.decode()

        loaded = re.findall(r'<(?:script|link|img)[^>]*(?:src|href)="([^"]+)"', html)
        assert loaded
        assert all(address.startswith("/static/web/") for address in loaded)
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=", html)

    def test_every_response_carries_the_policies(self, client):
        headers = client.get("/").headers

        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "script-src 'self'" in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "geolocation=()" in headers["Permissions-Policy"]

    @pytest.mark.parametrize("kind", ["not-found", "ours", "stale"])
    def test_an_address_that_holds_a_secret_tells_nobody(self, client, gallery, kind):
        headers = client.get(f"/follow/{kind}").headers

        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store, private"
        assert headers["X-Robots-Tag"] == "noindex, nofollow"


class TestFaults:
    @pytest.mark.parametrize(("address", "status", "heading"), FAULTS)
    def test_each_says_what_is_wrong_and_what_to_do(self, client, gallery, address, status, heading):
        response = client.get(address)
        page = read(response)

        assert response.status_code == status
        assert page.headings == [heading]
        assert page.links["Go to the start page"] == "/"

    def test_a_refusal_says_why_and_on_whose_authority(self, client, gallery):
        page = read(client.get("/gallery/fault/refused"))

        assert page.title == "Error: This cannot be done now - Putright"
        assert page.problems == [("This complaint was acknowledged on 8 April 2026 SI 2009/309 reg 13(3)", None)]

    def test_what_was_typed_is_not_lost_to_another_persons_change(self, client, gallery):
        typed = {"note": "She rang.\nShe is <b>well</b>.", "password": "secret-word", "follow_token": "secret-word"}
        page = read(client.post("/gallery/fault/stale", typed))

        assert page.texts("//main//dt") == ["Note"]
        assert page.tree.xpath("//main//dd")[0].text == "She rang.\nShe is <b>well</b>."

    def test_too_many_tries_says_when_to_come_back(self, client, gallery):
        response = client.get("/gallery/fault/too-many")

        assert response.headers["Retry-After"] == "900"
        assert "Try again in 15 minutes" in read(response).main

    def test_a_form_without_its_token_is_not_lost(self, gallery):
        response = Client(enforce_csrf_checks=True).post("/gallery/questions", {"story": "They did not ring."})
        page = read(response)

        assert response.status_code == 403
        assert page.headings == ["Send your answer again"]
        assert page.texts("//main//dd") == ["They did not ring."]

    def test_our_own_fault_asks_the_database_nothing(self, client, gallery, django_assert_num_queries, account):
        client.force_login(account)

        with django_assert_num_queries(0):
            response = client.get("/gallery/fault/ours")

        assert response.status_code == 500


class TestTooMuch:
    def test_a_file_of_20_megabytes_is_refused_by_its_field_and_the_rest_is_kept(self, client, gallery):
        typed = {"story": "They did not ring.", "letter": SimpleUploadedFile("scan.pdf", b"x" * 20_000_000)}
        response = client.post("/gallery/questions", typed)
        page = read(response)

        assert response.status_code == 422
        assert page.title == "Error: Every question - Putright"
        assert ("The selected file must be 10MB or smaller. Yours is 20MB", "#letter") in page.problems
        assert page.texts("//textarea") == ["They did not ring."]

    def test_a_request_bigger_than_any_form_gets_a_page_before_anything_is_read(self, client, gallery):
        gallery.PUTRIGHT_REQUEST_LIMIT = 1000
        response = client.post("/gallery/questions", {"story": "x" * 2000})

        assert response.status_code == 413
        assert read(response).headings == ["What you sent is too large"]
        assert "files of up to 10MB each" in read(response).main

    def test_more_text_than_a_form_can_hold_gets_the_same_page(self, client, gallery):
        gallery.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
        response = client.post("/gallery/questions", {"story": "x" * 2000})

        assert response.status_code == 413

    def test_a_form_that_cannot_be_taken_apart_is_told_so(self, client, gallery):
        response = client.generic("POST", "/gallery/questions", b"nonsense", content_type="multipart/form-data")

        assert response.status_code == 400
        assert read(response).headings == ["We could not understand what was sent"]

    def test_a_length_that_is_no_number_is_not_our_fault(self, client, gallery):
        response = client.post("/gallery/questions", {"story": "x"}, headers={"content-length": "twenty"})

        assert response.status_code < 500
