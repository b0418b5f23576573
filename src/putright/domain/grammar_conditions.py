"""How the words of a condition are read: what has happened, what was said of it, how much time has passed."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.domain.expressions import (
    Condition,
    FactIs,
    Happened,
    HappenedWithin,
    HasPassed,
    Saying,
    StepIs,
)
from putright.domain.grammar_starts import (
    STATE_WORDS,
    STATES,
    after,
    event_of,
    stage_of,
    start_of,
    state_of,
    step_of,
)
from putright.domain.grammar_words import NotUnderstood, Words, period_of, words_of
from putright.domain.periods import Period, Unit

_NUMBER = re.compile(r"[0-9]{1,9}")
_FIRST: Final = "an event, a fact of one, or a step"
_COMPARED: Final = {
    Saying.UNDER: ("under",),
    Saying.OVER: ("over",),
    Saying.AT_LEAST: ("at", "least"),
    Saying.AT_MOST: ("at", "most"),
}


@dataclass(frozen=True, slots=True)
class Repeat:
    """How often a step comes round again, at most how many times, and until what.

    Of what comes “in every” so long, a letter counts for the time in which it is sent, whatever else it settles.
    """

    every: Period
    until: Condition | None
    times: int | None = None
    in_every: bool = False

    @property
    def how_often(self) -> str:
        """How often it comes round, such as “every 4 weeks”."""
        return f"once in every {self.every}" if self.in_every else f"every {self.every}"


def condition_from(text: str) -> Condition:
    """Reads a condition such as “acknowledge is missed” or “received.channel is oral”; raises NotUnderstood."""
    return condition_of(words_of(text))


def repeat_from(text: str) -> Repeat:
    """Reads “every 4 weeks until respond is done” or “in every 4 weeks at most 3 times”; raises NotUnderstood."""
    words = words_of(text)
    in_every = words.take("in")
    if not words.take("every"):
        raise words.fail("“every” and a period")
    every = period_of(words)
    times = _times(words)
    if words.coming is None:
        return Repeat(every, None, times, in_every)
    if not words.take("until"):
        raise words.fail("“until” or the end" if times else "“until” or the end, or “at most 3 times”")
    return Repeat(every, condition_of(words), times, in_every)


def _times(words: Words) -> int | None:
    if not words.take("at", "most"):
        return None
    number = words.next("how many times")
    if not _NUMBER.fullmatch(number) or int(number) == 0:
        raise words.fail("how many times, in figures", back=1)
    if not words.take_one("times", "time"):
        raise words.fail("“times”")
    return int(number)


def condition_of(words: Words) -> Condition:
    """Reads a condition to the end of the words; raises NotUnderstood."""
    if words.coming is not None and words.coming[0].isdigit():
        return _passed(words)
    if words.peek("not"):
        raise words.fail(f"{_FIRST}: to leave something out, write it under “unless”")
    if words.coming in ("if", "unless", "when"):
        raise words.fail(f"{_FIRST}, without “{words.coming}”")
    if words.take("stage"):
        begun = stage_of(words)
        _end(words)
        return begun
    name = words.next(_FIRST)
    if words.take("is"):
        return _state_or_fact(words, name)
    event, fact = event_of(words, name)
    if words.take("within"):
        if fact:
            raise words.fail("an event before “within”, not a fact", back=2)
        period = period_of(words)
        found: Condition = HappenedWithin(event, *after(words, period))
    else:
        found = FactIs(event, fact) if fact else Happened(event)
    _end(words)
    return found


def _end(words: Words, expected: str = "the end") -> None:
    """What stands after a condition is most often a second one."""
    if words.peek("and") or (words.peek("or") and expected == "the end"):
        form = "all of" if words.peek("and") else "any of"
        raise words.fail(f"{expected}: for several write “{form}: [first, second]”")
    if "_" in (words.coming or ""):
        raise words.fail(f"{expected}: for several write “[first, second]”, or “all of: [first, second]”")
    words.end(expected)


def _passed(words: Words) -> Condition:
    period = period_of(words)
    if not (words.take_one("have", "has") and words.take("passed")):
        raise words.fail("“have passed since” and an event")
    if not words.take("since"):
        raise words.fail("“since” and an event")
    if period.unit is Unit.HOURS or period.least is not None:
        whole = "a time in days, weeks, months or years, without a range"
        raise NotUnderstood(words.text, words.words[0], whole)
    found = HasPassed(period, start_of(words))
    _end(words)
    return found


def _state_or_fact(words: Words, name: str) -> Condition:
    if "." not in name:
        if words.peek("not"):
            raise words.fail(f"{STATE_WORDS}: to leave something out, write it under “unless”")
        if words.coming is not None and words.coming not in STATES:
            raise words.fail(f"{STATE_WORDS} of a step; a fact is written after its event, as in received.channel")
        state = state_of(words)
        _end(words)
        return StepIs(step_of(words, name), state)
    event, fact = event_of(words, name, back=2)
    for saying, said in _COMPARED.items():
        if words.take(*said):
            return _compared(words, event, fact or "", saying)
    saying = Saying.IS_NOT if words.take("not") else Saying.IS
    values = [_value(words.next("a value"))]
    while words.take("or"):
        values.append(_value(words.next("a value")))
    _end(words, "the end or “or”")
    return FactIs(event, fact or "", tuple(values), saying)


def _compared(words: Words, event: str, fact: str, saying: Saying) -> Condition:
    number = words.next("a number")
    if not _NUMBER.fullmatch(number):
        raise words.fail("a number", back=1)
    _end(words)
    return FactIs(event, fact, (int(number),), saying)


def _value(word: str) -> str | int | bool | date:
    if word in ("true", "false"):
        return word == "true"
    if _NUMBER.fullmatch(word):
        return int(word)
    return word
