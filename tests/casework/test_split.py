"""Does a case that is split off know all that counts for it, keep every date, and go back while nothing was done?

Thursday 2 April 2026 is the day before Good Friday; Tuesday 7 April follows Easter Monday. A complaint of 2 April is to
be acknowledged by Thursday 9 April and answered by Thursday 1 October 2026.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.adopt_procedure import adopt_procedure
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.exclude_issues import exclude_issues
from putright.casework.actions.hold_issues import hold_issues
from putright.casework.actions.link_process import link_process
from putright.casework.actions.merge_case import merge_case
from putright.casework.actions.name_staff import name_staff
from putright.casework.actions.post_letter import post_letter
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.restrict_case import restrict_case
from putright.casework.actions.split_case import split_case
from putright.casework.actions.take_back_split import take_back_split
from putright.casework.actions.unlink_case import unlink_case
from putright.casework.adoption import Adoption
from putright.casework.errors import ActionRefused, NotFound, StaleCase
from putright.casework.facts_of import chronology_of, programmes_of
from putright.casework.queries.case_page import CasePage, case_page
from putright.casework.queries.possible_duplicates import possible_duplicates
from putright.casework.said import FileSaid, IssueSaid, PersonSaid
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.holds import Grounds
from putright.domain.issues import Outcome, Subject
from putright.domain.linked import ProcessKind
from putright.domain.returns_count import CaseToCount, Period, count
from putright.domain.scope import Ground
from putright.domain.vocabulary import CaseStatus
from putright.gateways.procedure_files import read_file
from putright.records.models import Case, Document
from tests.casework.offices import MAUNDY_THURSDAY, SET_UP_ON, Office, Story, a_story, an_office, at
from tests.sample_files import a_png

pytestmark = pytest.mark.django_db

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
SUBJECTS = (Subject.VALUES, Subject.CLINICAL_TREATMENT, Subject.WAITING_TIMES)
WHY = "The wait has rules of its own."


@pytest.fixture
def story(commisceo: Office) -> Story:
    """A complaint about three things, acknowledged by telephone on Tuesday."""
    issues = tuple(IssueSaid(subject=subject, words=f"It was {subject.value}.") for subject in SUBJECTS)
    picture = FileSaid(name="letter.png", media_type="image/png", content=a_png())
    pat = PersonSaid(name="Pat Example", address=("2 Sample Road",), nhs_number="999 000 0018")
    story = a_story(
        commisceo, issues=issues, complainant=pat, outcome_wanted="An apology.", files=(picture,), channel=Channel.EMAIL
    )
    story.does(acknowledge, "mo", TUESDAY, channel=Channel.TELEPHONE)
    return story


def split(story: Story, *issues: int, on: date = WEDNESDAY, **said: Any) -> Story:
    """Split issues off; the new case."""
    story.does(split_case, "mo", on, issues=issues, why=WHY, **said)
    return Story(story.office, Case.objects.latest("pk").reference)


def page(story: Story, on: date = WEDNESDAY, who: str = "mo") -> CasePage:
    return case_page(story.office.actor(who, on), story.reference, on, now=at(on))


def duties(story: Story, on: date = WEDNESDAY) -> dict[str, tuple[str, date | None, date | None]]:
    return {one.duty.id: (one.duty.state.value, one.duty.due_on, one.duty.done_on) for one in page(story, on).duties}


def to_count(story: Story) -> CaseToCount:
    case = story.case
    events = chronology_of(case, programmes_of(case))
    issues = [issue.number for issue in page(story).issues]
    return CaseToCount(received_on=case.received_on, events=events, issues=issues, settle_by=TUESDAY)


def code_of(story: Story, action: object, who: str = "mo", on: date = WEDNESDAY, **said: Any) -> str:
    with pytest.raises(ActionRefused) as refused:
        story.does(action, who, on, **said)
    return refused.value.refusal.code


class TestTheNewCase:
    def test_has_its_issues_numbered_anew_in_the_person_s_words(self, story: Story) -> None:
        new = split(story, 2, 3)

        assert [(one.number, one.subject, one.words) for one in page(new).issues] == [
            (1, Subject.CLINICAL_TREATMENT, "It was clinical-treatment."),
            (2, Subject.WAITING_TIMES, "It was waiting-times."),
        ]
        assert [(one.number, one.subject) for one in page(story).issues] == [(1, Subject.VALUES)]

    def test_owes_what_the_first_owes_by_the_same_dates(self, story: Story) -> None:
        before = duties(story)
        new = split(story, 3)

        assert duties(new) == before
        assert before["acknowledge/1"] == ("met", date(2026, 4, 9), TUESDAY)
        assert page(new).received_on == MAUNDY_THURSDAY
        respond = next(one.duty for one in page(new).to_do if one.duty.step == "respond")
        assert respond.due_on == date(2026, 10, 1)

    def test_is_of_the_same_people_and_complaint_and_asks_for_nothing_again(self, story: Story) -> None:
        new = split(story, 3)

        assert new.case.complaint == story.case.complaint
        assert (new.case.complainant, new.case.patient) == (story.case.complainant, story.case.patient)
        assert new.case.handler == story.case.handler
        assert page(new).outcome_wanted == "An apology."
        picture = Document.objects.get(case=new.case, kind="attachment")
        theirs = Document.objects.get(case=story.case, kind="attachment")
        assert picture.stored_as == theirs.stored_as
        assert picture.digest != theirs.digest
        assert verify(story.office.means).misfits == ()

    def test_and_the_first_name_each_other(self, story: Story) -> None:
        new = split(story, 3)

        assert page(story).intake.linked == {new.reference: "split_off"}
        assert page(new).intake.linked == {story.reference: "split_from"}

    def test_is_told_to_the_person_by_one_letter(self, story: Story) -> None:
        new = split(story, 3)

        assert [letter.name for letter in story.case.letters.filter(state="queued")] == ["split-notice"]
        assert not new.case.letters.exists()

    def test_is_kept_from_the_same_eyes(self, story: Story) -> None:
        story.does(name_staff, "mo", TUESDAY, person=story.office.people["olu"])
        story.does(restrict_case, "rosa", TUESDAY, reason="She works here.")
        new = split(story, 3)

        assert page(new).is_restricted
        assert [one.name for one in page(new).named] == ["Olu Officer"]
        for who in ("olu", "max"):
            with pytest.raises(NotFound):
                page(new, who=who)

    def test_is_no_possible_duplicate_of_the_first(self, story: Story) -> None:
        new = split(story, 3)
        assert possible_duplicates(new.office.actor("mo"), new.reference, now=at(WEDNESDAY)) == ()

    def test_knows_nothing_of_what_is_said_of_an_issue_that_stayed(self, story: Story) -> None:
        said = {"outcome": Outcome.UPHELD, "conclusion": "It was.", "remedy_needed": False}
        story.does(record_outcome, "mo", TUESDAY, issue=1, **said)
        new = split(story, 3)

        assert "outcome_decided" not in [event for event, _ in new.events()]
        assert page(story).issues[0].outcome is Outcome.UPHELD

    def test_leaves_an_answer_to_a_mistake_behind_and_takes_what_stands(self, story: Story) -> None:
        entry = story.case.events.get(event="acknowledged").number
        story.does(correct_entry, "mo", WEDNESDAY, entry=entry, right_day=MAUNDY_THURSDAY, reason="A slip.")
        new = split(story, 3)

        assert ("acknowledged", MAUNDY_THURSDAY) in new.events()
        assert ("acknowledged", TUESDAY) not in new.events()


class TestIsRefused:
    @pytest.mark.parametrize(
        ("issues", "code"), [((), "no-such-issue"), ((4,), "no-such-issue"), ((1, 2, 3), "nothing-left")]
    )
    def test_of_what_is_not_there_or_of_everything(self, story: Story, issues: tuple[int, ...], code: str) -> None:
        assert code_of(story, split_case, issues=issues, why=WHY) == code

    def test_of_what_was_decided_left_out_or_held(self, story: Story) -> None:
        said = {"outcome": Outcome.UPHELD, "conclusion": "It was.", "remedy_needed": False}
        story.does(record_outcome, "mo", TUESDAY, issue=1, **said)
        assert code_of(story, split_case, issues=(1,), why=WHY) == "already-looked-into"

        story.does(link_process, "mo", TUESDAY, process=ProcessKind.INQUEST, words="It opens in May.")
        story.does(
            hold_issues,
            "mo",
            TUESDAY,
            process=story.case.events.get(event="process_started").number,
            issues=(2,),
            grounds=Grounds(prejudice="The coroner hears her."),
            asked_by="The coroner",
            asked_how=Channel.LETTER,
            review_on=date(2026, 5, 6),
        )
        assert code_of(story, split_case, issues=(2,), why=WHY) == "issue-held"
        story.does(exclude_issues, "mo", TUESDAY, issues=(3,), ground=Ground.OMBUDSMAN, reasons="They have it.")
        assert code_of(story, split_case, issues=(3,), why=WHY) == "no-such-issue"

    def test_while_a_letter_waits_that_would_count_for_one_alone(self, story: Story) -> None:
        split(story, 3)
        assert code_of(story, split_case, issues=(2,), why=WHY) == "letter-waiting"

    def test_of_a_reference_that_another_case_has_gives_another_one(self, story: Story) -> None:
        assert split(story, 3, reference=story.reference).reference != story.reference

    def test_for_a_procedure_that_the_body_does_not_have(self, story: Story) -> None:
        cases = Case.objects.count()
        said: dict[str, Any] = {"issues": (3,), "why": WHY, "procedure": "ombudsman"}
        assert code_of(story, split_case, **said) == "no-such-procedure"
        assert Case.objects.count() == cases

    def test_where_somebody_has_changed_the_case_meanwhile_and_makes_nothing(self, story: Story) -> None:
        cases = Case.objects.count()
        with pytest.raises(StaleCase):
            story.does(split_case, "mo", WEDNESDAY, issues=(3,), why=WHY, version=99)

        assert Case.objects.count() == cases
        assert len(page(story).issues) == 3


class TestForAnotherProcedure:
    @pytest.fixture
    def board(self, tmp_path: Path) -> Office:
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

    def test_comes_under_it_from_that_day_and_the_law_s_day_stays(self, board: Office) -> None:
        issues = tuple(IssueSaid(subject=subject, words="So.") for subject in SUBJECTS)
        story = a_story(board, issues=issues)
        before = duties(story)
        new = split(story, 3, procedure="choice-commissioner")

        assert [(one.name, one.since, one.until) for one in page(new).procedures] == [
            ("living-well-partnership", MAUNDY_THURSDAY, WEDNESDAY),
            ("england-2009", MAUNDY_THURSDAY, None),
            ("choice-commissioner", WEDNESDAY, None),
        ]
        assert duties(story) == before
        ours, law = [one.duty for one in page(new).duties if one.duty.id == "respond/1"]
        assert (ours.procedure, ours.state) == ("living-well-partnership", "cancelled")
        assert (law.procedure, law.state, law.due_on) == ("england-2009", "open", date(2026, 10, 1))
        letter = story.case.letters.get(state="queued")
        assert letter.name == "split-notice"

        new.does(take_back_split, "mo", WEDNESDAY, other=story.reference, why="A slip.")
        assert duties(story) == before


class TestIsTakenBack:
    def test_from_either_case_with_everything_as_it_was(self, story: Story) -> None:
        before = duties(story), page(story).issues
        new = split(story, 2, 3)
        new.does(take_back_split, "mo", WEDNESDAY, other=story.reference, why="They are one matter.")

        assert (duties(story), page(story).issues) == before
        assert page(new).status is CaseStatus.CLOSED
        assert page(new).to_do == ()
        assert page(story).intake.linked == {}
        assert page(new).intake.linked == {story.reference: "split_taken_back"}
        assert not story.case.letters.filter(state="queued").exists()
        assert verify(story.office.means).misfits == ()

    def test_and_is_counted_once_in_the_yearly_return(self, story: Story) -> None:
        new = split(story, 2)
        new.does(take_back_split, "mo", WEDNESDAY, other=story.reference, why="They are one matter.")
        april = Period(first=date(2026, 4, 1), last=date(2026, 4, 30))

        assert not count([to_count(new)], april).is_new
        assert count([to_count(story)], april).is_new

    def test_and_can_be_split_off_again(self, story: Story) -> None:
        new = split(story, 2)
        story.does(take_back_split, "mo", WEDNESDAY, other=new.reference, why="A slip.")
        again = split(story, 2)

        assert again.reference != new.reference
        assert page(story).intake.linked == {again.reference: "split_off"}

    def test_by_a_letter_where_the_first_has_gone(self, story: Story) -> None:
        new = split(story, 3)
        waiting = story.case.letters.get(state="queued").document.number
        story.does(post_letter, "mo", WEDNESDAY, letter=waiting)
        story.does(take_back_split, "mo", WEDNESDAY, other=new.reference, why="A slip.")

        assert [letter.name for letter in story.case.letters.filter(state="queued")] == ["split-taken-back"]

    def test_no_more_once_something_was_done_on_it(self, story: Story) -> None:
        new = split(story, 3)
        new.does(add_file_note, "mo", WEDNESDAY, words="She rang.", channel=Channel.TELEPHONE)

        assert code_of(new, take_back_split, other=story.reference, why="A slip.") == "something-happened"

    def test_only_of_two_that_were_one(self, story: Story) -> None:
        other = a_story(story.office)
        assert code_of(story, take_back_split, other=other.reference, why="A slip.") == "not-split-off"

    def test_not_by_the_ways_that_are_for_other_cases(self, story: Story) -> None:
        new = split(story, 3)

        assert code_of(new, unlink_case, other=story.reference, why="A slip.") == "split-off"
        assert code_of(new, merge_case, other=story.reference, why="The same.") == "split-off"
        entry = new.case.events.get(event="split_from").number
        assert code_of(new, correct_entry, entry=entry, reason="A slip.") == "not-correctable"
