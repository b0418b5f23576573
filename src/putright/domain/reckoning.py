"""When a rule's clock starts and ends, and since when a condition has held: the one calculation of every date."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from putright.domain.chronology import Event
from putright.domain.expressions import (
    AtOnce,
    ByTier,
    CountFrom,
    Due,
    EarlierOf,
    EventStart,
    FirstDate,
    LaterOf,
    NoLaterThan,
    NoSetTime,
    NotBefore,
    OnDate,
    OrElse,
    StageStart,
    Start,
    StepStart,
    StepState,
    WhicheverFirst,
)
from putright.domain.history import WHOLE, History, Window
from putright.domain.parts import chosen
from putright.domain.periods import LONDON, Counted, Counting, Period, Unit, count, hours_after, lengthen
from putright.domain.receipt import DayOfReceipt
from putright.domain.when import When, alone, capped, earlier, held_back, later
from putright.domain.working_days import CalendarEnds, WorkingCalendar

__all__ = ["AT_ONCE", "ONE_DAY", "Begun", "Reckoner", "StepResult", "When"]

ONE_DAY = timedelta(days=1)
# What is complained of happened, and came to be known, before anybody complained, whatever the day.
_BEFORE_ANY_STAGE = frozenset({"event_occurred", "came_to_notice"})
_BEFORE, _HOURS = Counting.BEFORE, Unit.HOURS  # looking a member up on its class costs as much as counting
# “At once” is that day, or the next working day.
AT_ONCE = Period(amount=1, unit=Unit.WORKING_DAYS, counting=Counting.BEGINNING_WITH)


@dataclass(slots=True)
class StepResult:
    """What became of a duty, for the rules that ask: when due, done, missed and moved, and whether it fell away.

    `request` is what it answers, where a step is owed for each.
    """

    due_on: date | None
    done_on: date | None
    missed_on: date | None
    fell_away: bool = False
    done_by: tuple[Event, ...] = ()
    request: Event | None = None
    moved_on: date | None = None


@dataclass(slots=True)
class Begun:
    """A clock that has started: the day it counts from, the day that became known, and what started it.

    `came_on` is the day it really came, where `day_of_receipt` counts it as come on a later one.
    """

    on: date
    since: date
    because: str
    event: Event | None = None
    came_on: date | None = None


class Reckoner:
    """Works out dates for one procedure over one history; holds what became of each step so far."""

    __slots__ = (
        *("ahead", "calendar", "claimed", "each", "first_date", "history", "receipt", "results", "stage", "turns"),
        *("window", "windows"),
    )

    def __init__(
        self,
        history: History,
        calendar: WorkingCalendar,
        windows: Sequence[Window],
        receipt: DayOfReceipt | None = None,
    ) -> None:
        self.history = history
        self.calendar = calendar
        self.windows = windows
        self.receipt = receipt
        self.first_date: Begun | None = None  # of the date that a notice would move
        self.turns: set[date] = set()  # the days to come on which time alone makes something hold
        self.results: dict[str, list[StepResult]] = {}
        self.claimed: dict[int, int] = {}  # by identity, the events that met a duty of a stage on its last day
        self.ahead = False  # whether the date of another step is heard before it has come
        self.stage = 0
        self.window: Window = WHOLE
        self.each: Event | None = None

    def within(self, stage: int | None, each: Event | None = None) -> "Reckoner":
        """Turns to a stage of the procedure, and to one request where a duty is owed for each."""
        self.stage = stage or 0
        self.window = WHOLE if stage is None else self.windows[stage - 1]
        self.each = each
        return self

    def as_began(self, day: date) -> "Reckoner":
        """The same reckoner as it stood when a day began, in the same stage."""
        made = Reckoner(self.history.before(day), self.calendar, self.windows, self.receipt)
        made.results, made.claimed, made.each = self.results, self.claimed, self.each
        made.stage, made.window = self.stage, self.window
        return made

    def in_stage(self, event: Event) -> bool:
        """Whether an event belongs to the stage in hand.

        On the day one stage gives way to the next, what meets a duty of the first belongs to the first. What
        happened before the complaint came belongs to no stage, and counts in each.
        """
        window = self.window
        if window is WHOLE or event is window.by:
            return True
        begins, ends = window.begins, window.ends
        if begins is None or (ends is not None and event.on > ends):
            return False
        if event.on < begins:
            return self._is_older_than_the_case(event)
        return self.claimed.get(id(event), self.stage) >= self.stage

    def _is_older_than_the_case(self, event: Event) -> bool:
        if event.event in _BEFORE_ANY_STAGE:
            return True
        received = self.history.by_kind.get("received")
        return received is not None and event.on < received[0].on

    def begun(self, start: Start) -> Begun | None:
        """The day a clock starts, or nothing while what starts it has not happened."""
        match start:
            case EventStart():
                return self._event_start(start)
            case StageStart(stage):
                window = self.windows[stage - 1]
                if window.begins is None:
                    return None
                return self._came(Begun(window.begins, window.begins, str(start), window.by))
            case StepStart(step, state):
                on = self.step_on(step, state)
                by = self._what_did(step, on) if state is StepState.DONE else None
                known_ahead = self.ahead and state is StepState.DUE
                return Begun(on, on, str(start), by) if on and (known_ahead or self.has_come(on)) else None
            case FirstDate():
                return self.first_date
            case OrElse(starts):
                return next((begun for begun in map(self.begun, starts) if begun is not None), None)
            case WhicheverFirst(starts):
                found = [begun for begun in map(self.begun, starts) if begun is not None]
                return min(found, key=_since, default=None)

    def has_come(self, day: date) -> bool:
        """Whether a day on which something holds has come; one that has not is kept as a day to look again."""
        if day <= self.history.today:
            return True
        self.turns.add(day)
        return False

    def _event_start(self, start: EventStart) -> Begun | None:
        if self.each is not None and self.each.event == start.event:
            stated = start.fact is None or start.fact in self.each.facts
            return self._begun_by(self.each, start) if stated else None
        found = self.history.by_kind.get(start.event)
        if not found:
            return None
        for event in reversed(found) if start.latest else found:
            if self.in_stage(event) and (start.fact is None or start.fact in event.facts):
                begins = self.window.begins
                if begins is not None and event.on < begins:  # it is known to the stage from its first day
                    begun = self._begun_by(event, start)
                    begun.since = max(begun.since, begins)
                    return begun
                if start.fact is None and self.receipt is None:  # most starts: spared a call
                    return Begun(event.on, event.on, event.event, event)
                return self._begun_by(event, start)
        return None

    def _begun_by(self, event: Event, start: EventStart) -> Begun:
        if start.fact is None:
            begun = Begun(event.on, event.on, event.event, event)
            return begun if self.receipt is None else self._came(begun)
        stated = event.facts[start.fact]
        return Begun(stated if isinstance(stated, date) else event.on, event.on, str(start), event)

    def _came(self, begun: Begun) -> Begun:
        """What came on a day that is not worked, or too late on one, as come on the next working day."""
        if self.receipt is not None and begun.event is not None:
            counts_as = self.receipt.of(begun.event, self.calendar)
            if counts_as != begun.on:
                begun.on, begun.came_on = counts_as, begun.on
        return begun

    def step_on(self, step: str, state: StepState) -> date | None:
        """The day another step is due, was done (each of it that did not fall away), or was first missed or moved."""
        results = self._results_of(step)
        if state is StepState.MISSED:
            return min((r.missed_on for r in results if r.missed_on), default=None)
        if state is StepState.MOVED:
            return min((r.moved_on for r in results if r.moved_on), default=None)
        still = [r for r in results if not r.fell_away]
        if state is StepState.DUE:
            return min((r.due_on for r in still if r.due_on), default=None)
        done = [r.done_on for r in still]
        return None if None in done else max((d for d in done if d), default=None)

    def _results_of(self, step: str) -> Sequence[StepResult]:
        """What became of each of a step; for a duty that answers a request, of the one that answers the same."""
        results = self.results.get(step, ())
        return [one for one in results if one.request is self.each] or results if self.each else results

    def _what_did(self, step: str, on: date | None) -> Event | None:
        """The event by which a step was done that day; what waits for the one is not done by it as well."""
        did = (event for result in self._results_of(step) for event in result.done_by)
        return next((event for event in did if event.on == on), None)

    def when(self, due: Due) -> When:
        """When a rule's date falls; its `starts_on` is nothing while the clock has not started."""
        if type(due) is CountFrom:
            return self._count(due)
        match due:
            case OnDate() | AtOnce() | NoSetTime():
                return self._uncounted(due)
            case LaterOf(parts):
                return self._of_several(due, parts, later)
            case EarlierOf(parts):
                return self._of_several(due, parts, earlier)
            case NoLaterThan(first, ceiling):
                return self._capped(due, first, ceiling)
            case NotBefore(first, earliest):
                return self._of_several(due, (earliest,) if first is None else (earliest, first), held_back)
            case ByTier(tiers):
                return self._by_tier(due, tiers)
            case CountFrom():
                return self._count(due)

    def _uncounted(self, due: OnDate | AtOnce | NoSetTime) -> When:
        begun = self.begun(due.start)
        if begun is None:
            return _not_started(due.start)
        made = When(begun.on, begun.because, begun_by=_by(begun), came_on=begun.came_on)
        if isinstance(due, OnDate):
            made.starts_on, made.due_on, made.since = begun.since, begun.on, begun.since
        elif isinstance(due, AtOnce):
            counted = self.counted(AT_ONCE, begun.on)
            made.due_on, made.counts, made.since = counted.due, (counted,), begun.since
        return made

    def _count(self, due: CountFrom) -> When:
        begun = self.begun(due.start)
        if begun is None:
            return _not_started(due.start)
        counted = self.counted(due.period, begun.on)
        ends_on = counted.due
        if due.rolls:
            counted = counted._replace(due=self.calendar.roll_forward(ends_on))
        last, at = counted.due, None
        if due.by is not None:
            at = datetime.combine(last, due.by, tzinfo=LONDON)
        elif due.period.unit is _HOURS and begun.event is not None and begun.event.at is not None:
            at = hours_after(begun.event.at, due.period.amount)  # no later than the day counted, so it cannot overflow
            last = at.date()
        unit = due.period.unit
        starts_on = begun.since if due.period.counting is _BEFORE else begun.on
        made = When(starts_on, begun.because, last, at, None, (), False, (counted,), unit, begun.since, _by(begun))
        if begun.came_on is not None:
            made.came_on = begun.came_on
        if due.rolls:
            made.rolled_from = ends_on
        if due.period.least is not None:
            made.not_before = counted.earliest
        return made

    def counted(self, period: Period, start: date) -> Counted:
        """A period counted from a day."""
        try:
            return count(period, start, self.calendar)
        except (OverflowError, ValueError) as failed:
            raise self._past_the_end(failed) from None

    def lengthened(self, due: date, unit: Unit, by: int) -> date:
        """A date with what a pause adds to it."""
        try:
            return lengthen(due, unit, by, self.calendar)
        except OverflowError as failed:
            raise self._past_the_end(failed) from None

    def _past_the_end(self, failed: Exception) -> CalendarEnds:
        """A date after the year 9999 is past the last loaded year like any other."""
        return failed if isinstance(failed, CalendarEnds) else CalendarEnds(self.calendar, date.max.year)

    def ceiling(self, due: Due) -> When:
        """The day past which another date may not go: that of another step counts as soon as the step has one."""
        before, self.ahead = self.ahead, True
        made = self.when(due)
        self.ahead = before
        return made

    def _capped(self, rule: Due, first: Due, ceiling: Due) -> When:
        whens = (self.when(first), self.ceiling(ceiling))
        return _made_of(rule, (first, ceiling), whens, capped(whens))

    def _of_several(self, rule: Due, parts: Sequence[Due], choose: Callable[[Sequence[When]], When]) -> When:
        whens = [self.when(part) for part in parts]
        return _made_of(rule, parts, whens, choose(whens))

    def _by_tier(self, rule: Due, tiers: Sequence[tuple[str, Due]]) -> When:
        event = self._tier_set([name for name, _ in tiers])
        tier = event.facts.get("tier") if event else None
        for name, due in tiers:
            if event is not None and name == tier:
                made = self._of_several(rule, (due,), alone)
                made.since = max(made.since, event.on) if made.since else event.on
                return made
        return When(None, None, waiting=("tier_set",))

    def _tier_set(self, known: Sequence[str]) -> Event | None:
        """The latest tier that a step knows; what is set once a later stage has begun is not said of this one."""
        ends = self.window.ends
        for event in reversed(self.history.all("tier_set")):
            if event.facts.get("tier") in known and (ends is None or event.on < ends):
                return event
        return None


def _made_of(rule: Due, parts: Sequence[Due], whens: Sequence[When], made: When) -> When:
    made.choices = chosen(rule, parts, whens, made.due_on)
    return made


def _not_started(start: Start) -> When:
    return When(None, None, waiting=(str(start),))


def _by(begun: Begun) -> tuple[Event, ...]:
    return () if begun.event is None else (begun.event,)


def _since(begun: Begun) -> date:
    return begun.since
