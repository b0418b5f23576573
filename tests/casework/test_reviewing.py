"""Does somebody without a part review a decision, is a late request decided on, and does the outcome say the way on?"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from putright.casework.actions.comment_on_draft import comment_on_draft
from putright.casework.actions.complete_review import complete_review
from putright.casework.actions.decide_late_request import decide_late_request
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.request_review import request_review
from putright.casework.actions.send_review_outcome import send_review_outcome
from putright.casework.actions.sign_response import sign_response
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import case_page
from putright.casework.verification import verify
from putright.domain.access import Role
from putright.domain.vocabulary import CaseStatus
from putright.letters.composition import Letter
from putright.letters.texts import letter_text
from tests.casework.offices import Office, Story, a_story, an_office, at
from tests.casework.test_afterwards import ANSWERED, DRAFT, answered, concluded
from tests.casework.test_who_may_come_near import appointed

pytestmark = pytest.mark.django_db

LATE, DECIDED = date(2026, 5, 29), date(2026, 6, 1)  # the last day was Thursday 28 May: twenty working days
TELLS = date(2026, 6, 9)
FINAL: dict[str, Any] = {"how_reviewed": "Read.", "position": "It stands.", "reasons": "The facts."}
PROCEDURE = """\
name: two-stages
title: Two stages and an adjudicator
kind: procedure
body: two-stages
under: england-2009
version: "1"
stages:
  - {name: Answer, begins: received}
  - {name: Review, begins: review_requested}
people:
  director: The Medical Director
steps:
  acknowledge: {promise: We acknowledge., due: 3 working days after received, met_when: acknowledged}
  answer: {promise: We answer., stage: 1, due: 40 working days after received, met_when: response_sent}
  ask:
    promise: You can ask for a review.
    stage: 1
    who: complainant
    effect: lapses
    due: 20 working days after response_sent
    met_when: review_requested
  review:
    promise: A director looks at it again.
    stage: 2
    who: director
    due: 20 working days after stage 2 begins
    met_when: review_completed
    unless: review_refused
goes_next:
  - to: adjudicator
    opens: review_response_sent
    within: 20 working days after review_response_sent
    words: The independent adjudicator of our association.
"""


@pytest.fixture
def two_stages(db: None, tmp_path: Path) -> Office:
    """A body whose procedure gives a review within a time, and then names an adjudicator."""
    path = tmp_path / "two-stages.yaml"
    path.write_text(PROCEDURE, encoding="utf-8")
    return an_office(tmp_path / "files", procedure=str(path), code="two-stages")


def asked_late(office: Office) -> Story:
    story = answered(office)
    story.does(request_review, "mo", LATE, words="I was abroad.")
    return story


def refusal_code(story: Story, who: str, action: object, on: date, **said: object) -> str:
    with pytest.raises(ActionRefused) as refused:
        story.does(action, who, on, **said)
    return refused.value.refusal.code


class TestALateRequest:
    def test_is_taken_up_with_the_reasons_written_down(self, two_stages: Office) -> None:
        story = asked_late(two_stages)
        story.does(decide_late_request, "mo", DECIDED, accepted=True, reasons="They were abroad.")

        assert story.case.events.get(event="late_request_accepted").facts == {"step": "ask"}
        assert story.case.duties.get(step="review").state == "open"
        assert refusal_code(story, "mo", decide_late_request, DECIDED, accepted=True, reasons="Again.") == "not-late"

    def test_is_refused_in_writing_and_the_case_is_as_answered(self, two_stages: Office) -> None:
        story = asked_late(two_stages)
        story.posts("mo", DECIDED, story.does(decide_late_request, "mo", DECIDED, accepted=False, reasons="No cause."))

        assert story.case.duties.get(step="review").state == "cancelled"
        assert story.case.status == CaseStatus.RESPONDED
        assert letter_text("review-refused").events == ("review_refused",)
        assert verify(two_stages.means).misfits == ()

    def test_that_came_in_time_has_nothing_to_decide(self, two_stages: Office) -> None:
        story = answered(two_stages)
        story.does(request_review, "mo", date(2026, 5, 28), words="Please look again.")

        assert refusal_code(story, "mo", decide_late_request, DECIDED, accepted=False, reasons="No.") == "not-late"


class TestWhoeverReviews:
    def in_review(self, office: Office) -> Story:
        """The Medical Director, who handles complaints too, commented on the draft."""
        appointed(office, "max", Role.COMPLAINTS_MANAGER)
        story = Story(office, answered_with_a_comment(office).reference)
        story.does(request_review, "mo", ANSWERED, words="Please look again.")
        return story

    def test_had_no_part_in_the_decision(self, two_stages: Office) -> None:
        story = self.in_review(two_stages)

        assert refusal_code(story, "max", complete_review, ANSWERED, words="It stands.") == "had-a-part"
        page = case_page(two_stages.actor("max", ANSWERED), story.reference, ANSWERED, now=at(ANSWERED))
        refusal = page.choice("complete_review").refusal  # type: ignore[union-attr]
        assert refusal is not None
        assert refusal.message.startswith("You commented on the draft, so you had a part")

    def test_is_whoever_had_none(self, two_stages: Office) -> None:
        story = answered(two_stages)
        story.does(request_review, "mo", ANSWERED, words="Please look again.")
        story.does(complete_review, "max", ANSWERED, words="It stands.")

        assert refusal_code(story, "max", complete_review, ANSWERED, words="Again.") == "already-review-completed"


def answered_with_a_comment(office: Office) -> Story:
    story = a_story(office)
    concluded(story, ANSWERED)
    story.does(prepare_response, "mo", ANSWERED, draft=DRAFT)
    story.does(comment_on_draft, "max", ANSWERED, words="Say which rule.")
    story.posts("mo", ANSWERED, story.does(sign_response, "rosa", ANSWERED))
    return story


def test_the_outcome_names_the_way_on_with_its_last_day(two_stages: Office) -> None:
    story = answered(two_stages)
    story.does(request_review, "mo", date(2026, 5, 28), words="Please look again.")
    story.does(complete_review, "max", TELLS, words="It stands.")
    letters: list[Letter] = []
    rehearsal = replace(two_stages.means, laid_out=letters)
    send_review_outcome(
        actor=two_stages.actor("max", TELLS), case=story.reference, on=TELLS, now=at(TELLS), means=rehearsal, **FINAL
    )

    markdown = letters[0].markdown
    # Twenty working days after Tuesday 9 June 2026 end on Tuesday 7 July.
    assert "- The independent adjudicator of our association. Please go there by 7 July 2026." in markdown
    assert "Parliamentary and Health Service Ombudsman" in markdown
