"""Do the pages of the first look, the yearly return and feedback hold in a real browser, on a desk and on a phone?"""

from datetime import date

import pytest

from putright.casework.actions.record_feedback import FeedbackSaid, record_feedback
from putright.casework.actions.set_severity import set_severity
from putright.casework.said import IssueSaid, PersonSaid
from putright.domain.channels import Channel
from putright.domain.feedback import FeedbackKind
from putright.domain.issues import Subject
from putright.domain.triage import Severity
from putright.records.models import Body
from tests.casework.offices import MAUNDY_THURSDAY, a_story, at
from tests.web.accessibility import faults
from tests.web.office.desk import it_is
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


@pytest.fixture
def known(office, day):
    """A case that the return still asks something of, judged grave; a concern that waits too long."""
    Body.objects.filter(code=office.code).update(reports_as="trust")
    story = a_story(office, issues=(IssueSaid(subject=Subject.CLINICAL_TREATMENT, words="It was missed."),))
    story.does(set_severity, "mo", MAUNDY_THURSDAY, severity=Severity.HIGH)
    said = FeedbackSaid(
        kind=FeedbackKind.CONCERN,
        channel=Channel.TELEPHONE,
        words="Nobody tells me when the clinic rings.",
        person=PersonSaid(name="Gwen Example", telephone="01632 960123", needs="Large print"),
    )
    record_feedback(actor=office.actor("mo"), said=said, on=MAUNDY_THURSDAY, now=at(MAUNDY_THURSDAY))
    it_is(day, date(2026, 4, 8))
    return story


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_page_has_a_fault_of_accessibility_or_scrolls_sideways(
    browser, live_server, signed_in, office, known, width
):
    page = opened(browser, live_server, signed_in(office, "mo"))
    page.set_viewport_size({"width": width, "height": 900})
    case = f"/cases/{known.reference}"
    for name, path in {
        "case": case,
        "severity": f"{case}/set-severity",
        "path": f"{case}/choose-path",
        "return": f"{case}/describe-for-return",
        "returns": "/returns",
        "cases": "/returns/cases?group=clinical&number=lacking",
        "feedback": "/feedback",
        "nothing": "/feedback?show=complaint",
        "new": "/feedback/new",
        "one": "/feedback/1",
        "close": "/feedback/1/close",
        "change": "/feedback/1/change",
        "become": "/complaints/new?feedback=1",
    }.items():
        page.goto(path)

        assert faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        keep_picture(page, f"first-look-{width}-{name}")


def test_a_concern_becomes_a_complaint_without_retyping_and_without_scripts(
    browser, live_server, signed_in, office, known
):
    page = opened(browser, live_server, signed_in(office, "mo"), scripts=False)
    page.goto("/feedback")
    page.get_by_role("link", name="Concern 1").click()
    page.get_by_role("link", name="The person wants to complain").click()
    page.get_by_label("What is it mostly about?").select_option(label="Communication")
    page.locator("main form button[type=submit]").last.click()

    assert page.get_by_role("heading", level=1).is_visible()
    page.goto("/feedback/1")
    assert "It became a complaint" in page.locator("main").inner_text()
