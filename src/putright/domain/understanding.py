"""What do the written rules of a procedure say, and what in them cannot be understood?"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Final, TypeVar

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
    counts_in,
    leaves_of,
    simple_starts,
    starts_in,
)
from putright.domain.grammar import NotUnderstood, Repeat, condition_from, due_from, repeat_from, start_from
from putright.domain.names import Names
from putright.domain.procedure import Combined, Group, Procedure, Step, WrittenCondition, WrittenDue
from putright.domain.programme import AUTHORITY_OF_KIND, Move, ProcedureFlawed, Programme, Rule, Where
from putright.domain.reach import asked_about, in_order, restless, said_in, unreachable
from putright.domain.understanding_clocks import (
    EVERY_STEP,
    pauses_of,
    pauses_of_step,
    people_of,
    period_read,
    receipt_of,
)
from putright.domain.vocabulary import ENDS_EVERYWHERE, GIVES_WAY, Effect

T = TypeVar("T")
STEP_NAME: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def programme_of(procedure: Procedure) -> Programme:
    """Reads every rule of a procedure; raises ProcedureFlawed with everything that is wrong with it."""
    reader = _Reader(procedure)
    rules = tuple(reader.rule(name, step) for name, step in procedure.steps.items())
    stages = tuple(reader.stage(number) for number in range(len(procedure.stages)))
    limit = reader.due(("accepts", "limit"), procedure.accepts.limit) if procedure.accepts else None
    ways_on = reader.goes_next()
    reader.file()
    made = [rule for rule in rules if rule is not None]
    ordered, flaws = in_order(made)
    if reader.names.flaws or flaws:
        raise ProcedureFlawed([*reader.names.flaws, *flaws])
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
        ends=frozenset(procedure.ends_when) | ENDS_EVERYWHERE,
        receipt=reader.receipt,
        events=reader.names.events,
    )


class _Reader:
    """Reads one procedure, gathering every flaw rather than stopping at the first."""

    def __init__(self, procedure: Procedure) -> None:
        self.procedure = procedure
        self.names = Names(procedure)
        self.pauses = pauses_of(procedure, self.names)
        self.receipt = receipt_of(procedure, self.names)

    def rule(self, name: str, step: Step) -> Rule | None:
        where = ("steps", name)
        if not STEP_NAME.fullmatch(name) or name == EVERY_STEP:
            self.names.flaw(
                where, f"the step name {name!r} must be lower-case words joined by hyphens, such as staff-reply"
            )
        due = self.due((*where, "due"), step.due)
        met = self.met((*where, "met_when"), step)
        only_if = self.conditions((*where, "only_if"), step.only_if)
        unless = self.conditions((*where, "unless"), step.unless)
        unless += self.conditions(("unless",), self.procedure.unless)
        repeat = self.repeat((*where, "repeat"), step.repeat)
        move = self.move(where, step)
        self.reading(where, step, due, repeat)
        self.step_names(where, step, met)
        if met is None and step.met_when is None and step.effect not in (Effect.LAPSES, Effect.CLOSES):
            self.names.flaw(where, "say in met_when which event fulfils this step")
        self.rounds(where, step, due)
        if due is None:
            return None
        pauses = pauses_of_step(name, step, due, self.pauses, self.procedure)
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
            survives=frozenset(_all_of(step.survives)),
            holds_back=frozenset(_all_of(step.holds_back)),
            stage=step.stage,
            effect=step.effect,
            strength=step.strength,
            who=step.who,
            pausable=bool(pauses),
            pauses=pauses,
            restless=frozenset(restless(due)),
            said=tuple(said_in(only_if)),
            has_fallback=" or else " in str(due),
        )

    def rounds(self, where: Where, step: Step, due: Due | None) -> None:
        if step.repeat is not None and step.each is not None:
            self.names.flaw((*where, "repeat"), "a step is owed for each request or comes round again, not both")
        if step.repeat is not None and isinstance(due, NoSetTime):
            self.names.flaw(
                (*where, "repeat"), "what comes round again needs a first date, such as “4 weeks after received”"
            )

    def reading(self, where: Where, step: Step, due: Due | None, repeat: Repeat | None) -> None:
        """Which kind of days is meant where the document does not say so has to be accounted for."""
        read = [one.period for one in counts_in(due) if one.period.reading]
        read += [repeat.every] if repeat is not None and repeat.every.reading else []
        if read and not (step.reading or "").strip():
            self.names.flaw(
                (*where, "reading"),
                f"the brackets in “{read[0]}” are your reading: say in reading: why you read it so",
            )

    def cites(self, step: Step) -> str:
        if self.procedure.cite_as:
            return f"{self.procedure.cite_as} {step.clause}" if step.clause else self.procedure.cite_as
        return f"clause {step.clause}" if step.clause else self.procedure.title

    def step_names(self, where: Where, step: Step, met: Condition | None) -> None:
        if step.each is not None:
            self.names.event((*where, "each"), step.each)
        for need in step.needs:
            self.names.event((*where, "needs"), need)
        if step.stage is not None and not 1 <= step.stage <= len(self.procedure.stages):
            there = len(self.procedure.stages)
            self.names.flaw(
                (*where, "stage"),
                f"there is no stage {step.stage}: the file names {there or 'no'} stage{'' if there == 1 else 's'}",
            )
        for held_back in _all_of(step.holds_back):
            self.names.event((*where, "holds_back"), held_back)
            if met is not None and held_back in _events_of(met):
                self.names.flaw((*where, "holds_back"), f"{held_back} shows that it is done, so it cannot wait for it")
        for survived in _all_of(step.survives):
            self.names.event((*where, "survives"), survived)
            if survived in self.names.events and survived not in GIVES_WAY.union(self.procedure.ends_when):
                self.names.flaw((*where, "survives"), f"{survived} does not end the case: see ends_when")

    def move(self, where: Where, step: Step) -> Move | None:
        written, place = step.may_move, (*where, "may_move")
        if written is None and self.procedure.may_move is not None:
            written, place = self.procedure.may_move, ("may_move",)
        if written is None:
            return None
        by = (written.by,) if isinstance(written.by, str) else written.by
        for event in by:
            self.names.event((*place, "by"), event)
            if event in self.names.events and "date" not in self.names.events[event].facts:
                self.names.flaw((*place, "by"), f"{event} states no date, so it cannot move one")
        for fact in written.must_say:
            if not any(fact in self.names.events[event].facts for event in by if event in self.names.events):
                self.names.flaw((*place, "must_say"), f"{' or '.join(by)} has no fact called {fact}")
        ceiling = (
            self.due((*place, "no_later_than"), written.no_later_than, of_a_move=True)
            if written.no_later_than is not None
            else None
        )
        if written.at_most is not None and written.at_most < 1:
            self.names.flaw((*place, "at_most"), "say how often a date may be moved, at least 1; or leave may_move out")
        by_up_to = written.by_up_to and period_read((*place, "by_up_to"), written.by_up_to, self.names)
        return Move(
            by=frozenset(by),
            before_due=written.before_due,
            ceiling=ceiling,
            only_later=written.only_later,
            must_say=written.must_say,
            at_most=written.at_most,
            by_up_to=by_up_to or None,
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
                self.names.flaw(where, "write exactly one of “all of” and “any of”")
                return None
            if written.all_of is not None:
                return self.all_or_any(where, written.all_of, AllOf)
            return self.all_or_any(where, written.any_of or (), AnyOf)
        return self.known(where, self.read(where, written, condition_from))

    def known(self, where: Where, found: Condition | None) -> Condition | None:
        for leaf in leaves_of(found) if found is not None else ():
            self.names.leaf(where, leaf)
        return self.names.typed(where, found) if isinstance(found, FactIs) else found

    def all_or_any(
        self,
        where: Where,
        written: tuple[WrittenCondition, ...],
        made: Callable[[tuple[Condition, ...]], Condition],
    ) -> Condition | None:
        parts = tuple(part for part in (self.condition(where, one) for one in written) if part is not None)
        if not written:
            self.names.flaw(where, "name at least one")
        return made(parts) if parts else None

    def due(self, where: Where, written: WrittenDue, *, of_a_move: bool = False) -> Due | None:
        if isinstance(written, Combined):
            return self.combined(where, written, of_a_move=of_a_move)
        found = self.read(where, written, partial(due_from, of_a_move=of_a_move))
        self.names.starts(where, starts_in(found))
        return found

    def combined(self, where: Where, written: Combined, *, of_a_move: bool) -> Due | None:
        given = [form for form in (written.later_of, written.earlier_of, written.by_tier) if form is not None]
        if len(given) != 1 or not given[0]:
            self.names.flaw(
                where, "write exactly one of “later of”, “earlier of” and “by tier”, with at least one date in it"
            )
            return None
        if written.by_tier is not None:
            tiers = written.by_tier.items()
            read = ((tier, self.due((*where, tier), part, of_a_move=of_a_move)) for tier, part in tiers)
            return ByTier(tuple((tier, part) for tier, part in read if part is not None))
        several = written.later_of or written.earlier_of or ()
        found = (self.due(where, one, of_a_move=of_a_move) for one in several)
        parts = tuple(part for part in found if part is not None)
        return LaterOf(parts) if written.later_of is not None else EarlierOf(parts)

    def repeat(self, where: Where, written: str | None) -> Repeat | None:
        if written is None:
            return None
        found = self.read(where, written, repeat_from)
        until = self.known(where, found.until) if found else None
        return replace(found, until=until) if found else None

    def read(self, where: Where, written: str, reading: Callable[[str], T]) -> T | None:
        try:
            return reading(written)
        except NotUnderstood as refused:
            self.names.flaw(where, str(refused))
            return None

    def stage(self, number: int) -> frozenset[str]:
        where = ("stages", number, "begins")
        found = self.read(where, self.procedure.stages[number].begins, start_from)
        starts = simple_starts(found) if found is not None else ()
        self.names.starts(where, starts)
        plain = [start.event for start in starts if isinstance(start, EventStart) and start == EventStart(start.event)]
        if len(plain) < len(starts):
            self.names.flaw(where, "a stage begins with an event alone, such as review_requested")
        return frozenset(plain)

    def goes_next(self) -> tuple[tuple[Condition | None, Due | None], ...]:
        return tuple(
            (
                self.condition(("goes_next", number, "opens"), way.opens) if way.opens is not None else None,
                self.due(("goes_next", number, "within"), way.within) if way.within is not None else None,
            )
            for number, way in enumerate(self.procedure.goes_next)
        )

    def file(self) -> None:
        for number, event in enumerate(self.procedure.ends_when):
            self.names.event(("ends_when", number), event)
        people_of(self.procedure, self.names)
        if not self.procedure.steps:
            self.names.flaw(("steps",), "a procedure must promise something: write at least one step")


def _events_of(condition: Condition | None) -> Iterable[str]:
    for leaf in leaves_of(condition) if condition else ():
        if isinstance(leaf, Happened | FactIs | HappenedWithin):
            yield leaf.event


def _all_of(events: str | tuple[str, ...]) -> tuple[str, ...]:
    return (events,) if isinstance(events, str) else events
