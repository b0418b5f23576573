"""By when, at the very latest, does a procedure let each of its steps fall due, for a complaint received on a day?"""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, timedelta
from typing import Final

from putright.domain.chronology import Event
from putright.domain.expressions import (
    ByTier,
    Condition,
    Due,
    EarlierOf,
    EventStart,
    LaterOf,
    NoLaterThan,
    NoSetTime,
    NotBefore,
    OrElse,
    Start,
    StepStart,
    counts_in,
    leaves_of,
    starts_in,
)
from putright.domain.history import History, windows
from putright.domain.programme import Programme, Rule
from putright.domain.reckoning import ONE_DAY, Reckoner, StepResult
from putright.domain.vocabulary import Effect, Strength
from putright.domain.working_days import WorkingCalendar

__all__ = ["counts_in"]
TWO_YEARS: Final = 731  # days: every weekday against every bank holiday, and a leap day in most of them
RECEIPT: Final = ("event_occurred", "came_to_notice", "received")
CANNOT_BE_COUNTED: Final = (ValueError, OverflowError)  # CalendarEnds is one; so is a date past the year 9999


def receipt_days(as_at: date, calendar: WorkingCalendar) -> tuple[date, ...]:
    """The days of receipt that are tried: two years from the day asked about, or the nearest that are loaded."""
    last = max(calendar.first, calendar.last - timedelta(days=TWO_YEARS - 1))
    first = min(max(as_at, calendar.first), last)
    days = (first + timedelta(days=number) for number in range(TWO_YEARS))
    return tuple(day for day in days if day <= calendar.last)


def latest_dates(
    programme: Programme, rules: Sequence[Rule], received_on: date, calendar: WorkingCalendar
) -> Mapping[str, date | None]:
    """The last day for each of some steps, when whatever the body promises is done on the last day for it.

    A step has none while it waits for something that nobody promises to do.
    """
    happened = dict.fromkeys(RECEIPT, received_on)
    counted_from = {event for rule in rules for event in events_started_by(rule.due)}.union(*programme.stages)
    while True:
        found = _dates(programme, rules, happened, calendar)
        new = _done_on_the_last_day(rules, found, counted_from - happened.keys())
        if not new:
            return found
        happened.update(new)


def needed_for(programme: Programme, wanted: Iterable[str]) -> tuple[Rule, ...]:
    """The steps whose dates must be known to know those that are wanted, each after those it depends on."""
    by_name = {rule.name: rule for rule in programme.rules}
    waiting = [name for name in wanted if name in by_name]
    needed: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in needed:
            continue
        needed.add(name)
        starts = starts_in(by_name[name].due)
        waiting += [start.step for start in starts if isinstance(start, StepStart)]
        events = {start.event for start in starts if isinstance(start, EventStart)}
        waiting += [rule.name for rule in programme.rules if rule.met_by & events]
    return tuple(rule for rule in programme.rules if rule.name in needed)


def _dates(
    programme: Programme, rules: Iterable[Rule], happened: Mapping[str, date], calendar: WorkingCalendar
) -> dict[str, date | None]:
    reckoner = reckoner_over(programme, happened, calendar)
    found: dict[str, date | None] = {}
    for rule in rules:
        last = latest(rule.due, reckoner)
        found[rule.name] = last
        missed_on = last + ONE_DAY if last and last < date.max else None
        reckoner.results[rule.name] = [StepResult(last, last, missed_on)]
    return found


def reckoner_over(programme: Programme, happened: Mapping[str, date], calendar: WorkingCalendar) -> Reckoner:
    """What counts dates for a procedure when these events, and no others, have happened."""
    history = History([Event(event=event, on=on) for event, on in happened.items()], date.max)
    return Reckoner(history, calendar, windows(programme, history), programme.receipt)


def _done_on_the_last_day(
    rules: Iterable[Rule], found: Mapping[str, date | None], awaited: Set[str]
) -> Mapping[str, date]:
    """The awaited events that the body promises to bring about, each by the soonest last day for it."""
    done: dict[str, date] = {}
    for rule in rules:
        last = found[rule.name]
        if last is not None and rule.strength is not Strength.MAY and rule.effect in (Effect.BREACH, Effect.TARGET):
            done |= {event: min(last, done.get(event, last)) for event in rule.met_by & awaited}
    return done


def latest(due: Due, reckoner: Reckoner) -> date | None:
    """The last day that a date rule allows, or nothing where it sets no bound; counted as every date is counted."""
    match due:
        case NoLaterThan(first, ceiling):
            return _earliest([latest(first, reckoner), latest(ceiling, reckoner)])
        case EarlierOf(parts):
            return _earliest([latest(part, reckoner) for part in parts])
        case LaterOf(parts):
            return _latest_if_known([latest(part, reckoner) for part in parts])
        case ByTier(tiers):
            return _latest_if_known([latest(part, reckoner) for _, part in tiers])
        case NotBefore(first, _):
            return latest(first, reckoner) if first is not None else None
        case _:
            no_bound = isinstance(due, NoSetTime) or _may_start_later(due.start, reckoner)
            return None if no_bound else _counted(due, reckoner)


def _counted(due: Due, reckoner: Reckoner) -> date | None:
    try:
        return reckoner.when(due).due_on
    except CANNOT_BE_COUNTED:
        return None


def _may_start_later(start: Start, reckoner: Reckoner) -> bool:
    """Whether a start can still move: of “A or else B” the first that happens counts, and A has not happened yet."""
    return isinstance(start, OrElse) and reckoner.begun(start.starts[0]) is None


def _earliest(days: list[date | None]) -> date | None:
    return min((on for on in days if on), default=None)


def _latest_if_known(days: list[date | None]) -> date | None:
    return None if None in days else max((on for on in days if on), default=None)


def sets_no_time(due: Due) -> bool:
    """Whether a date rule sets no time at all."""
    match due:
        case NoSetTime():
            return True
        case LaterOf(parts) | EarlierOf(parts):
            return all(sets_no_time(part) for part in parts)
        case ByTier(tiers):
            return all(sets_no_time(part) for _, part in tiers)
        case NoLaterThan(first, ceiling):
            return sets_no_time(first) and sets_no_time(ceiling)
        case NotBefore(first, _):
            return first is None or sets_no_time(first)
        case _:
            return False


def events_started_by(due: Due) -> tuple[str, ...]:
    """The events that a date rule counts from."""
    return tuple(dict.fromkeys(start.event for start in starts_in(due) if isinstance(start, EventStart)))


def words_of(programme: Programme, event: str) -> str:
    """What an event is called in words: “the complaint was received”."""
    words = programme.events[event].words if event in programme.events else event.replace("_", " ")
    return words[:1].lower() + words[1:]


def leaves(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """The simple conditions of several."""
    return tuple(leaf for condition in conditions for leaf in leaves_of(condition))
