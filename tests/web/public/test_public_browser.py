"""Do the public pages hold in a real browser: on a phone and at a desk, with no JavaScript, without a fault of axe?"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import launched
from tests.casework.offices import Office, an_office
from tests.jobs.working import MAIL
from tests.sample_files import PDF, a_jpeg
from tests.web.accessibility import faults

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = {"desk": 1280, "phone": 390}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, in which Django would refuse to clear its tables afterwards.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        opened = launched(playwright)
        yield opened
        opened.close()


@pytest.fixture
def site(served_and_swept: None, day: object, live_server: object, tmp_path: Path) -> Office:
    """Two organisations that take complaints, served as at Maundy Thursday 2026."""
    an_office(tmp_path / "files", procedure="living-well-partnership")
    return an_office(tmp_path / "files", procedure="commisceo")


@pytest.fixture
def page_of(browser: Browser, site: Office, live_server) -> Iterator[Callable[..., "Walker"]]:
    """Open a page of a width, with JavaScript or without."""
    contexts = []

    def opened(width: int, *, script: bool = True) -> Walker:
        context = browser.new_context(
            base_url=live_server.url, java_script_enabled=script, viewport={"width": width, "height": 800}
        )
        contexts.append(context)
        return Walker(context.new_page(), width, script)

    yield opened
    for context in contexts:
        context.close()


class Walker:
    """Somebody who goes through the pages, and notes every fault they meet."""

    def __init__(self, page: Page, width: int, script: bool) -> None:
        self.page, self.width, self.script = page, width, script
        self.met: list[str] = []

    def at(self, name: str) -> None:
        """Look at the page: axe, sideways scrolling, one heading; keep a picture where PICTURES names a folder."""
        if self.script:
            self.met += [f"{name}: {fault}" for fault in faults(self.page)]
            if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                self.met.append(f"{name} scrolls sideways at {self.width}")
        if self.page.locator("h1").count() != 1:
            self.met.append(f"{name} has {self.page.locator('h1').count()} first headings")
        if (folder := os.environ.get("PICTURES")) and self.script:
            self.page.screenshot(path=Path(folder) / f"public-{name}-{self.width}.png", full_page=True)

    def go(self) -> None:
        """Press the button of the form."""
        self.page.locator("main form button").first.click()

    def type_date(self, box: str, *parts: str) -> None:
        """Fill in the three boxes of a date."""
        for part, typed in zip(("day", "month", "year"), parts, strict=True):
            self.page.locator(f"#{box}-{part}").fill(typed)

    def choose(self, words: str) -> None:
        """Choose the answer of these words."""
        self.page.get_by_label(words).first.check()


def complain(walker: Walker) -> None:
    """Complain to Commisceo for somebody else about two things, with a mistake on the way."""
    page = walker.page
    page.goto("/complain?to=commisceo")
    walker.at("complain")
    walker.go()
    walker.go()
    walker.at("complain-whose-mistake")
    walker.choose("The patient has asked me")
    walker.go()
    walker.at("complain-patient")
    page.get_by_label("Full name of the patient").fill("Rosa Quill")
    walker.go()
    walker.at("complain-speaking")
    walker.choose("I am a relative, friend or carer")
    page.get_by_label("How do you know them?").fill("Daughter")
    walker.go()
    walker.at("complain-what-happened")
    page.locator("#subject_1").select_option("communications")
    page.locator("#words_1").fill("They said that they would ring on Monday.\nNobody rang.")
    walker.go()
    walker.at("complain-when")
    walker.choose("I know the date")
    walker.type_date("occurred_on", "3", "June", "2024")
    walker.go()
    walker.choose("When it happened")
    walker.go()
    walker.at("complain-sooner")
    page.locator("#sooner").fill("I was in hospital until the autumn.")
    walker.go()
    tell_the_rest(walker)


def tell_of_something_else(walker: Walker) -> None:
    """Say that there is something else, and tell of it."""
    page = walker.page
    walker.go()
    walker.at("complain-anything-else-mistake")
    walker.choose("Yes, there is something else")
    walker.go()
    page.locator("#subject_2").select_option("access")
    page.locator("#words_2").fill("The tablets were stopped, and nobody said why.")
    walker.go()
    walker.at("complain-when-2")
    walker.choose("The same as for the first thing")
    walker.go()
    walker.go()
    walker.at("complain-anything-else-2")
    walker.choose("No, that is all")
    walker.go()


def tell_the_rest(walker: Walker) -> None:
    """Say what one would like, who one is, and what one needs."""
    page = walker.page
    page.locator("#wanted").fill("An apology, and my mother's tablets.")
    walker.go()
    tell_of_something_else(walker)
    walker.choose("Yes, and they have answered")
    page.get_by_label("Who answered you?").fill("The health centre")
    walker.go()
    walker.at("complain-again")
    walker.go()
    walker.at("complain-together")
    walker.choose("No, only this one")
    walker.go()
    page.get_by_label("Your full name").fill("Ida Quill")
    walker.go()
    walker.choose("By email")
    walker.go()
    walker.at("complain-reach-mistake")
    page.get_by_label("Email address").fill("ida.quill@example.org")
    walker.go()
    walker.at("complain-safely")
    walker.choose("Only ring me at certain times")
    walker.go()
    walker.at("complain-safely-mistake")
    page.get_by_label("When can we ring you?").fill("Mornings")
    walker.go()
    walker.at("complain-by-email")
    walker.choose("Yes, by email")
    walker.go()
    walker.at("complain-needs")
    walker.choose("An interpreter for another language")
    page.get_by_label("Which language?").fill("Polish")
    walker.go()
    page.locator("#home").select_option("southend-on-sea")
    walker.go()


def save_and_come_back(walker: Walker) -> None:
    """Save at the end, send the link to an address that is none, come back by it, and take nothing out."""
    page = walker.page
    page.goto("/complain/remove/2")
    walker.at("complain-remove")
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("button", name="Save and come back later").click()
    walker.at("complain-saved")
    page.get_by_label("Your email address").fill("ida")
    page.get_by_role("button", name="Send me the link").click()
    walker.at("complain-saved-mistake")
    link = page.locator(".app-keep__link").get_attribute("href")
    page.get_by_role("button", name="hide it now").click()
    assert link is not None
    page.goto(link)
    walker.at("complain-back")
    page.get_by_role("button", name="Go on with my complaint").click()


def send_with_a_wrong_file_first(walker: Walker) -> None:
    """Add two files and take one off; choose one that is not what its name says; send what was kept meanwhile."""
    page = walker.page
    walker.at("complain-check")
    for box, name in (
        ("File 1", "letter.pdf"),
        ("File 2", "a photograph of the letter that came with the tablets.jpg"),
    ):
        content = PDF if name.endswith("pdf") else a_jpeg()
        page.get_by_label(box).set_input_files({"name": name, "mimeType": "application/pdf", "buffer": content})
    page.get_by_role("button", name="Add to my complaint").click()
    page.get_by_role("button", name="Remove letter.pdf").wait_for()
    walker.at("complain-check-added")
    page.get_by_role("button", name="Remove a photograph").click()
    page.get_by_label("File 2").set_input_files(
        {"name": "wrong.pdf", "mimeType": "application/pdf", "buffer": b"MZ\x90\x00"}
    )
    page.get_by_role("button", name="Send my complaint").click()
    page.locator(".nhsuk-error-summary").wait_for()
    walker.at("complain-check-mistake")
    assert page.get_by_role("button", name="Remove letter.pdf").is_visible()
    page.get_by_role("button", name="Send my complaint").click()
    walker.at("complain-sent")


# 320 points of CSS are what is left of 1280 at 400 % zoom: WCAG 2.2, 1.4.10.
@pytest.mark.parametrize("width", [1280, 320], ids=["desk", "zoomed-to-400-per-cent"])
def test_a_complaint_is_made_and_followed(page_of, width: int, settings):
    settings.PUTRIGHT_MAIL = MAIL
    walker = page_of(width)
    complain(walker)
    save_and_come_back(walker)
    send_with_a_wrong_file_first(walker)
    page = walker.page
    assert page.get_by_role("heading", level=1).inner_text() == "Complaint sent"
    page.get_by_role("link", name="Answer some questions about you").click()
    walker.at("complain-about-you")
    walker.choose("35 to 49")
    page.get_by_role("button", name="Send my answers").click()
    walker.at("complain-about-you-sent")

    page.locator(".app-keep__link").click()
    walker.at("following")
    assert page.url.endswith("/following")
    # Three working days after Thursday 2 April 2026, the day before Good Friday.
    assert page.get_by_text("By Thursday 9 April 2026").is_visible()
    page.get_by_text("How this date came about").first.click()
    walker.at("following-why")
    page.get_by_role("button", name="Close my complaint").click()
    walker.at("follow")

    assert walker.met == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_links_that_open_nothing(page_of, width: int):
    walker = page_of(width)
    walker.page.goto("/follow/AAAAAAAAAAAAAAAAAAAAAA")
    walker.at("follow-wrong-link")
    walker.page.goto("/follow")
    walker.page.get_by_label("Reference").fill("ZX00-20GD")
    walker.page.get_by_label("Secret code").fill("a guess")
    walker.go()
    walker.at("follow-mistake")

    assert walker.page.title() == "Error: Follow a complaint - Putright"
    assert walker.met == []


def find_out(walker: Walker) -> None:
    """Ask where to complain about a GP practice."""
    page = walker.page
    page.goto("/find-out")
    walker.at("find-out")
    walker.go()
    walker.at("find-out-about")
    for words in ("Care, treatment", "GP practice", "The NHS or the council"):
        walker.choose(words)
        walker.go()
    page.locator("#home").select_option("westminster")
    walker.go()
    walker.choose("I know its name")
    page.locator("#practice_words").fill("FIC999")
    walker.go()
    walker.at("find-out-practice-mistake")
    page.locator("#practice_words").fill("itchen")
    walker.go()
    walker.at("find-out-which-practice")
    walker.choose("Itchen Example Practice")
    walker.go()
    for words in ("No, or I have not", "Someone else"):
        walker.choose(words)
        walker.go()
    walker.go()


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_where_to_complain_is_found_out(page_of, width: int):
    walker = page_of(width)
    find_out(walker)
    walker.at("find-out-answer")

    assert walker.page.get_by_role("heading", level=3).first.inner_text().startswith("Itchen Example Practice")
    walker.page.get_by_role("button", name="Complain to them here").click()
    assert walker.page.get_by_text("The living-well-partnership example").is_visible()
    assert walker.met == []


def test_a_concern_is_told_and_made_a_complaint_instead(page_of):
    walker = page_of(WIDTHS["phone"])
    page = walker.page
    page.goto("/tell-us?to=commisceo")
    walker.go()
    walker.at("tell-us-mistake")
    walker.choose("Something is wrong and I want it put right soon")
    walker.go()
    page.get_by_role("button", name="Send", exact=True).click()
    walker.at("tell-us-concern-mistakes")
    page.locator("#words").fill("The lift is broken.")
    page.get_by_role("button", name="Make it a complaint instead").click()

    assert page.get_by_role("heading", level=1).inner_text() == "Make a complaint"
    page.goto("/tell-us/compliment?to=commisceo")
    page.locator("#words").fill("Sister Example was kind.")
    page.get_by_role("button", name="Send", exact=True).click()
    walker.at("tell-us-thanks")
    assert walker.met == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_a_call_back_is_asked_for(page_of, width: int):
    walker = page_of(width)
    page = walker.page
    page.goto("/call-me?to=commisceo")
    walker.at("call-me")
    walker.go()
    walker.at("call-me-mistakes")
    page.locator("#full_name").fill("Pat Example")
    page.locator("#telephone").fill("01632 960555")
    for words in ("In the morning", "No, say nothing"):
        walker.choose(words)
    walker.go()
    walker.at("call-me-asked")

    assert "By the end of" in page.locator("main").inner_text()
    page.goto("/find-out")
    walker.go()
    walker.choose("Abuse or neglect")
    walker.go()
    walker.at("find-out-safe-first")
    assert walker.met == []


def test_pages_are_read_in_welsh(page_of):
    walker = page_of(WIDTHS["phone"])
    page = walker.page
    page.goto("/")
    page.get_by_role("link", name="Cymraeg").click()
    walker.at("welsh-home")
    page.goto("/call-me")
    walker.go()
    walker.at("welsh-call-me-mistakes")
    assert page.title() == "Gwall: Gofyn inni eich ffonio - Putright"
    page.get_by_role("link", name="Cwcis").click()
    walker.at("welsh-cookies")
    page.goto("/sign-in")
    walker.at("welsh-none")

    assert page.get_by_text("Nid yw’r dudalen hon ar gael yn Gymraeg eto.").is_visible()
    assert walker.met == []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_procedures_are_read(page_of, width: int):
    walker = page_of(width)
    walker.page.goto("/procedures/commisceo")
    alone = walker.page.get_by_role("link", name="A page to print").get_attribute("href")
    for address in (
        *("/procedures", "/procedures/commisceo", "/procedures/living-well-partnership", "/without-the-web"),
        *("/procedures/commisceo/0", "/procedures/nobody", alone),
    ):
        walker.page.goto(address)
        for summary in walker.page.locator("summary").all():
            summary.click()
        walker.at(address.strip("/").replace("/", "-"))

    assert walker.met == []


def test_everything_works_without_javascript(page_of):
    walker = page_of(WIDTHS["phone"], script=False)
    complain(walker)
    send_with_a_wrong_file_first(walker)
    assert walker.page.get_by_role("heading", level=1).inner_text() == "Complaint sent"
    walker.page.locator(".app-keep__link").click()
    assert walker.page.get_by_text("By Thursday 9 April 2026").is_visible()
    find_out(walker)

    assert walker.page.get_by_role("heading", level=1).inner_text() == "Who to complain to"
    assert walker.met == []


def test_on_paper_the_link_is_whole_and_the_buttons_are_gone(page_of):
    walker = page_of(WIDTHS["desk"])
    complain(walker)
    walker.page.get_by_role("button", name="Send my complaint").click()
    walker.page.emulate_media(media="print")

    link = walker.page.locator(".app-keep__link")
    assert link.is_visible()
    assert link.inner_text() == link.get_attribute("href")
    assert walker.page.evaluate("getComputedStyle(document.querySelector('.app-keep__link'), '::after').content") == (
        "none"
    )
    assert walker.page.get_by_role("button", name="I have kept it").is_hidden()
