"""Is the draft of a response checked by somebody else, and do its versions stay side by side?"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from putright.casework.actions.check_response import check_response
from putright.casework.actions.comment_on_draft import comment_on_draft
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.sign_response import sign_response
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.drafts import drafts
from putright.casework.response_draft import Draft
from putright.domain.issues import Outcome
from putright.domain.response import ActionConfirmation
from tests.casework.offices import Office, Story, a_story, at

TUESDAY, WEDNESDAY, THURSDAY = date(2026, 4, 7), date(2026, 4, 8), date(2026, 4, 9)
WHOLE = Draft(
    how_considered="We asked the nurse.", apology="We are sorry.", action_confirmation=ActionConfirmation.TAKEN
)


@pytest.fixture
def story(commisceo: Office) -> Story:
    story = a_story(commisceo)
    said = {"outcome": Outcome.UPHELD, "conclusion": "It was rude.", "remedy_needed": False}
    story.does(record_outcome, "mo", TUESDAY, issue=1, **said)
    return story


def drafted(story: Story, draft: Draft = WHOLE, on: date = TUESDAY) -> None:
    story.does(prepare_response, "mo", on, draft=draft)


def shown(story: Story, **which: Any) -> Any:
    which = {"before": None, "after": None, **which}
    return drafts(story.office.actor("olu", THURSDAY), story.reference, now=at(THURSDAY), **which)


class TestAVersion:
    def test_the_last_two_are_side_by_side(self, story: Story) -> None:
        drafted(story)
        drafted(story, replace(WHOLE, how_considered="We asked the nurse and read the notes."), WEDNESDAY)
        page = shown(story)

        assert (page.before, page.after) == (1, 2)
        part = page.parts[0]
        assert [piece.text for piece in part.compared.after if piece.differs] == ["nurse and read the notes."]

    def test_any_two_can_be_compared_and_what_is_not_there_is_not(self, story: Story) -> None:
        for apology in ("", "Sorry.", "We are sorry."):
            drafted(story, replace(WHOLE, apology=apology))

        assert (shown(story, before=1, after=3).before, shown(story, before=1, after=3).after) == (1, 3)
        assert (shown(story, before=9, after=9).before, shown(story, before=9, after=9).after) == (2, 3)

    def test_there_may_be_none(self, story: Story) -> None:
        assert shown(story).versions == ()

    def test_they_are_not_there_for_who_may_not_see_the_case(self, story: Story) -> None:
        with pytest.raises(NotFound):
            drafts(story.office.actor("ines", TUESDAY), story.reference, before=None, after=None, now=at(TUESDAY))

    def test_what_others_said_stays_with_its_version(self, story: Story) -> None:
        drafted(story)
        story.does(comment_on_draft, "olu", WEDNESDAY, words="Say sorry first.")
        drafted(story, replace(WHOLE, apology="We are very sorry."), THURSDAY)
        latest, first = shown(story).versions

        assert [(one.by, one.words) for one in first.remarks] == [("Olu Officer", "Say sorry first.")]
        assert latest.remarks == ()


class TestACheck:
    def test_by_somebody_else_is_with_the_version(self, story: Story) -> None:
        drafted(story)
        story.does(check_response, "olu", WEDNESDAY, is_ready=True)
        story.does(sign_response, "rosa", THURSDAY)

        assert shown(story).versions[0].is_ready is True
        assert story.case.events.filter(event="response_signed").exists()

    def test_that_sends_it_back_holds_the_signature_until_it_is_written_anew(self, story: Story) -> None:
        drafted(story)
        story.does(check_response, "olu", WEDNESDAY, is_ready=False, words="It does not say sorry.")
        with pytest.raises(ActionRefused) as refused:
            story.does(sign_response, "rosa", WEDNESDAY)
        drafted(story, replace(WHOLE, apology="We are very sorry."), THURSDAY)
        story.does(sign_response, "rosa", THURSDAY)

        assert refused.value.refusal.code == "sent-back"

    def test_can_be_thought_better_of(self, story: Story) -> None:
        drafted(story)
        story.does(check_response, "olu", WEDNESDAY, is_ready=False, words="It does not say sorry.")
        story.does(check_response, "olu", THURSDAY, is_ready=True, words="It need not.")

        story.does(sign_response, "rosa", THURSDAY)

    def test_is_not_ones_own(self, story: Story) -> None:
        drafted(story)
        with pytest.raises(ActionRefused) as refused:
            story.does(check_response, "mo", WEDNESDAY, is_ready=True)

        assert refused.value.refusal.code == "own-draft"

    def test_is_no_yes_to_what_lacks_what_the_law_asks(self, story: Story) -> None:
        drafted(story, Draft())
        with pytest.raises(ActionRefused) as refused:
            story.does(check_response, "olu", WEDNESDAY, is_ready=True)

        assert {each.authority[:25] for each in refused.value.refusals} == {
            "SI 2009/309 reg 14(2)(a)(",
            "SI 2009/309 reg 14(2)(b)",
        }

    def test_that_sends_it_back_says_why(self, story: Story) -> None:
        drafted(story)
        with pytest.raises(ActionRefused) as refused:
            story.does(check_response, "olu", WEDNESDAY, is_ready=False)

        assert refused.value.refusal.code == "no-reason"
