"""Do the pages of contact and of the figures hold in a real browser, at a desk and on a phone?"""

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import add_file_note
from putright.domain.channels import Channel
from tests.casework.offices import MAUNDY_THURSDAY, a_story
from tests.web.office.test_case_browser import opened
from tests.web.office.test_contact import limited
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
    for each in (story, other):
        each.does(add_file_note, "mo", MAUNDY_THURSDAY, words="Rang nine times, and again at noon.")
    other.does(acknowledge, "mo", MAUNDY_THURSDAY, channel=Channel.TELEPHONE)
    limited(story)
    case, plain = f"/cases/{story.reference}", f"/cases/{other.reference}"
    page = opened(browser, live_server, signed_in(office, "rosa"))
    page.set_viewport_size({"width": width, "height": 900})
    shown = (
        *(case, f"{case}/add-file-note", f"{case}/review-contact-limit", f"{case}/record-contact-appeal"),
        *(f"{plain}/talk-about-contact", f"{plain}/warn-about-contact", f"{plain}/limit-contact"),
        *(f"{plain}/match-person", f"{case}/progress"),
        *(
            "/figures",
            "/contact-limits",
            "/figures?period=last-month",
            "/figures/cases?of=received",
            "/figures/cases?of=due.overdue",
        ),
    )

    wrong: list[str] = []
    for number, address in enumerate(shown):
        response = page.goto(address)
        assert response is not None
        assert response.status == 200, address
        wrong += wrong_with(page, f"contact-{number}")

    assert wrong == []
