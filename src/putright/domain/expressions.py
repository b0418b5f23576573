"""What a date rule, a condition or a way of meeting a step says: the values that the written words stand for."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from putright.domain.periods import Period


class StepState(StrEnum):
    """What may be said of another step."""

    MISSED = "missed"
    DUE = "due"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class EventStart:
    """The day of an event, or the date that a fact of it states; the first in its stage, or the latest."""

    event: str
    fact: str | None = None
    latest: bool = False

    def __str__(self) -> str:
        return f"{'latest ' if self.latest else ''}{self.event}{'.' + self.fact if self.fact else ''}"


@dataclass(frozen=True, slots=True)
class StageStart:
    """The day a stage begins."""

    stage: int

    def __str__(self) -> str:
        return f"stage {self.stage} begins"


@dataclass(frozen=True, slots=True)
class StepStart:
    """The day another step is due, was done, or (the day after its date) was missed."""

    step: str
    state: StepState

    def __str__(self) -> str:
        return f"{self.step} is {self.state}"


@dataclass(frozen=True, slots=True)
class OrElse:
    """The first of these that has happened at all, in the order written."""

    starts: tuple["Start", ...]

    def __str__(self) -> str:
        return " or else ".join(str(start) for start in self.starts)


@dataclass(frozen=True, slots=True)
class WhicheverFirst:
    """Whichever of these happens first."""

    starts: tuple["Start", ...]

    def __str__(self) -> str:
        return " or ".join(str(start) for start in self.starts)


Start = EventStart | StageStart | StepStart | OrElse | WhicheverFirst


@dataclass(frozen=True, slots=True)
class CountFrom:
    """A period counted from a start, and the time of day by which it ends where one is promised."""

    period: Period
    start: Start
    by: time | None = None

    def __str__(self) -> str:
        joint = "" if self.period.counting == "beginning-with" else " after"
        return f"{self.period}{joint} {self.start}{f' by {self.by:%H:%M}' if self.by else ''}"


@dataclass(frozen=True, slots=True)
class OnDate:
    """The date of an event, or the one a fact of it states."""

    start: Start

    def __str__(self) -> str:
        return f"on {self.start}"


@dataclass(frozen=True, slots=True)
class AtOnce:
    """The day of the start, or the next working day where that is not one."""

    start: Start

    def __str__(self) -> str:
        return f"at once after {self.start}"


@dataclass(frozen=True, slots=True)
class NoSetTime:
    """Owed from the start on, with no date."""

    start: Start

    def __str__(self) -> str:
        return f"no set time after {self.start}"


@dataclass(frozen=True, slots=True)
class LaterOf:
    """The latest of several; while a part is unknown the date is provisional."""

    parts: tuple["Due", ...]

    def __str__(self) -> str:
        return "the later of: " + "; ".join(str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class EarlierOf:
    """The earliest of several; a part that is unknown is left out."""

    parts: tuple["Due", ...]

    def __str__(self) -> str:
        return "the earlier of: " + "; ".join(str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class NoLaterThan:
    """A date with a ceiling."""

    due: "Due"
    ceiling: "Due"

    def __str__(self) -> str:
        return f"{self.due} but no later than {self.ceiling}"


@dataclass(frozen=True, slots=True)
class NotBefore:
    """A date before which the step may not be done, and, where there is one, the date it is due."""

    due: "Due | None"
    earliest: "Due"

    def __str__(self) -> str:
        return f"{self.due} not before {self.earliest}" if self.due else f"not before {self.earliest}"


@dataclass(frozen=True, slots=True)
class ByTier:
    """A date for each tier; which one counts is set by a person."""

    tiers: tuple[tuple[str, "Due"], ...]

    def __str__(self) -> str:
        return "by tier: " + "; ".join(f"{tier}, {due}" for tier, due in self.tiers)


Due = CountFrom | OnDate | AtOnce | NoSetTime | LaterOf | EarlierOf | NoLaterThan | NotBefore | ByTier


@dataclass(frozen=True, slots=True)
class Happened:
    """An event has happened."""

    event: str

    def __str__(self) -> str:
        return self.event


@dataclass(frozen=True, slots=True)
class FactIs:
    """A fact of the latest such event holds one of these values; with none named, that it is stated and not false."""

    event: str
    fact: str
    values: tuple[str | int | bool | date, ...] = ()

    def __str__(self) -> str:
        if not self.values:
            return f"{self.event}.{self.fact}"
        values = (str(value).lower() if isinstance(value, bool) else str(value) for value in self.values)
        return f"{self.event}.{self.fact} is {' or '.join(values)}"


@dataclass(frozen=True, slots=True)
class StepIs:
    """Another step is missed, due or done."""

    step: str
    state: StepState

    def __str__(self) -> str:
        return f"{self.step} is {self.state}"


@dataclass(frozen=True, slots=True)
class HappenedWithin:
    """An event has happened within a time of a start; the last day is in time."""

    event: str
    period: Period
    start: Start

    def __str__(self) -> str:
        joint = "" if self.period.counting == "beginning-with" else " after"
        return f"{self.event} within {self.period}{joint} {self.start}"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of these."""

    parts: tuple["Condition", ...]

    def __str__(self) -> str:
        return "all of: " + ", ".join(str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Any one of these."""

    parts: tuple["Condition", ...]

    def __str__(self) -> str:
        return "any of: " + ", ".join(str(part) for part in self.parts)


Condition = Happened | FactIs | StepIs | HappenedWithin | AllOf | AnyOf


def starts_in(due: Due | None) -> tuple[EventStart | StageStart | StepStart, ...]:
    """Every simple start that a date rule names, in the order written."""
    match due:
        case None:
            return ()
        case CountFrom(start=start) | OnDate(start) | AtOnce(start) | NoSetTime(start):
            return simple_starts(start)
        case LaterOf(parts) | EarlierOf(parts):
            return tuple(s for part in parts for s in starts_in(part))
        case NoLaterThan(first, second) | NotBefore(first, second):
            return starts_in(first) + starts_in(second)
        case ByTier(tiers):
            return tuple(s for _, part in tiers for s in starts_in(part))


def simple_starts(start: Start) -> tuple[EventStart | StageStart | StepStart, ...]:
    """The simple starts that a start is made of."""
    if isinstance(start, OrElse | WhicheverFirst):
        return tuple(s for part in start.starts for s in simple_starts(part))
    return (start,)


def leaves_of(condition: Condition) -> tuple[Happened | FactIs | StepIs | HappenedWithin, ...]:
    """The simple conditions that a condition is made of."""
    if isinstance(condition, AllOf | AnyOf):
        return tuple(leaf for part in condition.parts for leaf in leaves_of(part))
    return (condition,)
