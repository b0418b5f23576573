"""Do the pages of a case hold in a real browser: no fault of axe, no sideways scrolling, no need of JavaScript?"""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings as site
from playwright.sync_api import Browser, Page, sync_playwright

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.flag_safety import flag_safety
from putright.casework.actions.register import register
from putright.casework.said import FileSaid, PersonSaid
from putright.domain.deaths import Who
from putright.domain.safety import Danger
from putright.domain.scanning import Scan
from tests.browser import launched
from tests.casework.offices import MAUNDY_THURSDAY, Office, a_story, an_office
from tests.web.accessibility import faults
from tests.web.office.conftest import give_accounts
from tests.web.public.conftest import _protected_at_the_end, served_and_swept

__all__ = ["_protected_at_the_end", "served_and_swept"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = {"desk": 1280, "phone": 390}
PAGES = (
    "",
    "/do",
    "/before-meeting",
    "/acknowledge",
    "/offer-meeting",
    "/prepare-response",
    "/record-outcome",
    "/close-case",
    "/papers/1",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, in which Django would refuse to clear its tables afterwards.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        opened = launched(playwright)
        yield opened
        opened.close()


@pytest.fixture
def office(served_and_swept: None, day: object, live_server: object, tmp_path: Path) -> Office:
    """Commisceo's office as the browser meets it, everybody with an account."""
    made = an_office(tmp_path, procedure="commisceo")
    give_accounts(made)
    return made


@pytest.fixture
def story(office):
    """A case with something of everything: a need, a note, a letter that waits, a correction, files closed and not."""
    needing = PersonSaid(name="Pat Example", address=("2 Sample Road", "Exampleton"), needs="Large print, please.")
    came = tuple(
        FileSaid(
            name=f"A file of the person's {scan}.pdf", media_type="application/pdf", content=scan.encode(), scan=scan
        )
        for scan in (Scan.HELD_UP, Scan.CLEAN, Scan.UNSCANNED, Scan.FOUND)
    )
    made = a_story(office, complainant=needing, outcome_wanted="That somebody says sorry.", files=came)
    made.does(register, "mo", MAUNDY_THURSDAY)
    made.does(add_file_note, "mo", MAUNDY_THURSDAY, words="She rang.\nShe is well.")
    number = made.case.events.get(event="registered").number
    made.does(correct_entry, "mo", MAUNDY_THURSDAY, entry=number, reason="It was another case.")
    made.does(acknowledge, "mo", MAUNDY_THURSDAY)
    said = {"what_to_do": "Two of us.", "why": "He lifted a chair.", "review_on": date(2026, 5, 6)}
    made.does(flag_safety, "mo", MAUNDY_THURSDAY, whose=Who.COMPLAINANT, danger=Danger.VIOLENCE, **said)
    return made


def opened(browser: Browser, live_server, client, *, scripts: bool = True) -> Page:
    """A page in which whoever is signed in to the client is signed in."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=scripts)
    session = client.cookies[site.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": site.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    return context.new_page()


def keep_picture(page: Page, name: str) -> None:
    """Keep a picture of the whole page where PICTURES names a folder."""
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_page_of_a_case_has_a_fault_of_accessibility_or_scrolls_sideways(
    browser, live_server, signed_in, office, story, width
):
    page = opened(browser, live_server, signed_in(office, "mo"))
    page.set_viewport_size({"width": width, "height": 900})
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)

    for address in PAGES:
        page.goto(f"/cases/{story.reference}{address}")
        for summary in page.locator("main details").all():
            summary.evaluate("element => { element.open = true }")
        complaints += [f"{address}: {fault}" for fault in faults(page)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            complaints.append(f"{address} scrolls sideways at {width}")
        keep_picture(page, f"case{address.replace('/', '-')}-{width}")

    assert complaints == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_a_letter_is_read_and_sent_without_javascript(browser, live_server, signed_in, office, width):
    story = a_story(office)
    page = opened(browser, live_server, signed_in(office, "mo"), scripts=False)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/cases/{story.reference}")
    page.get_by_role("link", name="Acknowledge").first.click()
    page.get_by_label("What do you need to know from the person?").fill("Who was at the desk?")
    page.get_by_role("button", name="Continue").click()
    keep_picture(page, f"letter-to-read-{width}")

    assert "Who was at the desk?" in page.get_by_role("article").inner_text()
    page.get_by_role("button", name="Change it").click()
    assert page.get_by_label("What do you need to know from the person?").input_value() == "Who was at the desk?"
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Put it in the print queue").click()
    assert "waits to be posted" in page.get_by_role("main").inner_text()


def test_a_call_is_noted_in_two_clicks(browser, live_server, signed_in, office, story):
    page = opened(browser, live_server, signed_in(office, "mo"))
    page.goto(f"/cases/{story.reference}")
    page.get_by_role("link", name="Note a call").click()
    page.get_by_label("What was said?").fill("He rang for her.")
    page.get_by_role("button", name="Save the note").click()

    assert "The note is on the file." in page.get_by_role("alert").inner_text()
    assert "He rang for her." in page.locator("#chronology + ol").inner_text()


def test_paper_shows_the_case_without_what_can_only_be_clicked(browser, live_server, signed_in, office, story):
    page = opened(browser, live_server, signed_in(office, "mo"))
    page.goto(f"/cases/{story.reference}")
    page.emulate_media(media="print")

    for gone in ("#steps", ".app-on-this-page", ".nhsuk-button", ".nhsuk-back-link"):
        assert page.locator(gone).first.is_hidden(), gone
    for there in ("#due", "#issues", "#people", "#papers", "#chronology"):
        assert page.locator(there).is_visible(), there
