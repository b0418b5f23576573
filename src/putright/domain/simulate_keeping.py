"""How is a promise kept on a way: in each way there is, put off as far as it may be, or not in time?"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from putright.domain.chronology import Event, FactValue
from putright.domain.duty import Duty, Position
from putright.domain.position import position
from putright.domain.simulate_happening import happening
from putright.domain.simulate_routes import ways_of_meeting
from putright.domain.simulate_way import CANNOT_BE_COUNTED, FAR, Ground, Leg, LegKind, Pace, Way, name_of

ONE_DAY: Final = timedelta(days=1)


def done(
    duty: Duty,
    on: date,
    ground: Ground,
    way: Way,
    *,
    has_limit: bool = True,
    is_option: bool = False,
    is_dated: bool = True,
) -> Iterator[Way]:
    """A duty done on a day in each way it can be; put off or missed first, where that is provided for."""
    here = replace(way, day=on)
    if duty.step in way.missing and ground.pace is Pace.LATEST and is_dated:
        leg = Leg(on=on, event="", kind=LegKind.MISSED, duty=duty)
        yield replace(here, day=on + ONE_DAY, legs=(*way.legs, leg), passed=way.passed | {name_of(duty)})
        return
    if is_dated and (later := _put_off(duty, on, ground, way)):
        yield later
        return
    programme = next(one for one in ground.programmes if one.name == duty.procedure)
    made = 0
    for means in ways_of_meeting(duty.rule, programme):
        after = happening(ground, here, [one for one in means if one.event in duty.met_by], duty)
        events = after.events[len(way.events) :]
        kind = LegKind.CHOSEN if is_option else LegKind.KEPT
        brings = frozenset(one.event for one in events)
        event = events[-1].event if events else ""
        leg = Leg(on=on, event=event, kind=kind, duty=duty, has_limit=has_limit, brings=brings)
        if events and _is_met(duty, ground.at(after)):
            made += 1
            yield replace(after, legs=(*way.legs, leg), passed=way.passed | {name_of(duty)})
    if is_option or not made:
        yield replace(way, passed=way.passed | {name_of(duty)})


def _is_met(duty: Duty, stands: Position) -> bool:
    return all(not (one.is_to_do and name_of(one) == name_of(duty)) for one in stands.duties)


def _put_off(duty: Duty, on: date, ground: Ground, way: Way) -> Way | None:
    """A date moved once, on its last day, as far as its ceiling; nothing where it cannot be, or sets no ceiling."""
    move = duty.rule.move
    was_put_off = any(leg.kind is LegKind.PUT_OFF and leg.duty and leg.duty.id == duty.id for leg in way.legs)
    is_promised = duty.due_on is not None and duty.due_on == on
    if ground.pace is not Pace.LATEST or move is None or move.ceiling is None or was_put_off or not is_promised:
        return None
    near, far = 0, FAR.days  # the ceiling is found by asking what has effect
    best: tuple[Event, ...] = ()
    while near + 1 < far:
        days = (near + far) // 2
        notice = _notice(duty, on, on + timedelta(days=days))
        try:
            stands = position(ground.programmes, (*way.events, notice), ground.calendar, on)
        except CANNOT_BE_COUNTED:
            return None
        moved = next((one.due_on for one in stands.duties if name_of(one) == name_of(duty)), None)
        if moved == on + timedelta(days=days):
            near, best = days, (notice,)
        else:
            far = days
    if not best:
        return None
    leg = Leg(on=on, event=best[0].event, kind=LegKind.PUT_OFF, duty=duty)
    return replace(way, events=(*way.events, *best), day=on, legs=(*way.legs, leg))


def _notice(duty: Duty, on: date, to: date) -> Event:
    move = duty.rule.move
    said: Mapping[str, FactValue] = dict.fromkeys(move.must_say if move else (), "reason-given")
    facts = {**said, "step": duty.step, "date": to}
    return Event(event=min(move.by) if move else "", on=on, facts=facts, about=duty.about)
