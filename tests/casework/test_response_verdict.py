"""Is a response held for words that nobody filled in, and let go with a reason where only the Standards are unmet?"""

from dataclasses import replace
from datetime import date

import pytest

from putright.casework.actions.check_response import check_response
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_finding import record_finding
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.sign_response import sign_response
from putright.casework.errors import ActionRefused
from putright.casework.queries.response_page import response_page
from putright.casework.response_draft import Draft, Failing, as_text, from_text
from putright.domain.injustice import FindingSaid
from putright.domain.issues import Outcome
from putright.domain.response import ActionConfirmation, Place
from putright.letters.facts import Improvement
from putright.records.models import Document
from tests.casework.offices import Office, Story, a_story

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
LEFT = Failing(issue=1, should="Somebody greets you.", effect="You felt unwelcome.")
WHOLE = Draft(
    how_considered="We asked the receptionist.",
    apology="We are sorry that nobody greeted you.",
    action_confirmation=ActionConfirmation.PROPOSED,
    improvements=(Improvement(what="Training", who="The manager", due_on=date(2026, 5, 1)),),
    failings=(LEFT,),
)


@pytest.fixture
def story(commisceo: Office) -> Story:
    """A case in which something was found to have fallen short."""
    story = a_story(commisceo)
    found = FindingSaid(
        should="A greeting.", happened="None.", fell_short=True, impact="They felt unwelcome.", severity=2
    )
    story.does(record_finding, "mo", TUESDAY, issue=1, finding=found)
    said = {"outcome": Outcome.UPHELD, "conclusion": "It was rude.", "remedy_needed": True, "remedy": "Training."}
    story.does(record_outcome, "mo", TUESDAY, issue=1, **said)
    return story


def refused(story: Story, draft: Draft, **said: object) -> list[str]:
    story.does(prepare_response, "mo", TUESDAY, draft=draft)
    with pytest.raises(ActionRefused) as refusal:
        story.does(sign_response, "rosa", TUESDAY, **said)
    return [each.code for each in refusal.value.refusals]


class TestWhatTheStandardsAsk:
    def test_is_in_the_letter_that_says_it_all(self, story: Story) -> None:
        story.does(prepare_response, "mo", TUESDAY, draft=WHOLE)
        story.does(sign_response, "rosa", TUESDAY)

        assert not Document.objects.filter(case=story.case, kind="standards-reason").exists()

    @pytest.mark.parametrize(
        ("draft", "code"),
        [
            (replace(WHOLE, apology=""), "apology"),
            (replace(WHOLE, apology="We are sorry if you felt unwelcome."), "half-apology"),
            (replace(WHOLE, improvements=()), "changes"),
            (replace(WHOLE, failings=()), "should"),
            (replace(WHOLE, failings=(replace(LEFT, effect=" "),)), "effect"),
        ],
    )
    def test_needs_a_reason_where_it_is_not_said(self, story: Story, draft: Draft, code: str) -> None:
        assert refused(story, draft)[:2] == ["standards-unmet", code]

    def test_can_be_gone_without_for_a_reason_which_stays_on_the_file(self, story: Story) -> None:
        story.does(prepare_response, "mo", TUESDAY, draft=replace(WHOLE, improvements=()))
        story.does(sign_response, "rosa", TUESDAY, why_as_it_is="The ward has closed.")

        kept = Document.objects.get(case=story.case, kind="standards-reason")
        assert kept.text == "The ward has closed."
        assert [kept.number, kept.digest] in story.case.events.get(event="response_signed").papers

    def test_keeps_no_reason_where_none_was_needed(self, story: Story) -> None:
        story.does(prepare_response, "mo", TUESDAY, draft=WHOLE)
        story.does(sign_response, "rosa", TUESDAY, why_as_it_is="To be sure.")

        assert not Document.objects.filter(case=story.case, kind="standards-reason").exists()

    def test_is_no_excuse_for_what_the_law_asks(self, story: Story) -> None:
        codes = refused(story, replace(WHOLE, how_considered="", apology=""), why_as_it_is="It is short.")

        assert codes == ["how-considered"]

    def test_says_whether_they_get_what_they_asked_for(self, commisceo: Office) -> None:
        story = a_story(commisceo, outcome_wanted="A word of regret.")
        said = {"outcome": Outcome.NOT_UPHELD, "conclusion": "It was as it should be.", "remedy_needed": False}
        story.does(record_outcome, "mo", TUESDAY, issue=1, **said)
        draft = Draft(how_considered="We asked.", action_confirmation=ActionConfirmation.NONE_NEEDED)

        assert refused(story, draft) == ["standards-unmet", "wanted"]


class TestWordsToBeFilledIn:
    @pytest.mark.parametrize(
        "draft",
        [
            replace(WHOLE, apology="We are sorry, [name]."),
            replace(WHOLE, how_considered="We asked {{who}}."),
            replace(WHOLE, suggestions=("A talk on XX May.",)),
            replace(WHOLE, failings=(replace(LEFT, effect="TBC"),)),
            replace(WHOLE, improvements=(Improvement(what="[insert]", who="The manager"),)),
        ],
    )
    def test_hold_the_signature_whatever_the_reason(self, story: Story, draft: Draft) -> None:
        assert refused(story, draft, why_as_it_is="It is urgent.") == ["placeholder"]

    def test_hold_the_check(self, story: Story) -> None:
        story.does(prepare_response, "mo", TUESDAY, draft=replace(WHOLE, apology="Sorry, [name]."))
        with pytest.raises(ActionRefused) as refusal:
            story.does(check_response, "olu", WEDNESDAY, is_ready=True)

        assert refusal.value.refusal.code == "placeholder"
        assert refusal.value.refusal.message == "Fill in “[name]”, or take it out: it was left to be filled in."

    def test_in_a_conclusion_point_at_its_issue(self, story: Story) -> None:
        said = {"outcome": Outcome.UPHELD, "conclusion": "On [date] it was rude.", "remedy_needed": False}
        story.does(record_outcome, "mo", TUESDAY, issue=1, **said)
        page = response_page(story.office.actor("mo", TUESDAY), story.reference, TUESDAY)

        assert [(one.words, one.place, one.issue) for one in page.judged.unfilled] == [("[date]", Place.ISSUE, 1)]


class TestADraft:
    def test_can_begin_with_what_was_found(self, story: Story) -> None:
        page = response_page(story.office.actor("mo", TUESDAY), story.reference, TUESDAY)

        assert page.failings == (Failing(issue=1, should="A greeting.", effect="They felt unwelcome."),)

    def test_is_read_back_as_it_was_and_so_is_one_from_before_this(self) -> None:
        assert from_text(as_text(WHOLE)) == WHOLE
        before = (
            '{"how_considered": "We asked.", "action_confirmation": null, "action_details": "", "apology": "",'
            ' "staff_response": "", "suggestions": [], "improvements": [], "names_ombudsman": true}'
        )
        assert from_text(before) == Draft(how_considered="We asked.")
