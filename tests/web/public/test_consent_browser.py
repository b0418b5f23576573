"""Can a patient answer on a telephone, at a desk, and without JavaScript, with no fault on any page on the way?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import launched
from tests.casework.offices import MAUNDY_THURSDAY, an_office
from tests.web.accessibility import faults
from tests.web.public.consenting import a_story_for_gwen, codes_of_letter

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, in which Django would refuse to clear its tables afterwards.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        opened = launched(playwright)
        yield opened
        opened.close()


def wrong_with(page: Page, *, script: bool) -> list[str]:
    """The faults of the page, as axe and the width of the screen tell them; nothing without JavaScript."""
    if not script:
        return []
    is_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [f"{page.url}: {fault}" for fault in [*faults(page), *(["scrolls sideways"] if is_wide else [])]]


@pytest.mark.parametrize(("width", "script"), [(320, True), (1280, True), (390, False)])
def test_a_patient_answers_and_takes_it_back(
    browser: Browser, served_and_swept: None, day: object, live_server, tmp_path: Path, width: int, script: bool
):
    code, _ = codes_of_letter(a_story_for_gwen(an_office(tmp_path / "files")), MAUNDY_THURSDAY)
    context = browser.new_context(
        base_url=live_server.url, java_script_enabled=script, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    met = []

    def press(words: str) -> None:
        page.get_by_role("button", name=words).click()
        met.extend(wrong_with(page, script=script))

    page.goto("/consent")
    press("Continue")
    assert page.get_by_text("Enter the code in your letter").first.is_visible()
    page.get_by_label("The code in your letter").fill(code.lower().replace("-", " "))
    press("Continue")
    assert page.locator("h1").inner_text().endswith("May Pat Example complain for you?")

    page.get_by_label("Yes, to some of it").check()
    press("Send my answer")
    assert page.get_by_text("Tick who we may tell, or choose No").first.is_visible()
    page.get_by_label("your blood tests").check()
    page.get_by_label("Pat Example").check()
    page.get_by_label("Your full name").fill("Gwen Example")
    press("Send my answer")
    assert page.get_by_text("you agreed that Pat Example may complain for you").is_visible()

    page.get_by_text("Take back what I agreed to").click()
    press("Take it back")
    assert page.get_by_text("took back what you had agreed to").is_visible()
    context.close()
    assert met == []
