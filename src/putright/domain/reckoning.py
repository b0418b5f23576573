"""When a rule's clock starts and ends, and since when a condition has held: one calculation for date and explanation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from putright.domain.chronology import Event
from putright.domain.expressions import (
    AllOf,
    AnyOf,
    AtOnce,
    ByTier,
    Condition,
    CountFrom,
    Due,
    EarlierOf,
    EventStart,
    FactIs,
    Happened,
    HappenedWithin,
    LaterOf,
    NoLaterThan,
    NoSetTime,
    NotBefore,
    OnDate,
    OrElse,
    StageStart,
    Start,
    StepIs,
    StepStart,
    StepState,
)
from putright.domain.history import WHOLE, History, Window
from putright.domain.periods import LONDON, Counted, Period, Unit, count, hours_after
from putright.domain.working_days import WorkingCalendar

ONE_DAY = timedelta(days=1)
ON_THE_DAY = Period(amount=0, unit=Unit.DAYS)


@dataclass(slots=True)
class StepResult:
    """What became of a step, for the rules that ask: due, done and missed on which day."""

    due_on: date | None
    done_on: date | None
    missed_on: date | None


@dataclass(slots=True)
class Begun:
    """A clock that has started: the day it counts from, the day that became known, and what started it."""

    on: date
    since: date
    because: str
    event: Event | None = None


@dataclass(slots=True)
class When:
    """When a step is due, and everything that date came from; `waiting` says what is not yet known."""

    starts_on: date | None
    because: str | None
    due_on: date | None = None
    due_at: datetime | None = None
    not_before: date | None = None
    waiting: tuple[str, ...] = ()
    provisional: bool = False
    counts: tuple[Counted, ...] = ()
    unit: Unit = Unit.DAYS


class Reckoner:
    """Works out dates for one procedure over one history; holds what became of each step so far."""

    __slots__ = ("calendar", "each", "history", "results", "window", "windows")

    def __init__(self, history: History, calendar: WorkingCalendar, windows: Sequence[Window]) -> None:
        self.history = history
        self.calendar = calendar
        self.windows = windows
        self.results: dict[str, list[StepResult]] = {}
        self.window: Window = WHOLE
        self.each: Event | None = None

    def within(self, stage: int | None, each: Event | None = None) -> "Reckoner":
        """Turns to a stage of the procedure, and to one request where a duty is owed for each."""
        self.window = WHOLE if stage is None else self.windows[stage - 1]
        self.each = each
        return self

    # --- starts -----------------------------------------------------------------------------------------------------

    def begun(self, start: Start) -> Begun | None:
        """The day a clock starts, or nothing while what starts it has not happened."""
        if type(start) is EventStart:
            return self._event_start(start)
        if isinstance(start, StageStart):
            begins = self.windows[start.stage - 1].begins
            return Begun(begins, begins, str(start)) if begins else None
        if isinstance(start, StepStart):
            return self._step_start(start)
        found = [begun for begun in map(self.begun, start.starts) if begun is not None]  # type: ignore[union-attr] # OrElse or WhicheverFirst
        if not found:
            return None
        return found[0] if isinstance(start, OrElse) else min(found, key=lambda begun: begun.since)

    def _event_start(self, start: EventStart) -> Begun | None:
        if self.each is not None and self.each.event == start.event:
            return self._begun_by(self.each, start)
        found = self.history.by_kind.get(start.event)
        if not found:
            return None
        for event in reversed(found) if start.latest else found:
            if self._in_stage(event) and (start.fact is None or start.fact in event.facts):
                return self._begun_by(event, start)
        return None

    def _in_stage(self, event: Event) -> bool:
        begins, ends = self.window.begins, self.window.ends
        return (begins is None or event.on >= begins) and (ends is None or event.on <= ends)

    def _begun_by(self, event: Event, start: EventStart) -> Begun:
        if start.fact is None:
            return Begun(event.on, event.on, event.event, event)
        stated = event.facts[start.fact]
        return Begun(stated if isinstance(stated, date) else event.on, event.on, str(start), event)

    def _step_start(self, start: StepStart) -> Begun | None:
        on = self.step_on(start.step, start.state)
        return Begun(on, on, str(start)) if on else None

    def step_on(self, step: str, state: StepState) -> date | None:
        """The day another step is due, was done (each of it), or was first missed."""
        results = self.results.get(step, ())
        if not results:
            return None
        if state is StepState.MISSED:
            return min((r.missed_on for r in results if r.missed_on), default=None)
        if state is StepState.DUE:
            return min((r.due_on for r in results if r.due_on), default=None)
        done = [r.done_on for r in results]
        return None if None in done else max(d for d in done if d)

    # --- dates ------------------------------------------------------------------------------------------------------

    def when(self, due: Due) -> When:
        """When a rule's date falls; its `starts_on` is nothing while the clock has not started."""
        if type(due) is CountFrom:
            return self._count(due)
        match due:
            case OnDate(start):
                begun = self.begun(start)
                return When(begun.since, begun.because, due_on=begun.on) if begun else _not_started(start)
            case AtOnce(start):
                begun = self.begun(start)
                return (
                    When(begun.on, begun.because, due_on=self.calendar.roll_forward(begun.on))
                    if begun
                    else _not_started(start)
                )
            case NoSetTime(start):
                begun = self.begun(start)
                return When(begun.on, begun.because) if begun else _not_started(start)
            case LaterOf(parts):
                return self._later(parts)
            case EarlierOf(parts):
                return self._earlier(parts)
            case NoLaterThan(first, ceiling):
                return self._capped(self.when(first), self.when(ceiling))
            case NotBefore(first, earliest):
                return self._held_back(first, earliest)
            case ByTier(tiers):
                return self._by_tier(tiers)
            case _:
                raise AssertionError(due)

    def _count(self, due: CountFrom) -> When:
        begun = self.begun(due.start)
        if begun is None:
            return _not_started(due.start)
        counted = count(due.period, begun.on, self.calendar)
        at: datetime | None = None
        last = counted.due
        if due.by is not None:
            at = datetime.combine(last, due.by, tzinfo=LONDON)
        elif due.period.unit is Unit.HOURS and begun.event is not None and begun.event.at is not None:
            at = hours_after(begun.event.at, due.period.amount)
            last = at.date()
        return When(begun.on, begun.because, last, at, counted.earliest, (), False, (counted,), due.period.unit)

    def _later(self, parts: Sequence[Due]) -> When:
        whens = [self.when(part) for part in parts]
        known = [when for when in whens if when.due_on is not None]
        waiting = tuple(item for when in whens for item in when.waiting)
        if not known:
            return When(None, None, waiting=waiting)
        latest = max(known, key=_due)
        first = min(known, key=_started)
        return When(
            first.starts_on,
            first.because,
            latest.due_on,
            latest.due_at,
            latest.not_before,
            waiting,
            bool(waiting),
            _counts(whens),
            latest.unit,
        )

    def _earlier(self, parts: Sequence[Due]) -> When:
        whens = [self.when(part) for part in parts]
        known = [when for when in whens if when.due_on is not None]
        if not known:
            return When(None, None, waiting=tuple(item for when in whens for item in when.waiting))
        earliest = min(known, key=_due)
        return When(
            earliest.starts_on,
            earliest.because,
            earliest.due_on,
            earliest.due_at,
            earliest.not_before,
            (),
            False,
            _counts(known),
            earliest.unit,
        )

    def _capped(self, first: When, ceiling: When) -> When:
        if first.due_on is None or ceiling.due_on is None or first.due_on <= ceiling.due_on:
            first.counts = (*first.counts, *ceiling.counts)
            return first
        return When(
            first.starts_on, first.because, ceiling.due_on, ceiling.due_at, first.not_before, first.waiting, first.provisional,
            (*first.counts, *ceiling.counts), ceiling.unit,
        )  # fmt: skip

    def _held_back(self, due: Due | None, earliest: Due) -> When:
        barrier = self.when(earliest)
        if due is None:
            return When(
                barrier.starts_on,
                barrier.because,
                not_before=barrier.due_on,
                waiting=barrier.waiting,
                counts=barrier.counts,
            )
        made = self.when(due)
        if barrier.due_on is not None and (made.not_before is None or made.not_before < barrier.due_on):
            made.not_before = barrier.due_on
        made.counts = (*made.counts, *barrier.counts)
        return made

    def _by_tier(self, tiers: Sequence[tuple[str, Due]]) -> When:
        chosen = self.history.latest("tier_set")
        tier = chosen.facts.get("tier") if chosen else None
        for name, due in tiers:
            if name == tier:
                return self.when(due)
        return When(None, None, waiting=("tier_set",))

    # --- conditions -------------------------------------------------------------------------------------------------

    def holds_since(self, condition: Condition) -> date | None:
        """The day from which a condition has held, or nothing while it does not; an event about one issue does not count."""
        match condition:
            case Happened(event):
                return next((e.on for e in self.history.all(event) if e.issue is None), None)
            case FactIs(event, fact, values):
                return self._fact_since(event, fact, values)
            case StepIs(step, state):
                on = self.step_on(step, state)
                return on if on is not None and on <= self.history.today else None
            case HappenedWithin(event, period, start):
                return self._within(event, period, start)
            case AllOf(parts):
                found = [self.holds_since(part) for part in parts]
                return None if None in found else max(f for f in found if f)
            case AnyOf(parts):
                return min((f for f in map(self.holds_since, parts) if f), default=None)

    def _fact_since(self, event: str, fact: str, values: Sequence[object]) -> date | None:
        stated = [e for e in self.history.all(event) if fact in e.facts]
        since: date | None = None
        for one in stated:
            since = (since or one.on) if is_said(one.facts[fact], values) else None
        return since

    def _within(self, event: str, period: Period, start: Start) -> date | None:
        begun = self.begun(start)
        if begun is None:
            return None
        last = count(period, begun.on, self.calendar).due
        return next((e.on for e in self.history.all(event) if e.issue is None and begun.on <= e.on <= last), None)


def is_said(value: object, values: Sequence[object]) -> bool:
    """Whether a fact holds one of the values; with none named, whether it is stated and not false."""
    return value in values if values else value is not False


def _not_started(start: Start) -> When:
    return When(None, None, waiting=(str(start),))


def _due(when: When) -> date:
    return when.due_on or date.max


def _started(when: When) -> date:
    return when.starts_on or date.max


def _counts(whens: Sequence[When]) -> tuple[Counted, ...]:
    return tuple(counted for when in whens for counted in when.counts)
