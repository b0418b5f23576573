"""Does a meeting that is accepted have an entry for calendars, and one that was held its people and what was agreed?"""

from dataclasses import replace
from datetime import date, time

import pytest

from putright.casework.actions.accept_meeting import Agreed, accept_meeting
from putright.casework.actions.hold_meeting import hold_meeting
from putright.casework.actions.offer_meeting import Meeting, offer_meeting
from putright.casework.actions.record_adjustments import record_adjustments
from putright.casework.errors import ActionRefused
from putright.casework.queries.papers import document_for
from putright.casework.queries.waiting_list import waiting_list
from putright.casework.tasks import TaskSaid
from putright.casework.verification import verify
from putright.domain.adjustments import Adjustment, Need
from putright.domain.channels import Channel
from putright.domain.deaths import Who
from putright.letters.facts import MeetingTime
from tests.casework.offices import Office, Story, a_story, at

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
TOGETHER = date(2026, 4, 21)
AGREED = Agreed(on=TOGETHER, starts=time(14, 30), place="Room 1, first floor")


@pytest.fixture
def story(commisceo: Office) -> Story:
    story = a_story(commisceo)
    meeting = Meeting(
        meet_with=("Sam Staff",),
        times=(MeetingTime(on=TOGETHER, starts=time(14, 30)),),
        place="Room 1",
        safety_considered=True,
    )
    story.does(offer_meeting, "mo", TUESDAY, meeting=meeting, channel=Channel.IN_PERSON)
    return story


def test_an_entry_for_calendars_is_on_the_case_and_tells_nothing(story: Story) -> None:
    story.does(accept_meeting, "mo", WEDNESDAY, agreed=AGREED)
    number = story.case.documents.get(kind="calendar-entry").number
    paper = document_for(
        story.office.actor("mo", WEDNESDAY), story.reference, number, now=at(WEDNESDAY), means=story.office.means
    )

    text = paper.content.decode()
    assert paper.file_name == f"{story.reference}-{number}.ics"
    assert "SUMMARY:Meeting with The commisceo example\r\n" in text
    for word in ("Pat", "omplain", story.reference, "rude"):
        assert word not in text
    assert story.case.events.get(event="meeting_accepted").facts == {"date": "2026-04-21"}
    assert verify(story.office.means).misfits == ()


def test_it_may_be_accepted_before_a_time_is_agreed(story: Story) -> None:
    story.does(accept_meeting, "mo", WEDNESDAY)

    assert not story.case.documents.filter(kind="calendar-entry").exists()


@pytest.mark.parametrize(
    ("code", "agreed"),
    [
        ("promised-in-the-past", Agreed(on=TUESDAY, starts=time(9), place="Room 1")),
        ("no-place", Agreed(on=TOGETHER, starts=time(9), place=" ")),
    ],
)
def test_it_is_refused(story: Story, code: str, agreed: Agreed) -> None:
    with pytest.raises(ActionRefused) as refused:
        story.does(accept_meeting, "mo", WEDNESDAY, agreed=agreed)

    assert refused.value.refusal.code == code


def test_what_was_held_has_its_people_and_what_was_agreed(story: Story) -> None:
    said = {"present": ("Pat Example", "Sam Staff"), "note": "Everybody spoke.", "agreed": ("Sam writes a letter.",)}
    story.does(hold_meeting, "mo", TOGETHER, **said)

    paper = story.case.documents.get(title="What was said at the meeting")
    assert paper.text == (
        "Who was there:\n- Pat Example\n- Sam Staff\n\nEverybody spoke.\n\nWhat was agreed:\n- Sam writes a letter."
    )


def test_what_somebody_is_to_do_becomes_a_task_of_theirs(story: Story) -> None:
    task = TaskSaid(owner=story.office.people["mo"], what="Write to the ward.", due_on=date(2026, 4, 30))
    story.does(hold_meeting, "mo", TOGETHER, note="We spoke.", tasks=(task,))

    (row,) = waiting_list(story.office.actor("mo", TOGETHER), TOGETHER, person=story.office.people["mo"]).rows
    assert (row.said, row.due_on, row.owner) == ("Write to the ward.", date(2026, 4, 30), "Mo Manager")
    assert verify(story.office.means).misfits == ()


def test_a_meeting_with_a_task_that_cannot_be_is_not_kept(story: Story) -> None:
    task = TaskSaid(owner=story.office.people["sam"], what="Write to the ward.", due_on=date(2026, 4, 30))

    with pytest.raises(ActionRefused) as refused:
        story.does(hold_meeting, "mo", TOGETHER, note="We spoke.", tasks=(task,))

    assert refused.value.refusal.code == "may-not-see"
    assert not story.case.events.filter(event="meeting_held").exists()


@pytest.mark.parametrize(
    ("whose", "need", "refused"),
    [(Who.COMPLAINANT, Adjustment.BSL, True), (Who.COMPLAINANT, Adjustment.LARGE_PRINT, False)],
)
def test_nobody_is_invited_before_what_they_need_there_is_arranged(
    commisceo: Office, whose: Who, need: Adjustment, refused: bool
) -> None:
    story = a_story(commisceo)
    story.does(record_adjustments, "mo", TUESDAY, whose=whose, needs=(Need(adjustment=need),))
    meeting = Meeting(
        meet_with=("Sam Staff",),
        times=(MeetingTime(on=TOGETHER, starts=time(14, 30)),),
        place="Room 1",
        safety_considered=True,
    )
    said = {"channel": Channel.IN_PERSON}

    if refused:
        with pytest.raises(ActionRefused) as told:
            story.does(offer_meeting, "mo", TUESDAY, meeting=meeting, **said)
        assert told.value.refusal.code == "needs-not-arranged"
        assert "British Sign Language" in told.value.refusal.message
    story.does(offer_meeting, "mo", TUESDAY, meeting=replace(meeting, needs_arranged=True), **said)
