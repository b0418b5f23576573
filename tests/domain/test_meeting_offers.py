"""Does docs/rules/meetings.md say what a person can say to a meeting, and what is owed to them for it?"""

from dataclasses import replace
from datetime import date, datetime

import pytest

from putright.domain.meeting_offers import MeetingAnswer, may_answer, meeting_stands, why_not_answer
from putright.domain.periods import LONDON
from putright.domain.position import position
from putright.gateways.procedure_files import programme
from tests.domain.cases import ENGLAND, PROCEDURES, happened, shipped, stands
from tests.tables import a_day, named, table

SAY = table("meetings.md", "What the person can say to a meeting")
OWED = table("meetings.md", "What is owed for it")
RULES = programme(str(PROCEDURES / "office" / "meetings.yaml"))


@pytest.mark.parametrize("row", SAY, ids=named(SAY))
def test_what_the_person_can_say(row: dict[str, str]) -> None:
    events, position = happened(row["What happened"]), stands(shipped("commisceo"), row["What happened"], row["As at"])
    can = may_answer(position, events)

    assert str(meeting_stands(events, a_day(row["As at"]))) == row["Stands"]
    assert (", ".join(can) or "–") == row["The person can say"]
    refused = {answer for answer in MeetingAnswer if why_not_answer(answer, position, events)}
    assert refused == set(MeetingAnswer) - set(can)


@pytest.mark.parametrize("row", OWED, ids=named(OWED))
def test_what_is_owed_for_it(row: dict[str, str]) -> None:
    _, law = shipped("living-well-partnership")
    duty = stands([law, RULES], f"received Wed 1 Apr 2026; {row['What happened']}", row["As at"]).duty(row["Step"])

    assert (str(duty.state), duty.due_on) == (row["State"], a_day(row["Due"]))


@pytest.mark.parametrize(("offered", "asked", "state"), [("2", "3", "open"), ("3", "2", "met")])
def test_what_was_offered_on_that_day_before_they_asked_is_no_answer(offered: str, asked: str, state: str) -> None:
    told = happened("received Wed 1 Apr 2026; meeting_offered Thu 2 Apr 2026; meeting_time_asked Thu 2 Apr 2026")
    events = [
        replace(event, id=number, recorded_at=datetime(2026, 4, event.on.day, 10, tzinfo=LONDON))
        for event, number in zip(told, ("1", offered, asked), strict=True)
    ]
    _, law = shipped("living-well-partnership")
    duty = position((law, RULES), tuple(events), ENGLAND, date(2026, 4, 2)).duty("offer-another-time")

    assert str(duty.state) == state
