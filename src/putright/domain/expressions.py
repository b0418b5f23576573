"""What a date rule, a condition or a way of meeting a step says: the values that the written words stand for."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from putright.domain.periods import Period


class Saying(StrEnum):
    """How what was stated is compared."""

    IS = "is"
    IS_NOT = "is not"
    UNDER = "is under"
    OVER = "is over"
    AT_LEAST = "is at least"
    AT_MOST = "is at most"


class StepState(StrEnum):
    """What may be said of another step."""

    MISSED = "missed"
    DUE = "due"
    DONE = "done"
    MOVED = "moved"


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
class FirstDate:
    """The date that stood before any notice moved it; only how far a date may move counts from it."""

    def __str__(self) -> str:
        return "the first date"


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


Start = EventStart | StageStart | StepStart | FirstDate | OrElse | WhicheverFirst


@dataclass(frozen=True, slots=True)
class CountFrom:
    """A period counted from a start, and the time of day by which it ends where one is promised."""

    period: Period
    start: Start
    by: time | None = None
    rolls: bool = False  # on to the next working day, where the last day is not one

    def __str__(self) -> str:
        joint = " after" if self.period.counting == "after" else ""
        rolls = " or the next working day" if self.rolls else ""
        return f"{self.period}{joint} {self.start}{rolls}{f' by {self.by:%H:%M}' if self.by else ''}"


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
    """What the latest such event says: one of these values, none of them, a number; or only that it is not false.

    A fact that nobody has stated satisfies nothing, neither “is” nor “is not”.
    """

    event: str
    fact: str
    values: tuple[str | int | bool | date, ...] = ()
    saying: Saying = Saying.IS

    def __str__(self) -> str:
        if not self.values:
            return f"{self.event}.{self.fact}"
        values = (str(value).lower() if isinstance(value, bool) else str(value) for value in self.values)
        return f"{self.event}.{self.fact} {self.saying} {' or '.join(values)}"

    def holds(self, value: object) -> bool:
        """Whether a stated value is such as this asks for."""
        if not self.values:
            return value is not False
        if self.saying is Saying.IS:
            return value in self.values
        if self.saying is Saying.IS_NOT:
            return value not in self.values
        wanted = self.values[0]
        if not isinstance(value, int) or not isinstance(wanted, int):
            return False
        match self.saying:
            case Saying.UNDER:
                return value < wanted
            case Saying.OVER:
                return value > wanted
            case Saying.AT_LEAST:
                return value >= wanted
            case Saying.AT_MOST:
                return value <= wanted


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
        joint = " after" if self.period.counting == "after" else ""
        return f"{self.event} within {self.period}{joint} {self.start}"


@dataclass(frozen=True, slots=True)
class HasPassed:
    """So much time has passed since a start: from the day after the last day of it."""

    period: Period
    start: Start

    def __str__(self) -> str:
        return f"{self.period} {'has' if self.period.amount == 1 else 'have'} passed since {self.start}"


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


Leaf = Happened | FactIs | StepIs | StageStart | HappenedWithin | HasPassed
Condition = Leaf | AllOf | AnyOf


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
    return () if isinstance(start, FirstDate) else (start,)


def leaves_of(condition: Condition) -> tuple[Leaf, ...]:
    """The simple conditions that a condition is made of."""
    if isinstance(condition, AllOf | AnyOf):
        return tuple(leaf for part in condition.parts for leaf in leaves_of(part))
    return (condition,)


def counts_in(due: Due | None) -> tuple[CountFrom, ...]:
    """Every period that a date rule counts, in the order written."""
    match due:
        case CountFrom():
            return (due,)
        case LaterOf(parts) | EarlierOf(parts):
            return tuple(one for part in parts for one in counts_in(part))
        case ByTier(tiers):
            return tuple(one for _, part in tiers for one in counts_in(part))
        case NoLaterThan(first, second) | NotBefore(first, second):
            return (*counts_in(first), *counts_in(second))
        case _:
            return ()
