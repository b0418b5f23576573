"""Since when has a condition held, and when was it taken back?"""

from collections.abc import Iterator
from datetime import date

from putright.domain.chronology import Event, issue_of
from putright.domain.expressions import (
    AllOf,
    AnyOf,
    Condition,
    FactIs,
    Happened,
    HappenedWithin,
    HasPassed,
    StageStart,
    StepIs,
)
from putright.domain.history import History
from putright.domain.periods import Period, Unit, hours_after
from putright.domain.reckoning import ONE_DAY, Begun, Reckoner


def holds_since(condition: Condition, reckoner: Reckoner, *, excuses: bool = False) -> date | None:
    """The day from which a condition has held, or nothing while it does not.

    What is said of one issue can make something owed, but never excuses it; and what excuses a step of a stage has to
    happen in that stage.
    """
    if type(condition) is Happened:  # most are
        return _first(condition.event, reckoner, excuses)
    match condition:
        case Happened(event):
            return _first(event, reckoner, excuses)
        case FactIs():
            return _said_since(condition, reckoner, excuses)
        case StepIs(step, state):
            on = reckoner.step_on(step, state)
            return on if on is not None and reckoner.has_come(on) else None
        case HappenedWithin():
            return _within(condition, reckoner, excuses)
        case StageStart():
            begun = reckoner.begun(condition)
            return begun.since if begun is not None else None
        case HasPassed():
            return _passed(condition, reckoner)
        case AllOf(parts):
            found = [holds_since(part, reckoner, excuses=excuses) for part in parts]
            return None if None in found else max(day for day in found if day)
        case AnyOf(parts):
            found = [holds_since(part, reckoner, excuses=excuses) for part in parts]
            return min((day for day in found if day), default=None)


def _first(kind: str, reckoner: Reckoner, excuses: bool) -> date | None:
    for event in reckoner.history.by_kind.get(kind, ()):
        if not excuses or _excuses(event, reckoner):
            return event.on
    return None


def _excuses(event: Event, reckoner: Reckoner) -> bool:
    return issue_of(event) is None and reckoner.in_stage(event)


def _said_since(said: FactIs, reckoner: Reckoner, excuses: bool) -> date | None:
    """Since when the latest such event says so: of the whole complaint, or where that is enough of any issue."""
    events = reckoner.history.by_kind.get(said.event)
    if events is None:
        return None
    since: dict[str | None, date | None] = {}
    for event in events:
        if said.fact in event.facts:
            issue, holds = issue_of(event), said.holds(event.facts[said.fact])
            since[issue] = (since.get(issue) or event.on) if holds else None
    enough = [since.get(None)] if excuses else list(since.values())
    return min((on for on in enough if on), default=None)


def taken_back(said: FactIs, history: History) -> Iterator[date]:
    """The days on which a later event said something else, of the whole complaint or of the same issue."""
    held: set[str | None] = set()
    for event in history.by_kind.get(said.event, ()):
        if said.fact in event.facts:
            issue = issue_of(event)
            if said.holds(event.facts[said.fact]):
                held.add(issue)
            elif issue in held:
                held.discard(issue)
                yield event.on


def _within(done: HappenedWithin, reckoner: Reckoner, excuses: bool) -> date | None:
    begun = reckoner.begun(done.start)
    if begun is None:
        return None
    last = reckoner.counted(done.period, begun.on).due
    for event in reckoner.history.by_kind.get(done.event, ()):
        in_time = (begun.came_on or begun.on) <= event.on <= last and not _ran_out(done.period, begun, event)
        if in_time and (not excuses or _excuses(event, reckoner)):
            return event.on
    return None


def _ran_out(period: Period, begun: Begun, event: Event) -> bool:
    """Whether so many hours had gone by; where either hour is not known, the last day counts as in time."""
    if period.unit is not Unit.HOURS or event.at is None or begun.event is None or begun.event.at is None:
        return False
    return event.at > hours_after(begun.event.at, period.amount)


def _passed(condition: HasPassed, reckoner: Reckoner) -> date | None:
    """The day after the last day of a time, once it has come; no pause makes the time longer."""
    begun = reckoner.begun(condition.start)
    if begun is None:
        return None
    since = reckoner.counted(condition.period, begun.on).due + ONE_DAY
    return since if reckoner.has_come(since) else None
