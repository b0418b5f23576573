"""Can a passkey be made, used, removed, and by nobody else? With the virtual device of a real browser."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings as site_settings
from playwright.sync_api import Browser, CDPSession, Page, expect

from putright.records.models import AccessEntry, Passkey
from tests.casework.offices import PASSWORD
from tests.web.office.test_office_browser import (
    _protected_at_the_end,
    browser,
    office,
    served_and_swept,
    wrong_with,
)

__all__ = ["_protected_at_the_end", "browser", "office", "served_and_swept"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def here(live_server, day) -> str:
    """The address of the site by its name: no browser makes a passkey for a number."""
    day.PUTRIGHT_SECOND_FACTOR = True
    address = live_server.url.replace("127.0.0.1", "localhost")
    day.CSRF_TRUSTED_ORIGINS = [*site_settings.CSRF_TRUSTED_ORIGINS, address]
    return address


@contextmanager
def device(browser: Browser, address: str, *, width: int = 1280) -> Iterator[tuple[Page, tuple[CDPSession, str]]]:
    """A browser on a device that keeps passkeys, and the way to look into the device."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    inside = context.new_cdp_session(page)
    inside.send("WebAuthn.enable")
    made = inside.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    yield page, (inside, made["authenticatorId"])
    context.close()


def gives_password(page: Page, office, who: str = "mo") -> None:
    page.goto("/sign-in")
    page.get_by_label("Email address").fill(office.person(who).email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def is_at(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def adds_passkey(page: Page) -> None:
    page.get_by_role("link", name="use a passkey instead").click()
    page.get_by_label("What do you call this device?").fill("Work laptop")
    page.get_by_role("button", name="Make the passkey").click()
    page.get_by_role("link", name="I have kept them").click()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_passkey_takes_the_place_of_the_app(served_and_swept, office, here, browser, width):
    wrong: list[str] = []
    with device(browser, here, width=width) as (page, _):
        gives_password(page, office)
        is_at(page, "Set up an authenticator app")
        page.get_by_role("link", name="use a passkey instead").click()
        wrong += wrong_with(page, "passkey-add")
        page.get_by_label("What do you call this device?").fill("Work laptop")
        page.get_by_role("button", name="Make the passkey").click()
        is_at(page, "Your second step is set up - Keep your recovery codes")
        assert page.locator(".app-recovery-codes li").count() == 10
        page.get_by_role("link", name="I have kept them").click()
        is_at(page, "Worklist")
        page.get_by_role("link", name="Your sign-in").click()
        wrong += wrong_with(page, "security-passkey")
        page.get_by_role("button", name="Sign out", exact=True).first.click()

        gives_password(page, office)
        is_at(page, "The second step")
        wrong += wrong_with(page, "sign-in-passkey")
        page.goto("/work")
        is_at(page, "Sign in as staff")
        page.goto("/sign-in/code")
        page.get_by_role("button", name="Use your passkey").click()
        is_at(page, "Worklist")

        page.goto("/security")
        page.get_by_role("button", name="Remove the passkey Work laptop").click()
        expect(page.locator("main")).to_contain_text("This is your only second step")
    assert wrong == []
    assert Passkey.objects.get().sign_count > 0


def test_a_device_without_the_key_does_not_get_in(served_and_swept, office, here, browser):
    with device(browser, here) as (page, _):
        gives_password(page, office)
        adds_passkey(page)
    with device(browser, here) as (page, _):
        gives_password(page, office)
        page.get_by_role("button", name="Use your passkey").click()
        page.get_by_text("The passkey was not used. Try again.").wait_for()
        page.goto("/work")

        is_at(page, "Sign in as staff")


def test_a_copied_key_whose_count_goes_back_is_refused(served_and_swept, office, here, browser):
    with device(browser, here) as (page, _):
        gives_password(page, office)
        adds_passkey(page)
        Passkey.objects.update(sign_count=1_000_000)
        page.context.clear_cookies()
        gives_password(page, office)
        page.get_by_role("button", name="Use your passkey").click()
        page.get_by_text("The passkey was not accepted.").wait_for()

        is_at(page, "The second step")


def test_an_answer_cannot_be_given_twice(served_and_swept, office, here, browser):
    with device(browser, here) as (page, _):
        gives_password(page, office)
        adds_passkey(page)
        page.context.clear_cookies()
        gives_password(page, office)
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.post_data or "") if request.method == "POST" else None)
        page.get_by_role("button", name="Use your passkey").click()
        is_at(page, "Worklist")
        answer = page.evaluate("said => new URLSearchParams(said).get('answer')", sent[-1])
        assert answer

        page.context.clear_cookies()
        gives_password(page, office)
        page.evaluate(
            """answer => { const form = document.querySelector("form[data-passkey]");
               form.elements.answer.value = answer; form.submit(); }""",
            answer,
        )
        page.get_by_text("The passkey was not accepted.").wait_for()


def test_a_second_passkey_is_added_and_one_removed(served_and_swept, office, here, browser):
    with device(browser, here) as (page, (inside, number)):
        gives_password(page, office)
        adds_passkey(page)
        page.goto("/security/passkeys/add")
        page.get_by_role("button", name="Make the passkey").click()
        page.get_by_text("No passkey was made").wait_for()  # this device has one already
        inside.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": number})
        options = {"protocol": "ctap2", "transport": "usb", "automaticPresenceSimulation": True}
        inside.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        page.get_by_label("What do you call this device?").fill("Key on my ring")
        page.get_by_role("button", name="Make the passkey").click()
        expect(page.get_by_role("alert").first).to_contain_text("The passkey was added")
        page.get_by_role("button", name="Remove the passkey Work laptop").click()
        expect(page.get_by_role("alert").first).to_contain_text("The passkey was removed")

    assert list(Passkey.objects.values_list("name", flat=True)) == ["Key on my ring"]
    events = AccessEntry.objects.filter(event__startswith="passkey").order_by("id").values_list("event", flat=True)
    assert list(events) == ["passkey-added", "passkey-added", "passkey-removed"]
