"""Does a meeting that is accepted have an entry for calendars, and one that was held its people and what was agreed?"""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from putright.casework.actions.accept_meeting import Agreed, accept_meeting
from putright.casework.actions.answer_meeting import MeetingSaid, answer_meeting
from putright.casework.actions.hold_meeting import hold_meeting
from putright.casework.actions.issue_follow_link import issue_follow_link
from putright.casework.actions.offer_meeting import Meeting, offer_meeting
from putright.casework.actions.record_adjustments import record_adjustments
from putright.casework.errors import ActionRefused
from putright.casework.follow_links import link_of
from putright.casework.queries.follow import page_shown
from putright.casework.queries.papers import document_for
from putright.casework.queries.waiting_list import waiting_list
from putright.casework.tasks import TaskSaid
from putright.casework.verification import verify
from putright.domain.adjustments import Adjustment, Need
from putright.domain.channels import Channel
from putright.domain.deaths import Who
from putright.domain.meeting_offers import MeetingAnswer
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


class Calendar(dict[str, str]):
    """What a file for calendars says, a value a name."""

    def __init__(self, text: str) -> None:
        lines = text.replace("\r\n ", "").split("\r\n")
        super().__init__(line.partition(":")[::2] for line in lines if line)
        self.text = text


class TestByTheLink:
    """The person answers on Wednesday 8 April 2026; two times were offered, on Tuesday 21 and Thursday 23 April."""

    def followed(self, story: Story) -> int:
        given = story.does(issue_follow_link, "mo", TUESDAY)
        link = link_of(given.secret)
        assert link is not None
        return link.pk

    def says(self, story: Story, link: int, answer: MeetingAnswer, *, on: date = WEDNESDAY, **said: Any) -> None:
        told = MeetingSaid(answer=answer, **said)
        answer_meeting(link=link, said=told, on=on, now=at(on, 11), means=story.office.means)

    def refusal(self, story: Story, link: int, answer: MeetingAnswer, **said: Any) -> str:
        with pytest.raises(ActionRefused) as refused:
            self.says(story, link, answer, **said)
        return refused.value.refusal.code

    def read(self, story: Story) -> list[Calendar]:
        papers = story.case.documents.filter(kind="calendar-entry").order_by("number")
        return [Calendar(story.office.means.files.read(paper.stored_as or "").decode()) for paper in papers]

    def test_a_time_is_taken_and_what_is_needed_there_is_owed(self, story: Story) -> None:
        link = self.followed(story)
        said = {"comes_with": "My sister Rosa.", "needs": "A hearing loop."}
        self.says(story, link, MeetingAnswer.COME, on=WEDNESDAY, time=1, **said)

        accepted = story.case.events.get(event="meeting_accepted")
        assert (accepted.facts, accepted.by_id) == ({"date": "2026-04-21"}, None)
        kept = dict(story.case.documents.filter(kind="message").values_list("title", "text"))
        assert kept == {
            "Who comes to the meeting with the person": "My sister Rosa.",
            "What the person needs at the meeting": "A hearing loop.",
        }
        # Three working days after Wednesday 8 April 2026 is Monday 13 April.
        owed = story.case.duties.get(step="see-to-needs")
        assert (owed.state, owed.due_on) == ("open", date(2026, 4, 13))
        (calendar,) = self.read(story)
        assert calendar["DTSTART"] == "20260421T133000Z"  # half past two, in summer
        assert "Rosa" not in calendar.text
        assert verify(story.office.means).misfits == ()

    def test_one_that_is_moved_and_called_off_stays_the_same_in_calendars(self, story: Story) -> None:
        link = self.followed(story)
        self.says(story, link, MeetingAnswer.COME, time=1)
        self.says(story, link, MeetingAnswer.ANOTHER_TIME, words="Only on Thursdays.")
        # Five working days after Wednesday 8 April 2026 is Wednesday 15 April.
        owed = story.case.duties.get(step="offer-another-time")
        assert (owed.state, owed.due_on) == ("open", date(2026, 4, 15))
        thursday = Agreed(on=date(2026, 4, 23), starts=time(10), place="Room 1")
        story.does(accept_meeting, "mo", date(2026, 4, 9), agreed=thursday)
        self.says(story, link, MeetingAnswer.NOT_MEET, on=date(2026, 4, 10))

        first, moved, off = self.read(story)
        assert len({calendar["UID"] for calendar in (first, moved, off)}) == 1
        assert [calendar["SEQUENCE"] for calendar in (first, moved, off)] == ["0", "1", "2"]
        assert [calendar["STATUS"] for calendar in (first, moved, off)] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
        assert (moved["DTSTART"], off["DTSTART"]) == ("20260423T090000Z",) * 2
        assert story.case.duties.get(step="offer-another-time").state == "met"

    def test_the_next_meeting_is_another_one_in_calendars(self, story: Story) -> None:
        link = self.followed(story)
        self.says(story, link, MeetingAnswer.COME, time=1)
        story.does(hold_meeting, "mo", TOGETHER, note="We spoke.")
        again = Agreed(on=date(2026, 5, 7), starts=time(10), place="Room 1")
        story.does(accept_meeting, "mo", date(2026, 4, 22), agreed=again)

        first, second = self.read(story)
        assert first["UID"] != second["UID"]
        assert (first["SEQUENCE"], second["SEQUENCE"]) == ("0", "0")

    def test_whoever_declined_can_think_better_of_it(self, story: Story) -> None:
        link = self.followed(story)
        self.says(story, link, MeetingAnswer.NOT_MEET, words="I am afraid of it.")
        assert self.refusal(story, link, MeetingAnswer.NOT_MEET) == "already-said"
        self.says(story, link, MeetingAnswer.COME, time=1)

        assert story.events()[-2:] == [("meeting_declined", WEDNESDAY), ("meeting_accepted", WEDNESDAY)]

    @pytest.mark.parametrize(
        ("code", "said"),
        [
            ("no-meeting-to-answer", {"time": 2}),
            ("time-passed", {"time": 1, "on": TOGETHER + timedelta(days=1)}),
        ],
    )
    def test_it_is_refused(self, story: Story, code: str, said: dict[str, Any]) -> None:
        link = self.followed(story)

        assert self.refusal(story, link, MeetingAnswer.COME, **said) == code
        assert not story.case.events.filter(event="meeting_accepted").exists()

    def test_what_was_not_posted_is_not_offered(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        link = self.followed(story)
        times = (MeetingTime(on=TOGETHER, starts=time(14, 30)),)
        meeting = Meeting(meet_with=("Sam Staff",), times=times, place="Room 1", safety_considered=True)
        letter = story.does(offer_meeting, "mo", TUESDAY, meeting=meeting)

        assert self.refusal(story, link, MeetingAnswer.COME, time=1) == "no-meeting-to-answer"
        assert page_shown(story.case, WEDNESDAY).meeting is None
        story.posts("mo", TUESDAY, letter)
        told = page_shown(story.case, WEDNESDAY).meeting
        assert told is not None
        assert [each.starts for each in told.times] == [at(TOGETHER, 14, 30)]
