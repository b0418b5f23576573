"""Which ways lead through a procedure, when everything is done as soon, or as late, as its promises let it?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, FactValue
from putright.domain.duty import Duty, Position
from putright.domain.expressions import EventStart, starts_in
from putright.domain.permitted import AFTER
from putright.domain.position import position
from putright.domain.programme import Programme
from putright.domain.simulate_routes import WITH_A_DATE, Chance, ways_of_meeting
from putright.domain.vocabulary import DutyState, Effect, Strength
from putright.domain.working_days import WorkingCalendar

MOST_LEGS: Final = 60  # on one way: a longer one is cut off there
MOST_ASKED: Final = 150_000  # dates of rules, at each pace: some seconds' work
RESPONSE: Final = frozenset({"response_sent"})
ASKED_FOR: Final = frozenset({"review_requested", "escalated"})  # by the person, who may do it at once
AHEAD: Final = (
    0,
    14,
    28,
    56,
    112,
    200,
)  # days: how far ahead a day is fixed, tried until nothing is late for it at once
ONE_DAY: Final = timedelta(days=1)
FAR: Final = timedelta(days=1096)  # three years: what has not come by then does not come
NEARER: Final = (FAR, timedelta(days=366), timedelta(days=184))  # so far ahead is looked as bank holidays are loaded
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
class Ground:
    """What is walked: the procedures, the days, the events nobody promised, and whether the law holds on its own."""

    programmes: tuple[Programme, ...]
    calendar: WorkingCalendar
    chances: tuple[Chance, ...]
    pace: Pace
    seen: "Seen"
    stated: Mapping[str, frozenset[str]]  # of each event, the days it states from which a clock runs
    promised: frozenset[str]  # the events that some step promises

    def stated_of(self, event: str) -> frozenset[str]:
        """The days that an event has to state."""
        return self.stated.get(event, frozenset())

    def at(self, way: Way) -> Position:
        """What stands there."""
        self.seen.asked += sum(len(one.rules) for one in self.programmes)
        return position(self.programmes, way.events, self.calendar, way.day)


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


@dataclass(frozen=True, slots=True)
class _Plan:
    on: date | None
    duty: Duty
    is_option: bool
    is_held: bool  # whether it still needs something before it may be done


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """A way walked to its end, and what stands there; nothing where it was cut off past the last year loaded."""

    way: Way
    pace: Pace
    stands: Position | None
    is_stuck: bool  # whether nothing that could still happen would change anything


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
    return not stands.to_do() and not any(_chances(ground, open_again, stands))


def _noting(seen: Seen, way: Way, stands: Position) -> Way:
    """Notes what has come up since the last leg."""
    seen.stages |= {stands.stage} if stands.stage else set()
    fresh = [duty for duty in stands.duties if duty.starts_on and _name(duty) not in way.noticed]
    by_chance = bool(way.legs) and way.legs[-1].duty is None  # which may as well have come sooner
    for duty in fresh:
        seen.started.add(duty.step)
        seen.duties.setdefault((duty.step, duty.due_on, duty.not_before), duty)
        late = duty.state is DutyState.OVERDUE and not by_chance
        seen.late_at_once[duty.step] = seen.late_at_once.get(duty.step, True) and late
    return replace(way, noticed=way.noticed | {_name(duty) for duty in fresh}) if fresh else way


def _onward(ground: Ground, way: Way, stands: Position) -> tuple[Way, ...]:
    """Where a way may go from here; nothing where it is at its end."""
    plans = [_plan(duty, ground, way) for duty in stands.duties if duty.is_to_do and _name(duty) not in way.passed]
    free = [plan for plan in plans if not plan.is_held]
    dated = [plan for plan in free if plan.on is not None]
    if any(not plan.duty.rule.repeat for plan in dated):
        first = min(dated, key=_when)
        waits = ground.pace is Pace.SOONEST and (first.on or way.day) > way.day
        if waits and (sooner := tuple(_chances(ground, way, stands))):
            return sooner
        return tuple(_done(first, first.on or way.day, ground, way))
    undated = sorted((plan for plan in free if plan.on is None and not plan.duty.provisional), key=_is_option)
    if undated:
        is_theirs = undated[0].duty.who == "complainant"  # whoever may go on at any time is not kept waiting by anybody
        return tuple(_done(undated[0], way.day, ground, way, has_limit=is_theirs, is_dated=False))
    if taken := tuple(_chances(ground, way, stands)):
        return taken
    for plan in plans:
        if plan.on is None and plan.duty.provisional:
            last = max(way.day, plan.duty.due_on or way.day)
            return tuple(_done(plan, last, ground, way, has_limit=False, is_dated=False))
    if waited := _after_a_time(ground, way, stands):
        return (waited,)
    return tuple(made for plan in dated[:1] for made in _last_round(plan, ground, way))


def _after_a_time(ground: Ground, way: Way, stands: Position) -> Way | None:
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
    return frozenset(_name(duty) for duty in stands.duties if duty.is_to_do and not duty.rule.repeat)


def _when(plan: _Plan) -> tuple[date, bool]:
    return plan.on or date.max, plan.is_option


def _is_option(plan: _Plan) -> bool:
    return plan.is_option


def _name(duty: Duty) -> str:
    return f"{duty.procedure}:{duty.id}"


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


def _done(
    plan: _Plan, on: date, ground: Ground, way: Way, *, has_limit: bool = True, is_dated: bool = True
) -> Iterator[Way]:
    """A duty done on a day in each way it can be; put off or missed first, where that is provided for."""
    duty, here = plan.duty, replace(way, day=on)
    if duty.step in way.missing and ground.pace is Pace.LATEST and is_dated:
        leg = Leg(on=on, event="", kind=LegKind.MISSED, duty=duty)
        yield replace(here, day=on + ONE_DAY, legs=(*way.legs, leg), passed=way.passed | {_name(duty)})
        return
    if is_dated and (later := _put_off(duty, on, ground, way)):
        yield later
        return
    programme = next(one for one in ground.programmes if one.name == duty.procedure)
    made = 0
    for means in ways_of_meeting(duty.rule, programme):
        after = _happening(ground, here, [one for one in means if one.event in duty.met_by], duty)
        events = after.events[len(way.events) :]
        kind = LegKind.CHOSEN if plan.is_option else LegKind.KEPT
        brings = frozenset(one.event for one in events)
        event = events[-1].event if events else ""
        leg = Leg(on=on, event=event, kind=kind, duty=duty, has_limit=has_limit, brings=brings)
        if events and _is_met(duty, ground.at(after)):
            made += 1
            yield replace(after, legs=(*way.legs, leg), passed=way.passed | {_name(duty)})
    if plan.is_option or not made:
        yield replace(way, passed=way.passed | {_name(duty)})


def _is_met(duty: Duty, stands: Position) -> bool:
    return all(not (one.is_to_do and _name(one) == _name(duty)) for one in stands.duties)


def _last_round(plan: _Plan, ground: Ground, way: Way) -> Iterator[Way]:
    """A letter that comes round again, once nothing else is left to happen: it is written once, and that is all."""
    if not any(leg.duty and leg.duty.step == plan.duty.step for leg in way.legs):
        yield from _done(plan, plan.on or way.day, ground, way)


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
        moved = next((one.due_on for one in stands.duties if _name(one) == _name(duty)), None)
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


def _happening(ground: Ground, way: Way, means: Sequence[Chance], duty: Duty | None = None) -> Way:
    """A way on which these happen next, each after what must have happened before it, on the day the way has come to.

    A day that an event states is fixed far enough ahead that nothing is late for it at once.
    """
    stated = {one.event: ground.stated_of(one.event) for one in means}
    told = _time_told(ground, way) if {*WITH_A_DATE} & stated.keys() else way.day
    for ahead in AHEAD if any(stated.values()) else (0,):
        day = told + timedelta(days=ahead)
        made = replace(
            way, events=(*way.events, *_events(way, means, dict.fromkeys(_all(stated), day), duty, ground.promised))
        )
        if ahead == AHEAD[-1] or not any(stated.values()) or not _is_late_at_once(ground, way, made):
            return made
    return way


def _time_told(ground: Ground, way: Way) -> date:
    """The day that a person is told to expect the response on: at the latest pace the last on which it is owed."""
    owed = [duty.due_on for duty in ground.at(way).duties if duty.is_to_do and RESPONSE & duty.met_by]
    return max((on for on in owed if on), default=way.day) if ground.pace is Pace.LATEST else way.day


def _all(stated: Mapping[str, frozenset[str]]) -> frozenset[tuple[str, str]]:
    return frozenset((event, fact) for event, facts in stated.items() for fact in facts)


def _is_late_at_once(ground: Ground, way: Way, made: Way) -> bool:
    before = {_name(duty) for duty in ground.at(way).duties if duty.is_to_do}
    try:
        fresh = [duty for duty in ground.at(made).duties if duty.is_to_do and _name(duty) not in before]
    except CANNOT_BE_COUNTED:
        return False
    return any(duty.due_on is not None and duty.due_on < way.day for duty in fresh)


def _events(
    way: Way,
    means: Sequence[Chance],
    stated: Mapping[tuple[str, str], date],
    duty: Duty | None,
    promised: frozenset[str],
) -> Sequence[Event]:
    made: list[Event] = []
    for chance in means:
        _prepare(chance.event, way, made, promised)
        days = {fact: day for (event, fact), day in stated.items() if event == chance.event}
        number = len(way.events) + len(made) + 1
        about = duty.about if duty else None
        made.append(Event(event=chance.event, on=way.day, id=f"e{number}", facts={**days, **chance.facts}, about=about))
    return made


def _prepare(event: str, way: Way, made: list[Event], promised: frozenset[str]) -> None:
    """What must have happened first happens the same day, unless it is promised: that comes by its own promise."""
    first = AFTER.get(event, ())
    happened = {one.event for one in (*way.events, *made)}
    if event == "reopened" and "closed" not in happened:
        first = ("closed",)
    if first and happened.isdisjoint(first) and first[0] not in promised:
        _prepare(first[0], way, made, promised)
        made.append(Event(event=first[0], on=way.day, id=f"e{len(way.events) + len(made) + 1}"))


def _chances(ground: Ground, way: Way, stands: Position) -> Iterator[Way]:
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
    return _happening(ground, replace(way, day=on), [chance])


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
        begun = [duty for duty in stands.duties if duty.is_to_do and _name(duty) in _marks(stands) - before]
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


def _can_be_counted(ground: Ground, way: Way) -> bool:
    try:
        ground.at(way)
    except CANNOT_BE_COUNTED:
        return False
    return True


def _marks(stands: Position) -> frozenset[str]:
    """What a thing that happens can change: what is to be done, what is provisional, and the stage."""
    to_do = [duty for duty in stands.duties if duty.is_to_do]
    firm = [duty for duty in to_do if not duty.provisional]
    free = [duty for duty in to_do if frozenset(duty.rule.needs).isdisjoint(duty.waiting_for)]
    marks = {*map(_name, to_do), *(f"{_name(duty)} firm" for duty in firm), *(f"{_name(duty)} free" for duty in free)}
    return frozenset({*marks, f"stage {stands.stage}"})
