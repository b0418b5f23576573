"""Can a case come under another of the body's procedures, and does a choice that was not offered hold it open?"""

from datetime import date

import pytest

from putright.casework.actions.adopt_procedure import adopt_procedure
from putright.casework.actions.close_case import close_case
from putright.casework.actions.describe_choice import describe_choice
from putright.casework.actions.end_procedure import end_procedure
from putright.casework.actions.offer_choice import offer_choice
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.put_under_procedure import put_under_procedure
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.sign_response import sign_response
from putright.casework.actions.withdraw import withdraw
from putright.casework.adoption import Adoption
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import case_page
from putright.casework.queries.other_procedures import other_procedures
from putright.casework.response_draft import Draft
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.choice import ChoiceKind, ChoiceRemedy
from putright.domain.issues import Outcome
from putright.domain.response import ActionConfirmation
from putright.gateways.procedure_files import read_file
from putright.letters.facts import Improvement
from tests.casework.offices import MAUNDY_THURSDAY, SET_UP_ON, Office, Story, a_story, an_office, at

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 4, 7)  # after Easter Monday
WEDNESDAY = date(2026, 4, 8)
UNDER_CHOICE = {"procedure": "choice-commissioner", "in_place": False, "why": "It is about a choice."}


@pytest.fixture
def board(tmp_path) -> Office:
    """A commissioner with a procedure for complaints about choice beside its own."""
    office = an_office(tmp_path, procedure="living-well-partnership", code="board")
    adopt_procedure(
        actor=office.actor("ada", SET_UP_ON),
        procedure=Adoption(source=read_file("choice-commissioner").text, beside=True),
        on=SET_UP_ON,
        now=at(SET_UP_ON),
        signed_off_by=office.people["rosa"],
    )
    return office


@pytest.fixture
def story(board) -> Story:
    """A complaint that the board received."""
    return a_story(board)


def page(story: Story, on: date):
    return case_page(story.office.actor("mo", on), story.reference, on, now=at(on))


def governing(story: Story, on: date) -> list[tuple[str, date | None, date | None]]:
    return [(each.name, each.since, each.until) for each in page(story, on).procedures]


def refusal(story: Story, action, on: date, **said) -> str:
    with pytest.raises(ActionRefused) as refused:
        story.does(action, "mo", on, **said)
    return refused.value.refusal.code


class TestPuttingUnderAnother:
    def test_beside_the_one_it_has(self, story):
        story.does(put_under_procedure, "mo", TUESDAY, **UNDER_CHOICE)

        assert governing(story, TUESDAY) == [
            ("living-well-partnership", MAUNDY_THURSDAY, None),
            ("england-2009", MAUNDY_THURSDAY, None),
            ("choice-commissioner", TUESDAY, None),
        ]
        assert verify(story.office.means).misfits == ()

    def test_in_its_place(self, story):
        story.does(put_under_procedure, "mo", TUESDAY, **{**UNDER_CHOICE, "in_place": True})

        assert governing(story, TUESDAY) == [
            ("living-well-partnership", MAUNDY_THURSDAY, TUESDAY),
            ("england-2009", MAUNDY_THURSDAY, None),
            ("choice-commissioner", TUESDAY, None),
        ]
        states = {shown.duty.step: shown.duty.state for shown in page(story, TUESDAY).duties}
        assert states["offer-choice"] == "not-started"
        assert verify(story.office.means).misfits == ()

    def test_and_back_to_its_own(self, story):
        story.does(put_under_procedure, "mo", TUESDAY, **{**UNDER_CHOICE, "in_place": True})
        story.does(
            put_under_procedure, "mo", WEDNESDAY, procedure="living-well-partnership", in_place=True, why="A slip."
        )

        assert ("living-well-partnership", MAUNDY_THURSDAY, None) in governing(story, WEDNESDAY)
        assert ("choice-commissioner", TUESDAY, WEDNESDAY) in governing(story, WEDNESDAY)

    def test_until_it_applies_no_longer(self, story):
        story.does(put_under_procedure, "mo", TUESDAY, **UNDER_CHOICE)
        story.does(end_procedure, "mo", WEDNESDAY, procedure="choice-commissioner", why="It is not about choice.")

        assert ("choice-commissioner", TUESDAY, WEDNESDAY) in governing(story, WEDNESDAY)
        assert refusal(story, end_procedure, WEDNESDAY, procedure="choice-commissioner") == "not-under-it"
        assert refusal(story, end_procedure, WEDNESDAY, procedure="living-well-partnership") == "only-procedure"

    def test_that_governs_already_is_refused(self, story):
        story.does(put_under_procedure, "mo", TUESDAY, **UNDER_CHOICE)

        assert refusal(story, put_under_procedure, WEDNESDAY, **UNDER_CHOICE) == "already-under-it"

    def test_that_the_body_has_not_adopted_is_refused(self, story):
        said = {**UNDER_CHOICE, "procedure": "ombudsman"}

        assert refusal(story, put_under_procedure, TUESDAY, **said) == "no-such-procedure"

    @pytest.mark.parametrize("who", ["mo", "ines", "rosa"])
    def test_is_offered_by_name_to_whoever_may_handle_a_case(self, board, who):
        """Also to somebody who enters no complaints: the procedures are published."""
        assert [each.name for each in other_procedures(board.actor(who), TUESDAY)] == [
            "living-well-partnership",
            "choice-commissioner",
        ]

    def test_is_not_offered_where_there_is_none(self, tmp_path):
        story = a_story(an_office(tmp_path, procedure="commisceo", code="alone"))

        refused = {each.action: each.refusal.code for each in page(story, TUESDAY).choices if each.refusal}
        assert refused["put_under_procedure"] == "no-such-procedure"
        assert refused["end_procedure"] == "only-procedure"
        assert refused["offer_choice"] == "not-about-choice"


class TestAChoiceThatWasNotOffered:
    def test_holds_the_case_open_until_it_is(self, story):
        answered_and_upheld(story)
        assert refusal(story, close_case, WEDNESDAY) == "holds-back-offer-choice"
        assert refusal(story, offer_choice, WEDNESDAY, **OFFER) == "no-choice-described"

        story.does(describe_choice, "mo", WEDNESDAY, **CHOICE)
        story.does(offer_choice, "mo", WEDNESDAY, **OFFER)
        story.does(close_case, "mo", WEDNESDAY)

        assert page(story, WEDNESDAY).status == "closed"

    def test_does_not_keep_the_person_from_withdrawing(self, story):
        answered_and_upheld(story)

        story.does(withdraw, "mo", WEDNESDAY, channel=Channel.TELEPHONE)

        assert page(story, WEDNESDAY).status == "withdrawn"

    def test_is_told_in_words_with_the_weeks_waited(self, story):
        story.does(put_under_procedure, "mo", TUESDAY, **UNDER_CHOICE)
        story.does(describe_choice, "mo", WEDNESDAY, **CHOICE)

        entry = page(story, WEDNESDAY).chronology[-1]
        assert dict(entry.said) == {
            "Which choice": "Where to go for a first outpatient appointment",
            "Referred on": "Monday 5 January 2026",
            "Does the law give this choice here?": "Yes",
            # 5 January to 8 April: 26 days left of January, 28 of February, 31 of March and 8 of April are 93 days.
            "Waited by then": "13 weeks",
        }

    def test_cannot_come_of_a_referral_that_is_still_to_come(self, story):
        said = {**CHOICE, "referred_on": WEDNESDAY}

        assert refusal(story, describe_choice, TUESDAY, **said) == "referred-later"


DRAFT = Draft(
    how_considered="We asked the surgery.",
    action_confirmation=ActionConfirmation.TAKEN_AND_PROPOSED,
    action_details="The surgery names every hospital from now on.",
    apology="We are sorry.",
    improvements=(Improvement(what="A list of hospitals", who="The surgery", done_on=TUESDAY, due_on=None),),
)
CHOICE = {
    "kind": ChoiceKind.FIRST_APPOINTMENT,
    "referred_on": date(2026, 1, 5),
    "applies": True,
    "words": "The surgery named one hospital and no other.",
}
OFFER = {"remedy": ChoiceRemedy.CHOICE_MADE_ANEW, "words": "Five hospitals, with their waits, by telephone."}


def answered_and_upheld(story: Story, outcome: Outcome = Outcome.UPHELD, *, in_place: bool = False) -> None:
    story.does(put_under_procedure, "mo", TUESDAY, **{**UNDER_CHOICE, "in_place": in_place})
    story.does(
        record_outcome,
        "mo",
        TUESDAY,
        issue=1,
        outcome=outcome,
        conclusion="Other hospitals should have been named.",
        remedy_needed=True,
        remedy="The choice is offered.",
    )
    story.does(prepare_response, "mo", TUESDAY, draft=DRAFT)
    story.posts("mo", TUESDAY, story.does(sign_response, "rosa", TUESDAY))
