"""Does NHS England's choice team have a clock of its own beside the complaint, and is a choice that is owed offered?"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from putright.casework.actions.answer_at_once import answer_at_once
from putright.casework.actions.answer_choice_team import answer_choice_team
from putright.casework.actions.ask_choice_team import ask_choice_team
from putright.casework.actions.close_case import close_case
from putright.casework.actions.describe_choice import describe_choice
from putright.casework.actions.end_procedure import end_procedure
from putright.casework.actions.offer_choice import offer_choice
from putright.casework.actions.put_under_procedure import put_under_procedure
from putright.casework.actions.record_choice_team_step import record_choice_team_step
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.withdraw import withdraw
from putright.casework.actions.withdraw_issue import withdraw_issue
from putright.casework.issue_outcomes import OutcomeSaid
from putright.casework.queries.case_page import case_page
from putright.casework.queries.follow import page_shown
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.choice_team import AskedBy, TeamResult, TeamStep
from putright.domain.issues import Outcome
from tests.casework.offices import Story, at
from tests.casework.test_other_procedures import (
    CHOICE,
    DRAFT,
    OFFER,
    TUESDAY,
    UNDER_CHOICE,
    WEDNESDAY,
    answered_and_upheld,
    board,
    refusal,
    story,
)

__all__ = ["board", "story"]  # fixtures of the other file

pytestmark = pytest.mark.django_db

ASKED = {"asked_by": AskedBy.PERSON, "words": "Reference CT-12. Only one hospital was named."}
# Asked on Wednesday 8 April 2026: two working days after are 9 and 10 April; ten are 9, 10, 13 to 17, 20, 21 and 22.
FRIDAY, TENTH = date(2026, 4, 10), date(2026, 4, 22)
MONDAY, LATER = date(2026, 4, 13), date(2026, 4, 27)


def described(story: Story) -> Story:
    story.does(put_under_procedure, "mo", TUESDAY, **UNDER_CHOICE)
    story.does(describe_choice, "mo", TUESDAY, **CHOICE)
    return story


def with_team(story: Story) -> Story:
    described(story).does(ask_choice_team, "mo", WEDNESDAY, **ASKED)
    return story


def does(story: Story, on: date, step: TeamStep, **said: Any) -> None:
    story.does(record_choice_team_step, "mo", on, step=step, words="By telephone.", **said)


def duties(story: Story) -> dict[str, tuple[str, date | None]]:
    rows = story.case.duties.filter(procedure="choice-team").exclude(state="not-started")
    return {row.step: (row.state, row.due_on) for row in rows}


def refused_on_page(story: Story, on: date) -> Iterator[tuple[str, str]]:
    page = case_page(story.office.actor("mo", on), story.reference, on, now=at(on))
    for choice in page.choices:
        if "choice_team" in choice.action and choice.refusal:
            yield choice.action, choice.refusal.code


class TestTheTeam:
    def test_has_two_targets_of_its_own_and_stops_no_clock_of_the_complaint(self, story: Story) -> None:
        described(story)
        before = {row.step: row.due_on for row in story.case.duties.filter(procedure="england-2009")}
        story.does(ask_choice_team, "mo", WEDNESDAY, **ASKED)

        assert duties(story) == {"team-acknowledges": ("open", FRIDAY), "team-makes-contact": ("open", TENTH)}
        assert {row.step: row.due_on for row in story.case.duties.filter(procedure="england-2009")} == before
        assert story.case.events.get(event="escalated").facts == {"to": "choice-oversight"}
        assert verify(story.office.means).misfits == ()

    def test_meets_them_by_what_it_does(self, story: Story) -> None:
        with_team(story)
        does(story, FRIDAY, TeamStep.ACKNOWLEDGED)
        assert duties(story)["team-acknowledges"] == ("met", FRIDAY)
        does(story, MONDAY, TeamStep.ADVISED)
        assert duties(story)["team-makes-contact"] == ("met", TENTH)

    def test_that_takes_it_up_with_us_is_answered_by_its_day(self, story: Story) -> None:
        with_team(story)
        does(story, FRIDAY, TeamStep.ENGAGED, answer_by=MONDAY)
        assert duties(story)["answer-choice-team"] == ("open", MONDAY)

        request = story.case.events.get(event="choice_engaged").number
        story.does(answer_choice_team, "mo", MONDAY, request=request, words="Five hospitals are offered on Tuesday.")
        assert duties(story)["answer-choice-team"] == ("met", MONDAY)
        assert refusal(story, answer_choice_team, MONDAY, request=request, words="x") == "nothing-asked"

    def test_is_asked_while_the_case_is_closed_too(self, story: Story) -> None:
        described(story)
        story.does(withdraw, "mo", WEDNESDAY, channel=Channel.TELEPHONE)
        story.does(ask_choice_team, "mo", WEDNESDAY, **ASKED)

        assert story.case.status == "withdrawn"
        assert duties(story)["team-makes-contact"] == ("open", TENTH)

    def test_can_be_asked_again_once_it_has_finished(self, story: Story) -> None:
        with_team(story)
        assert refusal(story, ask_choice_team, FRIDAY, **ASKED) == "already-with-choice-team"
        does(story, FRIDAY, TeamStep.FINISHED, result=TeamResult.NOTHING_FURTHER)
        assert refusal(story, record_choice_team_step, FRIDAY, **THE_STEP) == "not-with-choice-team"
        story.does(ask_choice_team, "mo", MONDAY, **ASKED)

        assert story.case.events.filter(event="escalated").count() == 1
        assert story.case.events.filter(event="choice_team_asked").count() == 2

    def test_went_nowhere_further_where_it_is_the_body_itself(self, story: Story) -> None:
        described(story).does(ask_choice_team, "mo", WEDNESDAY, **{**ASKED, "asked_by": AskedBy.LODGED_HERE})

        assert not story.case.events.filter(event="escalated").exists()


THE_STEP = {"step": TeamStep.ACKNOWLEDGED, "words": "An email."}


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("no-day", {"step": TeamStep.ENGAGED, "words": "They ask why."}),
        ("before-it-was-asked", {"step": TeamStep.ENGAGED, "words": "Why?", "answer_by": TUESDAY}),
        ("no-result", {"step": TeamStep.FINISHED, "words": "A letter."}),
        ("nothing-written", {"step": TeamStep.ADVISED, "words": " "}),
        ("already-acknowledged", THE_STEP),
    ],
)
def test_what_the_team_did_is_refused(story: Story, code: str, said: dict[str, Any]) -> None:
    with_team(story)
    does(story, FRIDAY, TeamStep.ACKNOWLEDGED)

    assert refusal(story, record_choice_team_step, FRIDAY, **said) == code


def test_the_page_says_why_there_is_nothing_to_record(story: Story) -> None:
    assert dict(refused_on_page(story, TUESDAY)) == {
        "ask_choice_team": "no-choice-described",
        "record_choice_team_step": "not-with-choice-team",
        "answer_choice_team": "nothing-asked",
    }
    with_team(story)
    assert dict(refused_on_page(story, WEDNESDAY)) == {
        "ask_choice_team": "already-with-choice-team",
        "answer_choice_team": "nothing-asked",
    }


def test_the_head_of_the_case_says_where_it_stands(story: Story) -> None:
    with_team(story)
    head = case_page(story.office.actor("mo", FRIDAY), story.reference, FRIDAY, now=at(FRIDAY)).ombudsman
    assert (head.choice_team, head.choice_team_on) == ("With NHS England’s choice team since", WEDNESDAY)

    does(story, MONDAY, TeamStep.FINISHED, result=TeamResult.SETTLED)
    head = case_page(story.office.actor("mo", MONDAY), story.reference, MONDAY, now=at(MONDAY)).ombudsman
    assert head.choice_team == "The person has been offered what there is to choose, said on"


def test_the_person_is_told_of_the_team_and_that_its_days_are_no_promise_of_ours(story: Story) -> None:
    with_team(story)
    told = page_shown(story.case, TENTH)

    assert told.choice_team is not None
    assert (told.choice_team.since, told.choice_team.by_person, told.choice_team.contacts_by) == (
        WEDNESDAY,
        True,
        TENTH,
    )
    assert not any("choice team" in promised.promise for promised in told.next)
    assert any("choice team was asked" in happened.words for happened in told.happened)


class TestAChoiceThatIsOwed:
    """A complaint that is upheld ends by no road before the choice was offered, or the duty goes on beside it."""

    def test_holds_an_upheld_case_open_at_every_answer(self, story: Story) -> None:
        described(story)
        said = OutcomeSaid(
            issue=1,
            outcome=Outcome.PARTLY_UPHELD,
            conclusion="One hospital was named.",
            remedy_needed=True,
            remedy="The choice is offered.",
        )
        letter = story.does(answer_at_once, "rosa", WEDNESDAY, outcomes=(said,), draft=DRAFT)
        story.posts("mo", WEDNESDAY, letter)
        assert refusal(story, close_case, WEDNESDAY) == "holds-back-offer-choice"

    def test_is_not_escaped_by_another_procedure(self, story: Story) -> None:
        answered_and_upheld(story)
        own = {"procedure": "living-well-partnership", "why": "It is not about choice."}

        assert refusal(story, end_procedure, WEDNESDAY, procedure="choice-commissioner") == "still-owed"
        assert refusal(story, put_under_procedure, WEDNESDAY, **{**own, "in_place": True}) == "already-under-it"

    def test_is_not_escaped_by_what_it_took_the_place_of(self, story: Story) -> None:
        answered_and_upheld(story, in_place=True)
        back = {"procedure": "living-well-partnership", "in_place": True, "why": "It is not about choice."}

        assert refusal(story, put_under_procedure, WEDNESDAY, **back) == "still-owed"
        story.does(describe_choice, "mo", WEDNESDAY, **CHOICE)
        story.does(offer_choice, "mo", WEDNESDAY, **OFFER)
        story.does(put_under_procedure, "mo", FRIDAY, **back)

    def test_is_not_escaped_by_withdrawing_the_part_that_is_upheld(self, story: Story) -> None:
        described(story)
        upheld = {"issue": 1, "outcome": Outcome.UPHELD, "conclusion": "It was so.", "remedy_needed": False}
        story.does(record_outcome, "mo", WEDNESDAY, **upheld)

        said = {"issue": 1, "said_by": Channel.TELEPHONE}
        assert refusal(story, withdraw_issue, WEDNESDAY, **said) == "has-an-outcome"

    def test_holds_it_open_after_the_team_was_asked_too(self, story: Story) -> None:
        answered_and_upheld(story)
        story.does(describe_choice, "mo", WEDNESDAY, **CHOICE)
        story.does(ask_choice_team, "mo", WEDNESDAY, **ASKED)
        assert refusal(story, close_case, WEDNESDAY) == "holds-back-offer-choice"
        does(story, FRIDAY, TeamStep.FINISHED, result=TeamResult.NOTHING_FURTHER)
        assert refusal(story, close_case, FRIDAY) == "holds-back-offer-choice"

    def test_goes_on_where_the_person_withdraws_after_it_was_upheld(self, story: Story) -> None:
        answered_and_upheld(story)
        story.does(describe_choice, "mo", WEDNESDAY, **CHOICE)
        story.does(withdraw, "mo", WEDNESDAY, channel=Channel.TELEPHONE)
        assert story.case.duties.get(step="offer-choice").state == "open"

        story.does(offer_choice, "mo", FRIDAY, **OFFER)
        assert story.case.duties.get(step="offer-choice").state == "met"

    def test_is_owed_on_the_word_of_the_team_though_the_answer_upheld_nothing(self, story: Story) -> None:
        answered_and_upheld(story, outcome=Outcome.NOT_UPHELD)
        story.does(describe_choice, "mo", WEDNESDAY, **CHOICE)
        story.does(ask_choice_team, "mo", WEDNESDAY, **ASKED)
        does(story, FRIDAY, TeamStep.FINISHED, result=TeamResult.CHOICE_OWED)

        assert refusal(story, close_case, FRIDAY) == "holds-back-offer-what-is-owed"
        told = page_shown(story.case, FRIDAY).choice_team
        assert told is not None
        assert told.is_owed
        story.does(offer_choice, "mo", MONDAY, **OFFER)
        story.does(close_case, "mo", MONDAY)
        assert story.case.status == "closed"
