"""Which issues did the person withdraw while the others go on, and can one be withdrawn, or taken up again?"""

from collections.abc import Collection, Sequence
from typing import Final

from putright.domain.chronology import Event, in_force, issue_of
from putright.domain.duty import Refused
from putright.domain.vocabulary import CaseStatus

RULES: Final = "issue-withdrawal"
WITHDRAWN, RESUMED = "issue_withdrawn", "issue_resumed"


def withdrawn_issues(events: Sequence[Event]) -> frozenset[int]:
    """The numbers of the issues that stand withdrawn."""
    found: set[int] = set()
    for event in in_force(events):
        number = issue_of(event)
        if number is None or not number.isdecimal():
            continue
        if event.event == WITHDRAWN:
            found.add(int(number))
        elif event.event == RESUMED:
            found.discard(int(number))
    return frozenset(found)


def why_not_withdrawn(
    issue: int,
    *,
    status: CaseStatus,
    answered: Collection[int],
    live: Collection[int],
    withdrawn: Collection[int],
    held: Collection[int],
) -> Refused | None:
    """Why this issue cannot be withdrawn by itself; nothing if it can.

    `live` are those that are to be answered, with an outcome or without; `answered` those that have one.
    """
    if status is not CaseStatus.OPEN:
        message = "The complaint has been answered or has ended, so no part of it can be withdrawn now."
        return Refused(code="already-answered", message=message)
    if issue in withdrawn:
        return Refused(code="already-issue-withdrawn", message="The person has withdrawn this issue already.")
    if issue not in live:
        return Refused(code="no-such-issue", message="Choose an issue that is to be answered.")
    if issue in answered:
        message = "This issue has an outcome, so the answer tells of it. Correct that entry first if it is not to."
        return Refused(code="has-an-outcome", message=message)
    if issue in held:
        message = "This issue is held for something else that goes on. Take it up first."
        return Refused(code="issue-held", message=message)
    if len(set(live)) == 1:
        message = "Nothing else is left to answer. If the person wants nothing any more, the complaint is withdrawn."
        return Refused(code="last-issue", message=message)
    return None


def why_not_resumed(issue: int, *, status: CaseStatus, withdrawn: Collection[int]) -> Refused | None:
    """Why this issue cannot be taken up again; nothing if it can."""
    if issue not in withdrawn:
        return Refused(code="not-withdrawn", message="Choose an issue that the person withdrew.")
    if status is not CaseStatus.OPEN:
        message = (
            "The complaint has been answered or has ended without it. Open a second round, or enter what the person"
            " says now as a complaint of its own."
        )
        return Refused(code="already-answered", message=message)
    return None
