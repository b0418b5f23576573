"""Do the pages of copies and of easy read hold in a real browser, at a desk and on a phone?"""

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.begin_copy import begin_copy
from putright.casework.actions.mark_copy import mark_copy
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.response_draft import Draft
from putright.domain.copies import CopyFor, WhyOut
from tests.casework.offices import MAUNDY_THURSDAY, a_story
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


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_page_has_a_fault_of_accessibility_or_scrolls_sideways(browser, live_server, signed_in, office, width):
    story, other = a_story(office), a_story(office)
    letter = story.does(acknowledge, "mo", MAUNDY_THURSDAY).letter
    story.does(prepare_response, "mo", MAUNDY_THURSDAY, draft=Draft(how_considered="We asked Sam."))
    story.does(begin_copy, "mo", MAUNDY_THURSDAY, to=CopyFor.PERSON, why="They asked for it.")
    story.does(mark_copy, "mo", MAUNDY_THURSDAY, why=WhyOut.STAFF_PRIVATE, words=["rudely"])
    story.does(mark_copy, "mo", MAUNDY_THURSDAY, why=WhyOut.SOMEBODY_ELSE, papers=[letter], pages=(1,), band=(10, 20))
    case = f"/cases/{story.reference}"
    page = opened(browser, live_server, signed_in(office, "mo"))
    page.set_viewport_size({"width": width, "height": 900})
    shown = (
        *(f"{case}/copies", f"{case}/copies/papers/1", f"{case}/copies/papers/{letter}"),
        *(f"{case}/mark-copy", f"{case}/unmark-copy/1", f"{case}/give-copy", f"{case}/write-easy-read"),
        *(f"/cases/{other.reference}/copies", f"/cases/{other.reference}/begin-copy"),
    )

    wrong: list[str] = []
    for number, address in enumerate(shown):
        response = page.goto(address)
        assert response is not None
        assert response.status == 200, address
        wrong += wrong_with(page, f"copies-{number}")

    assert wrong == []
