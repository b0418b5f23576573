"""What does the Ombudsman ask about a case, decide and recommend, and is the case with the Ombudsman now?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Duty, Position, Refused

RULES: Final = "ombudsman-asks"
ASKED, ANSWERED = "ombudsman_asked", "ombudsman_answered"
DECIDED, RECOMMENDED, DONE = "ombudsman_decided", "ombudsman_recommended", "recommendation_done"
WENT_FURTHER, TO = "escalated", "ombudsman"


class Asks(StrEnum):
    """What the Ombudsman asks for."""

    FILE = "file"
    INFORMATION = "information"
    COMMENTS = "comments"
    RESOLUTION = "resolution"


class Decision(StrEnum):
    """How the Ombudsman decided."""

    NOT_TAKEN_UP = "not-taken-up"
    SETTLED = "settled"
    UPHELD = "upheld"
    PARTLY_UPHELD = "partly-upheld"
    NOT_UPHELD = "not-upheld"
    ENDED = "ended"


ASKS_WORDS: Final = {
    Asks.FILE: "The file",
    Asks.INFORMATION: "Information, or an answer to questions",
    Asks.COMMENTS: "Comments on what the Ombudsman means to say",
    Asks.RESOLUTION: "Whether we will put it right without an investigation",
}
DECISION_WORDS: Final = {
    Decision.NOT_TAKEN_UP: "Not taken up, or sent back to us",
    Decision.SETTLED: "Settled without an investigation",
    Decision.UPHELD: "Upheld",
    Decision.PARTLY_UPHELD: "Partly upheld",
    Decision.NOT_UPHELD: "Not upheld",
    Decision.ENDED: "The investigation was ended",
}
# Only what the Ombudsman found comes with recommendations, or what was settled with them.
_WITH_RECOMMENDATIONS: Final = frozenset({Decision.UPHELD, Decision.PARTLY_UPHELD, Decision.SETTLED})

NOTHING_ASKED: Final = Refused(
    code="nothing-asked", message="The Ombudsman has asked for nothing that is still to be answered."
)
NOTHING_RECOMMENDED: Final = Refused(
    code="nothing-recommended", message="The Ombudsman has recommended nothing that is still to be done."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One thing that the Ombudsman recommended, and the day by which it is to be done."""

    what: str
    by: date


def with_ombudsman_since(events: Sequence[Event]) -> date | None:
    """Since when the case is with the Ombudsman; nothing where it is not, or was decided."""
    since = None
    for event in in_force(events):
        if event.event == ASKED or (event.event == WENT_FURTHER and event.facts.get("to") == TO):
            since = since or event.on
        elif event.event == DECIDED:
            since = None
    return since


def decided_by_ombudsman(events: Sequence[Event]) -> Event | None:
    """The decision of the Ombudsman that stands, if nothing was asked since."""
    for event in reversed(in_force(events)):
        if event.event in (ASKED, DECIDED):
            return event if event.event == DECIDED else None
    return None


def requests_open(position: Position) -> tuple[Duty, ...]:
    """What the Ombudsman asked and was not answered, the soonest first."""
    return _owed(position, ANSWERED)


def recommendations_open(position: Position) -> tuple[Duty, ...]:
    """What the Ombudsman recommended and is not done, the soonest first."""
    return _owed(position, DONE)


def why_not_recommended(decision: Decision, recommended: Sequence[Recommendation], *, on: date) -> Refused | None:
    """Why these recommendations cannot come with that decision; nothing if they can."""
    if recommended and decision not in _WITH_RECOMMENDATIONS:
        message = "A complaint that the Ombudsman did not uphold, or did not take up, comes with no recommendation."
        return Refused(code="no-recommendations", message=message)
    if any(each.by < on for each in recommended):
        return Refused(code="promised-in-the-past", message="A recommendation is to be done by a day still to come.")
    return None


def _owed(position: Position, event: str) -> tuple[Duty, ...]:
    return tuple(duty for duty in position.to_do() if duty.procedure == RULES and event in duty.met_by)
