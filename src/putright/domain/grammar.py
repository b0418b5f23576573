"""How the words of a rule are read: a small grammar, whose errors point at the word and say what was expected.

    due       := [base] ["but no later than" base] ["not before" base]
    base      := period start-after ["or the next working day"] ["by" HH:MM] | other
    other     := "on" start | "at once after" start | "no set time after" start
    period    := NUMBER ["-" NUMBER] unit
    unit      := "working days" | "(working) days" | "(calendar) days" | "days" | "weeks" | "months" | "years" | "hours"
    start-after := ("after" | "beginning with") start | "before" EVENT.fact ("or else" EVENT.fact)*
    start     := one ("or else" one)* | one ("or" one)*
    one       := "latest" EVENT[.fact] | "stage" NUMBER "begins" | STEP "is" state | EVENT[.fact] | "the first date"
    state     := "missed" | "due" | "done" | "moved"
    condition := EVENT | EVENT.fact ["is" said] | STEP "is" state | "stage" NUMBER "begins" | timed
    timed     := EVENT "within" period start-after | period ("have" | "has") "passed since" start
    said      := ["not"] VALUE ("or" VALUE)* | ("under" | "over" | "at least" | "at most") NUMBER
    repeat    := ["in"] "every" period ["at most" NUMBER "times"] ["until" condition]

Events are written with underscores, steps with hyphens.
"""

import re
from datetime import time
from typing import Final

from putright.domain.expressions import AtOnce, CountFrom, Due, NoLaterThan, NoSetTime, NotBefore, OnDate, Start
from putright.domain.grammar_conditions import Repeat, condition_from, repeat_from
from putright.domain.grammar_starts import ROLLED, after, start_of
from putright.domain.grammar_words import NotUnderstood, Words, period_of, words_of
from putright.domain.periods import Counting, Period, Unit

__all__ = ["NotUnderstood", "Repeat", "condition_from", "due_from", "period_from", "repeat_from", "start_from"]

_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_HOUR: Final = "a time of day such as 17:30"


def due_from(text: str, *, of_a_move: bool = False) -> Due:
    """Reads a date rule such as “10 working days after received”; raises NotUnderstood.

    Of how far a date may be moved, `of_a_move`, “the first date” is understood too.
    """
    words = words_of(text, of_a_move=of_a_move)
    due: Due
    if words.take("not", "before"):
        due = NotBefore(None, _base(words))
    else:
        due = _base(words)
        if words.take("but", "no", "later", "than"):
            due = NoLaterThan(due, _base(words))
        if words.take("not", "before"):
            due = NotBefore(due, _base(words))
    _end(words)
    return due


def _end(words: Words) -> None:
    if words.peek("or") and words.place + 1 < len(words.words):
        raise words.fail("the end: of two dates write “later of: [A, B]” or “earlier of: [A, B]”")
    words.end("the end, “but no later than …” or “not before …”")


def start_from(text: str) -> Start:
    """Reads what starts a clock or a stage, such as “received” or “A or else B”; raises NotUnderstood."""
    words = words_of(text)
    start = start_of(words)
    words.end("the end")
    return start


def period_from(text: str) -> Period:
    """Reads a length of time that stands alone, such as “20 working days”; raises NotUnderstood."""
    words = words_of(text)
    period = period_of(words)
    words.end("the end: only the length of time")
    return period


def _base(words: Words) -> Due:
    if words.peek("within") or words.peek("by"):
        raise words.fail(
            f"the time itself: leave “{words.coming}” out, for a step is always due by the end of its time"
        )
    if words.take("on"):
        return OnDate(start_of(words))
    if words.take("at", "once", "after"):
        return AtOnce(start_of(words))
    if words.take("no", "set", "time", "after"):
        return NoSetTime(start_of(words))
    period, start = after(words, period_of(words))
    rolls = words.take(*ROLLED)
    if rolls and (period.unit is Unit.HOURS or period.counting is Counting.BEFORE):
        raise NotUnderstood(words.text, "or", "“or the next working day” only after days, weeks, months or years")
    return CountFrom(period, start, _by(words), rolls)


def _by(words: Words) -> time | None:
    if not words.take("by"):
        return None
    found = _TIME.fullmatch(words.next(_HOUR))
    if not found:
        raise words.fail(_HOUR, back=1)
    return time(int(found[1]), int(found[2]))
