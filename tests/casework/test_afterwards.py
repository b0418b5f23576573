"""Is what follows an answer handled in its own time, without touching what the first answer was?"""

from datetime import date
from typing import Any

import pytest

from putright.casework import facts_of
from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.answer_questions import answer_questions
from putright.casework.actions.close_case import close_case
from putright.casework.actions.open_round import open_round
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.record_questions import record_questions
from putright.casework.actions.sign_response import sign_response
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import case_page
from putright.casework.queries.follow import page_shown
from putright.casework.response_draft import Draft
from putright.casework.verification import verify
from putright.domain.duty import Duty
from putright.domain.issues import Outcome
from putright.domain.response import ActionConfirmation
from putright.domain.vocabulary import CaseStatus, DutyState
from putright.letters.facts import Improvement
from putright.records.models import OutboxLetter
from tests.casework.offices import Office, Story, a_story, at

pytestmark = pytest.mark.django_db

# 2026: Easter Monday is 6 April; 4 and 25 May are bank holidays.
RECEIVED = date(2026, 4, 2)
ANSWERED, CLOSED, ASKED, TOLD = date(2026, 4, 28), date(2026, 4, 29), date(2026, 4, 30), date(2026, 5, 1)
BY = date(2026, 5, 15)  # ten working days after Thursday 30 April
AGAIN_BY = date(2026, 6, 8)  # twenty-five
DRAFT = Draft(how_considered="We asked the ward.", action_confirmation=ActionConfirmation.TAKEN)


def concluded(story: Story, on: date, outcome: Outcome = Outcome.NOT_UPHELD) -> None:
    said = {"issue": 1, "outcome": outcome, "conclusion": "It was as it should be.", "remedy_needed": False}
    story.does(record_outcome, "mo", on, **said)


def answered(office: Office, **said: Any) -> Story:
    story = a_story(office, **said)
    story.posts("mo", RECEIVED, story.does(acknowledge, "mo", RECEIVED))
    concluded(story, ANSWERED)
    story.does(prepare_response, "mo", ANSWERED, draft=DRAFT)
    story.posts("mo", ANSWERED, story.does(sign_response, "rosa", ANSWERED))
    return story


def duty(story: Story, step: str, on: date) -> Duty:
    programmes = facts_of.programmes_of(story.case)
    events = facts_of.chronology_of(story.case, programmes)
    return next(one for one in facts_of.position_of(programmes, events, on).duties if one.step == step and one.about)


def status(story: Story) -> str:
    return story.case.status


def next_due_on(story: Story) -> date | None:
    return story.case.next_due_on


def refusal(story: Story, action: Any, who: str, on: date, **said: Any) -> str:
    with pytest.raises(ActionRefused) as refused:
        story.does(action, who, on, **said)
    return refused.value.refusal.code


class TestQuestionsAboutTheAnswer:
    def test_are_answered_in_a_time_of_their_own_and_open_nothing(self, living_well: Office) -> None:
        story = answered(living_well)
        story.does(record_questions, "mo", ASKED, words="Who was the nurse?\n- Is the rule in place?")
        assert (duty(story, "answer-questions", ASKED).due_on, status(story)) == (BY, CaseStatus.RESPONDED)

        letter = story.does(answer_questions, "mo", TOLD, answer="Robin. It is.")
        assert duty(story, "answer-questions", TOLD).state is DutyState.OPEN  # until the letter has gone
        story.posts("mo", TOLD, letter)

        assert duty(story, "answer-questions", TOLD).state is DutyState.MET
        assert story.case.events.get(event="questions_answered").facts == {"already": False, "channel": "letter"}
        assert status(story) == CaseStatus.RESPONDED
        assert refusal(story, answer_questions, "mo", TOLD, answer="Again.") == "no-questions"
        assert verify(living_well.means).misfits == ()

    def test_can_be_asked_of_a_closed_case_which_stays_closed(self, living_well: Office) -> None:
        story = answered(living_well)
        story.does(close_case, "mo", CLOSED)
        story.does(record_questions, "mo", ASKED, words="Who was the nurse?")
        assert next_due_on(story) == BY

        story.posts("mo", TOLD, story.does(answer_questions, "mo", TOLD, answer="On page 1.", said_already=True))

        assert (status(story), next_due_on(story)) == (CaseStatus.CLOSED, None)

    def test_asked_twice_are_answered_by_one_letter(self, living_well: Office) -> None:
        story = answered(living_well)
        for words in ("Who was the nurse?", "And the doctor?"):
            story.does(record_questions, "mo", ASKED, words=words)
        story.posts("mo", TOLD, story.does(answer_questions, "mo", TOLD, answer="Robin, and Kim."))

        owed = [one.state for one in kept(story) if one.step == "answer-questions"]
        assert owed == [DutyState.MET, DutyState.MET]


def kept(story: Story) -> Any:
    return story.case.duties.order_by("place")


class TestASecondRound:
    def opened(self, story: Story, **said: Any) -> Any:
        return story.does(open_round, "mo", ASKED, words="It does not say who it was.", issues=(1,), **said)

    def test_has_its_own_time_and_leaves_the_first_answer_as_it_was(self, living_well: Office) -> None:
        story = answered(living_well)
        story.posts("mo", TOLD, self.opened(story))

        assert status(story) == CaseStatus.OPEN
        assert duty(story, "tell-round", TOLD).state is DutyState.MET
        assert duty(story, "answer-again", TOLD).due_on == AGAIN_BY
        first = story.case.duties.get(step="respond", procedure="england-2009")
        assert (first.state, first.due_on) == (DutyState.MET, date(2026, 10, 1))
        assert story.case.received_on == date(2026, 4, 2)
        assert next_due_on(story) == AGAIN_BY

    def test_is_answered_by_a_new_draft_and_a_new_signature_and_measured_on_both(self, living_well: Office) -> None:
        story = answered(living_well)
        story.posts("mo", TOLD, self.opened(story))
        assert refusal(story, sign_response, "rosa", TOLD) == "no-draft"

        late = date(2026, 6, 9)
        concluded(story, late)
        again = Draft(
            how_considered="We asked again.",
            action_confirmation=ActionConfirmation.TAKEN,
            improvements=(Improvement(what="Names on badges", who="The ward", done_on=late),),
        )
        story.does(prepare_response, "mo", late, draft=again)
        story.posts("mo", late, story.does(sign_response, "rosa", late))

        states = {(one.procedure, one.step): one.state for one in kept(story)}
        assert states["england-2009", "respond"] == DutyState.MET
        assert states["after-the-answer", "answer-again"] == DutyState.MET_LATE
        assert status(story) == CaseStatus.RESPONDED
        assert [row["on"] for row in story.case.events.filter(event="response_sent").values("on")] == [ANSWERED, late]
        assert OutboxLetter.objects.filter(case=story.case, name="final-response").count() == 2
        assert verify(living_well.means).misfits == ()

    def test_opens_a_closed_case_again_and_keeps_the_day_it_was_closed(self, living_well: Office) -> None:
        story = answered(living_well)
        story.does(close_case, "mo", CLOSED)
        self.opened(story)

        assert status(story) == CaseStatus.OPEN
        assert ("closed", CLOSED) in story.events()
        assert duty(story, "answer-again", ASKED).due_on == AGAIN_BY

    def test_is_one_at_a_time(self, living_well: Office) -> None:
        story = answered(living_well)
        story.posts("mo", TOLD, self.opened(story))

        again = {"words": "And more.", "issues": (1,)}
        assert refusal(story, open_round, "mo", TOLD, **again) == "already-round-opened"

    def test_is_counted(self, living_well: Office) -> None:
        story = answered(living_well)
        self.opened(story)

        assert story.case.events.get(event="round_opened").facts == {"round": 2, "channel": "letter"}

    def test_is_of_issues_that_were_answered(self, living_well: Office) -> None:
        story = answered(living_well)

        for issues in ((2,), (), (1, 2)):
            assert refusal(story, open_round, "mo", ASKED, words="No.", issues=issues) == "no-such-issue"

    def test_is_told_to_the_person_who_follows(self, living_well: Office) -> None:
        story = answered(living_well)
        story.posts("mo", TOLD, self.opened(story))
        page = page_shown(story.case, TOLD)

        assert page.status_words == "We are looking at your complaint again."
        assert "We wrote to you what we look at once more." in [happened.words for happened in page.happened]
        assert [(promised.promise, promised.by) for promised in page.next] == [("We answer you again.", AGAIN_BY)]


def test_where_the_procedure_gives_a_review_the_case_says_that_it_is_the_way(commisceo: Office) -> None:
    story = answered(commisceo)
    page = case_page(commisceo.actor("mo", ASKED), story.reference, ASKED, now=at(ASKED))
    choice = page.choice("open_round")

    assert choice is not None
    assert choice.refusal is not None
    assert choice.refusal.code == "has-a-review"
    assert "Record the request for a review" in choice.refusal.message
