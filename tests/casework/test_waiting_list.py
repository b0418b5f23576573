"""Does one list say for whom each case waits, for what and since when, to those whose cases they are?

April 2026: Maundy Thursday is the 2nd, the Tuesday after Easter the 7th.
"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import Promise, add_file_note
from putright.casework.actions.assign_handler import assign_handler
from putright.casework.actions.end_task import end_task
from putright.casework.actions.keep_promise import keep_promise
from putright.casework.actions.lift_hold import lift_hold
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_leaving import record_leaving
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.request_records import request_records
from putright.casework.actions.request_statement import request_statement
from putright.casework.actions.restrict_case import restrict_case
from putright.casework.actions.set_task import set_task
from putright.casework.actions.sign_response import sign_response
from putright.casework.actions.withdraw import withdraw
from putright.casework.queries.waiting_list import WaitingList, waiting_list
from putright.casework.response_draft import Draft
from putright.casework.said import IssueSaid
from putright.casework.upkeep import recompute
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.issues import Outcome, Subject
from putright.domain.response import ActionConfirmation
from putright.domain.waiting import WaitedFor, WaitKind
from putright.records.models import Person, Wait
from tests.casework.offices import Office, Story, a_story, at
from tests.casework.statements import can_sign_in
from tests.casework.test_linked import IN_TWENTY, held, linked

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)
FRIDAY, NEXT_FRIDAY = date(2026, 4, 10), date(2026, 4, 17)


def seen_by(office: Office, who: str, on: date = WEDNESDAY, **asked: object) -> WaitingList:
    return waiting_list(office.actor(who, on), on, **asked)  # type: ignore[arg-type]


def shown(listed: WaitingList) -> list[tuple[str, str, str, date, date | None]]:
    return [(row.kind.value, row.asked, row.owner, row.since_on, row.due_on) for row in listed.rows]


def kinds(listed: WaitingList) -> list[str]:
    return [row.kind.value for row in listed.rows]


def with_a_task(story: Story, owner: str = "ines", due_on: date = FRIDAY) -> int:
    story.does(set_task, "mo", TUESDAY, owner=story.office.people[owner], what="Read the rota.", due_on=due_on)
    return int(story.case.events.filter(event="task_set").latest("number").number)


@pytest.fixture
def story(commisceo: Office) -> Story:
    return a_story(commisceo)


class TestWhatWaits:
    def test_a_task_stands_on_the_list_of_whose_it_is(self, story: Story) -> None:
        story.does(assign_handler, "mo", TUESDAY, handler=story.office.people["ines"])
        story.does(assign_handler, "mo", TUESDAY, handler=story.office.people["mo"])
        with_a_task(story, "olu")
        olu, mo = story.office.people["olu"], story.office.people["mo"]

        assert shown(seen_by(story.office, "olu", person=olu)) == [("task", "", "Olu Officer", TUESDAY, FRIDAY)]
        assert seen_by(story.office, "olu", person=olu).rows[0].said == "Read the rota."
        assert kinds(seen_by(story.office, "mo", person=mo)) == []

    def test_it_goes_when_the_task_is_done(self, story: Story) -> None:
        task = with_a_task(story, "mo")
        story.does(end_task, "mo", WEDNESDAY, task=task, is_done=True)

        assert kinds(seen_by(story.office, "mo")) == []

    def test_a_promise_waits_even_when_the_case_is_over(self, story: Story) -> None:
        story.does(add_file_note, "mo", TUESDAY, words="She rang.", promise=Promise(words="A copy.", by=FRIDAY))
        story.does(withdraw, "mo", WEDNESDAY)

        assert shown(seen_by(story.office, "mo")) == [("promise", "", "Mo Manager", TUESDAY, FRIDAY)]
        made = story.case.events.get(event="promise_made").number
        story.does(keep_promise, "mo", WEDNESDAY, promise=made)
        assert kinds(seen_by(story.office, "mo")) == []

    def test_a_statement_says_who_was_asked(self, story: Story) -> None:
        can_sign_in(story.office, "sam")
        story.does(
            request_statement,
            "mo",
            TUESDAY,
            person=story.office.people["sam"],
            about="A talk",
            questions=("What?",),
            due_on=NEXT_FRIDAY,
            channel=Channel.ONLINE,
        )
        (row,) = seen_by(story.office, "mo", whom=WaitedFor.STAFF).rows

        assert (row.asked, row.since_on, row.whom) == ("Sam Staff", TUESDAY, WaitedFor.STAFF)
        assert row.due_on is not None

    def test_records_say_what_was_asked_for(self, story: Story) -> None:
        story.does(request_records, "mo", TUESDAY, of_whom="the surgery", what="The notes.", due_on=FRIDAY)
        (row,) = seen_by(story.office, "mo", whom=WaitedFor.OTHERS).rows

        assert "The notes." in row.said
        assert row.due_on == FRIDAY

    def test_what_is_held_says_who_asked_for_it_and_when_it_is_looked_at_again(self, commisceo: Office) -> None:
        issues = tuple(IssueSaid(subject=each, words="So.") for each in (Subject.VALUES, Subject.COMMUNICATIONS))
        story = a_story(commisceo, issues=issues)
        hold = held(story, linked(story), 2)
        (row,) = seen_by(story.office, "mo", whom=WaitedFor.OTHERS).rows

        assert (row.kind, row.said, row.since_on, row.due_on) == (
            WaitKind.HOLD,
            "The coroner’s officer",
            TUESDAY,
            IN_TWENTY,
        )
        assert verify(story.office.means).misfits == ()
        story.does(lift_hold, "mo", WEDNESDAY, hold=hold, issues=(2,), words="The coroner is done.")
        assert "hold" not in kinds(seen_by(story.office, "mo"))

    def test_a_letter_counts_once_it_has_gone(self, story: Story) -> None:
        asked = story.does(acknowledge, "mo", TUESDAY)
        assert kinds(seen_by(story.office, "mo")) == []

        story.posts("mo", WEDNESDAY, asked)

        assert shown(seen_by(story.office, "mo")) == [("discussion", "", "Mo Manager", WEDNESDAY, None)]

    def test_a_draft_waits_for_its_signature(self, story: Story) -> None:
        story.does(
            record_outcome,
            "mo",
            TUESDAY,
            issue=1,
            outcome=Outcome.NOT_UPHELD,
            conclusion="It was not.",
            remedy_needed=False,
        )
        draft = Draft(how_considered="We asked.", action_confirmation=ActionConfirmation.NONE_NEEDED)
        story.does(prepare_response, "mo", TUESDAY, draft=draft)
        assert kinds(seen_by(story.office, "rosa", whom=WaitedFor.SIGNATORY)) == ["signature"]

        story.does(sign_response, "rosa", WEDNESDAY)

        assert kinds(seen_by(story.office, "rosa", whom=WaitedFor.SIGNATORY)) == []


class TestTheList:
    def test_is_by_the_day_and_says_what_is_late(self, commisceo: Office) -> None:
        later, sooner = a_story(commisceo), a_story(commisceo)
        with_a_task(later, "mo", NEXT_FRIDAY)
        with_a_task(sooner, "mo", FRIDAY)

        listed = seen_by(commisceo, "mo", date(2026, 4, 13))

        assert [(row.reference, row.is_late) for row in listed.rows] == [
            (sooner.reference, True),
            (later.reference, False),
        ]
        assert [row.reference for row in seen_by(commisceo, "mo", date(2026, 4, 13), late=True).rows] == [
            sooner.reference
        ]
        assert {name: count for name, count in listed.counts.items() if count} == {"all": 2, "late": 1, "ourselves": 2}

    def test_what_nobody_has_is_found_as_well(self, story: Story) -> None:
        story.does(add_file_note, "mo", TUESDAY, words="She rang.", promise=Promise(words="A copy.", by=FRIDAY))
        record_leaving(
            actor=story.office.actor("ada", WEDNESDAY),
            person=story.office.people["mo"],
            last_day=WEDNESDAY,
            successors={},
            now=at(WEDNESDAY),
            means=story.office.means,
        )

        assert shown(seen_by(story.office, "olu", person=0)) == [("promise", "", "", TUESDAY, FRIDAY)]

    def test_of_a_team_holds_what_its_members_have(self, commisceo: Office) -> None:
        for who in ("olu", "ines"):
            Person.objects.filter(pk=commisceo.people[who]).update(team="Surgery")
        ours, theirs = a_story(commisceo), a_story(commisceo)
        with_a_task(ours, "olu")
        with_a_task(theirs, "mo")

        assert [row.reference for row in seen_by(commisceo, "olu", team=True).rows] == [ours.reference]
        assert seen_by(commisceo, "olu").team == "Surgery"

    def test_pages_follow_one_another_without_gap_or_repeat(self, commisceo: Office) -> None:
        for _ in range(5):
            with_a_task(a_story(commisceo), "mo")

        pages = [seen_by(commisceo, "mo", page=page, size=2) for page in (1, 2, 3)]

        assert [len(page.rows) for page in pages] == [2, 2, 1]
        assert [page.has_more for page in pages] == [True, True, False]
        assert len({row.reference for page in pages for row in page.rows}) == 5
        assert pages[0].pages == 3


class TestWhoSees:
    def test_an_investigator_what_waits_on_their_cases_alone(self, commisceo: Office) -> None:
        mine, other = a_story(commisceo), a_story(commisceo)
        mine.does(assign_handler, "mo", TUESDAY, handler=commisceo.people["ines"])
        with_a_task(mine, "mo")
        with_a_task(other, "mo")

        listed = seen_by(commisceo, "ines")

        assert [row.reference for row in listed.rows] == [mine.reference]
        assert listed.counts["all"] == 1

    def test_nobody_what_waits_on_a_case_that_is_restricted(self, story: Story) -> None:
        with_a_task(story, "mo")
        story.does(restrict_case, "rosa", WEDNESDAY, reason="They work here.")

        assert kinds(seen_by(story.office, "olu")) == []
        assert seen_by(story.office, "olu").counts["all"] == 0

    def test_an_administrator_nothing(self, story: Story) -> None:
        with_a_task(story, "mo")

        assert kinds(seen_by(story.office, "ada")) == []


class TestWhatIsKept:
    def test_follows_from_the_entries_and_is_verified(self, story: Story) -> None:
        with_a_task(story, "mo")
        assert verify(story.office.means).misfits == ()

        Wait.objects.all().delete()

        assert [misfit.code for misfit in verify(story.office.means).misfits] == ["waits-differ"]
        recompute(WEDNESDAY)
        assert verify(story.office.means).misfits == ()
        assert kinds(seen_by(story.office, "mo")) == ["task"]

    def test_moves_with_the_case(self, story: Story) -> None:
        story.does(add_file_note, "mo", TUESDAY, words="She rang.", promise=Promise(words="A copy.", by=FRIDAY))
        story.does(assign_handler, "mo", WEDNESDAY, handler=story.office.people["olu"])

        assert [row.owner for row in seen_by(story.office, "mo").rows] == ["Olu Officer"]


def test_it_takes_as_many_queries_however_many_rows_there_are(commisceo: Office) -> None:
    def ask() -> int:
        actor = commisceo.actor("mo", WEDNESDAY)
        waiting_list(actor, WEDNESDAY, size=100)
        with CaptureQueriesContext(connection) as asked:
            waiting_list(actor, WEDNESDAY, size=100)
        return len(asked)

    with_a_task(a_story(commisceo), "mo")
    few = ask()
    for _ in range(6):
        with_a_task(a_story(commisceo), "mo")

    assert ask() == few <= 4
