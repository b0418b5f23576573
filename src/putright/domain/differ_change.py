"""What is one change of a procedure, and is it better or worse for the people who complain?"""

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """Whether a change is better or worse for people who complain, or neither plainly."""

    WORSE = "worse"
    BETTER = "better"
    DIFFERENT = "different"

    @property
    def other(self) -> "Side":
        """The side of the same change made backwards."""
        return {Side.WORSE: Side.BETTER, Side.BETTER: Side.WORSE}.get(self, self)


class ChangeKind(StrEnum):
    """What a change is a change of."""

    ADDED = "added"
    DROPPED = "dropped"
    TIME = "time"
    START = "start"
    STRENGTH = "strength"
    EFFECT = "effect"
    CONDITION = "condition"
    NEEDS = "needs"
    WHO = "who"
    MET = "met"
    REPEAT = "repeat"
    PUT_OFF = "put-off"
    PAUSE = "pause"
    CONTENTS = "contents"
    WORDS = "words"
    READING = "reading"
    STAGES = "stages"
    TIME_LIMIT = "time-limit"
    WAY_ON = "way-on"
    PLEDGE = "pledge"
    REPRESENTATION = "representation"
    CALENDAR = "calendar"
    LAW = "law"
    LESS_THAN_LAW = "less-than-law"
    LAW_KEPT = "law-kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change, in the words of the person whom it concerns."""

    side: Side
    kind: ChangeKind
    message: str
    step: str | None = None
    cites: str = ""
