"""Is what was found, and what is to be done to find it, on the case, and refused where it cannot be?"""

from datetime import date
from typing import Any

import pytest

from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.end_task import end_task
from putright.casework.actions.name_staff import name_staff
from putright.casework.actions.place_evidence import place_evidence
from putright.casework.actions.plan_investigation import Plan, plan_investigation
from putright.casework.actions.record_finding import record_finding
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.record_records import record_records
from putright.casework.actions.request_records import request_records
from putright.casework.actions.set_task import set_task
from putright.casework.actions.start_investigation import start_investigation
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.investigation import investigation
from putright.casework.queries.worklist import worklist_for
from putright.casework.said import FileSaid
from putright.casework.upkeep import bring_up_to_date
from putright.casework.verification import verify
from putright.domain.injustice import FindingSaid
from putright.domain.issues import Outcome
from putright.records.models import IssueFinding, Task
from tests.casework.offices import Office, Story, a_story, at
from tests.casework.statements import TUESDAY, WEDNESDAY, Asking, can_sign_in

FRIDAY = date(2026, 4, 10)
FOUND = FindingSaid(
    should="Our policy on courtesy, section 2, says that everybody is greeted.",
    happened="The statement and the log of the desk agree that nobody greeted them.",
    fell_short=True,
    impact="They felt unwelcome and left without being seen.",
    severity=2,
)
NOTHING_WRONG = FindingSaid(should="As above.", happened="They were greeted.", fell_short=False)
UPHELD: dict[str, Any] = {"issue": 1, "outcome": Outcome.UPHELD, "conclusion": "You were not greeted."}


@pytest.fixture
def story(commisceo: Office) -> Story:
    return a_story(commisceo)


def finds(story: Story, on: date = TUESDAY, finding: FindingSaid = FOUND, issue: int = 1) -> Any:
    return story.does(record_finding, "mo", on, issue=issue, finding=finding)


def sets(story: Story, owner: str = "mo", **said: Any) -> int:
    plain = {"owner": story.office.people[owner], "what": "Ask for the rota of March.", "due_on": FRIDAY}
    story.does(set_task, "mo", TUESDAY, **{**plain, **said})
    return Task.objects.latest("pk").entry


class TestAFinding:
    def test_is_on_the_case_with_its_words_and_its_severity(self, story: Story) -> None:
        finds(story)
        page = investigation(story.office.actor("mo", TUESDAY), story.reference, now=at(TUESDAY))

        (found,) = page.findings
        assert (found.should, found.fell_short, found.scale) == (FOUND.should, True, "2023")
        assert found.level is not None
        assert found.level.pounds == "£100 to £450"
        assert story.case.events.get(event="finding_recorded").facts == {"fell_short": True, "severity": 2}
        assert verify(story.office.means).misfits == ()

    def test_a_later_one_takes_its_place_and_the_earlier_is_kept(self, story: Story) -> None:
        finds(story)
        finds(story, WEDNESDAY, NOTHING_WRONG)
        page = investigation(story.office.actor("mo", WEDNESDAY), story.reference, now=at(WEDNESDAY))

        assert page.findings[0].fell_short is False
        assert IssueFinding.objects.count() == 2

    def test_one_entered_in_error_does_not_stand(self, story: Story) -> None:
        finds(story)
        story.does(correct_entry, "mo", TUESDAY, entry=IssueFinding.objects.get().entry, reason="Of another case.")
        page = investigation(story.office.actor("mo", TUESDAY), story.reference, now=at(TUESDAY))

        assert page.findings[0].fell_short is None


class TestTheOutcome:
    def test_of_an_investigation_needs_a_finding_first(self, story: Story) -> None:
        story.does(start_investigation, "mo", TUESDAY)
        with pytest.raises(ActionRefused) as refused:
            story.does(record_outcome, "mo", TUESDAY, **UPHELD, remedy_needed=False)
        finds(story)
        story.does(record_outcome, "mo", TUESDAY, **UPHELD, remedy_needed=False)

        assert refused.value.refusal.code == "no-finding"
        assert story.case.issues.get().outcome == "upheld"

    def test_does_not_contradict_what_was_found(self, story: Story) -> None:
        finds(story, finding=NOTHING_WRONG)

        with pytest.raises(ActionRefused) as refused:
            story.does(record_outcome, "mo", TUESDAY, **UPHELD, remedy_needed=False)

        assert refused.value.refusal.code == "contradicts-the-finding"

    def test_of_what_is_put_right_early_needs_none(self, story: Story) -> None:
        story.does(record_outcome, "mo", TUESDAY, **UPHELD, remedy_needed=False)

        assert story.case.issues.get().outcome == "upheld"


class TestATask:
    def test_is_a_duty_of_the_case_by_its_day_and_on_the_worklist(self, story: Story) -> None:
        entry = sets(story)
        duty = story.case.duties.get(step="task")

        assert (duty.about, duty.due_on, duty.state) == (str(entry), FRIDAY, "open")
        rows = worklist_for(story.office.actor("mo", TUESDAY), TUESDAY).rows
        assert [row.reference for row in rows] == [story.reference]

    @pytest.mark.parametrize(
        ("is_done", "event", "state"), [(True, "task_done", "done"), (False, "task_dropped", "not-needed")]
    )
    def test_ends(self, story: Story, is_done: bool, event: str, state: str) -> None:
        entry = sets(story)
        story.does(end_task, "mo", WEDNESDAY, task=entry, is_done=is_done, note="It is in the notes.")

        assert story.case.duties.get(step="task").state == "met"
        assert story.events()[-1] == (event, WEDNESDAY)
        assert Task.objects.get().state == state

    def test_one_does_not_end_another(self, story: Story) -> None:
        first, second = sets(story), sets(story, what="Read the policy.", due_on=date(2026, 4, 13))
        story.does(end_task, "mo", WEDNESDAY, task=second, is_done=True)

        states = dict(story.case.duties.filter(step="task").values_list("about", "state"))
        assert states == {str(first): "open", str(second): "met"}

    def test_is_overdue_the_day_after(self, story: Story) -> None:
        sets(story)
        bring_up_to_date(date(2026, 4, 11))

        assert story.case.duties.get(step="task").state == "overdue"

    def test_is_nobodys_whom_the_case_names(self, story: Story) -> None:
        story.does(name_staff, "mo", TUESDAY, person=story.office.people["olu"])

        with pytest.raises(ActionRefused) as refused:
            sets(story, "olu")

        assert refused.value.refusal.code == "named-in-the-case"

    def test_is_nobodys_who_may_not_see_the_case(self, story: Story) -> None:
        with pytest.raises(ActionRefused) as refused:
            sets(story, "ines")

        assert refused.value.refusal.code == "may-not-see"


class TestTheInvestigation:
    def test_shows_who_was_asked_and_how_far_they_are(self, story: Story) -> None:
        can_sign_in(story.office, "sam")
        Asking(story).asks(TUESDAY)
        page = investigation(story.office.actor("mo", TUESDAY), story.reference, now=at(TUESDAY))

        (asked,) = page.statements
        assert (asked.name, asked.state, asked.opened_at, asked.is_begun) == ("Sam Staff", "waiting", None, False)

    @pytest.mark.parametrize("who", ["ines", "ada", "sam"])
    def test_is_not_there_for_who_may_not_see_the_case(self, story: Story, who: str) -> None:
        with pytest.raises(NotFound):
            investigation(story.office.actor(who, TUESDAY), story.reference, now=at(TUESDAY))


class TestThePlan:
    def test_stands_with_its_issue_and_a_later_version_takes_its_place(self, story: Story) -> None:
        plan = Plan(questions=("Who was at the desk?",), evidence=("The rota",), people=("Sam",))
        story.does(plan_investigation, "mo", TUESDAY, issue=1, plan=plan)
        story.does(plan_investigation, "mo", WEDNESDAY, issue=1, plan=Plan(questions=("Was anybody at the desk?",)))
        page = investigation(story.office.actor("mo", WEDNESDAY), story.reference, now=at(WEDNESDAY))

        assert (page.findings[0].plan, page.findings[0].plans) == ("To be answered:\n- Was anybody at the desk?", 2)
        assert story.case.documents.filter(kind="investigation-plan").count() == 2


class TestRecords:
    def asks(self, story: Story) -> int:
        said = {"of_whom": "the surgery in Exampleton", "what": "The notes of March.", "due_on": FRIDAY}
        story.does(request_records, "mo", TUESDAY, **said)
        return int(story.case.events.get(event="records_requested").number)

    def test_are_owed_by_their_day_until_they_come(self, story: Story) -> None:
        entry = self.asks(story)
        assert story.case.duties.get(procedure="tasks", step="records").due_on == FRIDAY

        file = FileSaid(name="notes.txt", media_type="text/plain", content=b"Seen on 16 March.")
        story.does(record_records, "mo", WEDNESDAY, request=entry, came=True, files=(file,))
        (records,) = investigation(story.office.actor("mo", WEDNESDAY), story.reference, now=at(WEDNESDAY)).records

        assert story.case.duties.get(procedure="tasks", step="records").state == "met"
        assert (records.came, records.answered_on, len(records.papers)) == (True, WEDNESDAY, 1)

    def test_that_do_not_come_have_a_reason(self, story: Story) -> None:
        entry = self.asks(story)
        with pytest.raises(ActionRefused) as refused:
            story.does(record_records, "mo", WEDNESDAY, request=entry, came=False)
        story.does(record_records, "mo", WEDNESDAY, request=entry, came=False, words="Destroyed after eight years.")
        with pytest.raises(ActionRefused) as again:
            story.does(record_records, "mo", WEDNESDAY, request=entry, came=True, words="Here.")

        assert refused.value.refusal.code == "no-reason"
        assert again.value.refusal.code == "already-answered"


class TestTheEvidence:
    def test_stands_in_the_order_in_which_it_happened(self, story: Story) -> None:
        narrative = story.case.documents.get(kind="narrative").number
        later, earlier = date(2026, 3, 16), date(2025, 11, 3)
        story.does(place_evidence, "mo", TUESDAY, happened_on=later, words="They were at the desk.", shown_by=narrative)
        story.does(place_evidence, "mo", TUESDAY, happened_on=earlier, words="They first wrote.")
        page = investigation(story.office.actor("mo", TUESDAY), story.reference, now=at(TUESDAY))

        assert [(one.on, one.paper) for one in page.evidence] == [(earlier, None), (later, narrative)]

    def test_is_not_of_a_day_to_come(self, story: Story) -> None:
        with pytest.raises(ActionRefused) as refused:
            story.does(place_evidence, "mo", TUESDAY, happened_on=WEDNESDAY, words="Not yet.")

        assert refused.value.refusal.code == "in-the-future"
