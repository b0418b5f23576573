"""Can the public pages be used by keyboard alone, and at 400 % zoom, where a screen of 1280 by 1024 is 320 by 256?"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from tests.browser import launched
from tests.casework.offices import an_office
from tests.web.accessibility import faults
from tests.web.office.conftest import give_accounts
from tests.web.public.keyboard import CUT_OFF, Keyboard
from tests.web.public.telling import a_telling
from tests.web.walking import Known, a_rich_case, atlas

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DESK, ZOOMED = ViewportSize(width=1280, height=1024), ViewportSize(width=320, height=256)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, in which Django would refuse to clear its tables afterwards.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        opened = launched(playwright)
        yield opened
        opened.close()


@pytest.fixture
def known(served_and_swept: None, day: object, tmp_path: Path) -> Known:
    """An organisation that takes complaints, with a case that can be followed."""
    office = an_office(tmp_path / "files", procedure="commisceo")
    give_accounts(office)
    return a_rich_case(office)


@pytest.fixture
def window(browser: Browser, known: Known, live_server) -> Iterator[Callable[[ViewportSize], Page]]:
    """Open a window of a size."""
    opened: list[BrowserContext] = []

    def open_one(size: ViewportSize) -> Page:
        opened.append(browser.new_context(base_url=live_server.url, viewport=size))
        return opened[-1].new_page()

    yield open_one
    for context in opened:
        context.close()


@pytest.mark.parametrize("size", [DESK, ZOOMED], ids=["desk", "zoomed"])
def test_a_complaint_is_made_and_followed_by_keyboard_alone(window, size: ViewportSize):
    somebody = Keyboard(window(size))
    page = somebody.page
    somebody.opens("/")
    assert somebody.tabs()["text"] == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "maincontent"

    somebody.presses("Make a complaint")
    somebody.answers({})  # there is nothing yet to answer but to begin
    told = a_telling()
    while (name := page.url.rpartition("/")[2]) != "check":
        if name == "whose":
            says_nothing_first(somebody)
        somebody.answers(told.pop(name))

    somebody.presses("Send my complaint")
    assert page.url.endswith("/complain/sent")
    somebody.presses("http")
    assert page.url.endswith("/following")
    somebody.presses("Close my complaint")
    assert page.url.endswith("/follow")
    assert somebody.met == [], "\n".join(somebody.met)


def says_nothing_first(somebody: Keyboard) -> None:
    """Press the button without an answer: what is wrong is told first, and leads to where it can be put right."""
    page = somebody.page
    somebody.answers({})
    assert "nhsuk-error-summary" in somebody.where()["kind"]
    assert page.title().startswith("Error: ")
    somebody.tabs()
    page.keyboard.press("Enter")
    assert somebody.where()["type"] == "radio"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_page_fits_at_400_per_cent_and_has_no_fault_of_axe(window, known: Known, language: str):
    """Whatever is open to somebody who has not signed in, and to whoever follows a case by its link."""
    page = window(ZOOMED)
    page.goto(f"/language/{language}")
    page.goto(f"/follow/{known.secret}")
    assert page.url.endswith("/following")
    paths = [address.path for address in atlas(known, actions=()).addresses if address.name != "language"]
    walked, met = [], []
    for path in dict.fromkeys(paths):
        if not is_a_page(page, path):
            continue
        page.goto(path)
        for summary in page.locator("main summary").all():
            summary.click()
        walked.append(path)
        met += [f"{path}: {wrong}" for wrong in [*page.evaluate(CUT_OFF), *faults(page)]]

    assert {"/", "/complain", "/find-out", "/following", "/procedures", "/privacy"} <= set(walked)
    assert met == [], "\n".join(met)


def is_a_page(page: Page, path: str) -> bool:
    """Whether a page opens there for somebody who has not signed in, and not a file or another page."""
    answered = page.request.get(path, max_redirects=0)
    return answered.ok and answered.headers["content-type"].startswith("text/html")
