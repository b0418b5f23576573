"""Does docs/rules/waiting.md say for whom a case waits, for what, and since when?"""

import re
from datetime import date, timedelta

import pytest

from putright.domain.chronology import Event, FactValue
from putright.domain.duty import Position
from putright.domain.vocabulary import CaseStatus
from putright.domain.waiting import WAIT_WORDS, WHOM, WaitedFor, WaitKind, waits_of
from tests.domain.cases import happened as told
from tests.tables import a_day, named, table

PAGE = "waiting.md"
FIRST = date(2026, 4, 2)
HELD = table(PAGE, "What is held for another process")
LINE = re.compile(r"(?:(?P<number>\d+)(?P<how>[:!]))?(?P<event>\w+)(?: (?P<said>.+))?")


def a_position(status: CaseStatus = CaseStatus.OPEN) -> Position:
    nothing: tuple[()] = ()
    return Position(
        as_at=date(2026, 5, 1),
        status=status,
        stage=None,
        lead=None,
        procedures=nothing,
        duties=nothing,
        permitted=nothing,
        refused=nothing,
        warnings=nothing,
        ways_on=nothing,
    )


def happened(cell: str) -> list[Event]:
    return [_event(place, line) for place, line in enumerate(cell.split(", "), start=1)]


def _event(place: int, line: str) -> Event:
    found = LINE.fullmatch(line)
    assert found, line
    facts: dict[str, FactValue] = {}
    match found["event"], found["said"]:
        case "joined", said:
            facts = {"as": said.removeprefix("as "), "body": "a-body"}
        case "response_checked", said:
            facts = {"accepted": said == "yes"}
        case "contribution_requested" | "sharing_asked", _:
            facts = {"body": "a-body"}
    return Event(
        event=found["event"],
        on=FIRST + timedelta(days=place - 1),
        id=str(place),
        about=found["number"] if found["how"] == ":" else None,
        corrects=found["number"] if found["how"] == "!" else None,
        facts=facts,
    )


@pytest.mark.parametrize("row", table(PAGE, "What is waited for"), ids=lambda row: row["Happened"])
def test_what_is_waited_for(row: dict[str, str]) -> None:
    waits = waits_of(happened(row["Happened"]), a_position())

    expected = [(row["Waits for"], row["What"], a_day(row["Since"]))] if row["Waits for"] else []
    assert [(str(wait.whom), str(wait.kind), wait.since_on) for wait in waits] == expected


@pytest.mark.parametrize("row", table(PAGE, "Once the case is over"), ids=lambda row: row["Status"])
def test_once_the_case_is_over(row: dict[str, str]) -> None:
    waits = waits_of(happened(row["Happened"]), a_position(CaseStatus(row["Status"])))

    assert ", ".join(wait.kind for wait in waits) == row["Waits for"]


@pytest.mark.parametrize("row", table(PAGE, "What was put right"), ids=lambda row: row["Happened"])
def test_what_was_put_right(row: dict[str, str]) -> None:
    waits = waits_of(happened(row["Happened"]), a_position())

    assert ", ".join(wait.kind for wait in waits) == row["Waits for"]
    assert [wait.since_on for wait in waits] == ([a_day(row["Since"])] if row["Since"] else [])


@pytest.mark.parametrize("row", HELD, ids=named(HELD))
def test_what_is_held_for_another_process(row: dict[str, str]) -> None:
    waits = waits_of(told(row["Happened"]), a_position())

    expected = [(row["What"], a_day(row["Since"]), a_day(row["Wanted by"]))] if row["What"] else []
    assert [(str(wait.kind), wait.since_on, wait.due_on) for wait in waits] == expected


def test_each_organisation_answers_for_itself() -> None:
    asked = [
        Event(event="sharing_asked", on=FIRST, id="1", facts={"body": "one"}),
        Event(event="sharing_asked", on=FIRST, id="2", facts={"body": "two"}),
        Event(event="sharing_agreed", on=FIRST, id="3", facts={"body": "one"}),
    ]

    assert [(wait.entry, wait.body) for wait in waits_of(asked, a_position())] == [(2, "two")]


def test_a_day_that_was_named_with_the_request_is_the_day_by_which_it_is_wanted() -> None:
    asked = [Event(event="contribution_requested", on=FIRST, id="1", facts={"body": "one", "date": date(2026, 4, 20)})]

    assert [wait.due_on for wait in waits_of(asked, a_position())] == [date(2026, 4, 20)]


def test_every_kind_has_words_and_somebody_who_is_waited_for() -> None:
    assert list(WAIT_WORDS) == list(WHOM) == list(WaitKind)
    assert set(WHOM.values()) == set(WaitedFor)
