"""Can whoever may sign conclude, answer and sign a plain complaint in one go, and is nothing left half done?"""

from datetime import date

import pytest

from putright.casework.actions.answer_at_once import answer_at_once
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.start_investigation import start_investigation
from putright.casework.errors import ActionRefused
from putright.casework.issue_outcomes import OutcomeSaid
from putright.casework.queries.case_page import case_page
from putright.casework.response_draft import Draft
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.issues import Outcome
from putright.domain.response import ActionConfirmation
from tests.casework.offices import MAUNDY_THURSDAY, Story, a_story, an_office, at

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 4, 7)
UPHELD = OutcomeSaid(
    issue=1,
    outcome=Outcome.UPHELD,
    conclusion="You were spoken to rudely.",
    remedy_needed=True,
    remedy="The receptionist has been trained.",
)
DRAFT = Draft(
    how_considered="We asked the receptionist.",
    action_confirmation=ActionConfirmation.TAKEN,
    action_details="The receptionist has been trained.",
    apology="We are sorry that you were spoken to like that.",
)
WHY = "There is nothing more to say."


@pytest.fixture
def story(tmp_path) -> Story:
    return a_story(an_office(tmp_path, procedure="living-well-partnership"))


def answers(story: Story, who: str = "rosa", **said):
    plain = {"outcomes": (UPHELD,), "draft": DRAFT, "why_as_it_is": WHY}
    return story.does(answer_at_once, who, TUESDAY, **{**plain, **said})


def refusal(story: Story, who: str = "rosa", **said) -> str:
    with pytest.raises(ActionRefused) as refused:
        answers(story, who, **said)
    return refused.value.refusal.code


def state(story: Story) -> tuple:
    case = story.case
    return story.events(), case.version, list(case.issues.values_list("outcome", flat=True)), case.documents.count()


class TestInOneGo:
    def test_it_is_concluded_drafted_and_signed(self, story):
        done = answers(story)
        story.posts("rosa", TUESDAY, done)

        recorded = [event for event, _ in story.events() if event != "letter_prepared"]
        assert recorded[-4:] == ["outcome_decided", "response_prepared", "response_signed", "response_sent"]
        page = case_page(story.office.actor("mo", TUESDAY), story.reference, TUESDAY, now=at(TUESDAY))
        assert page.status == "responded"
        assert page.outcome == Outcome.UPHELD
        assert verify(story.office.means).misfits == ()

    @pytest.mark.parametrize(
        ("said", "who", "code"),
        [
            ({}, "olu", "not-your-role"),
            ({"outcomes": ()}, "rosa", "conclusions"),
            (
                {"outcomes": (OutcomeSaid(issue=9, outcome=Outcome.UPHELD, conclusion="x", remedy_needed=False),)},
                "rosa",
                "no-such-issue",
            ),
            ({"draft": Draft()}, "rosa", "how-considered"),
            ({"channel": Channel.EMAIL}, "rosa", "e-mail-not-agreed"),
            ({"why_as_it_is": ""}, "rosa", "standards-unmet"),
        ],
    )
    def test_what_is_refused_leaves_nothing_behind(self, story, said, who, code):
        before = state(story)

        assert refusal(story, who, **said) == code
        assert state(story) == before

    def test_a_draft_that_stands_is_not_passed_over(self, story):
        story.does(prepare_response, "mo", MAUNDY_THURSDAY, draft=DRAFT)

        assert refusal(story) == "already-drafted"

    def test_what_was_investigated_needs_its_findings_first(self, story):
        story.does(start_investigation, "mo", MAUNDY_THURSDAY)

        assert refusal(story) == "no-finding"
