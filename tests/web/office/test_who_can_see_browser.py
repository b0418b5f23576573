"""Do the pages of who can see a case hold in a real browser, at a desk and on a phone?"""

import pytest

from putright.casework.actions.restrict_case import restrict_case
from putright.domain.access import Role
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story
from tests.casework.test_who_may_come_near import appointed, everybody_is_named, given
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


def addresses(office: Office, restricted: Story, left: Story) -> dict[str, tuple[str, ...]]:
    case = f"/cases/{restricted.reference}"
    acts = tuple(f"{case}/{act}" for act in ("give-case", "take-back-case", "lift-restriction"))
    return {
        "mo": (case, *acts, f"{case}/progress"),
        "abbie": ("/work", f"{case}/progress"),
        "ada": (
            "/administration",
            f"/administration/stand-in/{left.reference}",
            f"/administration/people/{office.people['abbie']}",
        ),
        "dee": ("/administration/organisation",),
        "walt": ("/work",),
    }


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_page_has_a_fault_of_accessibility_or_scrolls_sideways(browser, live_server, signed_in, office, width):
    for called, role in (("abbie", Role.ADVOCATE), ("dee", Role.DIRECTORY_EDITOR), ("walt", Role.STAFF)):
        appointed(office, called, role)
    give_accounts(office)
    restricted, left = a_story(office), a_story(office)
    restricted.does(restrict_case, "mo", MAUNDY_THURSDAY, reason="The person works here.")
    for who, role in (("abbie", Role.ADVOCATE), ("ines", Role.INVESTIGATOR)):
        given(restricted, who, role, on=MAUNDY_THURSDAY)
    everybody_is_named(left)
    wrong: list[str] = []

    for who, shown in addresses(office, restricted, left).items():
        page = opened(browser, live_server, signed_in(office, who))
        page.set_viewport_size({"width": width, "height": 900})
        for number, address in enumerate(shown):
            response = page.goto(address)
            assert response is not None
            assert response.status == 200, address
            wrong += wrong_with(page, f"near-{who}-{number}")
        page.context.close()

    assert wrong == []
