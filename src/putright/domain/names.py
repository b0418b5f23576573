"""Do the names in a procedure's rules name something: events, facts of the right kind, steps, stages?"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from typing import Final, assert_never

from putright.domain.expressions import (
    EventStart,
    FactIs,
    Happened,
    HappenedWithin,
    HasPassed,
    Leaf,
    Saying,
    StageStart,
    StepIs,
    StepStart,
    simple_starts,
)
from putright.domain.procedure import Procedure
from putright.domain.programme import Flaw, Where
from putright.domain.vocabulary import COMMON_FACTS, CORE_EVENTS, EventKind, FactKind

Value = str | int | bool | date
EVENT_NAME: Final = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


class Names:
    """What can be named in a procedure, and every flaw found on the way."""

    def __init__(self, procedure: Procedure) -> None:
        self.procedure = procedure
        self.flaws: list[Flaw] = []
        self.events: Mapping[str, EventKind] = {**CORE_EVENTS, **self._own_events()}

    def _own_events(self) -> dict[str, EventKind]:
        own: dict[str, EventKind] = {}
        for name, event in self.procedure.events.items():
            known = CORE_EVENTS[name].facts if name in CORE_EVENTS else COMMON_FACTS
            for fact, kind in event.facts.items():
                if known.get(fact, kind) is not kind:
                    self.flaw(
                        ("events", name, "facts", fact), f"{name} already has a fact {fact}, and it is a {known[fact]}"
                    )
            for word in (name, *event.facts):
                if not EVENT_NAME.fullmatch(word):
                    self.flaw(("events", name), f"{word!r} must be lower-case words joined by _, such as panel_met")
            own[name] = EventKind(name=name, words=event.words, facts={**known, **event.facts})
        return own

    def flaw(self, where: Where, message: str) -> None:
        """Notes something that is wrong."""
        self.flaws.append(Flaw(where=where, message=message))

    def starts(self, where: Where, starts: Iterable[EventStart | StageStart | StepStart]) -> None:
        """Looks up what starts a clock."""
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
        """Looks up an event."""
        if event not in self.events:
            self.flaw(where, f"there is no event called {event}{_near(event, self.events)}")

    def fact(self, where: Where, event: str, fact: str, *, dated: bool = False) -> None:
        """Looks up a fact of an event, and whether it is a date where a clock is to start on it."""
        self.event(where, event)
        if event not in self.events:
            return
        kind = self.events[event].facts.get(fact)
        if kind is None:
            self.flaw(where, f"{event} has no fact called {fact}{_near(fact, self.events[event].facts)}")
        elif dated and kind != "date":
            self.flaw(where, f"{event}.{fact} is not a date, so no clock can start on it")

    def step(self, where: Where, step: str) -> None:
        """Looks up a step."""
        if step not in self.procedure.steps:
            self.flaw(where, f"there is no step called {step}{_near(step, self.procedure.steps)}")

    def person(self, where: Where, person: str) -> None:
        """Notes somebody who is not among the people of the file."""
        self.flaw(where, f"{person} is not named under people{_near(person, self.procedure.people)}")

    def typed(self, where: Where, said: FactIs) -> FactIs:
        """A condition on a fact, its values of the kind that the fact is."""
        kind = self.events[said.event].facts.get(said.fact) if said.event in self.events else None
        if kind is not None and kind is not FactKind.NUMBER and said.saying in _OF_NUMBERS:
            self.flaw(where, f"{said.event}.{said.fact} is {_NOUN[kind]}, so it cannot be compared with a number")
            return said
        values = tuple(self._value(where, said, value, kind) for value in said.values) if kind else said.values
        return replace(said, values=values)

    def _value(self, where: Where, said: FactIs, value: Value, kind: FactKind) -> Value:
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

    def leaf(self, where: Where, leaf: Leaf) -> None:
        """Looks up what a simple condition names."""
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
            case StageStart():
                self.starts(where, (leaf,))
            case HasPassed(start=start):
                self.starts(where, simple_starts(start))


def _near(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else f"; there is: {', '.join(sorted(known)[:12])}" if known else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


_OF_NUMBERS: Final = (Saying.UNDER, Saying.OVER, Saying.AT_LEAST, Saying.AT_MOST)
_NOUN: Final = {
    FactKind.DATE: "a date",
    FactKind.CODE: "a code",
    FactKind.CODES: "a list of codes",
    FactKind.STEP: "the name of a step",
    FactKind.STEPS: "a list of steps",
    FactKind.FLAG: "true or false",
    FactKind.NUMBER: "a number",
}
