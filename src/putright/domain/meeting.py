"""When was a step done, and by which events?"""

from collections.abc import Collection
from dataclasses import dataclass
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
from putright.domain.holding import holds_since
from putright.domain.periods import LONDON
from putright.domain.reckoning import Reckoner


@dataclass(slots=True)
class Asked:
    """What is asked of the history: the step, from its start to the end of its reason, and what may not count twice."""

    step: str
    starts_on: date
    last: date
    request: Event | None = None
    spent: Collection[int] = ()  # by identity, the events that met an earlier round of this step
    due_on: date | None = None
    begun_by: Collection[Event] = ()  # what started the duty, which cannot also be what meets it


@dataclass(slots=True)
class Done:
    """The day a step was done, and the events that did it."""

    on: date
    by: tuple[Event, ...] = ()


def done(condition: Condition, asked: Asked, reckoner: Reckoner) -> Done | None:
    """When a way of meeting a step was fulfilled, between the start of the duty and the end of its reason."""
    match condition:
        case Happened(kind):
            return _done_by(kind, asked, reckoner)
        case FactIs(kind):
            return _done_by(kind, asked, reckoner, condition)
        case AnyOf(parts):
            found = [made for made in (done(part, asked, reckoner) for part in parts) if made]
            return min(found, key=_on, default=None)
        case AllOf(parts):
            every = [made for made in (done(part, asked, reckoner) for part in parts) if made]
            if len(every) < len(parts):
                return None
            return Done(max(made.on for made in every), tuple(event for made in every for event in made.by))
        case StepIs() | StageStart() | HappenedWithin() | HasPassed():
            on = holds_since(condition, reckoner)
            return Done(max(on, asked.starts_on)) if on and on <= asked.last else None


def still_needed(condition: Condition, asked: Asked, reckoner: Reckoner) -> frozenset[str]:
    """The events that would meet a step that is still to be done, or bring it nearer where it takes several."""
    if done(condition, asked, reckoner) is not None:
        return frozenset()
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return frozenset(event for part in parts for event in still_needed(part, asked, reckoner))
        case Happened(event) | FactIs(event=event) | HappenedWithin(event=event):
            return frozenset({event})
        case StepIs() | StageStart() | HasPassed():
            return frozenset()


def _on(made: Done) -> date:
    return made.on


def _done_by(kind: str, asked: Asked, reckoner: Reckoner, said: FactIs | None = None) -> Done | None:
    for event in reckoner.history.by_kind.get(kind, ()):
        in_time = asked.starts_on <= event.on <= asked.last and reckoner.in_stage(event)
        if in_time and _answers(event, asked) and (said is None or _says(event, said)):
            return Done(event.on, (event,))
    return None


def _says(event: Event, said: FactIs) -> bool:
    return said.fact in event.facts and said.holds(event.facts[said.fact])


def _answers(event: Event, asked: Asked) -> bool:
    """Whether an event may meet this duty: it did not start it, names no other step or request, and is not spent.

    What met one round of a repeating step does not count again for a round that is still running; it does for the
    rounds already past, so that one letter settles all arrears.
    """
    if event.facts and event.facts.get("step", asked.step) != asked.step:
        return False
    if any(event is start for start in asked.begun_by):
        return False
    if asked.request is not None and not answers(event, asked.request):
        return False
    return not asked.spent or id(event) not in asked.spent or (asked.due_on is not None and event.on > asked.due_on)


def answers(event: Event, request: Event) -> bool:
    """Whether an event answers a request: it does not come before it, and is about it or does not say about which."""
    if event.on < request.on:
        return False
    if event.about is not None:
        return event.about in (request.id, request.about)
    if _came_first(event, request):
        return False
    return issue_of(event) is None or issue_of(request) is None or issue_of(event) == issue_of(request)


def _came_first(event: Event, request: Event) -> bool:
    """Whether both were entered on the day they happened, the event before the request: so it does not answer it."""
    entered = (event.recorded_at, request.recorded_at)
    as_it_happened = all(at is not None and at.astimezone(LONDON).date() == request.on for at in entered)
    numbers = (event.id or "", request.id or "")
    if event.on != request.on or not as_it_happened or not all(number.isdecimal() for number in numbers):
        return False
    return int(numbers[0]) < int(numbers[1])
