"""When two people act on one case at once, is the second told, and is nothing lost?"""

from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.db import connection, connections

from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.receive_complaint import receive_complaint
from putright.casework.actions.register import register
from putright.casework.errors import ActionRefused, CaseworkError, StaleCase
from putright.casework.queries.worklist import Worklist, worklist_for
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.records.models import Case, Event
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_complaint, a_story, an_office, at

pytestmark = pytest.mark.usefixtures("committed")
TIMES = 8


@pytest.fixture
def office(committed: None, tmp_path: Path) -> Office:
    return an_office(tmp_path)


def at_once(*deeds: Callable[[], object]) -> list[CaseworkError | None]:
    """Do several things in as many threads, all beginning together; answer with what each was told."""
    ready, told = Barrier(len(deeds)), [None] * len(deeds)

    def do(place: int, deed: Callable[[], object]) -> None:
        try:
            ready.wait()
            deed()
        except CaseworkError as error:
            told[place] = error  # type: ignore[call-overload]
        finally:
            connections.close_all()

    threads = [Thread(target=do, args=(place, deed)) for place, deed in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return list(told)


def note(story: Story, words: str, version: int | None) -> None:
    actor = story.office.actor("mo")
    add_file_note(
        actor=actor,
        case=story.reference,
        on=MAUNDY_THURSDAY,
        now=at(MAUNDY_THURSDAY),
        version=version,
        means=story.office.means,
        words=words,
    )


def test_of_those_who_saw_the_same_version_one_acts_and_the_others_are_told(office: Office) -> None:
    story = a_story(office)
    seen = story.case.version

    told = at_once(*[lambda n=n: note(story, f"note {n}", seen) for n in range(TIMES)])

    assert sorted(type(each).__name__ for each in told) == ["NoneType", *["StaleCase"] * (TIMES - 1)]
    assert story.case.version == seen + 1
    assert Event.objects.filter(case=story.case, event="note_made").count() == 1


def test_those_who_do_not_mind_the_version_act_one_after_the_other_and_nothing_is_lost(office: Office) -> None:
    story = a_story(office)

    told = at_once(*[lambda n=n: note(story, f"note {n}", None) for n in range(TIMES)])

    assert told == [None] * TIMES
    numbers = list(Event.objects.filter(case=story.case).order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert {paper.text for paper in story.case.documents.filter(kind="file-note")} == {
        f"note {n}" for n in range(TIMES)
    }
    assert verify(office.means).misfits == ()


def test_those_who_look_at_once_see_the_same_each_by_their_own_connection(office: Office) -> None:
    story = a_story(office)
    actor, seen = office.actor("mo"), list[Worklist]()

    told = at_once(*[lambda: seen.append(worklist_for(actor, MAUNDY_THURSDAY))] * TIMES)

    assert told == [None] * TIMES
    assert seen == [worklist_for(actor, MAUNDY_THURSDAY)] * TIMES
    assert [row.reference for row in seen[0].rows] == [story.reference]


def test_what_can_be_done_once_is_done_once(office: Office) -> None:
    story = a_story(office)

    def enter() -> None:
        story.does(register, "mo", MAUNDY_THURSDAY)

    told = at_once(enter, enter)

    refusals = [each.refusal.code for each in told if isinstance(each, ActionRefused)]
    assert refusals == ["already-registered"]


def test_a_form_that_is_sent_twice_at_once_makes_one_complaint(office: Office) -> None:
    def send() -> None:
        receive_complaint(
            actor=None,
            body=office.code,
            complaint=a_complaint(),
            channel=Channel.ONLINE,
            on=MAUNDY_THURSDAY,
            now=at(MAUNDY_THURSDAY),
            form="one form",
            means=office.means,
        )

    told = at_once(*[send] * 4)

    assert sorted(type(each).__name__ for each in told) == ["ActionRefused"] * 3 + ["NoneType"]
    assert Case.objects.count() == 1
    assert verify(office.means).misfits == ()


def test_many_people_complain_at_once_and_no_complaint_is_lost(office: Office) -> None:
    def complain() -> None:
        receive_complaint(
            actor=None,
            body=office.code,
            complaint=a_complaint(),
            channel=Channel.ONLINE,
            on=MAUNDY_THURSDAY,
            now=at(MAUNDY_THURSDAY),
        )

    told = at_once(*[complain] * 20)

    assert told == [None] * 20
    assert Case.objects.count() == 20


@pytest.mark.postgresql
def test_the_row_of_the_case_is_held_while_an_action_lasts(office: Office) -> None:
    """SQLite has no row locks: there one writer at a time holds the whole store."""
    story = a_story(office)
    with connection.execute_wrapper(_noting := Noted()):
        note(story, "a note", None)

    assert any("FOR UPDATE OF" in statement for statement in _noting.statements)


class Noted:
    """Every statement that went to the database."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    def __call__(self, execute, sql, params, many, context):
        self.statements.append(sql)
        return execute(sql, params, many, context)


def test_the_second_is_told_with_the_one_exception_that_says_so(office: Office) -> None:
    story = a_story(office)
    seen = story.case.version
    note(story, "first", seen)

    with pytest.raises(StaleCase):
        note(story, "second", seen)
