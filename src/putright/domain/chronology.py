"""What happened on a case, in order, and what is wrong with an account of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from operator import itemgetter
from types import MappingProxyType

from putright.domain.vocabulary import CORE_EVENTS, EventKind, FactKind

FactValue = str | int | bool | date | tuple[str, ...]
LONGEST_CODE = 64
NO_FACTS: Mapping[str, FactValue] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened on a case; codes, dates and identifiers only, never narrative or names."""

    event: str
    on: date
    at: datetime | None = None
    id: str | None = None
    about: str | None = None
    issue: str | None = None
    corrects: str | None = None
    by: str | None = None
    recorded_at: datetime | None = None
    facts: Mapping[str, FactValue] = field(default_factory=lambda: NO_FACTS)


def issue_of(event: Event) -> str | None:
    """The one issue that an event is about, wherever it says so; nothing when it is about the whole complaint."""
    if event.issue is not None or not event.facts:
        return event.issue
    stated = event.facts.get("issue")
    return None if stated is None else str(stated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with one line of a chronology, and what to do about it."""

    line: int
    code: str
    message: str


def faults(events: Sequence[Event], *, further: Mapping[str, EventKind] | None = None) -> tuple[Fault, ...]:
    """Answers what is wrong with a chronology; `further` are the events a procedure names of its own."""
    known = {**CORE_EVENTS, **(further or {})}
    found: list[Fault] = []
    seen: dict[str, int] = {}
    last: Event | None = None
    for line, event in enumerate(events, start=1):
        found += _event_faults(line, event, known)
        found += _link_faults(line, event, seen)
        if last and event.on < last.on and not event.corrects and event.recorded_at is None:
            found.append(
                Fault(
                    line=line,
                    code="out-of-order",
                    message=f"{event.event} on {event.on} stands after {last.event} on {last.on}: put the lines in the "
                    "order in which things happened, or add recorded_at if it was learned of later",
                )
            )
        last = event if last is None or event.on >= last.on else last
        if event.id:
            seen.setdefault(event.id, line)
    return tuple(found)


def _event_faults(line: int, event: Event, known: Mapping[str, EventKind]) -> Iterable[Fault]:
    for name, instant in (("at", event.at), ("recorded_at", event.recorded_at)):
        if instant is not None and instant.tzinfo is None:
            message = f"{name} must say its time zone, such as {instant.isoformat()}+01:00 in summer"
            yield Fault(line=line, code="no-time-zone", message=message)
    kind = known.get(event.event)
    if kind is None:
        near = get_close_matches(event.event, known, n=1)
        hint = f"; did you mean {near[0]}?" if near else "; see `putright chronology schema` for the events there are"
        yield Fault(line=line, code="unknown-event", message=f"there is no event called {event.event}{hint}")
        return
    for name, value in event.facts.items():
        wanted = kind.facts.get(name)
        if wanted is None:
            allowed = ", ".join(sorted(kind.facts)) or "none"
            yield Fault(
                line=line,
                code="unknown-fact",
                message=f"{event.event} has no fact called {name}; it may have: {allowed}",
            )
        elif not _fits(value, wanted):
            yield Fault(
                line=line, code="wrong-fact", message=f"{event.event}.{name} must be {_WANTED[wanted]}, not {value!r}"
            )
    for other in _REQUIRED_FACTS.get(event.event, ()):
        if other not in event.facts:
            yield Fault(line=line, code="missing-fact", message=f"{event.event} must say its {other}")


def _link_faults(line: int, event: Event, seen: Mapping[str, int]) -> Iterable[Fault]:
    if event.id and event.id in seen:
        message = f"the id {event.id} is already used on line {seen[event.id]}: give each line its own"
        yield Fault(line=line, code="repeated-id", message=message)
    if event.corrects and event.corrects not in seen:
        yield Fault(
            line=line,
            code="corrects-nothing",
            message=f"corrects names {event.corrects}, but no earlier line has that id",
        )
    if event.event == "entered_in_error" and not event.corrects:
        yield Fault(
            line=line,
            code="corrects-nothing",
            message="entered_in_error must say in corrects which line was the mistake",
        )


_REQUIRED_FACTS = {
    "response_period_agreed": ("date",),
    "response_period_set": ("date",),
    "timescale_changed": ("step", "date"),
    "extension_agreed": ("step", "date"),
    "tier_set": ("tier",),
    "procedure_changed": ("to",),
    "procedure_applied": ("procedure",),
    "procedure_ended": ("procedure",),
}

_WANTED = {
    FactKind.DATE: "a date such as 2026-04-02",
    FactKind.CODE: "a code in lower case such as end-of-life",
    FactKind.CODES: "a list of codes",
    FactKind.STEP: "the name of a step",
    FactKind.STEPS: "a list of names of steps",
    FactKind.FLAG: "true or false",
    FactKind.NUMBER: "a whole number, nought or more",
}


def is_code(value: object) -> bool:
    """Whether a value is a code: at most 64 letters, digits, hyphens, underscores, colons and full stops; no narrative.

    >>> is_code("end-of-life"), is_code("my mother was ill")
    (True, False)
    """
    return (
        isinstance(value, str)
        and 0 < len(value) <= LONGEST_CODE
        and all(c.isascii() and (c.isalnum() or c in "-_:.") for c in value)
    )


def _fits(value: object, wanted: FactKind) -> bool:
    match wanted:
        case FactKind.DATE:
            return isinstance(value, date) and not isinstance(value, datetime)
        case FactKind.CODE | FactKind.STEP:
            return is_code(value)
        case FactKind.STEPS | FactKind.CODES:
            return isinstance(value, tuple) and bool(value) and all(is_code(item) for item in value)
        case FactKind.FLAG:
            return isinstance(value, bool)
        case FactKind.NUMBER:
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def in_force(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events that stand once every correction is made, in the order of the file.

    A correction stands in the place of what it names; `entered_in_error` takes it away, and may undo an earlier
    correction, so that what that one had corrected stands again.
    """
    if not any(event.corrects for event in events):
        return tuple(events)
    gone = _gone(events)
    places: dict[str, int] = {}
    standing: list[tuple[int, Event]] = []
    for number, event in enumerate(events):
        place = places.get(event.corrects, number) if event.corrects else number
        if event.id is not None:
            places.setdefault(event.id, place)
        if event.event != "entered_in_error" and event.id not in gone:
            standing.append((place, event))
    return tuple(event for _, event in sorted(standing, key=itemgetter(0)))


def _gone(events: Sequence[Event]) -> set[str]:
    """The ids of the entries that no longer stand; the latest corrections are heard first."""
    gone: set[str] = set()
    mistaken: set[str] = set()  # entries that were themselves mistakes: what they corrected stands
    for event in reversed(events):
        if event.corrects is None or event.id in mistaken:
            continue
        gone.add(event.corrects)
        if event.event == "entered_in_error":
            mistaken.add(event.corrects)
    return gone
