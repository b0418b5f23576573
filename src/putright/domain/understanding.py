"""What do the written rules of a procedure say, and what in them cannot be understood?"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from typing import Final, TypeVar, assert_never

from putright.domain.expressions import (
    AllOf,
    AnyOf,
    ByTier,
    Condition,
    Due,
    EarlierOf,
    EventStart,
    FactIs,
    Happened,
    HappenedWithin,
    LaterOf,
    NoSetTime,
    StageStart,
    StepIs,
    StepStart,
    leaves_of,
    simple_starts,
    starts_in,
)
from putright.domain.grammar import NotUnderstood, Repeat, condition_from, due_from, repeat_from, start_from
from putright.domain.procedure import Combined, Group, Procedure, Step, WrittenCondition, WrittenDue
from putright.domain.programme import AUTHORITY_OF_KIND, Flaw, Move, ProcedureFlawed, Programme, Rule, Where
from putright.domain.reach import asked_about, in_order, restless, unreachable
from putright.domain.vocabulary import COMMON_FACTS, CORE_EVENTS, Authority, Effect, EventKind, FactKind

T = TypeVar("T")
Value = str | int | bool | date
STEP_NAME: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
EVENT_NAME: Final = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
EVERY_STEP: Final = "all"  # how a pause names all the steps it may stop


def programme_of(procedure: Procedure) -> Programme:
    """Reads every rule of a procedure; raises ProcedureFlawed with everything that is wrong with it."""
    reader = _Reader(procedure)
    rules = tuple(reader.rule(name, step) for name, step in procedure.steps.items())
    stages = tuple(reader.stage(number) for number in range(len(procedure.stages)))
    limit = reader.due(("accepts", "limit"), procedure.accepts.limit) if procedure.accepts else None
    ways_on = reader.goes_next()
    reader.names()
    made = [rule for rule in rules if rule is not None]
    ordered, flaws = in_order(made)
    if reader.flaws or flaws:
        raise ProcedureFlawed([*reader.flaws, *flaws])
    if never := unreachable(ordered, stages):
        raise ProcedureFlawed(never)
    return Programme(
        procedure=procedure,
        rules=ordered,
        order=tuple(procedure.steps),
        asked=asked_about(
            ordered,
            [opens for opens, _ in ways_on if opens is not None],
            [due for due in (limit, *(within for _, within in ways_on)) if due is not None],
        ),
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
        self.events: Mapping[str, EventKind] = {**CORE_EVENTS, **self.own_events()}

    def own_events(self) -> dict[str, EventKind]:
        own: dict[str, EventKind] = {}
        for name, event in self.procedure.events.items():
            if name in CORE_EVENTS:
                self.flaw(("events", name), f"{name} is already an event of the language: leave it out here")
            for word in (name, *event.facts):
                if not EVENT_NAME.fullmatch(word):
                    self.flaw(("events", name), f"{word!r} must be lower-case words joined by _, such as panel_met")
            own[name] = EventKind(name=name, words=event.words, facts={**COMMON_FACTS, **event.facts})
        return own

    def flaw(self, where: Where, message: str) -> None:
        self.flaws.append(Flaw(where=where, message=message))

    def rule(self, name: str, step: Step) -> Rule | None:
        where = ("steps", name)
        if not STEP_NAME.fullmatch(name) or name == EVERY_STEP:
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
        self.rounds(where, step, due)
        if due is None:
            return None
        return Rule(
            name=name,
            step=step,
            authority=step.authority or AUTHORITY_OF_KIND[self.procedure.kind],
            cites=self.cites(step),
            due=due,
            says=str(due),
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
            restless=frozenset(restless(due)),
            has_fallback=" or else " in str(due),
        )

    def rounds(self, where: Where, step: Step, due: Due | None) -> None:
        if step.repeat is not None and step.each is not None:
            self.flaw((*where, "repeat"), "a step is owed for each request or comes round again, not both")
        if step.repeat is not None and isinstance(due, NoSetTime):
            self.flaw((*where, "repeat"), "what comes round again needs a first date, such as “4 weeks after received”")

    def pausable(self, name: str, step: Step) -> bool:
        pauses = self.procedure.pauses
        if pauses is None or Authority.STATUTE in (step.authority, AUTHORITY_OF_KIND[self.procedure.kind]):
            return False
        return name in pauses.steps or "all" in pauses.steps

    def cites(self, step: Step) -> str:
        if self.procedure.cite_as:
            return f"{self.procedure.cite_as} {step.clause}" if step.clause else self.procedure.cite_as
        return f"clause {step.clause}" if step.clause else self.procedure.title

    def step_names(self, where: Where, step: Step) -> None:
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
            if survived in self.events and survived not in self.procedure.ends_when:
                self.flaw((*where, "survives"), f"{survived} does not end the case: see ends_when")

    def move(self, where: Where, step: Step) -> Move | None:
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

    def met(self, where: Where, step: Step) -> Condition | None:
        if step.met_when is None:
            return None
        if isinstance(step.met_when, tuple):
            return self.all_or_any(where, step.met_when, AnyOf)
        return self.condition(where, step.met_when)

    def conditions(
        self, where: Where, written: WrittenCondition | tuple[WrittenCondition, ...]
    ) -> tuple[Condition, ...]:
        several = written if isinstance(written, tuple) else (written,)
        found = (self.condition(where, one) for one in several)
        return tuple(one for one in found if one is not None)

    def condition(self, where: Where, written: WrittenCondition) -> Condition | None:
        if isinstance(written, Group):
            if (written.all_of is None) == (written.any_of is None):
                self.flaw(where, "write exactly one of “all of” and “any of”")
                return None
            if written.all_of is not None:
                return self.all_or_any(where, written.all_of, AllOf)
            return self.all_or_any(where, written.any_of or (), AnyOf)
        found = self.read(where, written, condition_from)
        for leaf in leaves_of(found) if found is not None else ():
            self.leaf(where, leaf)
        return self.typed(where, found) if isinstance(found, FactIs) else found

    def all_or_any(
        self,
        where: Where,
        written: tuple[WrittenCondition, ...],
        made: Callable[[tuple[Condition, ...]], Condition],
    ) -> Condition | None:
        parts = tuple(part for part in (self.condition(where, one) for one in written) if part is not None)
        if not written:
            self.flaw(where, "name at least one")
        return made(parts) if parts else None

    def typed(self, where: Where, said: FactIs) -> FactIs:
        """A condition on a fact, its values of the kind that the fact is."""
        kind = self.events[said.event].facts.get(said.fact) if said.event in self.events else None
        values = tuple(self.value(where, said, value, kind) for value in said.values) if kind else said.values
        return replace(said, values=values)

    def value(self, where: Where, said: FactIs, value: Value, kind: FactKind) -> Value:
        match kind:
            case FactKind.FLAG if isinstance(value, bool):
                return value
            case FactKind.NUMBER if isinstance(value, int) and not isinstance(value, bool):
                return value
            case FactKind.CODE | FactKind.STEP if not isinstance(value, bool):
                return str(value)
            case FactKind.DATE if isinstance(value, str) and (day := _day(value)):
                return day
            case _:
                spoken = str(value).lower() if isinstance(value, bool) else value
                self.flaw(where, f"{said.event}.{said.fact} is {_NOUN[kind]}, so it cannot be {spoken}")
                return value

    def leaf(self, where: Where, leaf: Happened | FactIs | StepIs | HappenedWithin) -> None:
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

    def due(self, where: Where, written: WrittenDue) -> Due | None:
        if isinstance(written, Combined):
            return self.combined(where, written)
        found = self.read(where, written, due_from)
        self.starts(where, starts_in(found))
        return found

    def combined(self, where: Where, written: Combined) -> Due | None:
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

    def repeat(self, where: Where, written: str | None) -> Repeat | None:
        if written is None:
            return None
        found = self.read(where, written, repeat_from)
        for leaf in leaves_of(found.until) if found and found.until else ():
            self.leaf(where, leaf)
        return found

    def read(self, where: Where, written: str, reading: Callable[[str], T]) -> T | None:
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

    def starts(self, where: Where, starts: Iterable[EventStart | StageStart | StepStart]) -> None:
        for start in starts:
            match start:
                case EventStart(event=event, fact=None):
                    self.event(where, event)
                case EventStart(event=event, fact=fact):
                    self.fact(where, event, fact or "", dated=True)
                case StepStart(step=step):
                    self.step(where, step)
                case StageStart(stage=stage):
                    if stage > len(self.procedure.stages):
                        self.flaw(where, f"there is no stage {stage}")
                case _:
                    assert_never(start)

    def event(self, where: Where, event: str) -> None:
        if event not in self.events:
            self.flaw(where, f"there is no event called {event}{_near(event, self.events)}")

    def fact(self, where: Where, event: str, fact: str, *, dated: bool = False) -> None:
        self.event(where, event)
        if event not in self.events:
            return
        kind = self.events[event].facts.get(fact)
        if kind is None:
            self.flaw(where, f"{event} has no fact called {fact}{_near(fact, self.events[event].facts)}")
        elif dated and kind != "date":
            self.flaw(where, f"{event}.{fact} is not a date, so no clock can start on it")

    def step(self, where: Where, step: str) -> None:
        if step not in self.procedure.steps:
            self.flaw(where, f"there is no step called {step}{_near(step, self.procedure.steps)}")


def _near(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else f"; there is: {', '.join(sorted(known)[:12])}" if known else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


_NOUN: Final = {
    FactKind.DATE: "a date",
    FactKind.CODE: "a code",
    FactKind.STEP: "the name of a step",
    FactKind.STEPS: "a list of steps",
    FactKind.FLAG: "true or false",
    FactKind.NUMBER: "a number",
}


def _events_of(condition: Condition | None) -> Iterable[str]:
    for leaf in leaves_of(condition) if condition else ():
        if isinstance(leaf, Happened | FactIs | HappenedWithin):
            yield leaf.event
