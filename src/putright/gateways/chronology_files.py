"""How a chronology file (one JSON object a line) becomes events: strict, with every error's line and cure."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final

from putright.domain.chronology import Event, FactValue, faults
from putright.domain.periods import LONDON
from putright.domain.vocabulary import CORE_EVENTS, EventKind, FactKind
from putright.gateways.file_errors import FileError, FileRefused

KEYS: Final = ("event", "on", "at", "id", "about", "issue", "corrects", "by", "recorded_at", "facts")
LARGEST: Final = 16 * 1024 * 1024
TEXTS: Final = ("id", "about", "issue", "corrects", "by")
LONGEST: Final = 128  # characters of an identifier


class _Wrong(ValueError):
    """What is wrong with one line."""


def read_chronology(text: str, *, file: str, further: Mapping[str, EventKind] | None = None) -> tuple[Event, ...]:
    """The events that a chronology states, in its order; raises FileRefused with every error found.

    `further` are the events that the procedures over the case name of their own.
    """
    known = {**CORE_EVENTS, **(further or {})}
    events: list[Event] = []
    numbers: list[int] = []
    errors: list[FileError] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            events.append(_event(line, known))
            numbers.append(number)
        except _Wrong as wrong:
            errors.append(FileError(file=file, line=number, message=str(wrong), code="unreadable"))
    found = (
        FileError(file=file, line=numbers[fault.line - 1], message=fault.message, code=fault.code)
        for fault in faults(events, further=further)
    )
    errors += found
    if not events and not errors:
        errors.append(
            FileError(file=file, line=1, code="empty", message="there is no event: write one JSON object a line")
        )
    if errors:
        raise FileRefused(sorted(errors, key=lambda error: error.line))
    return tuple(events)


def read_chronology_file(path: str, *, further: Mapping[str, EventKind] | None = None) -> tuple[Event, ...]:
    """The events of a chronology file; raises FileRefused."""
    try:
        data = Path(path).read_bytes()
        if len(data) > LARGEST:
            raise FileRefused([FileError(file=path, line=1, message="the file is larger than 16 MB", code="too-large")])
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileRefused(
            [FileError(file=path, line=1, message="the file is not text in UTF-8: save it as UTF-8", code="unreadable")]
        ) from None
    except OSError as failed:
        message = f"the file cannot be read: {failed.strerror}"
        raise FileRefused([FileError(file=path, line=1, message=message, code="unreadable")]) from None
    return read_chronology(text, file=path, further=further)


def _event(line: str, known: Mapping[str, EventKind]) -> Event:
    try:
        said = json.loads(line, object_pairs_hook=_once)
    except (json.JSONDecodeError, RecursionError) as failed:
        raise _Wrong(f"this is not a JSON object: {getattr(failed, 'msg', 'it is nested too deeply')}") from None
    except _Wrong:
        raise
    except ValueError:  # Python reads no whole number of more than some thousand figures
        raise _Wrong("a number in this line is too long") from None
    if "\\u" in line and any("\ud800" <= character <= "\udfff" for character in json.dumps(said, ensure_ascii=False)):
        raise _Wrong("an escape that begins with \\ud is half of a character: write the character itself")
    if not isinstance(said, dict):
        raise _Wrong('a line must be a JSON object such as {"event": "received", "on": "2026-04-02"}')
    unknown = [key for key in said if key not in KEYS]
    if unknown:
        raise _Wrong(f"there is no key {', '.join(unknown)} here; there is: {', '.join(KEYS)}")
    name = said.get("event")
    if not isinstance(name, str) or not name:
        raise _Wrong("the line must say its event, such as received")
    at = _instant(said.get("at"), "at")
    texts = {key: _text(said.get(key), key) for key in TEXTS}
    return Event(
        event=name,
        on=_agreed(_day(said.get("on"), "on"), at),
        at=at,
        recorded_at=_instant(said.get("recorded_at"), "recorded_at"),
        facts=_facts(said.get("facts"), known.get(name)),
        **texts,
    )


def _once(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    made: dict[str, object] = {}
    for key, value in pairs:
        if key in made:
            raise _Wrong(f"the key {key} stands twice: keep one")
        made[key] = value
    return made


def _agreed(on: date, at: datetime | None) -> date:
    if at is not None and at.astimezone(LONDON).date() != on:
        raise _Wrong(f"on says {on}, but at is {at.astimezone(LONDON).date()} in London: one of them is wrong")
    return on


def _day(said: object, key: str) -> date:
    try:
        if isinstance(said, str) and len(said) == len("2026-04-02"):
            return date.fromisoformat(said)
    except ValueError:
        pass
    raise _Wrong(f"{key} must be a date such as 2026-04-02, {_but(said)}")


def _instant(said: object, key: str) -> datetime | None:
    if said is None:
        return None
    try:
        found = datetime.fromisoformat(str(said)) if isinstance(said, str) else None
        if found is not None:
            found = found if found.tzinfo else found.replace(tzinfo=LONDON)
            found.astimezone(LONDON)  # at either end of the calendar there may be no such day in London
            return found
    except (ValueError, OverflowError):
        pass
    raise _Wrong(f"{key} must be an instant such as 2026-04-02T10:30:00+01:00, {_but(said)}")


def _but(said: object) -> str:
    """What was said instead."""
    return "and it says nothing" if said is None else f"not {said!r}"


def _text(said: object, key: str) -> str | None:
    if said is None:
        return None
    if isinstance(said, int) and not isinstance(said, bool):
        said = str(said)
    if not isinstance(said, str) or not said.strip() or len(said) > LONGEST:
        raise _Wrong(f"{key} must be a short text, such as s1")
    return said


def _facts(said: object, kind: EventKind | None) -> Mapping[str, FactValue]:
    if said is None:
        return {}
    if not isinstance(said, dict):
        raise _Wrong('facts must be an object such as {"date": "2026-07-01"}')
    return {name: _fact(name, value, kind) for name, value in said.items()}


def _fact(name: str, value: object, kind: EventKind | None) -> FactValue:
    wanted = kind.facts.get(name) if kind else None
    if wanted is FactKind.DATE:
        return _day(value, name)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if isinstance(value, str | bool | int):
        return value
    raise _Wrong(f"the fact {name} must be a date, a code, a number, true or false, or a list of steps, {_but(value)}")


def chronology_schema() -> str:
    """The JSON Schema of one line of a chronology, for editors and other programs."""
    texts = {key: {"type": ["string", "null"], "maxLength": LONGEST} for key in TEXTS}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One line of a chronology",
        "type": "object",
        "required": ["event", "on"],
        "additionalProperties": False,
        "properties": {
            "event": {"type": "string", "examples": list(CORE_EVENTS)},
            "on": {"type": "string", "format": "date"},
            "at": {"type": ["string", "null"], "format": "date-time"},
            "recorded_at": {"type": ["string", "null"], "format": "date-time"},
            **texts,
            "facts": {"type": "object"},
        },
        "allOf": [_facts_of(kind) for kind in CORE_EVENTS.values()],
    }
    return json.dumps(schema, indent=2)


_SHAPE_OF: Final[Mapping[FactKind, Mapping[str, object]]] = {
    FactKind.DATE: {"type": "string", "format": "date"},
    FactKind.CODE: {"type": "string", "maxLength": 64},
    FactKind.CODES: {"type": "array", "items": {"type": "string", "maxLength": 64}, "minItems": 1},
    FactKind.STEP: {"type": "string", "maxLength": 64},
    FactKind.STEPS: {"type": "array", "items": {"type": "string"}, "minItems": 1},
    FactKind.FLAG: {"type": "boolean"},
    FactKind.NUMBER: {"type": "integer", "minimum": 0},
}


def _facts_of(kind: EventKind) -> dict[str, object]:
    facts = {name: _SHAPE_OF[wanted] for name, wanted in kind.facts.items()}
    allowed = {"type": "object", "additionalProperties": False, "properties": facts}
    return {
        "if": {"properties": {"event": {"const": kind.name}}},
        "then": {"title": kind.words, "properties": {"facts": allowed}},
    }
