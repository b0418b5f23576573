"""A procedure made ready to be asked: every rule read, every name resolved, each step after those it depends on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

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
    StepIs,
    StepStart,
    leaves_of,
    simple_starts,
    starts_in,
)
from putright.domain.grammar import NotUnderstood, Repeat, condition_from, due_from, repeat_from, start_from
from putright.domain.procedure import Combined, Group, Procedure, Step, WrittenCondition, WrittenDue
from putright.domain.vocabulary import CORE_EVENTS, Authority, Effect, EventKind, ProcedureKind, Strength

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One thing wrong with a procedure file: where it stands in the file, and how to cure it."""

    where: tuple[str | int, ...]
    message: str


class ProcedureFlawed(ValueError):
    """A procedure cannot be used as it stands; carries every flaw found."""

    def __init__(self, flaws: Iterable[Flaw]) -> None:
        self.flaws = tuple(flaws)
        super().__init__("; ".join(f"{'.'.join(map(str, flaw.where))}: {flaw.message}" for flaw in self.flaws))


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """When and how a notice moves the date of a step."""

    by: frozenset[str]
    before_due: bool
    ceiling: Due | None
    only_later: bool
    must_say: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A step made ready: what it says, read."""

    name: str
    step: Step
    authority: Authority
    cites: str
    due: Due
    met: Condition | None
    met_by: frozenset[str]
    only_if: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    needs: tuple[str, ...]
    move: Move | None
    repeat: Repeat | None
    each: str | None
    survives: frozenset[str]
    stage: int | None
    effect: Effect
    strength: Strength
    who: str | None
    pausable: bool
    restless: frozenset[str]  # the events that may change the date once it has begun to run


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Programme:
    """A procedure whose every rule has been read; made once and asked many times."""

    procedure: Procedure
    rules: tuple[Rule, ...]  # each after the rules it depends on
    order: tuple[str, ...]  # the names of the steps as the file gives them
    stages: tuple[frozenset[str], ...]  # the events that begin each
    limit: Due | None
    ways_on: tuple[tuple[Condition | None, Due | None], ...]  # of each goes_next, when it opens and until when
    ends: frozenset[str]
    events: Mapping[str, EventKind]  # the core events and those the procedure names of its own

    @property
    def name(self) -> str:
        """The name of the procedure."""
        return self.procedure.name


AUTHORITY_OF_KIND = {
    ProcedureKind.STATUTE: Authority.STATUTE,
    ProcedureKind.CODE: Authority.CODE,
    ProcedureKind.PROCEDURE: Authority.POLICY,
    ProcedureKind.GUIDE: Authority.POLICY,
}


def programme_of(procedure: Procedure) -> Programme:
    """Reads every rule of a procedure; raises ProcedureFlawed with everything that is wrong with it."""
    reader = _Reader(procedure)
    rules = tuple(reader.rule(name, step) for name, step in procedure.steps.items())
    stages = tuple(reader.stage(number) for number in range(len(procedure.stages)))
    limit = reader.due(("accepts", "limit"), procedure.accepts.limit) if procedure.accepts else None
    ways_on = reader.goes_next()
    reader.names()
    made = [rule for rule in rules if rule is not None]
    ordered = reader.in_order(made)
    if reader.flaws:
        raise ProcedureFlawed(reader.flaws)
    return Programme(
        procedure=procedure,
        rules=ordered,
        order=tuple(procedure.steps),
        stages=stages,
        limit=limit,
        ways_on=ways_on,
        ends=frozenset(procedure.ends_when),
        events=reader.events,
    )


class _Reader:
    """Reads one procedure, gathering every flaw rather than stopping at the first."""

    def __init__(self, procedure: Procedure) -> None:
        self.procedure = procedure
        self.flaws: list[Flaw] = []
        own = {
            name: EventKind(name=name, words=event.words, facts=event.facts) for name, event in procedure.events.items()
        }
        self.events: Mapping[str, EventKind] = {**CORE_EVENTS, **own}
        for name in own:
            if name in CORE_EVENTS:
                self.flaw(("events", name), f"{name} is already an event of the language: leave it out here")

    def flaw(self, where: tuple[str | int, ...], message: str) -> None:
        self.flaws.append(Flaw(where=where, message=message))

    def rule(self, name: str, step: Step) -> Rule | None:
        where = ("steps", name)
        if not name.replace("-", "").isalnum() or not name[0].isalpha() or name != name.lower():
            self.flaw(where, f"the step name {name!r} must be lower-case words joined by hyphens, such as staff-reply")
        due = self.due((*where, "due"), step.due)
        met = self.met((*where, "met_when"), step)
        only_if = self.conditions((*where, "only_if"), step.only_if)
        unless = self.conditions((*where, "unless"), step.unless)
        repeat = self.repeat((*where, "repeat"), step.repeat)
        move = self.move(where, step)
        self.step_names(where, step)
        if met is None and step.met_when is None and step.effect not in (Effect.LAPSES, Effect.CLOSES):
            self.flaw(where, "say in met_when which event fulfils this step")
        if due is None:
            return None
        return Rule(
            name=name,
            step=step,
            authority=step.authority or AUTHORITY_OF_KIND[self.procedure.kind],
            cites=self.cites(step),
            due=due,
            met=met,
            met_by=frozenset(_events_of(met)),
            only_if=only_if,
            unless=unless,
            needs=step.needs,
            move=move,
            repeat=repeat,
            each=step.each,
            survives=frozenset((step.survives,) if isinstance(step.survives, str) else step.survives),
            stage=step.stage,
            effect=step.effect,
            strength=step.strength,
            who=step.who,
            pausable=self.pausable(name, step),
            restless=frozenset(_restless(due)),
        )

    def pausable(self, name: str, step: Step) -> bool:
        pauses = self.procedure.pauses
        if pauses is None or Authority.STATUTE in (step.authority, AUTHORITY_OF_KIND[self.procedure.kind]):
            return False
        return name in pauses.steps or "all" in pauses.steps

    def cites(self, step: Step) -> str:
        if self.procedure.cite_as:
            return f"{self.procedure.cite_as} {step.clause}" if step.clause else self.procedure.cite_as
        return f"clause {step.clause}" if step.clause else self.procedure.title

    def step_names(self, where: tuple[str | int, ...], step: Step) -> None:
        if step.each is not None:
            self.event((*where, "each"), step.each)
        for need in step.needs:
            self.event((*where, "needs"), need)
        if step.stage is not None and not 1 <= step.stage <= len(self.procedure.stages):
            there = len(self.procedure.stages)
            self.flaw(
                (*where, "stage"),
                f"there is no stage {step.stage}: the file names {there or 'no'} stage{'' if there == 1 else 's'}",
            )
        for survived in (step.survives,) if isinstance(step.survives, str) else step.survives:
            self.event((*where, "survives"), survived)

    def move(self, where: tuple[str | int, ...], step: Step) -> Move | None:
        written, place = step.may_move, (*where, "may_move")
        if written is None and self.procedure.may_move is not None:
            written, place = self.procedure.may_move, ("may_move",)
        if written is None:
            return None
        by = (written.by,) if isinstance(written.by, str) else written.by
        for event in by:
            self.event((*place, "by"), event)
            if event in self.events and "date" not in self.events[event].facts:
                self.flaw((*place, "by"), f"{event} states no date, so it cannot move one")
        for fact in written.must_say:
            if not any(fact in self.events[event].facts for event in by if event in self.events):
                self.flaw((*place, "must_say"), f"{' or '.join(by)} has no fact called {fact}")
        ceiling = (
            self.due((*place, "no_later_than"), written.no_later_than) if written.no_later_than is not None else None
        )
        return Move(
            by=frozenset(by),
            before_due=written.before_due,
            ceiling=ceiling,
            only_later=written.only_later,
            must_say=written.must_say,
        )

    def met(self, where: tuple[str | int, ...], step: Step) -> Condition | None:
        if step.met_when is None:
            return None
        if isinstance(step.met_when, tuple):
            return self.all_or_any(where, step.met_when, AnyOf)
        return self.condition(where, step.met_when)

    def conditions(
        self, where: tuple[str | int, ...], written: WrittenCondition | tuple[WrittenCondition, ...]
    ) -> tuple[Condition, ...]:
        several = written if isinstance(written, tuple) else (written,)
        found = (self.condition(where, one) for one in several)
        return tuple(one for one in found if one is not None)

    def condition(self, where: tuple[str | int, ...], written: WrittenCondition) -> Condition | None:
        if isinstance(written, Group):
            if (written.all_of is None) == (written.any_of is None):
                self.flaw(where, "write exactly one of “all of” and “any of”")
                return None
            if written.all_of is not None:
                return self.all_or_any(where, written.all_of, AllOf)
            return self.all_or_any(where, written.any_of or (), AnyOf)
        found = self.read(where, written, condition_from)
        if found is not None:
            for leaf in leaves_of(found):
                self.leaf(where, leaf)
        return found

    def all_or_any(
        self,
        where: tuple[str | int, ...],
        written: tuple[WrittenCondition, ...],
        made: Callable[[tuple[Condition, ...]], Condition],
    ) -> Condition | None:
        parts = tuple(part for part in (self.condition(where, one) for one in written) if part is not None)
        if not written:
            self.flaw(where, "name at least one")
        return made(parts) if parts else None

    def leaf(self, where: tuple[str | int, ...], leaf: Happened | FactIs | StepIs | HappenedWithin) -> None:
        match leaf:
            case Happened(event):
                self.event(where, event)
            case FactIs(event=event, fact=fact):
                self.fact(where, event, fact)
            case StepIs(step=step):
                self.step(where, step)
            case HappenedWithin(event=event, start=start):
                self.event(where, event)
                self.starts(where, simple_starts(start))

    def due(self, where: tuple[str | int, ...], written: WrittenDue) -> Due | None:
        if isinstance(written, Combined):
            return self.combined(where, written)
        found = self.read(where, written, due_from)
        self.starts(where, starts_in(found))
        return found

    def combined(self, where: tuple[str | int, ...], written: Combined) -> Due | None:
        given = [form for form in (written.later_of, written.earlier_of, written.by_tier) if form is not None]
        if len(given) != 1 or not given[0]:
            self.flaw(
                where, "write exactly one of “later of”, “earlier of” and “by tier”, with at least one date in it"
            )
            return None
        if written.by_tier is not None:
            tiers = ((tier, self.due((*where, tier), part)) for tier, part in written.by_tier.items())
            return ByTier(tuple((tier, part) for tier, part in tiers if part is not None))
        parts = tuple(
            p for p in (self.due(where, one) for one in written.later_of or written.earlier_of or ()) if p is not None
        )
        return LaterOf(parts) if written.later_of is not None else EarlierOf(parts)

    def repeat(self, where: tuple[str | int, ...], written: str | None) -> Repeat | None:
        if written is None:
            return None
        found = self.read(where, written, repeat_from)
        for leaf in leaves_of(found.until) if found and found.until else ():
            self.leaf(where, leaf)
        return found

    def read(self, where: tuple[str | int, ...], written: str, reading: Callable[[str], T]) -> T | None:
        try:
            return reading(written)
        except NotUnderstood as refused:
            self.flaw(where, str(refused))
            return None

    def stage(self, number: int) -> frozenset[str]:
        where = ("stages", number, "begins")
        found = self.read(where, self.procedure.stages[number].begins, start_from)
        starts = simple_starts(found) if found is not None else ()
        self.starts(where, starts)
        plain = [start.event for start in starts if isinstance(start, EventStart) and start == EventStart(start.event)]
        if len(plain) < len(starts):
            self.flaw(where, "a stage begins with an event alone, such as review_requested")
        return frozenset(plain)

    def goes_next(self) -> tuple[tuple[Condition | None, Due | None], ...]:
        return tuple(
            (
                self.condition(("goes_next", number, "opens"), way.opens) if way.opens is not None else None,
                self.due(("goes_next", number, "within"), way.within) if way.within is not None else None,
            )
            for number, way in enumerate(self.procedure.goes_next)
        )

    def names(self) -> None:
        for number, event in enumerate(self.procedure.ends_when):
            self.event(("ends_when", number), event)
        for name in self.procedure.pauses.steps if self.procedure.pauses else ():
            if name != "all":
                self.step(("pauses", "steps"), name)
        if not self.procedure.steps:
            self.flaw(("steps",), "a procedure must promise something: write at least one step")

    def starts(self, where: tuple[str | int, ...], starts: Iterable[EventStart | StageStart | StepStart]) -> None:
        for start in starts:
            match start:
                case EventStart(event=event, fact=None):
                    self.event(where, event)
                case EventStart(event=event, fact=fact):
                    self.fact(where, event, fact or "", dated=True)
                case StepStart(step=step):
                    self.step(where, step)
                case StageStart(stage=stage) if stage > len(self.procedure.stages):
                    self.flaw(where, f"there is no stage {stage}")
                case _:
                    pass

    def event(self, where: tuple[str | int, ...], event: str) -> None:
        if event not in self.events:
            self.flaw(where, f"there is no event called {event}{_near(event, self.events)}")

    def fact(self, where: tuple[str | int, ...], event: str, fact: str, *, dated: bool = False) -> None:
        self.event(where, event)
        if event not in self.events:
            return
        kind = self.events[event].facts.get(fact)
        if kind is None:
            self.flaw(where, f"{event} has no fact called {fact}{_near(fact, self.events[event].facts)}")
        elif dated and kind != "date":
            self.flaw(where, f"{event}.{fact} is not a date, so no clock can start on it")

    def step(self, where: tuple[str | int, ...], step: str) -> None:
        if step not in self.procedure.steps:
            self.flaw(where, f"there is no step called {step}{_near(step, self.procedure.steps)}")

    def in_order(self, rules: list[Rule]) -> tuple[Rule, ...]:
        """The rules, each after those it depends on; a circle is a flaw."""
        left = {rule.name: rule for rule in rules}
        needs = {rule.name: _steps_of(rule) & left.keys() for rule in rules}
        ordered: list[Rule] = []
        while left:
            ready = [name for name in left if not (needs[name] & left.keys())]
            if not ready:
                circle = ", ".join(sorted(left))
                self.flaw(("steps", next(iter(left))), f"these steps wait for one another in a circle: {circle}")
                return ()
            ready.sort(key=lambda name: left[name].stage or 0)  # an event may belong to an earlier stage
            ordered.append(left.pop(ready[0]))
        return tuple(ordered)


def _near(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else f"; there is: {', '.join(sorted(known)[:12])}" if known else ""


def _events_of(condition: Condition | None) -> Iterable[str]:
    for leaf in leaves_of(condition) if condition else ():
        if isinstance(leaf, Happened | FactIs | HappenedWithin):
            yield leaf.event


def _restless(due: Due) -> Iterable[str]:
    """The events that may change a date that already runs: a latest one, the first choice of several, a new tier."""
    match due:
        case CountFrom(start=start) | OnDate(start) | AtOnce(start) | NoSetTime(start):
            firsts = simple_starts(start)[:-1] if isinstance(start, OrElse) else ()
            latest = [one for one in simple_starts(start) if isinstance(one, EventStart) and one.latest]
            yield from (one.event for one in (*firsts, *latest) if isinstance(one, EventStart))
        case LaterOf(parts) | EarlierOf(parts):
            yield from (event for part in parts for event in _restless(part))
        case NoLaterThan(first, second) | NotBefore(first, second):
            yield from (event for part in (first, second) if part is not None for event in _restless(part))
        case ByTier(tiers):
            yield "tier_set"
            yield from (event for _, part in tiers for event in _restless(part))


def _steps_of(rule: Rule) -> set[str]:
    """The names of the steps whose state this rule asks about."""
    dues = [rule.due, *([rule.move.ceiling] if rule.move and rule.move.ceiling else [])]
    named = {start.step for due in dues for start in starts_in(due) if isinstance(start, StepStart)}
    until = (rule.repeat.until,) if rule.repeat and rule.repeat.until else ()
    conditions = [*rule.only_if, *rule.unless, *until, *([rule.met] if rule.met else [])]
    for condition in conditions:
        for leaf in leaves_of(condition):
            if isinstance(leaf, StepIs):
                named.add(leaf.step)
            elif isinstance(leaf, HappenedWithin):
                named |= {start.step for start in simple_starts(leaf.start) if isinstance(start, StepStart)}
    return named
