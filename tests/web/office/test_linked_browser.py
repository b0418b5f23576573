"""Do the pages of what runs beside a complaint, and of a split, hold in a real browser, at a desk and on a phone?"""

from datetime import date

import pytest

from putright.casework.actions.hold_issues import hold_issues
from putright.casework.actions.link_process import link_process
from putright.casework.actions.split_case import split_case
from putright.casework.said import IssueSaid
from putright.domain.channels import Channel
from putright.domain.holds import Grounds
from putright.domain.issues import Subject
from putright.domain.linked import ProcessKind
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story
from tests.web.office.conftest import give_accounts
from tests.web.office.test_case_browser import opened
from tests.web.office.test_office_browser import (
    WIDTHS,
    _protected_at_the_end,
    browser,
    office,
    served_and_swept,
    wrong_with,
)

__all__ = ["_protected_at_the_end", "browser", "office", "served_and_swept"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SUBJECTS = (Subject.CLINICAL_TREATMENT, Subject.COMMUNICATIONS, Subject.VALUES)


def with_everything_beside_it(office: Office) -> Story:
    """A case of three issues, one of which waits for an inquest."""
    story = a_story(office, issues=tuple(IssueSaid(subject=one, words=f"It was {one.value}.") for one in SUBJECTS))
    for kind in ProcessKind:
        story.does(link_process, "mo", MAUNDY_THURSDAY, process=kind, words="It is about the same night.")
    inquest = story.case.events.get(event="process_started", facts__process="inquest").number
    story.does(
        hold_issues,
        "mo",
        MAUNDY_THURSDAY,
        process=inquest,
        issues=(1,),
        grounds=Grounds(prejudice="The coroner hears her."),
        asked_by="The coroner",
        asked_how=Channel.LETTER,
        review_on=date(2026, 5, 5),
    )
    return story


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_page_has_a_fault_of_accessibility_or_scrolls_sideways(browser, live_server, signed_in, office, width):
    give_accounts(office)
    story = with_everything_beside_it(office)
    other = a_story(office, issues=tuple(IssueSaid(subject=one, words="So.") for one in SUBJECTS))
    other.does(split_case, "mo", MAUNDY_THURSDAY, issues=(3,), why="It is about another clinic.")
    acts = ("link-process", "follow-up-process", "hold-issues", "review-hold", "lift-hold", "end-process", "split-case")
    case = f"/cases/{story.reference}"
    addresses = (case, f"{case}/investigation", *(f"{case}/{act}" for act in acts))
    wrong: list[str] = []

    page = opened(browser, live_server, signed_in(office, "mo"))
    page.set_viewport_size({"width": width, "height": 900})
    for number, address in enumerate((*addresses, f"/cases/{other.reference}/take-back-split")):
        response = page.goto(address)
        assert response is not None
        assert response.status == 200, address
        wrong += wrong_with(page, f"linked-{number}")
    page.context.close()

    assert wrong == []
