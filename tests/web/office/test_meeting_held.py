"""Does what a meeting agreed become tasks, and is nobody invited before what they need there is arranged?"""

from datetime import date, time

import pytest

from putright.casework.actions.offer_meeting import Meeting, offer_meeting
from putright.casework.actions.record_adjustments import record_adjustments
from putright.domain.adjustments import Adjustment, Need
from putright.domain.channels import Channel
from putright.domain.deaths import Who
from putright.letters.facts import MeetingTime
from tests.casework.offices import MAUNDY_THURSDAY, a_story
from tests.web.reading import read


def day(name, on):
    return {f"{name}-{part}": str(getattr(on, part)) for part in ("day", "month", "year")}


@pytest.fixture
def story(office):
    story = a_story(office)
    times = (MeetingTime(on=date(2026, 4, 21), starts=time(14, 30)),)
    meeting = Meeting(meet_with=("Sam Staff",), times=times, place="Room 1", safety_considered=True)
    story.does(offer_meeting, "mo", MAUNDY_THURSDAY, meeting=meeting, channel=Channel.IN_PERSON)
    return story


def typed(story, **said):
    return {
        "version": str(story.case.version),
        "channel": "in-person",
        "present": "Pat Example",
        "note": "Everybody spoke.",
        **day("on", MAUNDY_THURSDAY),
        **said,
    }


class TestAMeetingThatWasHeld:
    def test_gives_what_is_to_be_done_to_whoever_does_it(self, signed_in, office, story):
        client = signed_in(office, "mo")
        task = {"task_1": "Write to the ward.", "owner_1": str(office.people["olu"]), **day("due_1", date(2026, 4, 30))}
        client.post(f"/cases/{story.reference}/hold-meeting", typed(story, **task))

        assert "Write to the ward." in read(signed_in(office, "olu").get("/work/waiting")).main

    def test_asks_by_whom_and_by_when_and_keeps_what_was_typed(self, signed_in, office, story):
        said = typed(story, task_1="Write to the ward.")
        page = read(signed_in(office, "mo").post(f"/cases/{story.reference}/hold-meeting", said))

        assert [words for words, _ in page.problems] == ["Choose who does it", "Enter the day by which it is done"]
        assert "Write to the ward." in page.main
        assert not story.case.events.filter(event="meeting_held").exists()


def test_an_invitation_asks_first_whether_what_they_need_is_arranged(signed_in, office):
    story = a_story(office)
    need = Need(adjustment=Adjustment.BSL)
    story.does(record_adjustments, "mo", MAUNDY_THURSDAY, whose=Who.COMPLAINANT, needs=(need,))
    client = signed_in(office, "mo")
    page = read(client.get(f"/cases/{story.reference}/offer-meeting"))
    assert "I have arranged: A British Sign Language interpreter" in page.main

    page = read(client.post(f"/cases/{story.reference}/offer-meeting", {"version": str(story.case.version)}))
    assert ("Confirm that what they need is arranged", "#needs_arranged") in page.problems
