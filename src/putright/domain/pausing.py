"""When did the clock of a step stand still, and what does that add to its date?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from putright.domain.chronology import Event, issue_of
from putright.domain.duty import PauseMade
from putright.domain.owed import Owed
from putright.domain.periods import Counting, Unit
from putright.domain.programme import PAUSED, Pause
from putright.domain.reckoning import ONE_DAY, Reckoner
from putright.domain.when import When
from putright.domain.working_days import WorkingCalendar

Between = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Stop:
    """A time during which a clock stood still: the first day of it, the day it ran again, and what stopped it."""

    since: date
    until: date | None
    by: str = PAUSED


def stops_of(one: Owed, reckoner: Reckoner) -> Sequence[Stop]:
    """When the clock of a duty stood still, every day once, in whatever way it was stopped."""
    found: list[Stop] = []
    for pause in one.rule.pauses:
        if not pause.begins.isdisjoint(reckoner.history.by_kind):
            found += _stops(pause, one, reckoner)
    return found if len(one.rule.pauses) == 1 else _each_day_once(found)


def _stops(pause: Pause, one: Owed, reckoner: Reckoner) -> Iterable[Stop]:
    """From each event that stops the clock until one that lets it run; a pause in a pause adds nothing."""
    begun: Event | None = None
    for event in reckoner.history.events:
        if begun is not None and (over := _ran_again(pause, begun.on, event.on, reckoner)):
            yield Stop(begun.on, over, begun.event)
            begun = None
        if begun is None and event.event in pause.begins and _concerns(event, one):
            begun = event
        elif begun is not None and event.event in pause.ends and _lets_run(event, one):
            yield Stop(begun.on, event.on, begun.event)
            begun = None
    if begun is not None:
        yield Stop(begun.on, _ran_again(pause, begun.on, date.max, reckoner), begun.event)


def _ran_again(pause: Pause, since: date, on: date, reckoner: Reckoner) -> date | None:
    """The day a clock ran again by itself, if that day has come; the first day of the pause is day 1."""
    if pause.longest is None:
        return None
    over = reckoner.counted(replace(pause.longest, counting=Counting.BEGINNING_WITH), since).due + ONE_DAY
    return over if over <= on and reckoner.has_come(over) else None


def _concerns(event: Event, one: Owed) -> bool:
    """Whether what stops a clock stops this one: “paused” names its steps, anything else stops all that it may."""
    if event.event == PAUSED:
        return _names(event, one.rule.name)
    return event.facts.get("step", one.rule.name) == one.rule.name and issue_of(event) in (None, one.issue)


def _lets_run(event: Event, one: Owed) -> bool:
    return not steps_of(event) or _names(event, one.rule.name)


def steps_of(event: Event) -> tuple[str, ...]:
    """The steps that a pause, or the end of one, names."""
    steps = event.facts.get("steps")
    return steps if isinstance(steps, tuple) else ()


def _names(event: Event, step: str) -> bool:
    steps = steps_of(event)
    return step in steps or "all" in steps


def _each_day_once(stops: list[Stop]) -> list[Stop]:
    made: list[Stop] = []
    for stop in sorted(stops, key=lambda one: one.since):
        last = made[-1] if made else None
        if last is None or (last.until is not None and stop.since > last.until):
            made.append(stop)
        elif last.until is not None and (stop.until is None or stop.until > last.until):
            made[-1] = Stop(last.since, stop.until, last.by)
    return made


def stopped(one: Owed, stops: Sequence[Stop], between: Between, reckoner: Reckoner) -> list[PauseMade]:
    """The pauses that count between the day a date was stated and another, and what each adds."""
    due, made = one.when.due_on, list[PauseMade]()
    since, until = between
    for stop in stops:
        begins = max(stop.since, since or stop.since)
        ends = min((day for day in (stop.until, until) if day is not None), default=None)
        if due is None or begins > due or (ends is not None and ends <= begins):
            continue
        added = 0 if ends is None else _length(begins, ends, one.when.unit, reckoner.calendar)
        due = reckoner.lengthened(due, one.when.unit, added)
        made.append(PauseMade(since=begins, until=ends, added=added, by=stop.by))
    return made


def with_pauses(pauses: Sequence[PauseMade], when: When, reckoner: Reckoner) -> date | None:
    """A date with what the pauses of it add."""
    if when.due_on is None or not pauses:
        return when.due_on
    added = sum(pause.added for pause in pauses)
    if when.rolled_from is None:
        return reckoner.lengthened(when.due_on, when.unit, added)
    return reckoner.calendar.roll_forward(reckoner.lengthened(when.rolled_from, when.unit, added))


def _length(since: date, until: date, unit: Unit, calendar: WorkingCalendar) -> int:
    if unit is Unit.WORKING_DAYS:
        return calendar.working_days_in(since, until)
    return (until - since) // ONE_DAY
