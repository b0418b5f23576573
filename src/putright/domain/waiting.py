"""For whom does a case wait, for what, and since when?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Position
from putright.domain.holds import Hold, holds_of
from putright.domain.joint import JointPart, joint_of
from putright.domain.meeting import answers
from putright.domain.vocabulary import CaseStatus


class WaitKind(StrEnum):
    """For what a case waits."""

    TASK = "task"
    PROMISE = "promise"
    OUR_CONTRIBUTION = "our-contribution"
    DISCUSSION = "discussion"
    DETAILS = "details"
    CONSENT = "consent"
    AUTHORITY = "authority"
    SHARING = "sharing"
    MEETING = "meeting"
    STATEMENT = "statement"
    RECORDS = "records"
    CONTRIBUTION = "contribution"
    SIGNATURE = "signature"
    REVIEW = "review"
    HOLD = "hold"


class WaitedFor(StrEnum):
    """For whom a case waits."""

    OURSELVES = "ourselves"
    PERSON = "person"
    STAFF = "staff"
    OTHERS = "others"
    SIGNATORY = "signatory"
    REVIEWER = "reviewer"


WHOM: Final = {
    WaitKind.TASK: WaitedFor.OURSELVES,
    WaitKind.PROMISE: WaitedFor.OURSELVES,
    WaitKind.OUR_CONTRIBUTION: WaitedFor.OURSELVES,
    WaitKind.DISCUSSION: WaitedFor.PERSON,
    WaitKind.DETAILS: WaitedFor.PERSON,
    WaitKind.CONSENT: WaitedFor.PERSON,
    WaitKind.AUTHORITY: WaitedFor.PERSON,
    WaitKind.SHARING: WaitedFor.PERSON,
    WaitKind.MEETING: WaitedFor.PERSON,
    WaitKind.STATEMENT: WaitedFor.STAFF,
    WaitKind.RECORDS: WaitedFor.OTHERS,
    WaitKind.CONTRIBUTION: WaitedFor.OTHERS,
    WaitKind.SIGNATURE: WaitedFor.SIGNATORY,
    WaitKind.REVIEW: WaitedFor.REVIEWER,
    WaitKind.HOLD: WaitedFor.OTHERS,
}

WAIT_WORDS: Final = {
    WaitKind.TASK: "A task",
    WaitKind.PROMISE: "What was promised",
    WaitKind.OUR_CONTRIBUTION: "What the organisation that leads asked of us",
    WaitKind.DISCUSSION: "Whether a discussion is wanted",
    WaitKind.DETAILS: "Details that were asked for",
    WaitKind.CONSENT: "The patient's consent",
    WaitKind.AUTHORITY: "What shows that they may speak for the patient",
    WaitKind.SHARING: "Whether another organisation may be told",
    WaitKind.MEETING: "An answer to the offer of a meeting",
    WaitKind.STATEMENT: "A statement",
    WaitKind.RECORDS: "Records that were asked for",
    WaitKind.CONTRIBUTION: "A contribution",
    WaitKind.SIGNATURE: "The signature of the response",
    WaitKind.REVIEW: "The review",
    WaitKind.HOLD: "Another process that comes first",
}

# The case need not be open any more for what was promised to somebody.
SURVIVES: Final = frozenset({WaitKind.PROMISE})

# What asks for something, and what ends the waiting: the answer, or what makes it needless.
_ANSWERED: Final = frozenset({"response_sent"})
_PERIOD: Final = frozenset({"response_period_agreed", "response_period_set"})
_ASKS: Final = {
    "task_set": (WaitKind.TASK, frozenset({"task_done", "task_dropped"})),
    "promise_made": (WaitKind.PROMISE, frozenset({"promise_kept", "promise_let_go"})),
    "discussion_offered": (
        WaitKind.DISCUSSION,
        frozenset({"discussion_requested", "discussion_held", "discussion_declined"}) | _PERIOD | _ANSWERED,
    ),
    "details_requested": (WaitKind.DETAILS, frozenset({"details_received"}) | _ANSWERED),
    "consent_requested": (
        WaitKind.CONSENT,
        frozenset({"consent_given", "consent_refused", "consent_withdrawn"}) | _ANSWERED,
    ),
    "authority_asked": (WaitKind.AUTHORITY, frozenset({"authority_seen", "spoken_for", "representative_refused"})),
    "sharing_asked": (WaitKind.SHARING, frozenset({"sharing_agreed", "sharing_refused"})),
    "meeting_offered": (
        WaitKind.MEETING,
        frozenset({"meeting_accepted", "meeting_declined", "meeting_time_asked", "meeting_held"}) | _ANSWERED,
    ),
    "statement_requested": (
        WaitKind.STATEMENT,
        frozenset({"statement_received", "statement_declined", "statement_taken_back"}),
    ),
    "records_requested": (WaitKind.RECORDS, frozenset({"records_received", "records_not_coming"})),
    "contribution_requested": (WaitKind.CONTRIBUTION, frozenset({"contribution_received", "contribution_sent"})),
    "response_prepared": (WaitKind.SIGNATURE, frozenset({"response_prepared", "response_signed", "response_sent"})),
    "review_requested": (WaitKind.REVIEW, frozenset({"review_refused", "review_response_sent"})),
}
# What a later one replaces: one offer of a discussion, one request for the same thing, stands at a time.
_LATEST: Final = frozenset(
    {*(WaitKind.DISCUSSION, WaitKind.DETAILS, WaitKind.CONSENT, WaitKind.AUTHORITY), WaitKind.MEETING, WaitKind.REVIEW}
)
# For what a day was named with the request itself, where no duty has one.
_DATED: Final = frozenset(
    {
        *(WaitKind.TASK, WaitKind.PROMISE, WaitKind.RECORDS, WaitKind.CONTRIBUTION, WaitKind.OUR_CONTRIBUTION),
        WaitKind.AUTHORITY,
    }
)
_OPEN: Final = (CaseStatus.OPEN, CaseStatus.RESPONDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """One thing that a case waits for: by which entry it was asked, since when, and by which day it is wanted."""

    kind: WaitKind
    entry: int
    since_on: date
    due_on: date | None = None
    body: str = ""

    @property
    def whom(self) -> WaitedFor:
        """Who is waited for."""
        return WHOM[self.kind]


def waits_of(events: Sequence[Event], position: Position) -> tuple[Wait, ...]:
    """All that a case waits for, as its chronology and its position say, in the order in which it was asked."""
    standing = in_force(events)
    found = [wait for place, event in enumerate(standing) if (wait := _wait(place, event, standing, position))]
    latest = {wait.kind: wait for wait in found}
    kept = [wait for wait in found if wait.kind not in _LATEST or latest[wait.kind] is wait]
    kept += [_held(hold) for hold in holds_of(events)]
    return tuple(sorted((wait for wait in kept if _still(wait, position)), key=lambda wait: wait.entry))


def _still(wait: Wait, position: Position) -> bool:
    return position.status in _OPEN or wait.kind in SURVIVES


def _wait(place: int, event: Event, standing: Sequence[Event], position: Position) -> Wait | None:
    if event.event not in _ASKS or event.id is None:
        return None
    kind, ends = _ASKS[event.event]
    if any(_ends(other, event, ends) for other in standing[place + 1 :]):
        return None
    if kind is WaitKind.SIGNATURE and _sent_back(event, standing):
        return None
    if kind is WaitKind.CONTRIBUTION and joint_of(standing).part is not JointPart.LEAD:
        kind = WaitKind.OUR_CONTRIBUTION
    return Wait(
        kind=kind,
        entry=int(event.corrects or event.id),
        since_on=event.on,
        due_on=_due_on(event, kind, position),
        body=str(event.facts.get("body", "")),
    )


def _held(hold: Hold) -> Wait:
    """What is held waits for its process, and is looked at again on the day that was named last."""
    review_on = hold.owes.facts.get("date")
    due_on = review_on if isinstance(review_on, date) else None
    return Wait(kind=WaitKind.HOLD, entry=hold.number, since_on=hold.set.on, due_on=due_on)


def _ends(other: Event, asked: Event, ends: frozenset[str]) -> bool:
    """Whether something that happened later ends the waiting for what was asked."""
    if other.event not in ends:
        return False
    if "body" in asked.facts and "body" in other.facts and asked.facts["body"] != other.facts["body"]:
        return False
    if other.about is not None and other.about == asked.corrects:  # what was asked bears another day by now
        return True
    return answers(other, asked)


def _sent_back(draft: Event, standing: Sequence[Event]) -> bool:
    """Whether whoever checked the draft last did not accept it: then it waits for whoever drafts."""
    checks = [event for event in standing if event.event == "response_checked" and event.about == draft.id]
    return bool(checks) and checks[-1].facts.get("accepted") is False


def _due_on(event: Event, kind: WaitKind, position: Position) -> date | None:
    owed = [duty.binding_on for duty in position.duties if duty.about == event.id and duty.is_to_do and duty.binding_on]
    if owed:
        return min(owed)
    said = event.facts.get("date")
    return said if kind in _DATED and isinstance(said, date) else None
