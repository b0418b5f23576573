"""Can a complaint be made over a slow connection: 50 kB a second, two seconds until anything comes?

Its button is pressed twice on end, as people do. What two requests at once do is tried in test_complain_twice.py.
"""

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from playwright.sync_api import CDPSession, Page

from tests.journeys.visitor import Site
from tests.sample_files import PDF
from tests.web.public.telling import Answer, a_telling

pytestmark = pytest.mark.browser

BYTES_A_SECOND, LATENCY = 50_000, 2_000  # milliseconds
# What a page may weigh at first, with all that comes with it, packed as it is sent; and once the styles are there.
MOST_AT_FIRST, MOST_AFTERWARDS = 70_000, 15_000  # measured: 56 kB, then 5 to 10
PAGES = ("/", "/complain", "/find-out", "/follow", "/call-me", "/tell-us", "/procedures", "/how-complaints-work")


LETTER = PDF + b"\n%" + b"x" * 2 * BYTES_A_SECOND  # two seconds of it


def slow(page: Page) -> CDPSession:
    """Make the connection slow from now on."""
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    conditions = {"offline": False, "latency": LATENCY, "downloadThroughput": BYTES_A_SECOND}
    wire.send("Network.emulateNetworkConditions", conditions | {"uploadThroughput": BYTES_A_SECOND})
    return wire


def weights(page: Page, site: str) -> dict[str, int]:
    """How many bytes come over the wire with each page, one after another."""
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    came: list[int] = []
    wire.on("Network.loadingFinished", lambda finished: came.append(int(finished["encodedDataLength"])))
    found = {}
    for path in PAGES:
        came.clear()
        page.goto(f"{site}{path}", wait_until="networkidle")
        found[path] = sum(came)
    return found


def test_a_page_weighs_little_and_styles_come_once(site: Site) -> None:
    with site.on(date(2026, 4, 2), phone=True) as somebody:
        first, *rest = weights(somebody.page, somebody.site).items()

    assert first[1] < MOST_AT_FIRST, first
    assert {path: weight for path, weight in rest if weight > MOST_AFTERWARDS} == {}


def test_a_complaint_is_sent_once_though_the_button_is_pressed_twice(site: Site) -> None:
    before = complaints(site)
    with site.on(date(2026, 4, 2), phone=True) as somebody:
        page, told = somebody.page, a_telling(to={"to": "living-well-partnership"})
        somebody.opens("/complain")
        somebody.submits()
        while (name := page.url.rpartition("/")[2]) != "check":
            tells(page, told[name])
        slow(page)
        letter = {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": LETTER}
        page.get_by_label("File 1").set_input_files(letter)  # type: ignore[arg-type]
        page.get_by_role("button", name="Send my complaint").dblclick()
        page.wait_for_url("**/complain/sent")
        assert page.locator("h1").inner_text() == "Complaint sent"

    assert complaints(site) == before + 1


def tells(page: Page, answer: Answer) -> None:
    """Answer one question."""
    for name, value in answer.items():
        for each in value if isinstance(value, list) else [value]:
            box = page.locator(f"main [name='{name}']")
            kind = box.first.get_attribute("type") or ""
            if kind in {"radio", "checkbox"}:
                page.locator(f"main [name='{name}'][value='{each}']").check()
            elif box.first.evaluate("e => e.tagName") == "SELECT":
                box.select_option(each)
            else:
                box.fill(each)
    page.locator("main form button").first.click()


def complaints(site: Site) -> int:
    """How many complaints there are."""
    with closing(sqlite3.connect(site.data / "putright.sqlite3")) as store:
        return int(store.execute("SELECT count(*) FROM records_complaint").fetchone()[0])
