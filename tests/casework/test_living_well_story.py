"""Can a complaint to the Living Well Partnership be taken from what was said to the response, late letters and all?"""

from datetime import date

import pytest

from putright.casework import facts_of
from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.close_case import close_case
from putright.casework.actions.complete_investigation import complete_investigation
from putright.casework.actions.decline_discussion import decline_discussion
from putright.casework.actions.explain_delay import explain_delay
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_consent import Consent, record_consent
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.request_consent import request_consent
from putright.casework.actions.request_review import request_review
from putright.casework.actions.send_update import send_update
from putright.casework.actions.send_written_record import send_written_record
from putright.casework.actions.set_response_period import set_response_period
from putright.casework.actions.sign_response import sign_response
from putright.casework.errors import ActionRefused
from putright.casework.response_draft import Draft
from putright.casework.said import PersonSaid
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.duty import Duty
from putright.domain.issues import Outcome
from putright.domain.reasons import DelayReason
from putright.domain.response import ActionConfirmation
from putright.domain.standing import Basis
from putright.domain.vocabulary import DutyState
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story


def duty(story: Story, step: str, on: date, procedure: str = "living-well-partnership") -> Duty:
    """A duty as it stands on a day."""
    programmes = facts_of.programmes_of(story.case)
    position = facts_of.position_of(programmes, facts_of.chronology_of(story.case, programmes), on)
    return position.duty(step, procedure=procedure)


def a_spoken_complaint_for_another(office: Office) -> Story:
    """A daughter phones on the day before Good Friday 2026 about the care of her mother, who is 67."""
    return a_story(
        office,
        channel=Channel.TELEPHONE,
        basis=Basis.REQUESTED,
        patient=PersonSaid(name="Gwen Example", address=("3 Sample Road",), born_on=date(1958, 5, 1)),
    )


def test_a_spoken_complaint_for_a_patient_goes_from_the_phone_to_the_response(living_well: Office) -> None:
    story = a_spoken_complaint_for_another(living_well)
    # Three working days after Thursday 2 April: Good Friday and Easter Monday do not count.
    assert duty(story, "acknowledge", MAUNDY_THURSDAY).due_on == date(2026, 4, 9)
    assert duty(story, "keep-informed", MAUNDY_THURSDAY).due_on == date(2026, 7, 2)
    # The policy says six months after, the law six months beginning with the day: both are shown, the law binds.
    assert duty(story, "respond", MAUNDY_THURSDAY, "england-2009").due_on == date(2026, 10, 1)
    assert story.case.next_due_on == date(2026, 4, 9)

    story.posts("mo", date(2026, 4, 7), story.does(send_written_record, "mo", date(2026, 4, 7)))
    story.does(acknowledge, "mo", date(2026, 4, 8), channel=Channel.TELEPHONE, note="She is glad of the call.")
    assert duty(story, "acknowledge", date(2026, 4, 8)).state is DutyState.MET
    story.does(decline_discussion, "mo", date(2026, 4, 8))
    told = story.does(
        set_response_period, "mo", date(2026, 4, 9), respond_by=date(2026, 8, 31), how_handled="We will ask the ward."
    )
    story.posts("mo", date(2026, 4, 9), told)
    asked = story.does(
        request_consent, "mo", date(2026, 4, 9), about="Your stay", information=("What happened on the ward",)
    )
    story.posts("mo", date(2026, 4, 9), asked)

    story.does(complete_investigation, "mo", date(2026, 6, 1))
    conclude(story, date(2026, 6, 1))
    with pytest.raises(ActionRefused) as refused:
        story.does(sign_response, "rosa", date(2026, 6, 2))
    assert refused.value.refusal.code == "consent-needed"

    story.does(
        record_consent, "mo", date(2026, 6, 3), answer=Consent.GIVEN, scope="For this complaint, by signed form."
    )
    update = story.does(
        send_update,
        "mo",
        date(2026, 6, 30),
        done_so_far="We have asked everybody.",
        still_to_do="We are writing our answer.",
        expected_on=date(2026, 7, 31),
    )
    story.posts("mo", date(2026, 7, 1), update)
    assert duty(story, "keep-informed", date(2026, 7, 3)).state is DutyState.MET

    signed = story.does(sign_response, "rosa", date(2026, 7, 30))
    story.posts("mo", date(2026, 7, 31), signed)
    assert duty(story, "respond", date(2026, 7, 31), "england-2009").state is DutyState.MET
    assert duty(story, "respond-as-told", date(2026, 7, 31), "england-2009").state is DutyState.MET
    story.does(close_case, "mo", date(2026, 8, 3))

    assert story.case.status == "closed"
    assert verify(living_well.means).misfits == ()


def conclude(story: Story, on: date) -> None:
    """Decide the outcome and draft the response."""
    story.does(
        record_outcome,
        "mo",
        on,
        issue=1,
        outcome=Outcome.NOT_UPHELD,
        conclusion="Nothing went wrong, and we understand why it felt so.",
        remedy_needed=False,
    )
    story.does(
        prepare_response,
        "mo",
        on,
        draft=Draft(how_considered="We asked the ward.", action_confirmation=ActionConfirmation.NONE_NEEDED),
    )


def test_a_response_that_takes_more_than_six_months_is_explained_first(living_well: Office) -> None:
    story = a_story(living_well)
    story.does(acknowledge, "mo", date(2026, 4, 8), channel=Channel.TELEPHONE)
    with pytest.raises(ActionRefused) as early:
        explain(story, date(2026, 10, 1))
    assert early.value.refusal.code == "not-late"

    # The period ends on Thursday 1 October, so the notice is owed on Friday the 2nd.
    assert duty(story, "explain-delay", date(2026, 10, 2), "england-2009").due_on == date(2026, 10, 2)
    story.posts("mo", date(2026, 10, 2), explain(story, date(2026, 10, 2)))

    assert duty(story, "explain-delay", date(2026, 10, 2), "england-2009").state is DutyState.MET
    assert duty(story, "explain-delay", date(2026, 10, 2)).state is DutyState.MET
    assert duty(story, "respond", date(2026, 10, 2), "england-2009").state is DutyState.OVERDUE
    # Nobody was kept informed either: that was due three months after receipt and stays first in the list.
    assert story.case.next_due_on == date(2026, 7, 2)


def explain(story: Story, on: date) -> object:
    return story.does(
        explain_delay,
        "mo",
        on,
        reason=DelayReason.AWAITING_STAFF,
        explanation="Two members of staff have been ill.",
        expected_on=date(2026, 11, 2),
    )


def test_there_is_no_review_of_its_own_after_the_response(living_well: Office) -> None:
    story = a_story(living_well)
    story.does(acknowledge, "mo", date(2026, 4, 8), channel=Channel.TELEPHONE)
    conclude(story, date(2026, 5, 1))
    story.posts("mo", date(2026, 5, 5), story.does(sign_response, "rosa", date(2026, 5, 5)))

    with pytest.raises(ActionRefused) as refused:
        story.does(request_review, "mo", date(2026, 5, 20), words="Please look again.")

    assert refused.value.refusal.code == "no-review"
