"""Does docs/rules/afterwards.md say when a complaint stays withdrawn though the person wants to go on?"""

import pytest

from putright.domain.vocabulary import CaseStatus
from putright.domain.withdrawing import why_not_left, why_not_taken_up
from putright.gateways.procedure_files import programme
from tests.domain.cases import PROCEDURES, shipped, stands
from tests.tables import a_day, named, table

HEADING = "Whether a complaint that was withdrawn can stay so though the person wants to go on"
LEFT, OWED = (table("afterwards.md", HEADING, nth=nth) for nth in (0, 1))
RULES = programme(str(PROCEDURES / "office" / "withdrawal.yaml"))


@pytest.mark.parametrize("row", LEFT, ids=named(LEFT))
def test_whether_it_can_stay_withdrawn(row: dict[str, str]) -> None:
    until = a_day(row["Until"]) if row["Until"] else None
    refusal = why_not_left(a_day(row["The person asks"]), until, row["Reasons"])

    assert (refusal.code if refusal else "–") == row["Refused"]


@pytest.mark.parametrize("row", OWED, ids=named(OWED))
def test_by_when_they_are_told(row: dict[str, str]) -> None:
    _, law = shipped("living-well-partnership")
    duty = stands([law, RULES], f"received Thu 2 Apr 2026; {row['What happened']}", row["As at"]).duty("answer-take-up")

    assert (str(duty.state), duty.due_on) == (row["State"], a_day(row["Due"]))


def test_only_what_was_withdrawn_is_taken_up() -> None:
    refused = {status for status in CaseStatus if why_not_taken_up(status)}

    assert refused == set(CaseStatus) - {CaseStatus.WITHDRAWN}
