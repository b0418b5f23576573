"""Do the pages of the staff's office hold in a real browser: at a desk, on a phone, without JavaScript, on paper?"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import Browser, Page, sync_playwright

from putright.casework.actions.acknowledge import acknowledge
from putright.gateways.secrets import SeededSecrets
from putright.gateways.set_up_code import make_code
from putright.records.models import Case, Person
from tests.browser import launched
from tests.casework.offices import MAUNDY_THURSDAY, PASSWORD, Office, a_story, an_office
from tests.web.accessibility import faults
from tests.web.office.conftest import account_of, give_accounts
from tests.web.office.test_case_browser import keep_picture, opened
from tests.web.public.conftest import _protected_at_the_end, served_and_swept

__all__ = ["_protected_at_the_end", "served_and_swept"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = {"desk": 1280, "phone": 390}
PAGES = {
    "mo": (
        "/work",
        "/work?show=closed",
        "/work/waiting?person=all",
        "/away",
        "/find",
        "/letters",
        "/complaints/new",
        "/places",
        "/password",
    ),
    "ada": (
        "/administration",
        "/administration/appoint",
        "/administration/procedure",
        "/administration/organisation",
    ),
}
NEW_PASSWORD = "a new and long enough phrase"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, in which Django would refuse to clear its tables afterwards.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        running = launched(playwright)
        yield running
        running.close()


@pytest.fixture
def office(served_and_swept: None, day: object, live_server: object, tmp_path: Path) -> Office:
    """Commisceo's office with two cases, a letter that waits on one of them."""
    made = an_office(tmp_path, procedure="commisceo")
    give_accounts(made)
    a_story(made).does(acknowledge, "mo", MAUNDY_THURSDAY)
    a_story(made)
    return made


@pytest.fixture
def look(browser, live_server) -> Iterator[Callable[..., Page]]:
    """Open a browser in which nobody has signed in."""
    contexts = []

    def begin(width: int = 1280, *, script: bool = True) -> Page:
        contexts.append(browser.new_context(base_url=live_server.url, java_script_enabled=script))
        page = contexts[-1].new_page()
        page.set_viewport_size({"width": width, "height": 900})
        return page

    yield begin
    for context in contexts:
        context.close()


def wrong_with(page: Page, name: str) -> list[str]:
    """What is wrong with the page as it stands: faults of axe, and sideways scrolling."""
    keep_picture(page, f"office-{name}-{page.evaluate('innerWidth')}")
    found = [f"{name}: {fault}" for fault in faults(page)]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append(f"{name} scrolls sideways")
    return found


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_page_has_a_fault_of_accessibility_or_scrolls_sideways(browser, live_server, signed_in, office, width):
    wrong: list[str] = []
    for who, addresses in PAGES.items():
        page = opened(browser, live_server, signed_in(office, who))
        page.set_viewport_size({"width": width, "height": 900})
        for address in addresses:
            page.goto(address)
            wrong += wrong_with(page, f"{who}{address.replace('/', '-').replace('?', '-')}")
        page.context.close()

    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_mistake_is_shown_with_a_fault_of_accessibility(browser, live_server, signed_in, office, look, width):
    wrong: list[str] = []
    page = look(width)
    page.goto("/sign-in")
    page.get_by_label("Email address").fill("nobody@example.nhs.uk")
    page.get_by_label("Password", exact=True).fill("wrong")
    page.get_by_role("button", name="Sign in", exact=True).click()
    wrong += wrong_with(page, "sign-in-refused")
    for who, address, button in (
        ("mo", "/complaints/new", "Enter the complaint"),
        ("mo", "/letters", "Mark as posted"),
        ("ada", "/administration/appoint", "Appoint"),
    ):
        page = opened(browser, live_server, signed_in(office, who))
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address)
        page.get_by_role("button", name=button, exact=True).last.click()
        assert page.title().startswith("Error: ")
        wrong += wrong_with(page, f"mistakes{address.replace('/', '-')}")
        page.context.close()

    assert wrong == []


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
def test_a_telephone_call_becomes_a_case_and_a_link_to_hand_over(office, look, script):
    page = look(390, script=script)
    page.goto("/complaints/new")
    page.get_by_label("Email address").fill(office.person("mo").email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_label("By phone").check()
    page.get_by_label("Full name", exact=True).fill("Winnie Caller")
    page.get_by_role("textbox", name="Telephone number").fill("01632 960002")
    page.get_by_label("What is it mostly about?").select_option(label="Waiting times")
    page.get_by_label("What they say").fill("I waited three hours.")
    page.get_by_role("button", name="Add another issue").click()
    page.get_by_label("What is it mostly about?").nth(1).select_option(label="Communication")
    page.get_by_label("What they say").nth(1).fill("And nobody told me why.")
    page.get_by_role("button", name="Enter the complaint").last.click()

    assert page.get_by_role("heading", level=1).inner_text() == "Complaint entered"
    assert "it must be written down" in page.get_by_role("main").inner_text()
    assert not script or wrong_with(page, "complaint-entered") == []
    case = Case.objects.get(complainant__name="Winnie Caller")
    assert case.issues.count() == 2


def test_the_enter_key_enters_the_complaint_and_adds_no_issue(browser, live_server, signed_in, office):
    page = opened(browser, live_server, signed_in(office, "mo"))
    page.goto("/complaints/new")
    page.get_by_label("Full name", exact=True).press("Enter")

    assert page.title() == "Error: New complaint - Putright"
    assert page.get_by_role("heading", name="Issue 2").count() == 0
    page.context.close()


def test_letters_are_ticked_and_posted_and_the_sheet_can_be_printed(browser, live_server, signed_in, office):
    page = opened(browser, live_server, signed_in(office, "mo"))
    page.goto("/letters")
    page.emulate_media(media="print")
    for gone in ("button", ".nhsuk-header__navigation", "form >> text=Open the PDF"):
        assert page.locator(gone).first.is_hidden(), gone
    assert page.get_by_text("Written on Thursday 2 April 2026").is_visible()
    page.emulate_media(media="screen")
    page.get_by_label("We have received your complaint").check()
    page.get_by_role("button", name="Mark as posted").click()

    assert "1 letter marked as posted" in page.get_by_role("alert").inner_text()
    assert "No letter is waiting" in page.get_by_role("main").inner_text()
    assert wrong_with(page, "letters-none") == []
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_somebody_is_appointed_signs_in_and_changes_the_password(office, signed_in, browser, live_server, look, width):
    page = opened(browser, live_server, signed_in(office, "ada"))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/administration")
    page.get_by_role("link", name="Appoint somebody").click()
    page.get_by_label("Full name").fill("Nia Newcomer")
    page.get_by_label("Post").fill("Complaints Officer")
    page.get_by_label("Complaints officer").check()
    page.get_by_role("button", name="Appoint").click()
    wrong = wrong_with(page, "invite")
    page.get_by_label("Their work email address").fill("nia@commisceo.example.nhs.uk")
    page.get_by_role("button", name="Make the link").click()
    wrong += wrong_with(page, "sign-in-link-given")
    link = page.locator(".app-keep__link").inner_text()
    page.goto("/administration")
    page.get_by_role("link", name="End the appointment of Nia Newcomer").click()
    wrong += wrong_with(page, "end-appointment")
    page.context.close()

    page = look(width)
    page.goto(link.replace(django_settings.PUTRIGHT_ADDRESS, live_server.url))
    wrong += wrong_with(page, "choose-password")
    page.get_by_label("Choose your password").fill(PASSWORD)
    page.get_by_label("The same password again").fill(PASSWORD)
    page.get_by_role("button", name="Keep this password").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Worklist"
    page.get_by_role("link", name="Your sign-in").click()
    page.get_by_role("link", name="Change your password").click()
    page.get_by_label("Your password now").fill(PASSWORD)
    page.get_by_label("New password", exact=True).fill(NEW_PASSWORD)
    page.get_by_label("The new password again").fill(NEW_PASSWORD)
    page.get_by_role("button", name="Change it").click()

    assert page.get_by_role("heading", level=1).inner_text() == "Your sign-in"
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_a_procedure_is_checked_signed_and_adopted(office, signed_in, browser, live_server, width):
    page = opened(browser, live_server, signed_in(office, "ada"))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/administration/procedure")
    page.get_by_label("Living Well Partnership").check()
    page.get_by_role("button", name="Check it").click()
    wrong = wrong_with(page, "adopt-check")
    page.get_by_label("Who is the responsible person?").select_option(label="Rosa Responsible, Chief Executive")
    page.get_by_label("signs that the law binds instead").check()
    page.get_by_role("button", name="Adopt it").click()

    assert "The procedure was adopted" in page.get_by_role("alert").inner_text()
    assert wrong == []
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_who_works_for_two_chooses_which(office, signed_in, browser, live_server, tmp_path, width):
    another = an_office(tmp_path, code="another")
    there = Person.objects.get(pk=another.people["mo"])
    there.account = account_of(office, "mo")
    there.save()
    page = opened(browser, live_server, signed_in(office, "mo"))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/letters")
    wrong = wrong_with(page, "places")
    page.get_by_label("The another example").check()
    page.get_by_role("button", name="Continue").click()

    assert page.get_by_role("heading", level=1).inner_text() == "Letters to post"
    wrong += wrong_with(page, "places-chosen")
    page.get_by_role("link", name="Work for another organisation").click()
    assert page.get_by_label("The another example").is_checked()
    assert wrong == []
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_a_new_site_is_set_up(served_and_swept, day, live_server, tmp_path, look, width):
    day.PUTRIGHT_SET_UP_CODE = tmp_path / "set-up-code"
    code = make_code(day.PUTRIGHT_SET_UP_CODE, SeededSecrets("a code"))
    wrong: list[str] = []
    page = look(width)
    page.goto("/")
    for fill, choose, button in (
        ({"Set-up code": code}, (), "Begin"),
        (
            {
                "Name of the organisation": "Exampleton Surgery",
                "Address of the organisation": "1 Example Street\nExampleton",
                "Telephone number": "01632 960001",
            },
            ("It provides care",),
            "Continue",
        ),
        (
            {
                "Your full name": "Ada Admin",
                "Your post": "Practice Manager",
                "Your email address": "ada@example.nhs.uk",
            },
            (),
            "Continue",
        ),
        ({}, ("I am",), "Continue"),
        ({}, ("Commisceo Primary Care Solutions",), "Continue"),
        (
            {"Choose your password": PASSWORD, "The same password again": PASSWORD},
            ("Ada Admin, the responsible person, signs",),
            "Set up",
        ),
    ):
        wrong += wrong_with(page, f"set-up{page.url.rpartition('/')[2]}")
        for label, text in fill.items():
            page.get_by_label(label).fill(text)
        for label in choose:
            page.get_by_label(label).check()
        page.get_by_role("button", name=button, exact=True).click()

    assert page.get_by_role("heading", level=1).inner_text() == "Administration"
    assert "The organisation has been set up" in page.get_by_role("alert").inner_text()
    wrong += wrong_with(page, "set-up-done")
    assert wrong == []


def test_a_demonstration_is_entered_with_one_button(office, look, day):
    day.PUTRIGHT_DEMO_SIGN_INS = {office.person(who).email: PASSWORD for who in ("ada", "rosa", "mo")}
    page = look(390)
    page.goto("/sign-in")
    assert wrong_with(page, "sign-in-demo") == []
    page.get_by_role("button", name="Sign in as Mo Manager").click()

    assert page.get_by_role("heading", level=1).inner_text() == "Worklist"
    assert page.locator("tbody tr").count() == 2
