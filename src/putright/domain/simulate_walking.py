"""Which ways lead through a procedure, when everything is done as soon, or as late, as its promises let it?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from putright.domain.duty import Duty, Position
from putright.domain.simulate_chances import after_a_time, chances_taken
from putright.domain.simulate_keeping import done
from putright.domain.simulate_way import CANNOT_BE_COUNTED, Ground, Pace, Seen, Walked, Way, name_of
from putright.domain.vocabulary import DutyState, Effect, Strength

MOST_LEGS: Final = 60  # on one way: a longer one is cut off there
MOST_ASKED: Final = 150_000  # dates of rules, at each pace: some seconds' work


@dataclass(frozen=True, slots=True)
class _Plan:
    on: date | None
    duty: Duty
    is_option: bool
    is_held: bool  # whether it still needs something before it may be done


def ways(ground: Ground, start: Way) -> Iterator[Walked]:
    """Every way from a start to its end, the ones on which most happens first."""
    waiting = [start]
    while waiting:
        if ground.seen.asked > MOST_ASKED:
            ground.seen.is_bounded = True
            return
        way = waiting.pop()
        try:
            stands = ground.at(way)
            way = _noting(ground.seen, way, stands)
            onward = _onward(ground, way, stands) if len(way.legs) < MOST_LEGS else ()
        except CANNOT_BE_COUNTED as failed:
            ground.seen.failed = failed
            yield Walked(way=replace(way, is_cut=True), pace=ground.pace, stands=None, is_stuck=False)
            continue
        if not onward:
            cut = replace(way, is_cut=len(way.legs) >= MOST_LEGS)
            yield Walked(way=cut, pace=ground.pace, stands=stands, is_stuck=_is_stuck(ground, way, stands))
        waiting += reversed(onward)


def _is_stuck(ground: Ground, way: Way, stands: Position) -> bool:
    """Whether nothing is left to do, and nothing that was left out on this way would change that."""
    happened = {leg.event for leg in way.legs}
    left_out = {chance.key for chance in ground.chances if chance.event not in happened}
    open_again = replace(way, passed=way.passed - left_out)
    return not stands.to_do() and not any(chances_taken(ground, open_again, stands))


def _noting(seen: Seen, way: Way, stands: Position) -> Way:
    """Notes what has come up since the last leg."""
    seen.stages |= {stands.stage} if stands.stage else set()
    fresh = [duty for duty in stands.duties if duty.starts_on and name_of(duty) not in way.noticed]
    by_chance = bool(way.legs) and way.legs[-1].duty is None  # which may as well have come sooner
    for duty in fresh:
        seen.started.add(duty.step)
        seen.duties.setdefault((duty.step, duty.due_on, duty.not_before), duty)
        late = duty.state is DutyState.OVERDUE and not by_chance
        seen.late_at_once[duty.step] = seen.late_at_once.get(duty.step, True) and late
    return replace(way, noticed=way.noticed | {name_of(duty) for duty in fresh}) if fresh else way


def _onward(ground: Ground, way: Way, stands: Position) -> tuple[Way, ...]:
    """Where a way may go from here; nothing where it is at its end."""
    plans = [_plan(duty, ground, way) for duty in stands.duties if duty.is_to_do and name_of(duty) not in way.passed]
    free = [plan for plan in plans if not plan.is_held]
    dated = [plan for plan in free if plan.on is not None]
    if any(not plan.duty.rule.repeat for plan in dated):
        first = min(dated, key=_when)
        waits = ground.pace is Pace.SOONEST and (first.on or way.day) > way.day
        if waits and (sooner := tuple(chances_taken(ground, way, stands))):
            return sooner
        return tuple(done(first.duty, first.on or way.day, ground, way, is_option=first.is_option))
    undated = sorted((plan for plan in free if plan.on is None and not plan.duty.provisional), key=_is_option)
    if undated:
        is_theirs = undated[0].duty.who == "complainant"  # whoever may go on at any time is not kept waiting by anybody
        return tuple(
            done(
                undated[0].duty,
                way.day,
                ground,
                way,
                is_option=undated[0].is_option,
                has_limit=is_theirs,
                is_dated=False,
            )
        )
    if taken := tuple(chances_taken(ground, way, stands)):
        return taken
    for plan in plans:
        if plan.on is None and plan.duty.provisional:
            last = max(way.day, plan.duty.due_on or way.day)
            return tuple(done(plan.duty, last, ground, way, is_option=plan.is_option, has_limit=False, is_dated=False))
    if waited := after_a_time(ground, way, stands):
        return (waited,)
    return tuple(made for plan in dated[:1] for made in _last_round(plan, ground, way))


def _when(plan: _Plan) -> tuple[date, bool]:
    return plan.on or date.max, plan.is_option


def _is_option(plan: _Plan) -> bool:
    return plan.is_option


def _plan(duty: Duty, ground: Ground, way: Way) -> _Plan:
    is_option = duty.who == "complainant" or duty.strength is Strength.MAY or duty.effect is Effect.LAPSES
    is_held = not frozenset(duty.rule.needs).isdisjoint(duty.waiting_for)
    if ground.pace is Pace.SOONEST:
        return _Plan(max(way.day, duty.not_before or way.day), duty, is_option, is_held)
    last = None if duty.provisional or duty.paused else _earlier(duty.due_on, duty.binding_on, duty)
    return _Plan(max(way.day, last) if last else None, duty, is_option, is_held)


def _earlier(due: date | None, binding: date | None, duty: Duty) -> date | None:
    """The last day for it: the earlier of promise and law, and for a limit on the complainant the one that binds."""
    if duty.who == "complainant" or due is None or binding is None:
        return binding or due
    return min(due, binding)


def _last_round(plan: _Plan, ground: Ground, way: Way) -> Iterator[Way]:
    """A letter that comes round again, once nothing else is left to happen: it is written once, and that is all."""
    if not any(leg.duty and leg.duty.step == plan.duty.step for leg in way.legs):
        yield from done(plan.duty, plan.on or way.day, ground, way, is_option=plan.is_option)
