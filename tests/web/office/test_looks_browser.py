"""Do the pages of who has looked, and the list that is downloaded, hold in a real browser, on a desk and on a phone?"""

import pytest

from putright.casework.looks import keep_look, keep_looks
from putright.domain.looks import Look
from putright.records.models import Appointment, ReadLog
from tests.casework.messages import about, came
from tests.casework.offices import MAUNDY_THURSDAY, a_story, at
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

NOW = at(MAUNDY_THURSDAY)


@pytest.fixture
def looked(office, day):
    """A case at which everybody looked, by every way there is."""
    story = a_story(office)
    mo, olu = office.actor("mo"), office.actor("olu")
    keep_look(Look.CASE, by=mo, now=NOW, case=story.case.pk)
    keep_look(Look.PAPER, by=olu, now=NOW, case=story.case.pk, document=1)
    keep_look(Look.MESSAGE, by=mo, now=NOW, message=came(office, about(story), now=NOW).pk)
    ReadLog.objects.create(case=story.case, what=Look.FOLLOW, is_theirs=True, at=NOW)
    keep_looks(Look.LIST, by=office.actor("ines"), now=NOW, cases=[(story.case.pk, None)] * 60)
    Appointment.objects.filter(person=office.people["ines"]).update(until_on=MAUNDY_THURSDAY.replace(day=1))
    return story


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_page_has_a_fault_of_accessibility_or_scrolls_sideways(
    browser, live_server, signed_in, office, looked, width
):
    page = opened(browser, live_server, signed_in(office, "rosa"))
    page.set_viewport_size({"width": width, "height": 900})
    case = f"/cases/{looked.reference}/looks"
    for name, path in {
        "case": case,
        "others": f"{case}?by=others&page=2",
        "none": f"{case}?person={office.people['max']}",
        "counts": "/looks",
        "person": f"/looks/people/{office.people['mo']}",
        "work": "/work",
    }.items():
        page.goto(path)

        assert faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        keep_picture(page, f"looks-{width}-{name}")


def test_a_list_is_downloaded_as_it_is_narrowed_without_scripts(browser, live_server, signed_in, office, looked):
    page = opened(browser, live_server, signed_in(office, "mo"), scripts=False)
    page.goto("/work")
    page.get_by_label("Whose cases").select_option(label="Me")
    page.get_by_role("button", name="Show").click()
    page.get_by_label("With the names of those who complained").check()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download this list").click()

    assert waiting.value.suggested_filename == "cases-due-2026-04-02.csv"
    written = waiting.value.path().read_text(encoding="utf-8-sig")
    assert f"{looked.reference[:4]}-{looked.reference[4:]}" in written
    assert "Pat Example" in written
