"""Do the pages of an investigation hold in a real browser: no fault of axe, no sideways scrolling, no JavaScript?"""

from datetime import date

import pytest

from putright.casework.actions.comment_on_draft import comment_on_draft
from putright.casework.actions.place_evidence import place_evidence
from putright.casework.actions.plan_investigation import Plan, plan_investigation
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_finding import record_finding
from putright.casework.actions.request_records import request_records
from putright.casework.actions.request_statement import request_statement
from putright.casework.actions.set_task import set_task
from putright.casework.response_draft import Draft
from putright.domain.channels import Channel
from putright.domain.injustice import FindingSaid
from putright.domain.statements import Standing
from putright.records.models import AskedStatement
from tests.casework.offices import MAUNDY_THURSDAY, a_story
from tests.web.accessibility import faults
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

LONG = "a-very-long-word-without-any-space-" * 8


@pytest.fixture
def story(office):
    """A case in the middle of its investigation, with something of every sort."""
    story = a_story(office)
    ahead = date(2026, 4, 20)
    asked = {"person": office.people["sam"], "about": f"A talk. {LONG}", "questions": (LONG, "Who was there?")}
    for action, said in (
        (request_statement, {**asked, "standing": Standing.EXPERT, "shown": (1,), "channel": Channel.ONLINE}),
        (set_task, {"owner": office.people["mo"], "what": LONG, "due_on": ahead}),
        (plan_investigation, {"issue": 1, "plan": Plan(questions=(LONG,))}),
        (request_records, {"of_whom": "the surgery", "what": "Notes.", "due_on": ahead}),
        (place_evidence, {"happened_on": date(2026, 3, 16), "words": "They were there.", "shown_by": 1}),
        (
            record_finding,
            {"issue": 1, "finding": FindingSaid(should=LONG, happened="No.", fell_short=True, impact="x", severity=3)},
        ),
        (prepare_response, {"draft": Draft(how_considered="We asked.")}),
        (comment_on_draft, {"words": LONG}),
        (prepare_response, {"draft": Draft(how_considered=f"We asked and read. {LONG}")}),
    ):
        story.does(action, "mo", MAUNDY_THURSDAY, **said)
    return story


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_page_of_the_office_has_a_fault_or_scrolls_sideways(browser, live_server, signed_in, office, story, width):
    page = opened(browser, live_server, signed_in(office, "mo"))
    page.set_viewport_size({"width": width, "height": 900})
    acts = ("request-statement", "plan-investigation", "record-finding", "set-task", "place-evidence", "check-response")
    for place in ("investigation", "drafts", *acts):
        page.goto(f"/cases/{story.reference}/{place}")

        assert faults(page) == [], place
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place
        keep_picture(page, f"{place}-{width}")


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_page_of_whoever_is_asked_has_a_fault_or_scrolls_sideways(
    browser, live_server, signed_in, office, story, width
):
    page = opened(browser, live_server, signed_in(office, "sam"))
    page.set_viewport_size({"width": width, "height": 900})
    mine = f"/statements/{AskedStatement.objects.get().pk}"
    for path in ("/statements", mine, f"{mine}/decline", "/statements/987654"):
        page.goto(path)

        assert faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        keep_picture(page, f"asked-{width}-{path.strip('/').replace('/', '-')}")


def test_a_statement_is_written_checked_and_sent_without_scripts(browser, live_server, signed_in, office, story):
    page = opened(browser, live_server, signed_in(office, "sam"), scripts=False)
    page.goto(f"/statements/{AskedStatement.objects.get().pk}")
    page.get_by_label("Your statement").fill("I was there.")
    page.get_by_role("button", name="Check and send").click()
    page.get_by_role("button", name="Send my statement").click()

    assert "Your statement was sent to Mo Manager" in page.inner_text("main")
    assert AskedStatement.objects.get().state == "given"


def test_what_is_written_is_saved_meanwhile(browser, live_server, signed_in, office, story):
    page = opened(browser, live_server, signed_in(office, "sam"))
    page.goto(f"/statements/{AskedStatement.objects.get().pk}")
    page.get_by_label("Your statement").press_sequentially("I was")
    page.get_by_text("Saved at").wait_for(timeout=30_000)

    assert AskedStatement.objects.get().draft == "I was"
