"""Is an appeal against being on the Special Allocation Scheme told apart from a complaint, and answered as none?"""

from datetime import date
from typing import Any

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.adopt_procedure import adopt_procedure
from putright.casework.actions.close_case import close_case
from putright.casework.actions.record_appeal_decision import record_appeal_decision
from putright.casework.actions.record_named_event import record_named_event
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.take_up_as_complaint import take_up_as_complaint
from putright.casework.actions.tell_appeal_apart import tell_appeal_apart
from putright.casework.actions.transfer_complaint import transfer_complaint
from putright.casework.adoption import Adoption
from putright.casework.errors import ActionRefused
from putright.casework.other_bodies import BodyTold
from putright.casework.queries.case_page import case_page
from putright.casework.queries.follow import page_shown
from putright.casework.said import IssueSaid
from putright.casework.verification import verify
from putright.domain.allocation import AppealDecision
from putright.domain.channels import Channel
from putright.domain.issues import Outcome, Subject
from putright.gateways.shipped import shipped
from putright.records.models import Case
from tests.casework.offices import SET_UP_ON, Office, Story, a_story, an_office, at
from tests.casework.test_other_procedures import refusal
from tests.casework.test_right_body import posted, text_of

pytestmark = pytest.mark.django_db

APPEALS = shipped("procedures") / "further" / "special-allocation-appeal.yaml"
TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)  # after Easter Monday
BOARD = BodyTold(name="Example Integrated Care Board", address=("1 Example Street", "Sampletown", "ZZ99 1AB"))
ON_IT = IssueSaid(subject=Subject.ACCESS, words="I should never have been put on the scheme.")
SPOKEN = IssueSaid(subject=Subject.VALUES, words="I was shouted at.")
APART: dict[str, Any] = {"issues": (1,), "why": "You say that you should not be on it.", "decided_by": BOARD}


@pytest.fixture
def board(tmp_path) -> Office:
    """A commissioner that decides such appeals by a procedure beside its own."""
    office = an_office(tmp_path, procedure="living-well-partnership", code="board")
    adopt_procedure(
        actor=office.actor("ada", SET_UP_ON),
        procedure=Adoption(source=APPEALS.read_text(encoding="utf-8"), beside=True),
        on=SET_UP_ON,
        now=at(SET_UP_ON),
        signed_off_by=office.people["rosa"],
    )
    return office


def steps(case: Case) -> dict[str, tuple[str, date | None]]:
    rows = case.duties.exclude(state__in=("not-started", "cancelled"))
    return {row.step: (row.state, row.due_on) for row in rows}


def second(story: Story) -> Story:
    other = Case.objects.exclude(pk=story.case.pk).get()
    return Story(office=story.office, reference=other.reference)


class TestAtTheProviderOfTheScheme:
    def test_a_letter_that_is_an_appeal_stops_being_answered_as_a_complaint(self, commisceo: Office) -> None:
        story = a_story(commisceo, issues=(ON_IT,))
        letter = story.does(tell_appeal_apart, "mo", TUESDAY, **APART)
        # Received on Maundy Thursday, told apart on Tuesday 7 April: three working days after are 8, 9 and 10 April.
        assert steps(story.case) == {"tell-who-decides": ("open", date(2026, 4, 10))}

        story.posts("mo", WEDNESDAY, letter)
        assert steps(story.case) == {"tell-who-decides": ("met", date(2026, 4, 10))}
        assert verify(commisceo.means).misfits == ()
        assert page_shown(story.case, WEDNESDAY).status_words.startswith("This is an appeal against being on")

    def test_is_neither_upheld_nor_answered(self, commisceo: Office) -> None:
        story = a_story(commisceo, issues=(ON_IT,))
        story.does(tell_appeal_apart, "mo", TUESDAY, **APART)
        said = {"issue": 1, "outcome": Outcome.UPHELD, "conclusion": "It was so.", "remedy_needed": False}

        assert refusal(story, record_outcome, WEDNESDAY, **said) == "an-appeal"
        page = case_page(commisceo.actor("rosa", WEDNESDAY), story.reference, WEDNESDAY, now=at(WEDNESDAY))
        refused = {choice.action: choice.refusal.code for choice in page.choices if choice.refusal}
        answers = ("record_outcome", "record_finding", "prepare_response", "answer_at_once", "settle", "exclude_issues")
        assert {refused[action] for action in answers} == {"an-appeal"}
        assert refused["tell_appeal_apart"] == "already-an-appeal"
        assert page.ombudsman.appeal == "Against being on the Special Allocation Scheme"

    def test_a_letter_that_is_both_goes_on_as_two(self, commisceo: Office) -> None:
        story = a_story(commisceo, issues=(ON_IT, SPOKEN))
        before = steps(story.case)
        story.does(tell_appeal_apart, "mo", TUESDAY, **APART)
        appeal = second(story)

        assert steps(story.case) == before  # the complaint goes on, with every date
        assert [issue.number for issue in story.case.issues.all()] == [2]
        assert steps(appeal.case) == {"tell-who-decides": ("open", date(2026, 4, 10))}
        assert [issue.narrative.text for issue in appeal.case.issues.all()] == [ON_IT.words]
        letter = appeal.case.letters.get()
        assert letter.name == "appeal-told-apart"
        assert not story.case.letters.exists()
        assert verify(commisceo.means).misfits == ()

    def test_is_a_complaint_after_all_with_every_date_it_had(self, commisceo: Office) -> None:
        story = a_story(commisceo, issues=(ON_IT,))
        before = steps(story.case)
        letter = story.does(tell_appeal_apart, "mo", TUESDAY, **APART)
        assert refusal(story, take_up_as_complaint, TUESDAY, reasons="No.") == "letter-waiting"
        story.posts("mo", TUESDAY, letter)
        story.does(take_up_as_complaint, "mo", WEDNESDAY, reasons="You meant how you were spoken to.")

        assert {step: due for step, (_, due) in steps(story.case).items()} == {
            step: due for step, (_, due) in before.items()
        }
        assert story.case.letters.latest("id").name == "exclusion-taken-back"
        assert refusal(story, take_up_as_complaint, WEDNESDAY, reasons="Again.") == "not-an-appeal"
        assert verify(commisceo.means).misfits == ()

    def test_is_sent_to_whoever_decides_in_words_of_its_own(self, commisceo: Office) -> None:
        story = a_story(commisceo, issues=(ON_IT,))
        story.posts("mo", TUESDAY, story.does(tell_appeal_apart, "mo", TUESDAY, **APART))
        said = {"to": BOARD, "why": "Their panel decides it.", "agreed_by": Channel.TELEPHONE}
        story.does(transfer_complaint, "mo", WEDNESDAY, **said)
        words = {name: text_of(story, name) for name in ("appeal-sent-on", "appeal-transfer-notice")}

        assert not story.case.letters.filter(name__in=("complaint-sent-on", "transfer-notice")).exists()
        # It is asked that the appeal counts from Maundy Thursday, the day on which the person wrote it to us.
        assert "Please count it as made on 2 April 2026" in words["appeal-sent-on"]
        assert ON_IT.words in words["appeal-sent-on"]
        assert [claim for claim in ("three working days", "six months") if claim in " ".join(words.values())] == []

        for name in words:
            posted(story, name, WEDNESDAY)
        page = page_shown(story.case, WEDNESDAY)
        assert page.status_words.endswith("to the organisation that decides it.")
        told = [one.words for one in page.happened]
        assert told[-2:] == [
            "We sent your appeal to the organisation that decides it.",
            "We told you which organisation has your appeal now.",
        ]
        assert verify(commisceo.means).misfits == ()

    def test_what_the_other_body_decided_is_for_the_file_alone(self, commisceo: Office) -> None:
        story = a_story(commisceo, issues=(ON_IT,))
        story.posts("mo", TUESDAY, story.does(tell_appeal_apart, "mo", TUESDAY, **APART))
        story.does(record_appeal_decision, "mo", WEDNESDAY, decision=AppealDecision.STAYS, reasons="They wrote to us.")

        assert story.case.letters.count() == 1
        story.does(close_case, "mo", WEDNESDAY)
        assert story.case.status == "closed"


class TestAtTheCommissioner:
    OURS: dict[str, Any] = {**APART, "decided_by": None, "procedure": "special-allocation-appeal"}

    def told(self, board: Office) -> Story:
        story = a_story(board, issues=(ON_IT,))
        story.posts("mo", TUESDAY, story.does(tell_appeal_apart, "mo", TUESDAY, **self.OURS))
        return story

    def test_it_runs_on_the_clocks_of_the_procedure_for_appeals(self, board: Office) -> None:
        story = self.told(board)
        # Seven working days after Thursday 2 April: 7, 8, 9, 10, 13, 14 and 15 April.
        assert steps(story.case)["acknowledge-appeal"] == ("met", date(2026, 4, 15))
        assert steps(story.case)["send-form"] == ("open", date(2026, 4, 15))

        story.does(record_named_event, "mo", WEDNESDAY, event="appeal_form_sent")
        story.does(record_named_event, "mo", WEDNESDAY, event="practice_form_sent")
        assert steps(story.case)["return-form"] == ("open", date(2026, 4, 22))
        assert steps(story.case)["practice-form"] == ("open", date(2026, 4, 15))
        story.does(record_named_event, "mo", date(2026, 4, 14), event="practice_form_returned")
        story.does(record_named_event, "mo", date(2026, 4, 20), event="appeal_form_returned")
        # Twenty-eight days after the later of 14 and 20 April: ten are left of April, so 18 May.
        assert steps(story.case)["panel"] == ("open", date(2026, 5, 18))

    def test_it_ends_with_the_decision_and_its_letter(self, board: Office) -> None:
        story = self.told(board)
        panel = date(2026, 5, 12)
        story.does(record_named_event, "mo", panel, event="panel_met")
        assert refusal(story, close_case, panel) == "holds-back-decide-appeal"
        letter = story.does(
            record_appeal_decision, "mo", panel, decision=AppealDecision.REMOVED, reasons="Nobody was hurt."
        )
        assert refusal(story, close_case, panel) in {"letter-waiting", "holds-back-tell-decision"}
        story.posts("mo", panel, letter)
        story.does(close_case, "mo", panel)

        assert story.case.events.get(event="allocation_appeal_decided").facts == {"decision": "removed"}
        assert page_shown(story.case, panel).status_words == (
            "It was decided whether you stay on the Special Allocation Scheme."
        )
        assert not story.case.issues.exclude(outcome="").exists()
        again = {"decision": AppealDecision.STAYS, "reasons": "It stays."}
        assert refusal(story, record_appeal_decision, panel, **again) == "already-appeal-decided"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("no-such-issue", {**APART, "issues": (9,)}),
        ("no-such-issue", {**APART, "issues": ()}),
        ("no-such-procedure", {**APART, "decided_by": None, "procedure": "special-allocation-appeal"}),
        ("no-such-procedure", {**APART, "decided_by": None, "procedure": ""}),
        ("no-address", {**APART, "decided_by": BodyTold(name="Example Integrated Care Board")}),
        ("own-body", {**APART, "decided_by": BodyTold(code="commisceo")}),
        ("nothing-written", {**APART, "why": " "}),
    ],
)
def test_an_appeal_is_not_told_apart(commisceo: Office, code: str, said: dict[str, Any]) -> None:
    story = a_story(commisceo, issues=(ON_IT,))

    assert refusal(story, tell_appeal_apart, TUESDAY, **said) == code


def test_an_officer_does_not_decide_it(commisceo: Office) -> None:
    story = a_story(commisceo, issues=(ON_IT,))
    with pytest.raises(ActionRefused) as refused:
        story.does(tell_appeal_apart, "olu", TUESDAY, **APART)
    assert refused.value.refusal.code == "not-your-role"


def test_a_letter_that_waits_goes_first(commisceo: Office) -> None:
    story = a_story(commisceo, issues=(ON_IT,))
    story.does(acknowledge, "mo", TUESDAY)

    assert refusal(story, tell_appeal_apart, TUESDAY, **APART) == "letter-waiting"
