"""How long does a way take, which promises make up its time, and what on it holds it up most?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from putright.domain.expressions import (
    EventStart,
    FactIs,
    Happened,
    HappenedWithin,
    StageStart,
    StepIs,
    StepStart,
    leaves_of,
    starts_in,
)
from putright.domain.permitted import AFTER
from putright.domain.programme import Programme, Rule
from putright.domain.simulate_way import Leg, LegKind, Way
from putright.domain.vocabulary import Authority
from putright.domain.working_days import WorkingCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One promise, or one thing that nobody promised, that takes time on a way: from when, until when, how long."""

    words: str
    cites: str
    who: str | None
    event: str
    kind: LegKind
    since: date
    until: date
    working_days: int
    days: int
    is_law: bool  # whether it is the law that asks for it
    has_limit: bool  # whether anybody says by when
    has_dates: bool  # whether its days are known; of what comes after something without a limit they are not


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How long something takes on a way, in dates and in days, and piece by piece without a gap."""

    received_on: date
    on: date
    working_days: int
    days: int
    pieces: tuple[Piece, ...]

    @property
    def has_limit(self) -> bool:
        """Whether somebody promised a last day for every piece of it."""
        return all(piece.has_limit for piece in self.pieces)

    @property
    def held_up_by(self) -> Piece | None:
        """What holds it up most: the first thing that has no last day, or else what takes the longest."""
        without = [piece for piece in self.pieces if not piece.has_limit]
        longest = max(self.pieces, key=_days, default=None)
        return without[0] if without else longest if longest and longest.days else None


def measured(way: Way, last: Leg, calendar: WorkingCalendar, programmes: Sequence[Programme]) -> Measure:
    """The time until one leg of a way, from the day of receipt."""
    received = way.events[0].on
    chain = _chain(way, last, programmes)
    unlimited = next((place for place, (leg, _) in enumerate(chain) if not leg.has_limit), len(chain))
    return Measure(
        received_on=received,
        on=last.on,
        working_days=calendar.working_days_between(received, last.on),
        days=(last.on - received).days,
        pieces=tuple(
            _piece(leg, since, calendar, programmes, has_dates=place < unlimited)
            for place, (leg, since) in enumerate(chain)
        ),
    )


def _days(piece: Piece) -> int:
    return piece.days


def _piece(
    leg: Leg, since: date, calendar: WorkingCalendar, programmes: Sequence[Programme], *, has_dates: bool
) -> Piece:
    return Piece(
        words=leg.duty.promise if leg.duty else words_of(leg.event, programmes),
        cites=leg.duty.cites if leg.duty else "",
        who=_people(leg, programmes),
        event=leg.event,
        kind=leg.kind,
        since=since,
        until=leg.on,
        working_days=calendar.working_days_between(since, leg.on),
        days=(leg.on - since).days,
        is_law=leg.duty is not None and leg.duty.authority is not Authority.POLICY,
        has_limit=leg.has_limit,
        has_dates=has_dates,
    )


def words_of(event: str, programmes: Sequence[Programme]) -> str:
    """What an event is called in words, by the first procedure that knows it."""
    return next((one.events[event].words for one in programmes if event in one.events), event.replace("_", " "))


def _people(leg: Leg, programmes: Sequence[Programme]) -> str | None:
    if leg.duty is None or leg.duty.who is None:
        return None
    ours = next((one.procedure for one in programmes if one.name == leg.duty.procedure), None)
    person = ours.person(leg.duty.who) if ours is not None else None
    return person.words if person is not None else leg.duty.who.replace("-", " ")


def _chain(way: Way, last: Leg, programmes: Sequence[Programme]) -> list[tuple[Leg, date]]:
    """The legs that lead to one, each with the day its time began: what it waited for, and what that waited for."""
    found: list[tuple[Leg, date]] = []
    before, leg = list(way.legs[: way.legs.index(last)]), last
    while True:
        cause = _cause(leg, before, programmes)
        found.append((leg, min(cause.on, leg.on) if cause else way.events[0].on))
        if cause is None:
            return found[::-1]
        before, leg = before[: before.index(cause)], cause


def _cause(leg: Leg, before: Sequence[Leg], programmes: Sequence[Programme]) -> Leg | None:
    """The leg without which this one could not have begun: what put it off, what it counted from, or what it needed."""
    duty = leg.duty
    if duty is None:
        return _before_a_chance(leg, before, programmes)
    if leg.kind is not LegKind.PUT_OFF:
        put_off = [one for one in before if one.kind is LegKind.PUT_OFF and one.duty and one.duty.id == duty.id]
        if put_off:
            return put_off[-1]
    eve = (duty.starts_on or leg.on) - timedelta(days=1)  # what was missed was missed on the eve
    events, steps = _waited_for(duty.rule, next(one for one in programmes if one.name == duty.procedure))
    for one in reversed(before):
        is_named = bool(one.brings & events) or (one.duty is not None and one.duty.step in steps)
        if is_named and (one.on >= eve or bool(one.brings & set(duty.rule.needs))):
            return one
    return None


def _before_a_chance(leg: Leg, before: Sequence[Leg], programmes: Sequence[Programme]) -> Leg | None:
    """What something nobody promised came after: what it must come after, or else what began the stage it came in."""
    first, begin = (
        {*AFTER.get(leg.event, ())},
        {event for one in programmes for events in one.stages for event in events},
    )
    begins_a_stage = leg.event in begin
    for one in reversed(before):
        is_last_of_stage = begins_a_stage and _is_of_stage(one)
        if one.brings & first or is_last_of_stage or (not begins_a_stage and one.brings & begin):
            return one
    return None


def _is_of_stage(leg: Leg) -> bool:
    return leg.kind is LegKind.KEPT and leg.duty is not None and leg.duty.stage is not None and leg.has_limit


def _waited_for(rule: Rule, programme: Programme) -> tuple[set[str], set[str]]:
    """The events and the steps that a step counts from, or hangs on."""
    starts = starts_in(rule.due)
    leaves = [leaf for condition in rule.only_if for leaf in leaves_of(condition)]
    events = {start.event for start in starts if isinstance(start, EventStart)} | set(rule.needs)
    events |= {leaf.event for leaf in leaves if isinstance(leaf, Happened | FactIs | HappenedWithin)}
    steps = {one.step for one in (*starts, *leaves) if isinstance(one, StepStart | StepIs)}
    stages = {start.stage for start in starts if isinstance(start, StageStart)}
    for stage in stages | ({rule.stage} if rule.stage and rule.stage > 1 else set()):
        events |= programme.stages[stage - 1]
    return events, steps
