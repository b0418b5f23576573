"""What may happen next on a way though nobody promised it, and until when it can still delay anything?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from putright.domain.duty import Duty, Position
from putright.domain.expressions import EventStart, starts_in
from putright.domain.simulate_happening import happening
from putright.domain.simulate_routes import Chance
from putright.domain.simulate_way import CANNOT_BE_COUNTED, FAR, Ground, Leg, LegKind, Pace, Way, name_of

ASKED_FOR: Final = frozenset({"review_requested", "escalated"})  # by the person, who may do it at once
NEARER: Final = (FAR, timedelta(days=366), timedelta(days=184))  # so far ahead is looked as bank holidays are loaded


def chances_taken(ground: Ground, way: Way, stands: Position) -> Iterator[Way]:
    """Each thing that may happen next though nobody promised it, and that would change anything; and that none does."""
    before, passed = _marks(stands), way.passed
    for chance in ground.chances:
        if chance.key in passed:
            continue
        made = _taken(chance, way.day, ground, way)
        if not stands.permits(made.events[len(way.events)].event) or not _marks(ground.at(made)) - before:
            continue
        on = _as_late_as_it_matters(chance, ground, way, before) if ground.pace is Pace.LATEST else None
        taken = _taken(chance, on, ground, way) if on else made
        has_limit = on is not None or ground.pace is Pace.SOONEST or chance.event in ASKED_FOR
        brings = frozenset({chance.event})
        leg = Leg(on=taken.day, event=chance.event, kind=LegKind.CHOSEN, has_limit=has_limit, brings=brings)
        again = any(chance.event in begins for one in ground.programmes for begins in one.stages)
        yield replace(taken, legs=(*way.legs, leg), passed=passed if again else passed | {chance.key})
        passed = passed | {chance.key}
    if passed != way.passed:
        yield replace(way, passed=passed)


def _taken(chance: Chance, on: date, ground: Ground, way: Way) -> Way:
    return happening(ground, replace(way, day=on), [chance])


def _as_late_as_it_matters(chance: Chance, ground: Ground, way: Way, before: frozenset[str]) -> date | None:
    """The last day on which it can still delay anything: where a ceiling holds, however late it happens."""
    if chance.dated or chance.event in ASKED_FOR:
        return None
    found: set[date | None] = set()
    for far in NEARER:
        try:
            stands = ground.at(_taken(chance, way.day + far, ground, way))
        except CANNOT_BE_COUNTED:
            continue
        begun = [duty for duty in stands.duties if duty.is_to_do and name_of(duty) in _marks(stands) - before]
        found.add(max((duty.due_on for duty in begun if duty.due_on), default=None))
        if any(duty.due_on is None or duty.due_on >= way.day + far or not _starts(chance, duty) for duty in begun):
            return None
    last = found.pop() if len(found) == 1 else None
    return last if last is not None and last >= way.day else None


def _starts(chance: Chance, duty: Duty) -> bool:
    """Whether the clock of a promise of the body waits for an event."""
    starts = starts_in(duty.rule.due)
    return duty.who != "complainant" and any(
        isinstance(one, EventStart) and one.event == chance.event for one in starts
    )


def _marks(stands: Position) -> frozenset[str]:
    """What a thing that happens can change: what is to be done, what is provisional, and the stage."""
    to_do = [duty for duty in stands.duties if duty.is_to_do]
    firm = [duty for duty in to_do if not duty.provisional]
    free = [duty for duty in to_do if frozenset(duty.rule.needs).isdisjoint(duty.waiting_for)]
    marks = {
        *map(name_of, to_do),
        *(f"{name_of(duty)} firm" for duty in firm),
        *(f"{name_of(duty)} free" for duty in free),
    }
    return frozenset({*marks, f"stage {stands.stage}"})


def after_a_time(ground: Ground, way: Way, stands: Position) -> Way | None:
    """The same way on the first later day on which something comes up because time has passed, if there is one."""
    before, horizon = _owed_once(stands), _horizon(ground, way)
    if horizon is None or not _owed_once(ground.at(replace(way, day=horizon))) - before:
        return None
    far = (horizon - way.day).days
    near = 0
    while near + 1 < far:
        days = (near + far) // 2
        comes = _owed_once(ground.at(replace(way, day=way.day + timedelta(days=days)))) - before
        near, far = (near, days) if comes else (days, far)
    return replace(way, day=way.day + timedelta(days=far))


def _horizon(ground: Ground, way: Way) -> date | None:
    """How far ahead of a way can be looked."""
    days = (way.day + far for far in NEARER)
    return next((day for day in days if _can_be_counted(ground, replace(way, day=day))), None)


def _owed_once(stands: Position) -> frozenset[str]:
    return frozenset(name_of(duty) for duty in stands.duties if duty.is_to_do and not duty.rule.repeat)


def _can_be_counted(ground: Ground, way: Way) -> bool:
    try:
        ground.at(way)
    except CANNOT_BE_COUNTED:
        return False
    return True
