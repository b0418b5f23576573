"""Does docs/rules/holds.md say which processes there are, when an issue waits for one, and which clocks go on?"""

from datetime import date

import pytest

from putright.domain.chronology import Event
from putright.domain.holds import Grounds, hold_at, holds_of, why_not_hold, why_not_review_on, why_not_while_held
from putright.domain.linked import PROCESSES, HoldsFor, Process, ProcessKind, processes_of
from putright.gateways.procedure_files import programme
from tests.domain.cases import PROCEDURES, happened, stands, the_programme
from tests.tables import a_day, named, table

PAGE = "holds.md"
KINDS = table(PAGE, "Which processes are there?")
GROUNDS = table(PAGE, "On what may an issue be held?")
REVIEWS = table(PAGE, "When is it looked at again?")
CLOCKS = table(PAGE, "What is owed, and which clocks go on?")
CLOSING = table(PAGE, "What is owed, and which clocks go on?", nth=1)
WAITS = {
    "never": HoldsFor.NEVER,
    "where they would prejudice it": HoldsFor.PREJUDICE,
    "where somebody advises that they would prejudice it": HoldsFor.ADVICE,
    "where the person agrees": HoldsFor.AGREEMENT,
}
OURS = """\
name: ours
title: Ours
kind: procedure
under: england-2009
pauses: {steps: answer, from: issue_held, until: issue_taken_up}
steps:
  answer: {promise: We answer., due: 20 working days after received, met_when: response_sent, fulfils: respond}
"""


def programmes():
    files = ("england-2009", "office/linked")
    return [the_programme(OURS), *(programme(str(PROCEDURES / f"{name}.yaml")) for name in files)]


def test_every_process_stands_in_the_table() -> None:
    assert [row["Process"] for row in KINDS] == [kind.value for kind in ProcessKind]


@pytest.mark.parametrize("row", KINDS, ids=named(KINDS))
def test_a_process(row: dict[str, str]) -> None:
    rule = PROCESSES[ProcessKind(row["Process"])]

    assert rule.holds_for is WAITS[row["Issues may wait"]]
    assert rule.is_told is (row["Is the person told what it is?"] == "yes")
    assert bool(rule.owes) is (row["Brings a duty of its own"] == "yes")
    assert rule.at_once.endswith(".")


@pytest.mark.parametrize("row", GROUNDS, ids=named(GROUNDS))
def test_what_an_issue_is_held_on(row: dict[str, str]) -> None:
    grounds = Grounds(
        prejudice=row["What would be prejudiced"],
        advice=row["Who advises it"],
        agreed=row["The person agrees"] == "yes",
        explanation=row["Explained to the person"],
    )
    refusal = why_not_hold(PROCESSES[ProcessKind(row["Process"])], grounds)

    assert (refusal.code if refusal else "yes") == row["Held?"]


@pytest.mark.parametrize("row", REVIEWS, ids=named(REVIEWS))
def test_when_it_is_looked_at_again(row: dict[str, str]) -> None:
    refusal = why_not_review_on(a_day(row["To be looked at again"]), on=a_day(row["Decided"]))

    assert (refusal.code if refusal else "yes") == row["Is it taken?"]


@pytest.mark.parametrize("row", CLOCKS, ids=lambda row: f"{row['Duty']}-{row['As at']}")
def test_what_is_owed(row: dict[str, str]) -> None:
    found = stands(programmes(), row["What happened"], row["As at"])
    duty = next(duty for duty in found.duties if duty.id == row["Duty"])

    due = None if row["Due"] == "–" else a_day(row["Due"])
    assert (duty.state, duty.due_on, duty.paused) == (row["State"], due, row["Paused"] == "yes")


@pytest.mark.parametrize("row", CLOSING, ids=lambda row: row["Closed?"])
def test_what_is_held_keeps_a_case_open(row: dict[str, str]) -> None:
    refusal = stands(programmes(), row["What happened"], row["As at"]).refusal_of("closed")

    assert (refusal.code if refusal else "yes") == row["Closed?"]


LIFTED = (
    "process_started Tue 7 Apr 2026 #1 (process inquest); hold_set Tue 7 Apr 2026 #2 about 1 (date Wed 6 May 2026);"
    "issue_held Tue 7 Apr 2026 #3 about 2 issue 1; issue_held Tue 7 Apr 2026 #4 about 2 issue 2"
)


class TestAHold:
    def test_names_what_it_holds_still(self) -> None:
        (hold,) = holds_of(happened(LIFTED))
        assert (hold.number, hold.process, hold.issues) == (2, 1, (1, 2))

        (hold,) = holds_of(happened(f"{LIFTED}; issue_taken_up Wed 8 Apr 2026 #5 about 2 issue 1"))
        assert hold.issues == (2,)

    def test_is_found_by_its_last_look(self) -> None:
        events = happened(f"{LIFTED}; hold_reviewed Wed 6 May 2026 #5 about 2 (date Wed 3 Jun 2026)")
        found = hold_at(events, 5)

        assert found == hold_at(events, 2)
        assert found is not None
        assert found.owes.facts["date"] == date(2026, 6, 3)
        assert hold_at(events, 1) is None

    def test_that_was_a_mistake_holds_nothing(self) -> None:
        events = happened(f"{LIFTED}; entered_in_error Wed 8 Apr 2026 #5 corrects 2")
        assert holds_of(events) == ()
        assert why_not_while_held(events, 1) is None

    def test_keeps_its_issues_from_being_decided(self) -> None:
        assert why_not_while_held(happened(LIFTED), 3) is None
        refusal = why_not_while_held(happened(LIFTED), 2)
        assert refusal is not None
        assert refusal.code == "issue-held"


class TestAProcess:
    def found(self, text: str) -> Process:
        return processes_of(happened(text))[0]

    def test_of_a_kind_that_we_do_not_know_is_no_process_of_ours(self) -> None:
        assert processes_of(happened("process_started Tue 7 Apr 2026 #1 (process adjudication)")) == ()
        assert processes_of([Event(event="process_started", on=date(2026, 4, 7))]) == ()

    def test_is_pointed_at_by_what_makes_its_duties_owed(self) -> None:
        told = (
            "process_started Tue 7 Apr 2026 #1 (process duty-of-candour); candour_owed Tue 7 Apr 2026 #2 about 1;"
            "candour_told Wed 8 Apr 2026 #3 about 2; candour_written Thu 9 Apr 2026 #4 about 3"
        )
        one = self.found(told)

        assert one.entries == {"1", "2", "3"}
        assert one.written is not None
        assert one.written.on == date(2026, 4, 9)

    def test_ends_for_itself_alone(self) -> None:
        two = (
            "process_started Tue 7 Apr 2026 #1 (process claim); process_started Tue 7 Apr 2026 #2 (process inquest);"
            "process_ended Wed 8 Apr 2026 #3 about 2 (process inquest)"
        )
        assert [one.is_open for one in processes_of(happened(two))] == [True, False]
