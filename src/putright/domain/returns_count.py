"""How is a complaint counted in a return: as new, as one still open from before, as resolved, or not at all?

The counting rules of KO41a and KO41b. Every day is judged by what had happened by then, so that a return that was sent
stays as it was, and what one period carries forward the next one brings forward.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from putright.domain.allocation import FOUND as APPEAL
from putright.domain.channels import SPOKEN
from putright.domain.chronology import Event, in_force, issue_of
from putright.domain.issue_withdrawal import RESUMED as ISSUE_RESUMED
from putright.domain.issue_withdrawal import WITHDRAWN as ISSUE_WITHDRAWN
from putright.domain.issue_withdrawal import withdrawn_issues
from putright.domain.issues import Outcome, overall_outcome


class Left(StrEnum):
    """How a complaint left the open ones without an outcome that a return has a box for."""

    WITHDRAWN = "withdrawn"
    NO_CONSENT = "no-consent"
    PASSED_ON = "passed-on"
    LEFT_OUT = "left-out"
    ENTERED_TWICE = "entered-twice"
    SETTLED_AT_ONCE = "settled-at-once"
    OUTSIDE_AGENCY = "outside-agency"
    APPEAL = "appeal"
    NO_OUTCOME = "no-outcome"


LEFT_WORDS: Final = {
    Left.WITHDRAWN: "Withdrawn by the person",
    Left.NO_CONSENT: "Closed because there was no consent",
    Left.PASSED_ON: "Passed on to the organisation that deals with it",
    Left.LEFT_OUT: "Need not be dealt with: regulation 8(1)",
    Left.ENTERED_TWICE: "Put together with another case of the same complaint",
    Left.SETTLED_AT_ONCE: "Spoken, and settled by the end of the next working day",
    Left.OUTSIDE_AGENCY: "Looked into because an outside agency asked, such as the police or a coroner",
    Left.APPEAL: "An appeal against being on the Special Allocation Scheme, which is no complaint",
    Left.NO_OUTCOME: "Closed before every issue had an outcome",
}
# Who leaves for such a reason in the period of their receipt was never this body's to count.
NEVER_COUNTED: Final = frozenset(
    {Left.PASSED_ON, Left.LEFT_OUT, Left.ENTERED_TWICE, Left.SETTLED_AT_ONCE, Left.OUTSIDE_AGENCY, Left.APPEAL}
)
ANSWERED: Final = frozenset({"response_sent"})
# What may end that a case is open: a case without one of these since a day was open then, if it was before.
LEAVES: Final = frozenset(
    {
        *("withdrawn", "transferred", "passed_on", "returned_premature", "struck_out", "merged", "closed", "excluded"),
        APPEAL,
    }
)
# Everything by which the function below judges: nothing else need be read.
HEARD: Final = frozenset(
    {
        *ANSWERED,
        *LEAVES,
        *("received", "settled", "outcome_decided", "reopened", "entered_in_error"),
        *("consent_given", "consent_refused", "consent_withdrawn", APPEAL, ISSUE_WITHDRAWN, ISSUE_RESUMED),
    }
)
_OUTCOME: Final = "outcome_decided"
_NO_CONSENT: Final = ("consent_refused", "consent_withdrawn")
_SPOKEN: Final = frozenset(channel.value for channel in SPOKEN)
_GONE: Final = {
    "withdrawn": Left.WITHDRAWN,
    "transferred": Left.PASSED_ON,
    "passed_on": Left.PASSED_ON,
    "returned_premature": Left.PASSED_ON,
    "merged": Left.ENTERED_TWICE,
    "struck_out": Left.NO_OUTCOME,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days that a return is about, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseToCount:
    """A case as the count needs it: its entries, its issues by number, and the last day of regulation 8(1)(c)."""

    received_on: date
    events: Sequence[Event]
    issues: Collection[int]
    settle_by: date
    is_outside_agency: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """How a complaint stood at the end of a day: open, or resolved, or gone without an outcome."""

    is_open: bool = False
    resolved: Outcome | None = None
    left: Left | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How a complaint is counted in a period; all of it no if it does not concern the period.

    `came_back` is one that had left before and was opened again. Brought forward, new and come back together are those
    resolved, those that left and those that are still open.
    """

    brought_forward: bool = False
    is_new: bool = False
    came_back: bool = False
    resolved: Outcome | None = None
    left: Left | None = None
    carried_forward: bool = False
    not_counted: Left | None = None


NOT_YET: Final = Stand()


def count(cases: Sequence[CaseToCount], period: Period) -> Counted:
    """How a complaint is counted in a period: once, whether one case holds it or several into which it was split."""
    received_on = min(case.received_on for case in cases)
    if received_on > period.last:
        return Counted()
    now = stood_together_on(cases, period.last)
    if period.first <= received_on:
        if now.left in NEVER_COUNTED:
            return Counted(not_counted=now.left)
        return Counted(is_new=True, resolved=now.resolved, left=now.left, carried_forward=now.is_open)
    before = stood_together_on(cases, _day_before(period.first))
    if before.resolved is not None or (before.left is not None and now.left is not None):
        return Counted()  # it was counted in the period in which it was resolved, or in which it left
    return Counted(
        brought_forward=before.is_open,
        came_back=not before.is_open,
        resolved=now.resolved,
        left=now.left,
        carried_forward=now.is_open,
    )


def stood_together_on(cases: Sequence[CaseToCount], day: date) -> Stand:
    """How a complaint stood that several cases hold: open while one is, and resolved when the last of them is."""
    if len(cases) == 1:
        return stood_on(cases[0], day)
    stand = NOT_YET
    for on in sorted({event.on for case in cases for event in case.events if event.on <= day}):
        stand = _together([stood_on(case, on) for case in cases])
        if stand.resolved is not None:
            return stand
    return stand


def answered_on(cases: Sequence[CaseToCount], day: date) -> tuple[int, date] | None:
    """Which of the cases of a complaint was answered last, and when, by a day; nothing while an answer is to come."""
    sent = [(place, on) for place, case in enumerate(cases) if (on := _first_answer(case)) and on <= day]
    waiting = [case for place, case in enumerate(cases) if place not in dict(sent) and stood_on(case, day).is_open]
    return max(sent, key=lambda one: one[1]) if sent and not waiting else None


def stood_on(case: CaseToCount, day: date) -> Stand:
    """How a complaint stood at the end of a day. What was resolved once stays so, though it is opened again."""
    if day < case.received_on:
        return NOT_YET
    heard = sorted((event for event in in_force(case.events) if event.on <= day), key=_by_day)
    stand = _judged(case, ())
    for on in sorted({event.on for event in heard}):
        stand = _judged(case, [event for event in heard if event.on <= on])
        if stand.resolved is not None:
            return stand
    return stand


def _together(stands: Sequence[Stand]) -> Stand:
    """Several as one. What was never this body's, or entered twice, says nothing where something else is counted."""
    if any(stand.is_open for stand in stands):
        return Stand(is_open=True)
    outcomes = [stand.resolved for stand in stands if stand.resolved is not None]
    if outcomes:
        return Stand(resolved=overall_outcome(outcomes))
    left = [stand.left for stand in stands if stand.left is not None]
    return Stand(left=next((each for each in left if each not in NEVER_COUNTED), left[0] if left else None))


def _first_answer(case: CaseToCount) -> date | None:
    return min((event.on for event in in_force(case.events) if event.event in ANSWERED), default=None)


def _judged(case: CaseToCount, heard: Sequence[Event]) -> Stand:
    """How a complaint stands by all that was heard of it: of several reasons the one that was never this body's."""
    live = {str(number) for number in case.issues} - _left_out(case, heard)
    outcomes = {issue_of(event): Outcome(str(event.facts["outcome"])) for event in heard if event.event == _OUTCOME}
    gone, closed = _last(heard, _GONE), _last(heard, ("closed",)) == "closed"
    if case.is_outside_agency:
        return Stand(left=Left.OUTSIDE_AGENCY)
    if any(event.event == APPEAL for event in heard):
        return Stand(left=Left.APPEAL)
    if not live:
        return Stand(left=Left.LEFT_OUT)
    if _was_settled_at_once(case, heard):
        return Stand(left=Left.SETTLED_AT_ONCE)
    if gone in _GONE:
        return Stand(left=_GONE[gone])
    answered = closed or any(event.event in ANSWERED for event in heard)
    if answered and live <= outcomes.keys():
        return Stand(resolved=overall_outcome([outcomes[issue] for issue in sorted(live)]))
    if closed:
        return Stand(left=Left.NO_CONSENT if _has_no_consent(heard) else Left.NO_OUTCOME)
    return Stand(is_open=True)


def _last(heard: Sequence[Event], ends: Collection[str]) -> str:
    """The last of some endings; nothing where the case was opened again after it."""
    said = [event.event for event in heard if event.event in ends or event.event == "reopened"]
    return said[-1] if said else ""


def _left_out(case: CaseToCount, heard: Sequence[Event]) -> set[str]:
    """The issues that need not be dealt with."""
    said: list[str | None] = [str(number) for number in withdrawn_issues(heard)]
    said += [issue_of(event) for event in heard if event.event == "excluded"]
    return {str(number) for number in case.issues} if None in said else {issue for issue in said if issue}


def _was_settled_at_once(case: CaseToCount, heard: Sequence[Event]) -> bool:
    """Whether it was spoken, and settled to the person's satisfaction in the time of regulation 8(1)(c)."""
    spoken = any(event.event == "received" and event.facts.get("channel") in _SPOKEN for event in heard)
    settled = (event for event in heard if event.event == "settled" and event.facts.get("satisfied"))
    return spoken and any(event.on <= case.settle_by for event in settled)


def _has_no_consent(heard: Sequence[Event]) -> bool:
    said = [event.event for event in heard if event.event in ("consent_given", *_NO_CONSENT)]
    return bool(said) and said[-1] in _NO_CONSENT


def _by_day(event: Event) -> date:
    return event.on


def _day_before(day: date) -> date:
    return day - timedelta(days=1)
