"""Is what runs beside a complaint linked with it, does only what must wait for it, and does the rest go on?

Thursday 2 April 2026 is the day before Good Friday; Tuesday 7 April follows Easter Monday; Monday 4 May is a bank
holiday. A complaint of 2 April is to be answered by Thursday 1 October 2026, six months beginning with that day.
"""

from datetime import date
from typing import Any

import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.end_process import end_process
from putright.casework.actions.follow_up_process import ProcessStep, follow_up_process
from putright.casework.actions.hold_issues import hold_issues
from putright.casework.actions.issue_follow_link import issue_follow_link
from putright.casework.actions.lift_hold import lift_hold
from putright.casework.actions.link_process import link_process
from putright.casework.actions.record_death import record_death
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.review_hold import review_hold
from putright.casework.actions.withdraw import withdraw
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import CasePage, case_page
from putright.casework.queries.follow import follow
from putright.casework.queries.investigation import investigation
from putright.casework.queries.worklist import Show, worklist_for
from putright.casework.said import IssueSaid
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.deaths import Who
from putright.domain.holds import Grounds
from putright.domain.issues import Outcome, Subject
from putright.domain.linked import PROCESSES, ProcessKind
from putright.records.models import Document, OutboxLetter
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, at

pytestmark = pytest.mark.django_db

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
# Twenty working days after 7 April: 8, 9, 10; 13-17; 20-24; 27 April-1 May; 5 and 6 May, the 4th being a holiday.
IN_TWENTY = date(2026, 5, 6)
ANSWER_BY = date(2026, 10, 1)
PREJUDICE = Grounds(prejudice="The coroner hears the ward sister in May.", explanation="The coroner asked us to wait.")
IN_SECRET = Grounds(prejudice="She would learn of it before the hearing.")


@pytest.fixture
def story(commisceo: Office) -> Story:
    """A complaint about three things."""
    subjects = (Subject.VALUES, Subject.CLINICAL_TREATMENT, Subject.COMMUNICATIONS)
    issues = tuple(IssueSaid(subject=subject, words=f"It was {subject.value}.") for subject in subjects)
    return a_story(commisceo, issues=issues)


def asked(**said: Any) -> dict[str, Any]:
    """What is said of a hold besides what is held."""
    plain = {"asked_by": "They", "asked_how": Channel.EMAIL, "review_on": IN_TWENTY, "grounds": PREJUDICE}
    return {**plain, **said}


def linked(story: Story, kind: ProcessKind = ProcessKind.INQUEST, on: date = TUESDAY, **said: Any) -> int:
    """Link another process; return the number of its entry."""
    story.does(link_process, "olu", on, process=kind, words="It is about the same night.", **said)
    return last(story, "process_started")


def held(
    story: Story, process: int, *issues: int, on: date = TUESDAY, grounds: Grounds = PREJUDICE, **said: Any
) -> int:
    """Hold issues; return the number of the hold's entry."""
    plain = {"asked_by": "The coroner’s officer", "asked_how": Channel.TELEPHONE, "review_on": IN_TWENTY}
    story.does(hold_issues, "mo", on, process=process, issues=issues, grounds=grounds, **{**plain, **said})
    return last(story, "hold_set")


def last(story: Story, event: str) -> int:
    return story.case.events.filter(event=event).latest("number").number


def posted(story: Story, on: date) -> None:
    """Post every letter that waits."""
    from putright.casework.actions.post_letter import post_letter

    for letter in OutboxLetter.objects.filter(case=story.case, state="queued"):
        story.does(post_letter, "olu", on, letter=letter.document.number)


def page(story: Story, on: date = WEDNESDAY, who: str = "mo") -> CasePage:
    return case_page(story.office.actor(who, on), story.reference, on, now=at(on))


def owed(story: Story, *rules: str, on: date = WEDNESDAY) -> dict[str, date | None]:
    rules = rules or ("linked", "duty-of-candour")
    return {one.duty.step: one.duty.due_on for one in page(story, on).to_do if one.duty.procedure in rules}


def others(story: Story, on: date = WEDNESDAY) -> list[tuple[str, date | None, bool]]:
    mine = (one.duty for one in page(story, on).duties if one.duty.procedure not in ("linked", "duty-of-candour"))
    return [(duty.id, duty.due_on, duty.paused) for duty in mine]


def code_of(story: Story, action: object, who: str = "mo", on: date = WEDNESDAY, **said: Any) -> str:
    with pytest.raises(ActionRefused) as refused:
        story.does(action, who, on, **said)
    return refused.value.refusal.code


class TestAProcess:
    def test_is_linked_with_its_reference_and_holds_nothing(self, story: Story) -> None:
        before = others(story)
        entry = linked(
            story, began_on=date(2026, 3, 20), reference="C/26/417", contact="Coroner’s officer, 01632 960123"
        )

        (one,) = page(story).linked.processes
        assert (one.entry, one.words, one.known_on, one.began_on) == (entry, "Inquest", TUESDAY, date(2026, 3, 20))
        paper = Document.objects.get(case=story.case, number=one.papers[0])
        assert paper.text == (
            "Their reference: C/26/417\nWhom to turn to: Coroner’s officer, 01632 960123\n\nIt is about the same night."
        )
        assert page(story).linked.held == {}
        assert others(story) == before
        assert owed(story) == {}

    def test_keeps_its_reference_out_of_the_chronology(self, story: Story) -> None:
        linked(story, reference="C/26/417", contact="Coroner’s officer")

        row = story.case.events.get(event="process_started")
        assert row.facts == {"process": "inquest"}

    def test_that_began_tomorrow_is_refused(self, story: Story) -> None:
        said: dict[str, Any] = {"process": ProcessKind.CLAIM, "words": "A letter.", "began_on": date(2026, 4, 9)}
        assert code_of(story, link_process, **said) == "in-the-future"

    @pytest.mark.parametrize("kind", ProcessKind)
    def test_of_every_kind_can_be_linked_heard_of_and_taken_off(self, story: Story, kind: ProcessKind) -> None:
        before = others(story)
        entry = linked(story, kind)
        story.does(follow_up_process, "olu", TUESDAY, process=entry, done=ProcessStep.HEARD, words="They wrote.")
        story.does(end_process, "olu", TUESDAY, process=entry, words="It was another case.", by_mistake=True)

        assert page(story).linked.processes == ()
        assert owed(story) == {}
        assert others(story) == before
        assert verify(story.office.means).misfits == ()

    def test_is_not_corrected_by_its_entry_alone(self, story: Story) -> None:
        entry = linked(story)
        assert code_of(story, correct_entry, entry=entry, reason="A slip.") == "not-correctable"


class TestSafeguarding:
    def test_is_to_be_referred_on_the_same_day_and_outlives_the_case(self, story: Story) -> None:
        linked(story, ProcessKind.SAFEGUARDING)
        story.does(withdraw, "mo", TUESDAY)

        assert owed(story, on=TUESDAY) == {"refer-safeguarding": TUESDAY}
        (row,) = worklist_for(story.office.actor("mo"), TUESDAY, show=Show.DUE).rows
        assert row.next is not None
        assert row.next.binding_on == TUESDAY
        (duty,) = [one.duty for one in page(story, WEDNESDAY).to_do if one.duty.procedure == "linked"]
        assert duty.state == "overdue"

    def test_that_was_referred_at_once_owes_nothing(self, story: Story) -> None:
        linked(story, ProcessKind.SAFEGUARDING, referred="The council’s duty desk, 10.40, by telephone.")

        assert owed(story) == {}
        assert page(story).linked.processes[0].referred_on == TUESDAY

    def test_is_referred_later_and_said_so(self, story: Story) -> None:
        entry = linked(story, ProcessKind.SAFEGUARDING)
        story.does(follow_up_process, "olu", WEDNESDAY, process=entry, done=ProcessStep.REFERRED, words="The council.")

        assert owed(story) == {}
        (duty,) = [one.duty for one in page(story).duties if one.duty.step == "refer-safeguarding"]
        assert duty.state == "met-late"


class TestTheDutyOfCandour:
    def test_is_told_face_to_face_and_then_written(self, story: Story) -> None:
        entry = linked(story, ProcessKind.CANDOUR)
        assert owed(story) == {"tell-in-person": None}
        written: dict[str, Any] = {"process": entry, "done": ProcessStep.WRITTEN, "words": "The letter of today."}
        assert code_of(story, follow_up_process, **written) == "not-candour-told"

        story.does(follow_up_process, "mo", TUESDAY, process=entry, done=ProcessStep.TOLD, words="We met at home.")
        assert owed(story) == {"write-what-was-told": None}
        assert code_of(story, end_process, process=entry, words="Done.") == "candour-still-owed"

        story.does(follow_up_process, "mo", WEDNESDAY, **written)
        assert owed(story) == {}
        story.does(end_process, "mo", WEDNESDAY, process=entry, words="Told and written.")
        (one,) = page(story).linked.processes
        assert (one.told_on, one.written_on, one.ended_on) == (TUESDAY, WEDNESDAY, WEDNESDAY)

    def test_is_not_met_by_an_answer_to_the_complaint(self, story: Story) -> None:
        linked(story, ProcessKind.CANDOUR)
        duties = [one.duty for one in page(story).to_do if one.duty.procedure == "duty-of-candour"]
        assert all("response_sent" not in duty.met_by for duty in duties)

    def test_is_over_where_the_person_could_not_be_told(self, story: Story) -> None:
        entry = linked(story, ProcessKind.CANDOUR)
        story.does(
            follow_up_process, "mo", TUESDAY, process=entry, done=ProcessStep.NOT_POSSIBLE, words="Three letters."
        )

        assert owed(story) == {}
        again: dict[str, Any] = {"process": entry, "done": ProcessStep.TOLD, "words": "We met."}
        assert code_of(story, follow_up_process, **again) == "already-candour-told"

    def test_is_asked_of_no_other_process(self, story: Story) -> None:
        entry = linked(story)
        said: dict[str, Any] = {"process": entry, "done": ProcessStep.TOLD, "words": "We met."}
        assert code_of(story, follow_up_process, **said) == "not-candour"

    def test_holds_nothing(self, story: Story) -> None:
        entry = linked(story, ProcessKind.CANDOUR)
        said: dict[str, Any] = {
            "asked_by": "Us",
            "asked_how": Channel.EMAIL,
            "review_on": IN_TWENTY,
            "grounds": PREJUDICE,
        }
        assert code_of(story, hold_issues, process=entry, issues=(1,), **said) == "never-held-for"


class TestAHold:
    def test_is_of_the_issues_it_names_and_stops_no_clock(self, story: Story) -> None:
        before = others(story)
        held(story, linked(story), 2)

        shown = page(story).linked
        assert shown.held.keys() == {2}
        assert (shown.held[2].since, shown.held[2].review_on) == (TUESDAY, IN_TWENTY)
        assert others(story) == before
        assert owed(story) == {"tell-hold": None, "review-hold": IN_TWENTY}

    def test_of_everything_is_still_held_to_the_laws_day(self, story: Story) -> None:
        held(story, linked(story), 1, 2, 3)

        held_entries = story.case.events.filter(event="issue_held").values_list("issue", flat=True)
        assert sorted(held_entries, key=str) == [1, 2, 3, None]
        respond = next(one.duty for one in page(story).to_do if one.duty.id == "respond/1")
        assert (respond.due_on, respond.paused) == (ANSWER_BY, False)

    def test_is_told_to_the_person_with_what_goes_on(self, story: Story) -> None:
        held(story, linked(story), 2)
        posted(story, WEDNESDAY)

        assert owed(story) == {"review-hold": IN_TWENTY}
        assert story.case.letters.get().name == "hold-notice"

    def test_decides_nothing_on_what_is_held(self, story: Story) -> None:
        held(story, linked(story), 2)
        said: dict[str, Any] = {"outcome": Outcome.UPHELD, "conclusion": "It was.", "remedy_needed": False}

        assert code_of(story, record_outcome, issue=2, **said) == "issue-held"
        story.does(record_outcome, "mo", WEDNESDAY, issue=1, **said)

    def test_comes_again_until_it_is_lifted(self, story: Story) -> None:
        hold = held(story, linked(story), 2)
        posted(story, TUESDAY)
        later = date(2026, 6, 3)
        story.does(review_hold, "mo", IN_TWENTY, hold=hold, review_on=later, words="The inquest is put off.")

        assert owed(story, on=IN_TWENTY) == {"tell-hold-again": None, "review-hold-again": later}
        posted(story, IN_TWENTY)
        second = last(story, "hold_reviewed")
        latest = date(2026, 7, 1)
        story.does(review_hold, "mo", later, hold=second, review_on=latest, words="Again.")
        posted(story, later)
        assert owed(story, on=later) == {"review-hold-again": latest}
        assert page(story, later).linked.held[2].review_on == latest

        story.does(lift_hold, "olu", latest, hold=hold, issues=(2,), words="The coroner is done.")
        posted(story, latest)
        assert owed(story, on=latest) == {}
        assert page(story, latest).linked.held == {}
        states = {one.duty.step: one.duty.state for one in page(story, latest).duties if one.duty.procedure == "linked"}
        assert states["review-hold"] == states["review-hold-again"] == "met"

    def test_is_lifted_for_one_issue_while_another_waits(self, story: Story) -> None:
        hold = held(story, linked(story), 1, 2)
        posted(story, TUESDAY)
        story.does(lift_hold, "mo", WEDNESDAY, hold=hold, issues=(1,), words="She was not there.")

        assert page(story).linked.held.keys() == {2}
        assert owed(story) == {"tell-going-on": None, "review-hold": IN_TWENTY}
        assert code_of(story, lift_hold, hold=hold, issues=(1,), words="Again.") == "not-held"

    def test_is_lifted_when_the_process_ends_by_one_letter(self, story: Story) -> None:
        process = linked(story)
        held(story, process, 1)
        posted(story, TUESDAY)
        held(story, process, 3, on=WEDNESDAY)
        posted(story, WEDNESDAY)
        story.does(end_process, "olu", WEDNESDAY, process=process, words="A conclusion of misadventure.")

        assert page(story).linked.held == {}
        assert page(story).linked.processes[0].ended_on == WEDNESDAY
        assert [letter.name for letter in story.case.letters.filter(state="queued")] == ["hold-lifted"]

    def test_of_what_the_person_may_not_know_says_nothing_of_it(self, story: Story) -> None:
        process = linked(story, ProcessKind.DISCIPLINARY)
        told = Grounds(prejudice="She would learn of it.", explanation="We discipline somebody.")
        said: dict[str, Any] = {"asked_by": "Personnel", "asked_how": Channel.EMAIL, "review_on": IN_TWENTY}
        assert code_of(story, hold_issues, process=process, issues=(2,), grounds=told, **said) == "never-told"
        held(story, process, 2, grounds=IN_SECRET)

    @pytest.mark.parametrize(
        ("kind", "grounds", "code"),
        [
            (ProcessKind.INQUEST, Grounds(), "no-prejudice"),
            (ProcessKind.CLAIM, Grounds(prejudice="It might."), "claim-alone"),
            (ProcessKind.CLAIM, Grounds(advice="Our solicitor."), "no-prejudice"),
            (ProcessKind.INCIDENT, Grounds(prejudice="It might."), "not-agreed"),
            (ProcessKind.APPEAL, Grounds(), "not-agreed"),
        ],
    )
    def test_without_its_grounds_is_refused(self, story: Story, kind: ProcessKind, grounds: Grounds, code: str) -> None:
        process = linked(story, kind)
        said: dict[str, Any] = {
            "asked_by": "They",
            "asked_how": Channel.EMAIL,
            "review_on": IN_TWENTY,
            "grounds": grounds,
        }
        assert code_of(story, hold_issues, process=process, issues=(2,), **said) == code

    def test_for_a_claim_stands_on_advice_and_for_an_incident_on_agreement(self, story: Story) -> None:
        held(
            story, linked(story, ProcessKind.CLAIM), 1, grounds=Grounds(prejudice="It would.", advice="NHS Resolution")
        )
        posted(story, TUESDAY)
        held(story, linked(story, ProcessKind.INCIDENT), 2, grounds=Grounds(agreed=True))

        assert page(story).linked.held.keys() == {1, 2}

    def test_of_what_is_held_left_out_or_not_there_is_refused(self, story: Story) -> None:
        process = linked(story)
        held(story, process, 2)
        said: dict[str, Any] = {
            "asked_by": "They",
            "asked_how": Channel.EMAIL,
            "review_on": IN_TWENTY,
            "grounds": PREJUDICE,
        }

        assert code_of(story, hold_issues, process=process, issues=(2,), **said) == "already-held"
        assert code_of(story, hold_issues, process=process, issues=(4,), **said) == "no-such-issue"
        assert code_of(story, hold_issues, process=process, issues=(), **said) == "no-such-issue"

    @pytest.mark.parametrize(
        ("review_on", "code"),
        [(WEDNESDAY, "review-not-ahead"), (date(2026, 7, 10), "review-too-far")],  # 8 April and 93 days
    )
    def test_is_looked_at_again_ahead_and_within_three_months(self, story: Story, review_on: date, code: str) -> None:
        said: dict[str, Any] = {
            "asked_by": "They",
            "asked_how": Channel.EMAIL,
            "review_on": review_on,
            "grounds": PREJUDICE,
        }
        assert code_of(story, hold_issues, process=linked(story), issues=(1,), **said) == code

    def test_is_a_managers_decision(self, story: Story) -> None:
        said: dict[str, Any] = {
            "asked_by": "They",
            "asked_how": Channel.EMAIL,
            "review_on": IN_TWENTY,
            "grounds": PREJUDICE,
        }
        assert code_of(story, hold_issues, "olu", process=linked(story), issues=(1,), **said) == "not-your-role"

    def test_is_lifted_without_a_letter_where_the_person_has_died(self, story: Story) -> None:
        hold = held(story, linked(story), 2)
        posted(story, TUESDAY)
        story.does(record_death, "mo", WEDNESDAY, died=Who.COMPLAINANT, words="Her son rang.")
        story.does(lift_hold, "mo", WEDNESDAY, hold=hold, issues=(2,), words="The coroner is done.")

        assert page(story).linked.held == {}
        assert not story.case.letters.filter(state="queued").exists()


class TestWhatIsShown:
    def test_on_the_investigation_stands_at_the_issue(self, story: Story) -> None:
        held(story, linked(story), 2)

        found = investigation(story.office.actor("mo", WEDNESDAY), story.reference, now=at(WEDNESDAY)).findings
        assert [(one.issue, one.held_until) for one in found] == [(1, None), (2, IN_TWENTY), (3, None)]

    @pytest.mark.parametrize("kind", [kind for kind, rule in PROCESSES.items() if not rule.is_told])
    def test_to_the_person_gives_nothing_away(self, story: Story, kind: ProcessKind) -> None:
        story.does(acknowledge, "mo", TUESDAY, channel=Channel.TELEPHONE)
        held(story, linked(story, kind), 2, grounds=IN_SECRET)
        posted(story, TUESDAY)
        secret = story.does(issue_follow_link, "mo", TUESDAY).secret

        shown = follow(story.reference, secret, WEDNESDAY, now=at(WEDNESDAY))
        said = repr(shown).casefold()
        assert (
            "We wrote to you that part of your complaint has to wait, and when we look at that again.",
            IN_TWENTY,
        ) in [(one.words, one.date_given) for one in shown.happened]
        for word in (PROCESSES[kind].words, kind.value, "safeguard", "disciplin", "danger", "hold"):
            assert word.casefold() not in said
        assert shown.received_on == MAUNDY_THURSDAY
