"""Do the pages hold in a real browser: no fault of accessibility, no sideways scrolling, no need of JavaScript?"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright

from putright.web import shell
from tests.browser import launched
from tests.web.accessibility import faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = {"desk": 1280, "phone": 390, "enlarged to 400%": 320}
PAGES = [
    "/",
    "/how-complaints-work",
    "/without-the-web",
    "/accessibility-statement",
    "/privacy",
    "/cookies",
    "/nowhere",
    "/gallery/questions",
    "/gallery/lists",
    "/gallery/fault/refused",
    "/told/whose",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, in which Django would refuse to clear its tables afterwards.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        opened = launched(playwright)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, gallery, live_server) -> Iterator[Page]:
    context = browser.new_context(base_url=live_server.url)
    yield context.new_page()
    context.close()


@pytest.fixture
def plain_page(browser: Browser, gallery, live_server) -> Iterator[Page]:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    yield context.new_page()
    context.close()


LONGEST = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
GOOD = """<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>
<form><label for="name">Name</label><input id="name"></form><p><a href="/one">One</a></p></main></html>"""


@pytest.mark.parametrize(
    ("was", "becomes", "fault"),
    [
        ('for="name"', 'for="nobody"', "label"),
        (">One<", "><", "link-name"),
        ("<html lang", "<html data-lang", "html-has-lang"),
        ("<h1>A page</h1>", "<h1>A page</h1><h4>Too deep</h4>", "heading-order"),
        ("<p>", "<p><img src='/x.png'>", "image-alt"),
        ("<p>", '<p role="list">', "aria-required-children"),
    ],
)
def test_a_fault_is_seen_on_a_page_that_is_else_like_one_that_was_good(browser, was, becomes, fault):
    page = browser.new_page()
    page.set_content(GOOD)
    assert faults(page) == []
    page.set_content(GOOD.replace("One", "Two"))
    assert faults(page) == []

    page.set_content(GOOD.replace(was, becomes))
    assert [each for each in faults(page) if each.startswith(fault)]
    page.close()


def keep_picture(page: Page, name: str) -> None:
    """Keep a picture of the whole page where PICTURES names a folder."""
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_page_has_a_fault_of_accessibility_or_scrolls_sideways(page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
    page.on("requestfailed", lambda request: complaints.append(request.url))

    for address in PAGES:
        page.goto(address)
        complaints += [f"{address}: {fault}" for fault in faults(page)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            complaints.append(f"{address} scrolls sideways at {width}")
        keep_picture(page, f"foundations{address.replace('/', '-')}-{width}")

    assert complaints == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_the_head_of_a_person_signed_in_holds_at_every_width(
    page: Page, client, account, live_server, monkeypatch, width
):
    monkeypatch.setattr(type(account), "held", (), raising=False)  # somebody who is at an organisation
    monkeypatch.setattr(shell, "STAFF_MENU", (("home", "Worklist"), ("how-complaints-work", "New complaint")))
    client.force_login(account)
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key, "url": live_server.url}]
    )
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/")

    assert faults(page) == []
    assert page.get_by_role("banner").get_by_text("Priya Example").is_visible()
    assert page.get_by_role("banner").get_by_role("button", name="Sign out").is_visible()
    assert page.get_by_role("link", name="Worklist").get_attribute("aria-current") == "page"
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    keep_picture(page, f"signed-in-{width}")


def test_mistakes_are_listed_reached_and_named_in_the_title(page: Page):
    page.goto("/gallery/questions")
    page.get_by_role("button", name="Continue").click()

    assert page.title() == "Error: Every question - Putright"
    assert "nhsuk-error-summary" in page.evaluate("document.activeElement.className")
    assert faults(page) == []
    page.get_by_role("link", name="Enter the date it happened").click()
    assert page.evaluate("document.activeElement.id") == "happened_on-day"


def test_an_answer_reveals_its_question_and_hides_it_again(page: Page):
    page.goto("/gallery/questions")

    assert page.get_by_label("Where to?").is_hidden()
    page.get_by_label("By email").check()
    assert page.get_by_label("Where to?").is_visible()
    assert faults(page) == []
    page.get_by_label("By letter").check()
    assert page.get_by_label("Where to?").is_hidden()


def test_a_file_of_20_megabytes_comes_back_as_a_page_with_everything_typed(page: Page, tmp_path: Path):
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-" + b"x" * 20_000_000)
    page.goto("/gallery/questions")
    page.get_by_label("What happened?").fill("They did not ring.\nTwice.")
    page.get_by_label("Add a letter").set_input_files(scan)
    page.get_by_role("button", name="Continue").click()

    assert page.get_by_role("link", name="The selected file must be 10MB or smaller. Yours is 20MB").is_visible()
    assert page.get_by_label("What happened?").input_value() == "They did not ring.\nTwice."


def test_more_than_any_form_takes_comes_back_as_a_page(page: Page, tmp_path: Path, gallery):
    gallery.PUTRIGHT_REQUEST_LIMIT = 5_000_000
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"x" * 19_000_000)
    page.goto("/gallery/questions")
    page.get_by_label("Add a letter").set_input_files(scan)
    page.get_by_role("button", name="Continue").click()

    assert page.get_by_role("heading", level=1).inner_text() == "What you sent is too large"


def test_everything_works_without_javascript(plain_page: Page):
    page = plain_page
    page.goto("/told/whose")
    page.get_by_label("Someone else's").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Name of the patient").fill("Rosa Quill")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("What happened?").fill("They did not ring.")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("link", name="Change the answer to: Name of the patient").click()
    page.get_by_label("Name of the patient").fill("Rosa Quill-Marsh")
    page.get_by_role("button", name="Continue").click()

    assert "Rosa Quill-Marsh" in page.get_by_role("main").inner_text()
    page.get_by_role("button", name="Send").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Complaint sent"


def test_what_an_answer_reveals_is_in_sight_without_javascript(plain_page: Page):
    plain_page.goto("/gallery/questions")

    assert plain_page.get_by_label("Where to?").is_visible()


def test_the_keyboard_alone_reaches_the_content_and_the_first_door(page: Page):
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.textContent") == "Find out who to complain to"


def test_paper_shows_the_text_and_no_buttons_or_secrets(page: Page):
    page.goto("/gallery/lists")
    page.emulate_media(media="print")

    for gone in (".nhsuk-back-link", ".nhsuk-button", ".nhsuk-footer", ".nhsuk-summary-list__actions"):
        assert page.locator(gone).first.is_hidden(), gone
    assert page.locator(".app-timeline").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('td a, th a'), '::after').content") == "none"


def test_no_word_is_wider_than_the_page_wherever_it_stands(page: Page) -> None:
    page.set_viewport_size({"width": WIDTHS["phone"], "height": 800})
    page.goto("/gallery/lists")
    page.evaluate("word => document.querySelectorAll('h1, h2, p, dd, td').forEach(e => e.append(' ' + word))", LONGEST)

    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
