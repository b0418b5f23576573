"""Does a person on a slow line see how far their files have come, and keep what they typed when the line is lost?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings, settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect, sync_playwright

from putright.records.models import Case, Document, FormFile
from tests.browser import launched
from tests.casework.offices import an_office, received
from tests.sample_files import PDF
from tests.web.accessibility import faults
from tests.web.public.telling import a_telling, tell_all

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BYTES_A_SECOND = 60_000
LETTER = PDF + b"\n%" + b"x" * 3 * BYTES_A_SECOND  # three seconds of it
WORDS = "My daughter saw it too."
MORE = " And my son."
PATIENCE = 30_000  # milliseconds


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        opened = launched(playwright)
        yield opened
        opened.close()


@pytest.fixture
def page(
    browser: Browser, served_and_swept: None, day: LazySettings, live_server: Any, tmp_path: Path
) -> Iterator[Page]:
    """A telephone on which a complaint is open, at the page for a message."""
    day.PUTRIGHT_TAKES_UNSCANNED = True
    secret = received(an_office(tmp_path / "files", procedure="commisceo")).secret
    context = browser.new_context(base_url=live_server.url, viewport={"width": 390, "height": 844})
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE)
    opened.goto(f"/follow/{secret}")
    opened.goto("/following/message")
    yield opened
    context.close()


def slow(page: Page) -> None:
    """Make the way up slow from now on."""
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    conditions = {"offline": False, "latency": 50, "downloadThroughput": -1, "uploadThroughput": BYTES_A_SECOND}
    wire.send("Network.emulateNetworkConditions", conditions)


def writes(page: Page, *files: dict[str, Any]) -> None:
    page.get_by_label("Your message").fill(WORDS)
    for number, file in enumerate(files, 1):
        page.get_by_label(f"File {number}").set_input_files(file)  # type: ignore[arg-type]


def a_file(name: str = "letter.pdf", content: bytes = LETTER) -> dict[str, Any]:
    return {"name": name, "mimeType": "application/pdf", "buffer": content}


def send(page: Page) -> Any:
    return page.get_by_role("button", name="Send", exact=True).last


def send_again(page: Page) -> None:
    """Press the button once more; within a second of the first press it takes none."""
    page.wait_for_timeout(1_000)
    send(page).click()


def on_the_case() -> list[str]:
    """What came with messages: the names of the files, and what was typed."""
    papers = Document.objects.filter(kind__in=("message", "attachment")).order_by("number")
    return [paper.text or paper.title for paper in papers]


def test_it_is_seen_and_said_how_far_the_files_are_and_they_come_once(page: Page) -> None:
    expect(page.get_by_role("progressbar")).to_be_hidden()
    writes(page, a_file())
    slow(page)
    send(page).dblclick()

    expect(page.get_by_text("Sending your files", exact=True)).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="We are sending your files")).to_have_count(1)
    expect(page.get_by_text("of 0.2MB sent")).to_be_visible()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    send_again(page)  # as people do
    page.wait_for_url("**/following")
    expect(page.get_by_text("We have your message.")).to_be_visible()
    assert on_the_case().count(WORDS) == 1
    assert on_the_case().count("letter.pdf") == 1
    assert not FormFile.objects.exists()


def test_a_line_that_is_lost_is_said_and_nothing_else_is_lost(page: Page) -> None:
    page.route("**/following/message", lambda route: route.abort("connectionreset"), times=1)
    writes(page, a_file(content=PDF))
    send(page).click()

    lost = page.get_by_text("The connection was lost before your files were here.")
    expect(lost).to_be_visible()
    expect(lost).to_be_focused()
    expect(page.get_by_role("progressbar")).to_be_hidden()
    expect(page.get_by_label("Your message")).to_have_value(WORDS)
    assert page.get_by_label("File 1").evaluate("box => box.files.length") == 1
    assert faults(page) == []
    send_again(page)
    page.wait_for_url("**/following")
    assert (on_the_case().count(WORDS), on_the_case().count("letter.pdf")) == (1, 1)


def test_it_can_be_stopped_and_another_file_sent(page: Page) -> None:
    writes(page, a_file("wrong.pdf"))
    slow(page)
    send(page).click()
    page.get_by_role("button", name="Stop sending").click()

    expect(page.get_by_text("You stopped it. Nothing you typed is lost.")).to_be_focused()
    page.get_by_label("File 1").set_input_files(a_file("right.pdf", PDF))  # type: ignore[arg-type]
    send_again(page)
    page.wait_for_url("**/following")
    assert [name for name in on_the_case() if name.endswith(".pdf")] == ["right.pdf"]


def test_a_file_that_is_refused_is_said_on_the_same_page_and_the_good_one_is_kept(page: Page) -> None:
    writes(page, a_file(), a_file("program.pdf", b"MZ\x90\x00"))
    send(page).click()

    expect(page.locator(".nhsuk-error-summary")).to_be_focused()
    assert page.title().startswith("Error: Send us a message or a file")
    expect(page.get_by_label("Your message")).to_have_value(WORDS)
    expect(page.get_by_role("button", name="Remove letter.pdf")).to_be_visible()
    assert faults(page) == []
    send_again(page)
    page.wait_for_url("**/following")
    assert (on_the_case().count(WORDS), on_the_case().count("letter.pdf")) == (1, 1)


def test_what_is_typed_on_is_kept_and_one_file_taken_off_for_another(page: Page) -> None:
    writes(page, a_file(), a_file("program.pdf", b"MZ\x90\x00"))
    slow(page)
    send(page).click()
    page.get_by_label("Your message").press_sequentially(MORE)  # while the files are on their way
    expect(page.locator(".nhsuk-error-summary")).to_be_visible()
    page.get_by_label("File 2").set_input_files(a_file("other.pdf", PDF + b"\n%other"))  # type: ignore[arg-type]
    page.get_by_role("button", name="Remove letter.pdf").click()

    expect(page.get_by_role("button", name="Remove other.pdf")).to_be_visible()
    assert [file.name for file in FormFile.objects.all()] == ["other.pdf"]
    expect(page.get_by_label("Your message")).to_have_value(WORDS + MORE)


def test_nobody_waits_for_a_file_that_is_too_big(page: Page) -> None:
    page.locator("[data-sending-lost]").evaluate("box => { box.dataset.largest = 100000; }")
    writes(page, a_file(content=PDF), a_file())
    send(page).click()

    expect(page.get_by_text("letter.pdf is 0.2MB. That is too big: a file must be")).to_be_focused()
    expect(page.get_by_role("progressbar")).to_be_hidden()
    assert not FormFile.objects.exists()


def test_what_goes_wrong_here_is_said_and_the_form_stays(page: Page) -> None:
    page.route("**/following/message", lambda route: route.fulfill(status=503, body="<p>Not now</p>"), times=1)
    writes(page, a_file(content=PDF))
    send(page).click()

    expect(page.get_by_text("Something went wrong here, and we do not have your files.")).to_be_focused()
    expect(page.get_by_label("Your message")).to_have_value(WORDS)
    send_again(page)
    page.wait_for_url("**/following")
    assert (on_the_case().count(WORDS), on_the_case().count("letter.pdf")) == (1, 1)


def test_a_complaint_takes_its_files_the_same_way(page: Page, client: Client, live_server: Any) -> None:
    tell_all(client, a_telling())
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    page.goto("/complain/check")
    page.get_by_label("File 1").set_input_files(a_file(content=PDF))  # type: ignore[arg-type]
    page.get_by_role("button", name="Add to my complaint").click()
    expect(page.locator("#files")).to_be_focused()
    page.get_by_label("File 2").set_input_files(a_file("photo.pdf", PDF + b"\n%photo"))  # type: ignore[arg-type]
    page.get_by_role("button", name="Send my complaint").click()

    page.wait_for_url("**/complain/sent")
    papers = Document.objects.filter(kind="attachment").order_by("number")
    assert [paper.title for paper in papers] == ["letter.pdf", "photo.pdf"]


def test_a_link_that_has_ended_meanwhile_is_said_by_its_own_page(page: Page) -> None:
    writes(page, a_file(content=PDF))
    Case.objects.get().follow_links.update(revoked_at="2026-04-02T09:00:00Z")
    send(page).click()

    expect(page.locator("h1")).not_to_contain_text("Send us a message")
    assert on_the_case() == []
