"""Is what was decided to put things right owed by its day, told in the answer, and recorded as given or not wanted?

Tuesday 7 April 2026 is the day after Easter Monday; the answer is sent on Thursday the 9th, the money is due on Friday
24 April.
"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from putright.casework.actions.close_case import close_case
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.decide_remedy import decide_remedy
from putright.casework.actions.give_remedy import give_remedy
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_finding import record_finding
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.record_remedy_answer import record_remedy_answer
from putright.casework.actions.sign_response import sign_response
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import case_page
from putright.casework.queries.follow import page_shown
from putright.casework.response_draft import Draft
from putright.casework.verification import verify
from putright.domain.injustice import FindingSaid
from putright.domain.issues import Outcome
from putright.domain.remedies import RemedyKind, RemedyState
from putright.domain.response import ActionConfirmation
from putright.letters.composition import Letter
from tests.casework.offices import Office, Story, a_story, at

TUESDAY, WEDNESDAY, THURSDAY, THE_24TH = date(2026, 4, 7), date(2026, 4, 8), date(2026, 4, 9), date(2026, 4, 24)
FARES: dict[str, Any] = {
    "kind": RemedyKind.REPAYMENT,
    "words": "We pay back your fares",
    "by": THE_24TH,
    "pence": 4_250,
}
DISTRESS: dict[str, Any] = {"kind": RemedyKind.DISTRESS, "words": "We pay you for the upset.", "by": THE_24TH}


@pytest.fixture
def story(commisceo: Office) -> Story:
    return a_story(commisceo)


def decided(story: Story, on: date = TUESDAY, **said: Any) -> int:
    story.does(decide_remedy, "mo", on, issue=1, **{**FARES, **said})
    return story.case.chain_count


def weighed(story: Story, severity: int) -> None:
    found = FindingSaid(should="A greeting.", happened="None.", fell_short=True, impact="Upset.", severity=severity)
    story.does(record_finding, "mo", TUESDAY, issue=1, finding=found)


def refusal(story: Story, action: Any, who: str = "mo", on: date = TUESDAY, **said: Any) -> str:
    with pytest.raises(ActionRefused) as refused:
        story.does(action, who, on, **said)
    return refused.value.refusal.code


def owed(story: Story, on: date) -> list[tuple[str, date | None]]:
    page = case_page(story.office.actor("mo", on), story.reference, on, now=at(on))
    return [(one.duty.state.value, one.duty.due_on) for one in page.to_do if one.duty.procedure == "remedies"]


def answered(story: Story) -> Letter:
    """The answer is signed and posted; how it read."""
    said = {"outcome": Outcome.UPHELD, "conclusion": "It was rude.", "remedy_needed": False}
    story.does(record_outcome, "mo", WEDNESDAY, issue=1, **said)
    draft = Draft(how_considered="We asked.", apology="We are sorry.", action_confirmation=ActionConfirmation.TAKEN)
    story.does(prepare_response, "mo", WEDNESDAY, draft=draft)
    letters: list[Letter] = []
    rehearsed = replace(story.office, means=replace(story.office.means, laid_out=letters))
    Story(rehearsed, story.reference).does(sign_response, "rosa", THURSDAY)
    story.posts("mo", THURSDAY, story.does(sign_response, "rosa", THURSDAY))
    return letters[0]


class TestWhatWasDecided:
    def test_is_owed_by_its_day_also_once_the_case_is_closed(self, story: Story) -> None:
        decided(story)
        answered(story)
        story.does(close_case, "mo", date(2026, 4, 20))

        assert owed(story, THE_24TH) == [("open", THE_24TH)]
        assert owed(story, date(2026, 4, 25)) == [("overdue", THE_24TH)]

    def test_is_told_in_the_answer_with_what_it_comes_to_and_by_when(self, story: Story) -> None:
        decided(story)
        decided(story, kind=RemedyKind.CARE, words="A nurse sees you again.", pence=None)
        markdown = answered(story).markdown

        assert "- We pay back your fares. This comes to £42.50. You will have it by 24 April 2026." in markdown
        assert "- A nurse sees you again. You will have it by 24 April 2026." in markdown
        assert "you can still go to the Ombudsman" in markdown

    def test_is_not_shown_to_the_person_before_the_answer_tells_of_it(self, story: Story) -> None:
        decided(story)
        assert page_shown(story.case, WEDNESDAY).remedies == ()
        assert all("put things right" not in each.promise for each in page_shown(story.case, WEDNESDAY).next)

        answered(story)
        (shown,) = page_shown(story.case, THURSDAY).remedies
        assert (shown.words, shown.amount, shown.by) == ("We pay back your fares.", "£42.50", THE_24TH)
        assert (shown.state, shown.since) == (RemedyState.OFFERED, THURSDAY)
        assert page_shown(story.case, WEDNESDAY).remedies == ()

    def test_after_the_answer_is_told_only_once_the_person_has_said_something_of_it(self, story: Story) -> None:
        answered(story)
        remedy = decided(story, date(2026, 4, 10))
        assert page_shown(story.case, date(2026, 4, 13)).remedies == ()

        story.does(record_remedy_answer, "mo", date(2026, 4, 13), remedy=remedy, accepts=True)
        assert [each.state for each in page_shown(story.case, date(2026, 4, 13)).remedies] == [RemedyState.ACCEPTED]

    def test_is_owed_no_more_once_it_is_given(self, story: Story) -> None:
        remedy = decided(story)
        answered(story)
        story.does(record_remedy_answer, "olu", date(2026, 4, 13), remedy=remedy, accepts=True, words="Thank you.")
        story.does(give_remedy, "olu", date(2026, 4, 14), remedy=remedy, words="Payment 4711.")

        assert owed(story, date(2026, 4, 14)) == []
        assert [each.state for each in page_shown(story.case, date(2026, 4, 14)).remedies] == [RemedyState.GIVEN]
        assert verify(story.office.means).misfits == ()

    def test_is_owed_no_more_where_the_person_does_not_want_it(self, story: Story) -> None:
        remedy = decided(story)
        story.does(record_remedy_answer, "olu", WEDNESDAY, remedy=remedy, accepts=False, words="No money.")

        assert owed(story, WEDNESDAY) == []
        assert "fares" not in answered(story).markdown
        assert refusal(story, give_remedy, "olu", THURSDAY, remedy=remedy, words="Paid.") == "remedy-declined"

    def test_can_be_given_without_a_word_of_the_person_and_once_only(self, story: Story) -> None:
        remedy = decided(story)
        story.does(give_remedy, "mo", WEDNESDAY, remedy=remedy, words="At the desk.")

        assert refusal(story, give_remedy, on=WEDNESDAY, remedy=remedy, words="Again.") == "already-remedy-given"
        code = refusal(story, record_remedy_answer, on=WEDNESDAY, remedy=remedy, accepts=False)
        assert code == "already-remedy-answered"

    def test_in_error_is_corrected_and_gone(self, story: Story) -> None:
        remedy = decided(story)
        story.does(correct_entry, "mo", WEDNESDAY, entry=remedy, reason="Another case.")

        assert owed(story, WEDNESDAY) == []
        assert refusal(story, give_remedy, on=WEDNESDAY, remedy=remedy, words="Paid.") == "no-such-remedy"


class TestMoney:
    @pytest.mark.parametrize(
        ("said", "code"),
        [
            ({"pence": None}, "no-amount"),
            ({"pence": 0}, "no-amount"),
            ({"kind": RemedyKind.CARE}, "amount-without-payment"),
            ({"pence": 100_000_001}, "not-so-much"),
            ({"pence": -1}, "not-so-much"),
            ({"by": date(2026, 4, 6)}, "by-in-the-past"),
            ({"issue": 2}, "no-such-issue"),
            ({"words": " "}, "nothing-written"),
        ],
    )
    def test_is_refused_where_it_cannot_be(self, story: Story, said: dict[str, Any], code: str) -> None:
        assert refusal(story, decide_remedy, **{"issue": 1, **FARES, **said}) == code

    @pytest.mark.parametrize("who", ["olu", "mo", "rosa"])
    def test_is_decided_by_whoever_may_decide(self, story: Story, who: str) -> None:
        if who == "olu":
            assert refusal(story, decide_remedy, who, issue=1, **FARES) == "not-your-role"
        else:
            story.does(decide_remedy, who, TUESDAY, issue=1, **FARES)
            assert story.case.events.get(event="remedy_decided").by_id == story.office.people[who]

    def test_for_distress_off_the_scale_needs_its_reason(self, story: Story) -> None:
        # Level 3 of the Ombudsman's scale: from £500 to £950.
        weighed(story, 3)
        for pence in (50_000, 95_000):
            story.does(decide_remedy, "mo", TUESDAY, issue=1, **DISTRESS, pence=pence)
        for pence in (49_999, 95_001):
            assert refusal(story, decide_remedy, issue=1, **DISTRESS, pence=pence) == "off-the-scale"

        story.does(
            decide_remedy, "mo", TUESDAY, issue=1, **DISTRESS, pence=120_000, why_amount="It went on for a year."
        )

    def test_for_distress_that_was_not_weighed_is_theirs_to_judge(self, story: Story) -> None:
        story.does(decide_remedy, "mo", TUESDAY, issue=1, **DISTRESS, pence=10_000)
