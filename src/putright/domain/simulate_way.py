"""What is a way through a procedure, as far as it has been walked, and the ground it is walked on?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event
from putright.domain.duty import Duty, Position
from putright.domain.position import position
from putright.domain.programme import Programme
from putright.domain.simulate_routes import Chance
from putright.domain.working_days import WorkingCalendar

RESPONSE: Final = frozenset({"response_sent"})
FAR: Final = timedelta(days=1096)  # three years: what has not come by then does not come
CANNOT_BE_COUNTED: Final = (ValueError, OverflowError)  # CalendarEnds is one


class Pace(StrEnum):
    """Whether everything is done as soon as it may be, or on its last day."""

    SOONEST = "soonest"
    LATEST = "latest"


class LegKind(StrEnum):
    """What a leg of a way is: a promise kept, a choice taken, a date put off, a promise missed."""

    KEPT = "kept"
    CHOSEN = "chosen"
    PUT_OFF = "put-off"
    MISSED = "missed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One thing that happens on a way: when, by which promise, and whether anybody says by when."""

    on: date
    event: str
    kind: LegKind
    duty: Duty | None = None
    has_limit: bool = True
    brings: frozenset[str] = frozenset()  # every event that happens with it


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way through a procedure as far as it has been walked."""

    events: tuple[Event, ...]
    day: date
    begun: str = ""  # in words, how the complaint came
    legs: tuple[Leg, ...] = ()
    passed: frozenset[str] = frozenset()  # duties and chances that are left alone from here on
    noticed: frozenset[str] = frozenset()  # duties that have come up
    missing: frozenset[str] = frozenset()  # steps that are not done in time
    is_cut: bool = False  # whether it was cut off: too long, or past the last year that is loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """A way walked to its end, and what stands there; nothing where it was cut off past the last year loaded."""

    way: Way
    pace: Pace
    stands: Position | None
    is_stuck: bool  # whether nothing that could still happen would change anything


@dataclass(slots=True)
class Seen:
    """What came up on any way: the steps and stages that began, each duty when it was first met with, what was odd."""

    started: set[str] = field(default_factory=set)
    stages: set[str] = field(default_factory=set)
    duties: dict[tuple[str, date | None, date | None], Duty] = field(default_factory=dict)
    late_at_once: dict[str, bool] = field(default_factory=dict)  # of each step, whether it was so every time
    failed: Exception | None = None  # why a way was cut off, where it went past the last year that is loaded
    asked: int = 0  # how many rules have been asked for their dates
    is_bounded: bool = False  # whether any way was left unwalked because that were too many


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What is walked: the procedures, the days, the events nobody promised, and whether the law holds on its own."""

    programmes: tuple[Programme, ...]
    calendar: WorkingCalendar
    chances: tuple[Chance, ...]
    pace: Pace
    seen: Seen
    stated: Mapping[str, frozenset[str]]  # of each event, the days it states from which a clock runs
    promised: frozenset[str]  # the events that some step promises

    def stated_of(self, event: str) -> frozenset[str]:
        """The days that an event has to state."""
        return self.stated.get(event, frozenset())

    def at(self, way: Way) -> Position:
        """What stands there."""
        self.seen.asked += sum(len(one.rules) for one in self.programmes)
        return position(self.programmes, way.events, self.calendar, way.day)


def name_of(duty: Duty) -> str:
    """What tells a duty from every other of a case."""
    return f"{duty.procedure}:{duty.id}"
