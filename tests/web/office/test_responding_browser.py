"""Do the pages of the response, its remedies and improvements hold in a real browser: no fault of axe, no scrolling?"""

from datetime import date

import pytest

from putright.casework.actions.decide_remedy import decide_remedy
from putright.casework.actions.plan_improvement import plan_improvement
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_finding import record_finding
from putright.casework.response_draft import Draft
from putright.domain.injustice import FindingSaid
from putright.domain.remedies import RemedyKind
from putright.records.models import Improvement
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
ACTS = ("decide-remedy", "give-remedy", "record-remedy-answer", "plan-improvement", "prepare-response", "take-in-draft")


@pytest.fixture
def story(office):
    """A case with a remedy, an improvement that is overdue, and a draft with a placeholder."""
    story = a_story(office)
    found = FindingSaid(should=LONG, happened="No.", fell_short=True, impact="x", severity=3)
    fares = {"kind": RemedyKind.REPAYMENT, "words": LONG, "by": date(2026, 4, 24), "pence": 125_050}
    for action, said in (
        (record_finding, {"issue": 1, "finding": found}),
        (decide_remedy, {"issue": 1, **fares}),
        (plan_improvement, {"owner": office.people["mo"], "what": LONG, "lesson": LONG, "due_on": MAUNDY_THURSDAY}),
        (prepare_response, {"draft": Draft(apology="We are sorry if you waited, [name].")}),
    ):
        story.does(action, "mo", MAUNDY_THURSDAY, **said)
    return story


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_page_has_a_fault_or_scrolls_sideways(browser, live_server, signed_in, office, story, width):
    page = opened(browser, live_server, signed_in(office, "mo"))
    page.set_viewport_size({"width": width, "height": 900})
    of_the_case = [f"/cases/{story.reference}/{act}" for act in (*ACTS, "drafts")]
    for address in (*of_the_case, "/improvements", f"/improvements/{Improvement.objects.get().pk}"):
        page.goto(address)

        assert faults(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        keep_picture(page, f"{address.rsplit('/', 1)[1]}-{width}")
