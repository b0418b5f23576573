"""What does a person see and say about a meeting, on the page by which they follow their complaint?"""

from datetime import date, time

import pytest

from putright.casework.actions.accept_meeting import Agreed, accept_meeting
from putright.casework.actions.offer_meeting import Meeting, offer_meeting
from putright.domain.channels import Channel
from putright.letters.facts import MeetingTime
from putright.records.models import Event
from tests.casework.offices import MAUNDY_THURSDAY, Story, received
from tests.web.public.test_follow import on, opened
from tests.web.reading import read

pytestmark = pytest.mark.django_db

FIRST, SECOND = date(2026, 4, 21), date(2026, 4, 23)


@pytest.fixture
def case(commisceo):
    """A complaint to which a meeting was offered at two times, by hand on the day on which it came."""
    case = received(commisceo)
    meeting = Meeting(
        meet_with=("Sam Staff, Receptionist",),
        times=(MeetingTime(on=FIRST, starts=time(14, 30)), MeetingTime(on=SECOND, starts=time(10))),
        place="Room 1, first floor",
        safety_considered=True,
        reply_by=date(2026, 4, 10),
    )
    Story(commisceo, case.reference).does(
        offer_meeting, "mo", MAUNDY_THURSDAY, meeting=meeting, channel=Channel.IN_PERSON
    )
    return case


def test_it_is_told_and_answered_at_one_of_its_times(client, case):
    page = opened(client, case)
    assert "We would like to meet you and talk about your complaint." in page.main
    assert "Please tell us by Friday 10 April 2026 ." in page.main
    assert "Times that we offer: Tuesday 21 April 2026 at 2:30pm Thursday 23 April 2026 at 10am" in page.main
    address = page.links["Answer about the meeting"]
    asked = read(client.get(address))
    assert "Tuesday 21 April 2026 at 2:30pm" in asked.main
    assert "Sam Staff, Receptionist" in asked.main

    told = read(client.post(address, {"answer": "come", "time": "2", "needs": "A hearing loop."}, follow=True))
    assert "We know that you come." in told.main
    assert "We meet on Thursday 23 April 2026 at 10am ." in told.main
    assert "You told us what you need at the meeting." in told.main
    calendar = client.get(told.links["Put it into your calendar"])
    assert calendar.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert calendar.headers["Content-Disposition"] == 'attachment; filename="meeting.ics"'
    assert b"DTSTART:20260423T090000Z" in calendar.content
    assert case.reference.encode() not in calendar.content


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        ({}, ("Choose what you would like to do", "#answer")),
        ({"answer": "come", "comes_with": "Rosa"}, ("Choose a time", "#time")),
        ({"answer": "another-time"}, ("Say when you can come, or that any other day is good", "#when")),
    ],
)
def test_what_is_missing_is_asked_for_and_what_was_typed_stays(client, case, answers, problem):
    opened(client, case)
    response = client.post("/following/meeting", answers)

    assert read(response).problems == [problem]
    assert answers.get("comes_with", "") in response.content.decode()
    assert not Event.objects.filter(event__in=("meeting_accepted", "meeting_time_asked")).exists()


def test_another_time_and_no_meeting_are_said_in_a_few_words(client, case):
    opened(client, case)
    told = read(client.post("/following/meeting", {"answer": "another-time", "when": "On Mondays."}, follow=True))
    assert "We know that you need another time." in told.main
    assert "You asked us for another time to meet" in told.main or "You asked for another time" in told.main
    assert "We offer you one, or tell you when we can." in told.main

    told = read(client.post("/following/meeting", {"answer": "not-meet"}, follow=True))
    assert "We know that you would rather not meet." in told.main
    assert "Room 1" not in told.main


def test_whoever_agreed_to_a_time_can_still_say_that_they_do_not_come(client, case):
    opened(client, case)
    client.post("/following/meeting", {"answer": "come", "time": "2"})
    asked = read(client.get("/following/meeting"))
    assert "Which time is good for you?" not in asked.main

    told = read(client.post("/following/meeting", {"answer": "not-meet"}, follow=True))
    assert "We know that you would rather not meet." in told.main


def test_where_there_is_none_to_answer_it_is_said_how_it_stands(client, commisceo):
    case = received(commisceo)
    assert "Answer about the meeting" not in opened(client, case).links

    told = read(client.get("/following/meeting", follow=True))
    assert "This cannot be done now." in told.main
    assert client.get("/following/meeting/calendar").status_code == 404


def test_what_staff_agree_by_telephone_is_told_too(client, case, commisceo, day):
    agreed = Agreed(on=SECOND, starts=time(16), place="Room 2")
    Story(commisceo, case.reference).does(accept_meeting, "mo", MAUNDY_THURSDAY, agreed=agreed)
    assert "We meet on Thursday 23 April 2026 at 4pm ." in opened(client, case).main

    on(day, date(2026, 4, 24))
    assert "We meet on" not in opened(client, case).main
