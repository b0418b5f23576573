"""What exactly is owed where the words stand in a paper of the entry, and the duty only knows its number?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

from putright.casework.queries.case_page import CasePage
from putright.casework.queries.entries_shown import Entry
from putright.domain.breaches import FOUND, HOURS, JUDGED
from putright.domain.periods import LONDON
from putright.web.wording import nhs_date, nhs_time

_OF_REQUESTS = (
    "task_set",
    "improvement_planned",
    "remedy_decided",
    "records_requested",
    "questions_asked",
    "ombudsman_asked",
    "ombudsman_recommended",
    "choice_team_asked",
    "choice_engaged",
    "page_message_received",
    "reach_changed",
)


def what_was_promised(case: CasePage) -> dict[str, str]:
    """The words of each promise, by the number of the entry by which it was made."""
    return {str(entry.number): _words(entry) for entry in case.chronology if entry.event == "promise_made"}


def what_exactly(case: CasePage) -> dict[str, str]:
    """What is owed on each request that has words of its own, by the number of its entry: promises and breaches."""
    said = what_was_promised(case)
    said |= {str(entry.number): _words(entry) for entry in case.chronology if entry.event in _OF_REQUESTS}
    said |= dict(_of_processes(case))
    for entry in case.chronology:
        if entry.event == FOUND:
            said[str(entry.number)] = f"{_words(entry)} {_until(entry)}".strip()
        elif entry.event in JUDGED.values():
            said[str(entry.number)] = said.get(str(entry.about), "").partition(_HOURS_END)[0].strip()
    return said


def _of_processes(case: CasePage) -> Iterator[tuple[str, str]]:
    """What runs beside the complaint and makes something owed, and which issues wait for it."""
    for one in case.linked.processes:
        yield from ((str(entry), one.words) for entry in one.entries)
    for hold in case.linked.holds:
        held = " and ".join(map(str, hold.issues))
        for entry in hold.entries:
            yield str(entry), f"{hold.process_words}: {'issue' if len(hold.issues) == 1 else 'issues'} {held}"


_HOURS_END = "The 72 hours end"


def _until(entry: Entry) -> str:
    """When the hours end that the law gives; by the clock, so a change of the clocks does not lengthen them."""
    if entry.at is None:
        return ""
    there = (entry.at.astimezone(UTC) + HOURS).astimezone(LONDON)
    return f"{_HOURS_END} at {nhs_time(there)} on {nhs_date(there)}."


def _words(entry: Entry) -> str:
    return next((" ".join((paper.text or "").split()) for paper in entry.papers), "")
