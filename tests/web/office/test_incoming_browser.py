"""Do the pages of incoming messages hold in a real browser: no fault of axe, no sideways scrolling, no JavaScript?"""

import pytest

from putright.casework.actions.note_call import note_call
from putright.casework.actions.put_message_aside import put_message_aside
from putright.domain.incoming import AsideReason
from putright.gateways.clock import FixedClock
from tests.casework.messages import PROVED, TUESDAY, a_case, about, came
from tests.casework.offices import at
from tests.gateways.mails import a_bounce, a_mail, with_file
from tests.sample_files import PDF
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

LONG = "https://www.example.org/" + "a-very-long-address-without-any-space-" * 8


@pytest.fixture
def messages(office, day):
    """A message of every sort; return the one that waits with files, and its case."""
    day.PUTRIGHT_CLOCK = FixedClock(at(TUESDAY))
    story = a_case(office)
    mail = with_file(about(story, Message_ID="<files@x>"), "scan.pdf", PDF, "application/pdf")
    row = came(office, with_file(mail, "invite.ics", b"BEGIN:VCALENDAR", "text/calendar"))
    came(office, about(story, Authentication_Results=PROVED))
    came(office, a_mail(LONG, From="somebody@example.org", Message_ID="<long@x>"))
    came(office, b"nothing", key="17")
    came(office, a_bounce("<x@y>"))
    aside = came(office, a_mail("Thank you all.", Message_ID="<thanks@x>"))
    mo = office.actor("mo", TUESDAY)
    put_message_aside(actor=mo, message=aside.pk, reason=AsideReason.COMPLIMENT, note="Told the desk.", now=at(TUESDAY))
    return row, story


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_no_page_has_a_fault_of_accessibility_or_scrolls_sideways(
    browser, live_server, signed_in, office, messages, width
):
    row, story = messages
    call = note_call(actor=office.actor("mo", TUESDAY), words="Nobody came.", on=TUESDAY, now=at(TUESDAY))
    page = opened(browser, live_server, signed_in(office, "mo"))
    page.set_viewport_size({"width": width, "height": 900})
    paths = ["", "?show=by-itself", "?show=aside", "?show=quiet", f"/{row.pk}", f"/{row.pk}/aside", "/call", f"/{call}"]
    mistakes = [f"/cases/{story.reference}/{path}" for path in ("move-entry", "correct-person/1")]
    for path in [*(f"/incoming{path}" for path in paths), f"/complaints/new?message={row.pk}", *mistakes]:
        page.goto(path)

        assert faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        keep_picture(page, f"incoming-{width}-{path.strip('/').replace('/', '-').replace('?', '-').replace('=', '-')}")


def test_a_message_is_put_on_its_case_without_scripts(browser, live_server, signed_in, office, messages):
    _, story = messages
    page = opened(browser, live_server, signed_in(office, "mo"), scripts=False)
    page.goto("/incoming")
    page.get_by_role("link", name="Pat Example").first.click()
    page.get_by_role("button", name="Put it on the case").click()

    assert page.url.endswith(f"/cases/{story.reference}")
    assert "is on the case" in page.locator("main").inner_text()
