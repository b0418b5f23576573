"""Is this an appeal against being on the Special Allocation Scheme, and not a complaint about the service there?

Whether somebody is on the scheme is decided by a panel of the commissioner's: SI 2015/1862 Sch 3 para 25 is the law on
the removal. What was done or said to them at the service is a complaint like any other. One letter can hold both.
"""

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Refused
from putright.domain.vocabulary import CaseStatus

ELSEWHERE: Final = "appeal-elsewhere"  # the rules that take the place of a complaint's where another body decides
FOUND, TOLD = "allocation_appeal_found", "allocation_appeal_told"
DECIDED, DECISION_TOLD = "allocation_appeal_decided", "allocation_decision_told"
LAW: Final = "SI 2015/1862 Sch 3 para 25"
# What answers a complaint, and is never done with an appeal.
ANSWERS: Final = frozenset(
    {
        *("finding_recorded", "outcome_decided", "response_prepared", "response_checked", "response_signed"),
        *("response_sent", "remedy_decided", "excluded", "settled", "round_opened", "review_requested"),
        *("kept", "passed_on"),  # what regulation 7 has a commissioner decide of a complaint
    }
)


class AppealDecision(StrEnum):
    """What the panel decided."""

    REMOVED = "removed"
    STAYS = "stays"


DECISION_WORDS: Final = {
    AppealDecision.REMOVED: "The person is taken off the scheme",
    AppealDecision.STAYS: "The person stays on the scheme",
}
NOT_AN_APPEAL: Final = Refused(
    code="not-an-appeal",
    message="Nothing on this case was told apart as an appeal against being on the Special Allocation Scheme.",
    authority=LAW,
)
NOTHING_TO_TELL_APART: Final = Refused(
    code="already-looked-into",
    message="Every issue has an outcome, is held or is left out, so nothing of it can be told apart as an appeal.",
)
ALREADY_DECIDED: Final = Refused(code="already-appeal-decided", message="It is on the file what the panel decided.")
MESSAGE: Final = (
    "This case is an appeal against being on the Special Allocation Scheme. The panel decides whether the person stays"
    " on it; it is not answered as a complaint. A complaint about the service is a case of its own"
)


def appeal_of(events: Sequence[Event]) -> Event | None:
    """The entry by which the case was told apart as an appeal, if it stands."""
    return next((event for event in in_force(events) if event.event == FOUND), None)


def decision_of(events: Sequence[Event]) -> AppealDecision | None:
    """What the panel decided; nothing while it has not."""
    found = [event for event in in_force(events) if event.event == DECIDED]
    return AppealDecision(str(found[-1].facts["decision"])) if found else None


def why_not_told_apart(
    chosen: Collection[int],
    *,
    events: Sequence[Event],
    status: CaseStatus,
    dealt_with: Iterable[int],
    decided: Iterable[int],
    held: Iterable[int],
) -> Refused | None:
    """Why these issues cannot be told apart as an appeal; nothing if they can."""
    if appeal_of(events) is not None:
        return Refused(code="already-an-appeal", message="This case is an appeal already.")
    if status is not CaseStatus.OPEN:
        return Refused(code="case-not-open", message="This case is not open. Open it again first.")
    if not chosen or not set(chosen) <= set(dealt_with):
        return Refused(code="no-such-issue", message="Choose what the appeal is about.")
    if set(chosen) & set(decided):
        message = "Something was found or decided on one of these issues. Correct that entry first."
        return Refused(code="already-looked-into", message=message)
    if set(chosen) & set(held):
        return Refused(code="issue-held", message="One of these issues is held. Take it up first.")
    return None


def why_not_decided(events: Sequence[Event]) -> Refused | None:
    """Why no decision on an appeal can be entered; nothing if it can."""
    if appeal_of(events) is None:
        return NOT_AN_APPEAL
    return ALREADY_DECIDED if decision_of(events) is not None else None


def why_not_a_complaint(events: Sequence[Event]) -> Refused | None:
    """Why an appeal cannot be dealt with as a complaint after all; nothing if it can."""
    return why_not_decided(events)
