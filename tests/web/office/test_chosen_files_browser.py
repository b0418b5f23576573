"""Do files that wait with a form hold in a real browser: no fault of axe, no sideways scrolling, no JavaScript?"""

import pytest
from playwright.sync_api import FilePayload

from putright.records.models import Document
from tests.casework.offices import a_story
from tests.sample_files import PDF
from tests.web.accessibility import faults
from tests.web.office.desk import Desk
from tests.web.office.test_case_browser import (
    WIDTHS,
    _protected_at_the_end,
    browser,
    keep_picture,
    office,
    opened,
    served_and_swept,
)

__all__ = ["_protected_at_the_end", "browser", "office", "served_and_swept"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LONG = FilePayload(name=f"{'a-very-long-name-' * 6}.pdf", mimeType="application/pdf", buffer=PDF)
LETTER = FilePayload(name="letter.pdf", mimeType="application/pdf", buffer=PDF)


@pytest.fixture
def act(office, signed_in):
    """Mo's browser, and the address of a form with a file."""
    desk = Desk(signed_in(office, "mo"), a_story(office).reference)
    desk.does("request-details", wanted="The letter", channel="telephone")
    return desk.client, desk.address("record-details")


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_page_has_a_fault_of_accessibility_or_scrolls_sideways(browser, live_server, act, width):
    client, address = act
    page = opened(browser, live_server, client)
    page.set_viewport_size({"width": width, "height": 900})
    for form, button in ((address, "Record the details"), ("/complaints/new", "Enter the complaint")):
        page.goto(form)
        page.locator("input[type=file]").first.set_input_files(LONG)
        page.get_by_role("button", name=button).last.click()
        page.get_by_role("button", name="Remove").wait_for()

        assert faults(page) == [], form
        assert page.evaluate("document.documentElement.scrollWidth") <= width, form
        keep_picture(page, f"chosen-files-{width}-{button.replace(' ', '-').lower()}")


def test_a_file_survives_a_mistake_is_taken_off_and_goes_along_without_scripts(browser, live_server, act):
    client, address = act
    page = opened(browser, live_server, client, scripts=False)
    page.goto(address)
    page.locator("input[type=file]").set_input_files(LETTER)
    page.get_by_role("button", name="Record the details").last.click()
    page.get_by_role("button", name="Remove").click()
    assert page.get_by_role("button", name="Remove").count() == 0

    page.locator("input[type=file]").set_input_files(LETTER)
    page.get_by_role("button", name="Record the details").last.click()
    page.get_by_label("What does the person say?").fill("It is in the letter.")
    page.get_by_label("What does the person say?").press("Tab")
    page.get_by_role("button", name="Record the details").last.click()

    assert page.get_by_text("The details are recorded").count() > 0
    assert list(Document.objects.filter(kind="attachment").values_list("title", flat=True)) == ["letter.pdf"]


def test_the_enter_key_sends_the_form_and_takes_no_file_off(browser, live_server, act):
    client, address = act
    page = opened(browser, live_server, client, scripts=False)
    page.goto(address)
    page.locator("input[type=file]").set_input_files(LETTER)
    page.get_by_role("button", name="Record the details").last.click()
    page.get_by_label("What does the person say?").fill("It is in the letter.")
    page.locator("input[name=on-day]").press("Enter")

    assert page.get_by_text("The details are recorded").count() > 0
    assert list(Document.objects.filter(kind="attachment").values_list("title", flat=True)) == ["letter.pdf"]
