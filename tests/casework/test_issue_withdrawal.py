"""Can one thing complained of be withdrawn while the rest goes on, and does everything then leave it out?"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from putright.casework.actions.answer_at_once import answer_at_once
from putright.casework.actions.close_case import close_case
from putright.casework.actions.hold_issues import hold_issues
from putright.casework.actions.link_process import link_process
from putright.casework.actions.record_finding import record_finding
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.resume_issue import resume_issue
from putright.casework.actions.take_back_exclusion import take_back_exclusion
from putright.casework.actions.withdraw import withdraw
from putright.casework.actions.withdraw_issue import withdraw_issue
from putright.casework.issue_outcomes import OutcomeSaid
from putright.casework.queries.case_page import case_page
from putright.casework.queries.follow import page_shown
from putright.casework.said import IssueSaid, PersonSaid
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.holds import Grounds
from putright.domain.injustice import FindingSaid
from putright.domain.issues import Outcome, Subject
from putright.domain.linked import ProcessKind
from putright.domain.standing import Basis
from tests.casework.offices import Office, Story, a_story, at
from tests.casework.test_other_procedures import DRAFT, refusal

pytestmark = pytest.mark.django_db

TUESDAY, WEDNESDAY, THURSDAY = date(2026, 4, 7), date(2026, 4, 8), date(2026, 4, 9)
SPOKEN = IssueSaid(subject=Subject.VALUES, words="I was shouted at.")
WAIT = IssueSaid(subject=Subject.WAITING_TIMES, words="I waited three hours.")
SAID: dict[str, Any] = {"issue": 2, "said_by": Channel.TELEPHONE, "note": "The wait does not matter any more."}
OUTCOME: dict[str, Any] = {"outcome": Outcome.UPHELD, "conclusion": "It was so.", "remedy_needed": False}


@pytest.fixture
def story(living_well: Office) -> Story:
    """A complaint about two things, of which one is withdrawn on Tuesday 7 April and the letter posted that day."""
    return a_story(living_well, issues=(SPOKEN, WAIT))


def withdrawn(story: Story) -> Story:
    story.posts("mo", TUESDAY, story.does(withdraw_issue, "mo", TUESDAY, **SAID))
    return story


def dates(story: Story) -> dict[str, date | None]:
    return {row.step: row.due_on for row in story.case.duties.exclude(procedure="issue-withdrawal")}


class TestTheRest:
    def test_goes_on_with_every_date_it_had(self, story: Story) -> None:
        before = dates(story)
        story.does(withdraw_issue, "mo", TUESDAY, **SAID)

        assert dates(story) == before
        assert story.case.status == "open"
        # Five working days after Tuesday 7 April: 8, 9, 10, 13 and 14 April.
        owed = story.case.duties.get(step="confirm-issue-withdrawal")
        assert (owed.state, owed.due_on) == ("open", date(2026, 4, 14))
        assert verify(story.office.means).misfits == ()

    def test_is_told_in_a_letter(self, story: Story) -> None:
        withdrawn(story)

        letter = story.case.letters.get()
        assert (letter.name, letter.state) == ("issue-withdrawn", "posted")
        assert story.case.duties.get(step="confirm-issue-withdrawal").state == "met"
        told = [happened.words for happened in page_shown(story.case, TUESDAY).happened]
        assert "You told us that you do not want an answer to a part of your complaint." in told

    def test_is_answered_without_it_and_the_answer_says_so(self, story: Story) -> None:
        withdrawn(story)
        said = {"outcomes": (OutcomeSaid(issue=1, **OUTCOME),), "draft": DRAFT}
        letters: list[Any] = []
        rehearsed = replace(story.office, means=replace(story.office.means, laid_out=letters))
        Story(rehearsed, story.reference).does(answer_at_once, "rosa", WEDNESDAY, **said)
        (letter,) = letters
        assert "You told us that you do not want an answer to this any more." in letter.markdown
        assert "- Waiting times" in letter.markdown
        assert "### 2." not in letter.markdown

        done = story.does(answer_at_once, "rosa", WEDNESDAY, **said)
        story.posts("mo", WEDNESDAY, done)
        story.does(close_case, "mo", THURSDAY)
        assert story.case.status == "closed"

    def test_is_left_alone_by_findings_and_outcomes(self, story: Story) -> None:
        withdrawn(story)
        finding = FindingSaid(should="This.", happened="That.", fell_short=True, impact="Harm.", severity=2)

        assert refusal(story, record_finding, WEDNESDAY, issue=2, finding=finding) == "issue-excluded"
        assert refusal(story, record_outcome, WEDNESDAY, issue=2, **OUTCOME) == "issue-excluded"
        assert refusal(story, take_back_exclusion, WEDNESDAY, issue=2, reasons="x") == "not-excluded"
        page = case_page(story.office.actor("mo", WEDNESDAY), story.reference, WEDNESDAY, now=at(WEDNESDAY))
        assert [(one.number, one.exclusion) for one in page.issues] == [(1, ""), (2, "the person withdrew it")]
        assert (page.intake.left_out, page.intake.withdrawn) == ((), (2,))


class TestTakingItUpAgain:
    def test_brings_it_back_with_its_number_and_words(self, story: Story) -> None:
        withdrawn(story)
        story.does(resume_issue, "mo", WEDNESDAY, issue=2, note="She thought better of it.")

        row = story.case.issues.get(number=2)
        assert (row.exclusion, row.narrative.text) == ("", WAIT.words)
        assert story.case.letters.latest("id").name == "issue-resumed"
        story.does(record_outcome, "mo", THURSDAY, issue=2, **OUTCOME)
        assert verify(story.office.means).misfits == ()

    def test_is_too_late_once_it_is_answered(self, story: Story) -> None:
        withdrawn(story)
        answer = OutcomeSaid(issue=1, **OUTCOME)
        story.posts("mo", WEDNESDAY, story.does(answer_at_once, "rosa", WEDNESDAY, outcomes=(answer,), draft=DRAFT))

        assert refusal(story, resume_issue, THURSDAY, issue=2) == "already-answered"
        assert refusal(story, withdraw_issue, THURSDAY, **{**SAID, "issue": 1}) == "already-answered"

    def test_waits_for_the_letter_that_it_is_withdrawn(self, story: Story) -> None:
        story.does(withdraw_issue, "mo", TUESDAY, **SAID)

        assert refusal(story, resume_issue, WEDNESDAY, issue=2) == "letter-waiting"

    def test_can_be_followed_by_withdrawing_it_once_more(self, story: Story) -> None:
        withdrawn(story)
        assert refusal(story, withdraw_issue, WEDNESDAY, **SAID) == "already-issue-withdrawn"
        story.posts("mo", WEDNESDAY, story.does(resume_issue, "mo", WEDNESDAY, issue=2))
        story.posts("mo", THURSDAY, story.does(withdraw_issue, "mo", THURSDAY, **SAID))

        assert story.case.issues.get(number=2).exclusion == "withdrawn"


def test_the_last_issue_is_the_complaint(story: Story) -> None:
    withdrawn(story)
    assert refusal(story, withdraw_issue, WEDNESDAY, **{**SAID, "issue": 1}) == "last-issue"
    story.does(withdraw, "mo", WEDNESDAY, channel=Channel.TELEPHONE)

    assert refusal(story, withdraw_issue, WEDNESDAY, **{**SAID, "issue": 1}) in {"already-answered", "case-withdrawn"}


def test_an_issue_with_an_outcome_or_a_hold_stays(story: Story) -> None:
    story.does(record_outcome, "mo", TUESDAY, issue=2, **OUTCOME)
    assert refusal(story, withdraw_issue, WEDNESDAY, **SAID) == "has-an-outcome"

    story.does(link_process, "mo", TUESDAY, process=ProcessKind.INQUEST, words="It opened in March.")
    hold = {
        "process": story.case.chain_count,
        "issues": (1,),
        "grounds": Grounds(prejudice="The coroner hears her."),
        "asked_by": "The coroner",
        "asked_how": Channel.LETTER,
        "review_on": date(2026, 5, 6),
    }
    story.does(hold_issues, "mo", TUESDAY, **hold)
    assert refusal(story, withdraw_issue, WEDNESDAY, **{**SAID, "issue": 1}) == "issue-held"


def test_whoever_speaks_for_a_patient_asks_the_patient_first(living_well: Office) -> None:
    gwen = PersonSaid(name="Gwen Example", address=("3 Sample Road",), born_on=date(1958, 5, 1))
    story = a_story(living_well, issues=(SPOKEN, WAIT), basis=Basis.REQUESTED, patient=gwen)

    assert refusal(story, withdraw_issue, TUESDAY, **SAID) == "patient-not-asked"
    story.does(withdraw_issue, "mo", TUESDAY, **SAID, patient_agrees=True)
