"""Is a response written in easy read on its page, with what would make it easier, and asked for before signing?"""

from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings

from putright.casework.actions.record_adjustments import record_adjustments
from putright.domain.adjustments import Adjustment, Need
from putright.domain.deaths import Who
from putright.records.models import OutboxLetter
from tests.casework.offices import Office, Story, a_story
from tests.web.office.conftest import SignedIn
from tests.web.office.desk import Desk, it_is
from tests.web.reading import read

TUESDAY = date(2026, 4, 7)
LINES: dict[str, Any] = {
    "told": "Somebody was rude to you. | Two people talking",
    "found": "You are right, and we are very sorry that it was like this for you and for others too.",
    "next": "We teach our staff.",
    "unhappy": "You can go to the Ombudsman.",
}


@pytest.fixture
def story(office: Office, day: LazySettings) -> Story:
    story = a_story(office)
    needs = (Need(adjustment=Adjustment.EASY_READ),)
    story.does(record_adjustments, "mo", TUESDAY, whose=Who.COMPLAINANT, needs=needs, words="They rang.")
    it_is(day, TUESDAY)
    return story


def test_it_is_written_and_signed_with_the_response(office: Office, signed_in: SignedIn, story: Story) -> None:
    mo, rosa = (Desk(signed_in(office, who), story.reference) for who in ("mo", "rosa"))
    mo.does("record-outcome", outcome="upheld", conclusion="You were spoken to rudely.", remedy_needed="no")
    mo.does("prepare-response", how_considered="We asked.", action_confirmation="taken", apology="We are sorry.")
    assert "there is no easy read version of this draft" in rosa.opens("sign-response").main
    refused = read(rosa.answers("sign-response"))
    assert refused.problems[0][0].startswith("Say why the response goes without")

    lacks = read(mo.answers("write-easy-read", **LINES | {"unhappy": "Tell us."}))
    assert "Easy read: say that the person can go to the Ombudsman if they are not happy." in lacks.problems[0][0]
    assert "Line 1 has 19 words. Make two lines of it." in lacks.main
    shown = read(mo.answers("write-easy-read", **LINES))
    assert "Picture: Two people talking" in shown.main
    assert "Keep this draft" in shown.main
    assert "open it again to see how" in mo.does("write-easy-read", **LINES)
    again = mo.opens("write-easy-read")
    assert again.tree.xpath("string(//textarea[@name='told'])").strip() == LINES["told"]

    assert "Why does it go as it is?" not in rosa.opens("sign-response").main
    letters = read(rosa.answers("sign-response"))
    assert "Our answer to your complaint, in easy read" in letters.main
    rosa.does("sign-response")
    assert set(OutboxLetter.objects.filter(case=story.case).values_list("name", flat=True)) == {
        *("final-response", "response-easy-read"),
    }


def test_it_waits_for_a_draft(office: Office, signed_in: SignedIn, story: Story) -> None:
    page = read(signed_in(office, "mo").get(f"/cases/{story.reference}/write-easy-read"))

    assert "No response has been drafted yet. Prepare it first." in page.main
