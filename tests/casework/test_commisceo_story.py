"""Can a complaint to Commisceo be taken from its receipt to the Medical Director's final position?"""

from datetime import date, time
from pathlib import Path

import pytest

from putright.casework import facts_of
from putright.casework.actions.accept_meeting import accept_meeting
from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.acknowledge_details import acknowledge_details
from putright.casework.actions.close_case import close_case
from putright.casework.actions.complete_investigation import complete_investigation
from putright.casework.actions.complete_review import complete_review
from putright.casework.actions.decline_discussion import decline_discussion
from putright.casework.actions.examine import examine
from putright.casework.actions.hold_meeting import hold_meeting
from putright.casework.actions.offer_meeting import Meeting, offer_meeting
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_details import record_details
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.record_statement import record_statement
from putright.casework.actions.register import register
from putright.casework.actions.request_review import request_review
from putright.casework.actions.request_statement import request_statement
from putright.casework.actions.send_meeting_letter import send_meeting_letter
from putright.casework.actions.send_review_outcome import send_review_outcome
from putright.casework.actions.set_response_period import set_response_period
from putright.casework.actions.sign_response import sign_response
from putright.casework.actions.tell_staff import tell_staff
from putright.casework.response_draft import Draft
from putright.domain.issues import Outcome
from putright.domain.response import ActionConfirmation
from putright.domain.staff_told import StaffNews
from putright.letters.facts import Improvement, MeetingTime
from tests.casework.offices import Story, a_story, an_office

pytestmark = pytest.mark.django_db


def due(story: Story, step: str, on: date, procedure: str = "commisceo") -> date | None:
    """The day by which a step is due, of Commisceo's procedure or of another, as it stands on a day."""
    programmes = facts_of.programmes_of(story.case)
    position = facts_of.position_of(programmes, facts_of.chronology_of(story.case, programmes), on)
    return position.duty(step, procedure=procedure).due_on


def test_a_complaint_goes_from_receipt_through_meeting_and_response_to_the_final_position(tmp_path: Path) -> None:
    office = an_office(tmp_path)
    story = a_story(office)
    # Thursday 2 April 2026; Good Friday is the 3rd, Easter Monday the 6th.
    assert due(story, "register", date(2026, 4, 2)) == date(2026, 4, 7)
    assert due(story, "acknowledge", date(2026, 4, 2)) == date(2026, 4, 20)
    assert story.case.next_due_on == date(2026, 4, 7)

    story.does(register, "mo", date(2026, 4, 7))
    letter = story.does(acknowledge, "mo", date(2026, 4, 7), details_wanted=("Who was at the desk?",))
    assert ("acknowledged", date(2026, 4, 7)) not in story.events()
    story.posts("mo", date(2026, 4, 7), letter)
    assert [event for event, _ in story.events()][-4:] == [
        "acknowledged",
        "discussion_offered",
        "next_steps_told",
        "details_requested",
    ]

    story.does(decline_discussion, "mo", date(2026, 4, 14))
    told = story.does(
        set_response_period, "mo", date(2026, 4, 14), respond_by=date(2026, 6, 30), how_handled="We will ask the staff."
    )
    story.posts("mo", date(2026, 4, 14), told)
    story.does(record_details, "mo", date(2026, 4, 15), words="It was the person with glasses.")
    assert due(story, "acknowledge-details", date(2026, 4, 15)) == date(2026, 4, 22)
    story.posts("mo", date(2026, 4, 16), story.does(acknowledge_details, "mo", date(2026, 4, 16)))

    story.does(
        request_statement,
        "mo",
        date(2026, 4, 17),
        person=office.people["sam"],
        about="A talk at the desk",
        questions=("What was said?",),
        support=("Your manager",),
    )
    assert due(story, "staff-reply", date(2026, 4, 17)) == date(2026, 4, 24)
    asked = story.case.events.get(event="statement_requested").number
    story.does(record_statement, "mo", date(2026, 4, 22), request=asked, words="I remember it.")
    assert due(story, "examine", date(2026, 4, 22)) == date(2026, 4, 29)
    story.does(examine, "mo", date(2026, 4, 24), note="The two accounts agree.")

    offer = story.does(
        offer_meeting,
        "mo",
        date(2026, 4, 24),
        meeting=Meeting(
            meet_with=("Sam Staff, Receptionist",),
            times=(MeetingTime(on=date(2026, 5, 5), starts=time(10)),),
            place="1 Example Street",
            safety_considered=True,
        ),
    )
    story.posts("mo", date(2026, 4, 24), offer)
    story.does(accept_meeting, "mo", date(2026, 4, 28))
    story.does(hold_meeting, "mo", date(2026, 5, 5))
    # Tuesday 5 May; Monday 4 May was a bank holiday and lies before it.
    assert due(story, "meeting-letter", date(2026, 5, 5)) == date(2026, 5, 12)
    note = story.does(
        send_meeting_letter,
        "mo",
        date(2026, 5, 8),
        present=("Pat Example", "Sam Staff"),
        what_took_place="Sam Staff apologised.",
        lessons=("A greeting matters.",),
        improvements=(Improvement(what="Training", who="The service manager", done_on=date(2026, 5, 7)),),
    )
    story.posts("mo", date(2026, 5, 8), note)

    story.does(complete_investigation, "mo", date(2026, 5, 11))
    story.does(
        record_outcome,
        "mo",
        date(2026, 5, 11),
        issue=1,
        outcome=Outcome.UPHELD,
        conclusion="You were spoken to rudely.",
        remedy_needed=True,
        remedy="Training for everybody at the desk.",
    )
    story.does(
        prepare_response,
        "mo",
        date(2026, 5, 11),
        draft=Draft(
            how_considered="We asked the receptionist and met you.",
            action_confirmation=ActionConfirmation.TAKEN,
            apology="We are sorry.",
            improvements=(Improvement(what="Training", who="The service manager", done_on=date(2026, 5, 7)),),
        ),
    )
    signed = story.does(sign_response, "rosa", date(2026, 5, 12))
    assert story.case.status == "open"
    story.posts("mo", date(2026, 5, 12), signed)
    assert story.case.status == "responded"

    # Ten working days after Tuesday 12 May: Monday 25 May is a bank holiday, so Wednesday 27 May.
    assert due(story, "tell-staff", date(2026, 5, 13), "staff-told") == date(2026, 5, 27)
    sam = [story.office.people["sam"]]
    said = {"news": StaffNews.OUTCOME, "people": sam, "words": "It was upheld. Everybody at the desk was trained."}
    story.does(tell_staff, "mo", date(2026, 5, 13), **said)

    story.does(request_review, "mo", date(2026, 5, 20), words="I still think that it was worse than you say.")
    # Wednesday 20 May and ten working days: Monday 25 May is a bank holiday, so Thursday 4 June.
    assert due(story, "review", date(2026, 5, 20)) == date(2026, 6, 4)
    story.does(complete_review, "max", date(2026, 6, 1), words="The decision stands.")
    assert due(story, "review-outcome", date(2026, 6, 1)) == date(2026, 6, 8)
    outcome = story.does(
        send_review_outcome,
        "max",
        date(2026, 6, 3),
        how_reviewed="I read everything again.",
        position="Our decision stands.",
        reasons="Both accounts agree.",
    )
    story.posts("mo", date(2026, 6, 3), outcome)
    story.does(close_case, "mo", date(2026, 6, 3))

    assert story.case.status == "closed"
    assert story.case.next_due_on is None
