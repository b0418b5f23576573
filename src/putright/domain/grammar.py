"""How the words of a rule are read: a small grammar, whose errors point at the word and say what was expected.

    due       := [base] ["but no later than" base] ["not before" base]
    base      := period start-after ["by" HH:MM] | "on" start | "at once after" start | "no set time after" start
    period    := NUMBER ["-" NUMBER] unit
    unit      := "working days" | "(working) days" | "(calendar) days" | "days" | "weeks" | "months" | "years" | "hours"
    start-after := ("after" | "beginning with") start
    start     := one ("or else" one)* | one ("or" one)*
    one       := "latest" EVENT[.fact] | "stage" NUMBER "begins" | STEP "is" ("missed" | "due" | "done") | EVENT[.fact]
    condition := EVENT | EVENT.fact ["is" VALUE ("or" VALUE)*] | STEP "is" STATE | EVENT "within" period start-after
    repeat    := "every" period ["until" condition]

Events are written with underscores, steps with hyphens.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, time

from putright.domain.expressions import (
    AtOnce,
    Condition,
    CountFrom,
    Due,
    EventStart,
    FactIs,
    Happened,
    HappenedWithin,
    NoLaterThan,
    NoSetTime,
    NotBefore,
    OnDate,
    OrElse,
    StageStart,
    Start,
    StepIs,
    StepStart,
    StepState,
    WhicheverFirst,
)
from putright.domain.periods import Counting, Period, Unit

_WORD = re.compile(r"\S+")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
_EVENT = re.compile(r"([a-z][a-z0-9]*(?:_[a-z0-9]+)*)(?:\.([a-z][a-z0-9_]*))?")
_RANGE = re.compile(r"([0-9]{1,4})(?:-([0-9]{1,4}))?")
_NUMBER = re.compile(r"[0-9]{1,9}")
_STAGE = re.compile(r"[1-9][0-9]?")
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_UNITS = {
    "day": Unit.DAYS,
    "days": Unit.DAYS,
    "week": Unit.WEEKS,
    "weeks": Unit.WEEKS,
    "month": Unit.MONTHS,
    "months": Unit.MONTHS,
    "year": Unit.YEARS,
    "years": Unit.YEARS,
    "hour": Unit.HOURS,
    "hours": Unit.HOURS,
}
_UNIT_WORDS = "working days, (working) days, (calendar) days, days, weeks, months, years or hours"


class NotUnderstood(ValueError):
    """A rule could not be read; says at which word, and what was expected there."""

    def __init__(self, text: str, word: str | None, expected: str) -> None:
        where = f"at “{word}”" if word else "at the end"
        super().__init__(f"“{text}” is not understood {where}: expected {expected}")
        self.text = text
        self.word = word
        self.expected = expected


@dataclass(slots=True)
class _Words:
    text: str
    words: list[str]
    place: int = 0

    def peek(self, *wanted: str) -> bool:
        return tuple(self.words[self.place : self.place + len(wanted)]) == wanted

    def take(self, *wanted: str) -> bool:
        if self.peek(*wanted):
            self.place += len(wanted)
            return True
        return False

    def next(self, expected: str) -> str:
        if self.place >= len(self.words):
            raise NotUnderstood(self.text, None, expected)
        self.place += 1
        return self.words[self.place - 1]

    def fail(self, expected: str, *, back: int = 0) -> NotUnderstood:
        place = self.place - back
        return NotUnderstood(self.text, self.words[place] if place < len(self.words) else None, expected)

    def end(self, expected: str) -> None:
        if self.place < len(self.words):
            raise self.fail(expected)


def _words(text: str) -> _Words:
    return _Words(text, _WORD.findall(text.replace(",", " ")))


def due_from(text: str) -> Due:
    """Reads a date rule such as “10 working days after received”; raises NotUnderstood."""
    words = _words(text)
    due: Due
    if words.take("not", "before"):
        due = NotBefore(None, _base(words))
    else:
        due = _base(words)
        if words.take("but", "no", "later", "than"):
            due = NoLaterThan(due, _base(words))
        if words.take("not", "before"):
            due = NotBefore(due, _base(words))
    words.end("the end, “but no later than …” or “not before …”")
    return due


def start_from(text: str) -> Start:
    """Reads what starts a clock or a stage, such as “received” or “A or else B”; raises NotUnderstood."""
    words = _words(text)
    start = _start(words)
    words.end("the end")
    return start


def condition_from(text: str) -> Condition:
    """Reads a condition such as “acknowledge is missed” or “received.channel is oral”; raises NotUnderstood."""
    return _condition(_words(text))


def _condition(words: _Words) -> Condition:
    name = words.next("an event, a fact of one, or a step")
    if words.take("is"):
        return _state_or_fact(words, name)
    event, fact = _event(words, name)
    if words.take("within"):
        if fact:
            raise words.fail("an event before “within”, not a fact", back=2)
        period = _period(words)
        found: Condition = HappenedWithin(event, *_after(words, period))
    else:
        found = FactIs(event, fact) if fact else Happened(event)
    words.end("the end")
    return found


def _state_or_fact(words: _Words, name: str) -> Condition:
    if "." in name:
        event, fact = _event(words, name, back=2)
        values = [_value(words.next("a value"))]
        while words.take("or"):
            values.append(_value(words.next("a value")))
        words.end("the end or “or”")
        return FactIs(event, fact or "", tuple(values))
    state = _state(words)
    words.end("the end")
    return StepIs(_step(words, name), state)


def _value(word: str) -> str | int | bool | date:
    if word in ("true", "false"):
        return word == "true"
    if _NUMBER.fullmatch(word):
        return int(word)
    return word


def _base(words: _Words) -> Due:
    if words.take("on"):
        return OnDate(_start(words))
    if words.take("at", "once", "after"):
        return AtOnce(_start(words))
    if words.take("no", "set", "time", "after"):
        return NoSetTime(_start(words))
    period, start = _after(words, _period(words))
    return CountFrom(period, start, _by(words))


def _by(words: _Words) -> time | None:
    if not words.take("by"):
        return None
    found = _TIME.fullmatch(words.next("a time of day such as 17:30"))
    if not found:
        raise words.fail("a time of day such as 17:30", back=1)
    return time(int(found[1]), int(found[2]))


def _period(words: _Words) -> Period:
    found = _RANGE.fullmatch(words.next("a number, “on”, “at once after”, “no set time after” or “not before”"))
    if not found:
        raise words.fail("a number, “on”, “at once after”, “no set time after” or “not before”", back=1)
    first, last = int(found[1]), int(found[2] or found[1])
    if last < first or last == 0:
        raise words.fail("a number above nought, a range with the lower number first", back=1)
    unit, reading = _unit(words)
    try:
        return Period(amount=last, unit=unit, least=first if found[2] else None, reading=reading)
    except ValueError as refused:
        raise NotUnderstood(words.text, found[0], f"a period that can be: {refused}") from None


def _unit(words: _Words) -> tuple[Unit, bool]:
    word = words.next(_UNIT_WORDS)
    if word in ("working", "(working)", "(calendar)"):
        if words.next("“days”") not in ("day", "days"):
            raise words.fail("“days”", back=1)
        return (Unit.DAYS if word == "(calendar)" else Unit.WORKING_DAYS), word != "working"
    if word not in _UNITS:
        raise words.fail(_UNIT_WORDS, back=1)
    return _UNITS[word], False


def _after(words: _Words, period: Period) -> tuple[Period, Start]:
    if words.take("beginning", "with"):
        try:
            counted = replace(period, counting=Counting.BEGINNING_WITH)
        except ValueError as refused:
            raise NotUnderstood(words.text, "beginning", f"a period that can be: {refused}") from None
        return counted, _start(words)
    if not words.take("after"):
        raise words.fail("“after” or “beginning with”")
    return period, _start(words)


def _start(words: _Words) -> Start:
    first = _one(words)
    if words.peek("or", "else"):
        return OrElse((first, *_rest(words, "or", "else")))
    if words.peek("or"):
        return WhicheverFirst((first, *_rest(words, "or")))
    return first


def _rest(words: _Words, *joint: str) -> list[Start]:
    found: list[Start] = []
    while words.take(*joint):
        found.append(_one(words))
    return found


def _one(words: _Words) -> EventStart | StageStart | StepStart:
    if words.take("latest"):
        event, fact = _event(words, words.next("an event"))
        return EventStart(event, fact, latest=True)
    if words.take("stage"):
        number = words.next("the number of a stage")
        if not _STAGE.fullmatch(number):
            raise words.fail("the number of a stage", back=1)
        if not words.take("begins"):
            raise words.fail("“begins”")
        return StageStart(int(number))
    name = words.next("an event, a step or a stage")
    if words.take("is"):
        state = _state(words)
        return StepStart(_step(words, name), state)
    return EventStart(*_event(words, name))


def _state(words: _Words) -> StepState:
    word = words.next("missed, due or done")
    if word not in ("missed", "due", "done"):
        raise words.fail("missed, due or done", back=1)
    return StepState(word)


def _step(words: _Words, name: str) -> str:
    if not _NAME.fullmatch(name) or "_" in name:
        raise NotUnderstood(words.text, name, "the name of a step, such as acknowledge or staff-reply")
    return name


def _event(words: _Words, name: str, *, back: int = 1) -> tuple[str, str | None]:
    found = _EVENT.fullmatch(name)
    if not found and "-" in name and _NAME.fullmatch(name):
        raise words.fail("“is missed”, “is due” or “is done” after the name of a step", back=back)
    if not found:
        raise words.fail("an event, such as received, or a fact of one, such as received.channel", back=back)
    return found[1], found[2]


@dataclass(frozen=True, slots=True)
class Repeat:
    """How often a step comes round again, and until what."""

    every: Period
    until: Condition | None


def repeat_from(text: str) -> Repeat:
    """Reads “every 4 weeks until respond is done”; raises NotUnderstood."""
    words = _words(text)
    if not words.take("every"):
        raise words.fail("“every” and a period")
    every = _period(words)
    if words.place == len(words.words):
        return Repeat(every, None)
    if not words.take("until"):
        raise words.fail("“until” or the end")
    return Repeat(every, _condition(words))
