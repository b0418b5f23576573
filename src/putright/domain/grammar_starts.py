"""How the words for what starts a clock are read: an event, the date it states, a stage, another step."""

import re
from typing import Final

from putright.domain.expressions import (
    EventStart,
    FirstDate,
    OrElse,
    StageStart,
    Start,
    StepStart,
    StepState,
    WhicheverFirst,
)
from putright.domain.grammar_words import NotUnderstood, Words, counted
from putright.domain.periods import Counting, Period

_NAME = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
_EVENT = re.compile(r"([a-z][a-z0-9]*(?:_[a-z0-9]+)*)(?:\.([a-z][a-z0-9_]*))?")
_STAGE = re.compile(r"[1-9][0-9]?")
ROLLED: Final = ("or", "the", "next", "working", "day")  # of a date: on to a working day where it is none
STATE_WORDS: Final = "missed, due, done or moved"
_START_WORDS: Final = "an event, a step or a stage"
_AFTER_WORDS: Final = "“after” or “beginning with” and what it is counted from, or “before” and a stated date"
# What leaves open whether the first day counts, which a promise in law has to say.
_OPEN: Final = ("of", "from", "since", "following")
_ARTICLES: Final = ("the", "a", "an", "we", "it", "they", "you")


def start_of(words: Words) -> Start:
    """Reads what starts a clock, with every “or” and “or else” of it; raises NotUnderstood."""
    first = _one(words)
    if words.peek(*ROLLED):
        return first
    if words.peek("or", "else"):
        return OrElse((first, *_rest(words, "or", "else")))
    if words.peek("or"):
        return WhicheverFirst((first, *_rest(words, "or")))
    return first


def after(words: Words, period: Period) -> tuple[Period, Start]:
    """Reads “after …”, “beginning with …” or “before …” after a period; raises NotUnderstood."""
    if words.take("beginning", "with"):
        return counted(words, period, Counting.BEGINNING_WITH, "beginning"), start_of(words)
    if words.take("before"):
        return counted(words, period, Counting.BEFORE, "before"), _stated(words)
    if words.take("after"):
        return period, start_of(words)
    if words.coming in _OPEN:
        raise words.fail("“after” where that day does not count itself, “beginning with” where it is the first")
    raise words.fail(_AFTER_WORDS)


def _stated(words: Words) -> Start:
    """What can be counted back from: a date that an event states ahead, for a day is known only once it has come."""
    place = words.place
    found = start_of(words)
    several = found.starts if isinstance(found, OrElse) else (found,)
    if all(isinstance(one, EventStart) and one.fact for one in several):
        return found
    word = words.words[place]
    raise NotUnderstood(
        words.text, word, "after “before” a date that an event states ahead, such as meeting_offered.date"
    )


def _rest(words: Words, *joint: str) -> list[Start]:
    found: list[Start] = []
    while not words.peek(*ROLLED) and words.take(*joint):
        if words.coming is not None and words.coming[0].isdigit():
            raise words.fail(f"{_START_WORDS}: of two dates write “later of: [A, B]” or “earlier of: [A, B]”")
        found.append(_one(words))
    return found


def _one(words: Words) -> EventStart | StageStart | StepStart | FirstDate:
    if words.take("latest"):
        event, fact = event_of(words, words.next("an event"))
        return EventStart(event, fact, latest=True)
    if words.take("stage"):
        return stage_of(words)
    if words.take("the", "first", "date"):
        if words.of_a_move:
            return FirstDate()
        raise words.fail("“the first date” only in no_later_than, of the date that is moved", back=3)
    name = words.next(_START_WORDS)
    if name.lower() in _ARTICLES:
        raise words.fail(f"{_START_WORDS}, each by its name alone, such as received", back=1)
    if words.take("is"):
        state = state_of(words)
        return StepStart(step_of(words, name), state)
    return EventStart(*event_of(words, name))


def stage_of(words: Words) -> StageStart:
    """Reads “2 begins” after “stage”; raises NotUnderstood."""
    number = words.next("the number of a stage")
    if not _STAGE.fullmatch(number):
        raise words.fail("the number of a stage", back=1)
    if not words.take("begins"):
        raise words.fail("“begins”")
    return StageStart(int(number))


STATES: Final = frozenset(state.value for state in StepState)


def state_of(words: Words) -> StepState:
    """Reads what is said of a step; raises NotUnderstood."""
    word = words.next(STATE_WORDS)
    if word not in STATES:
        raise words.fail(STATE_WORDS, back=1)
    return StepState(word)


def step_of(words: Words, name: str) -> str:
    """The name of a step; raises NotUnderstood where it cannot be one."""
    if not _NAME.fullmatch(name) or "_" in name:
        raise NotUnderstood(words.text, name, "the name of a step, such as acknowledge or staff-reply")
    return name


def event_of(words: Words, name: str, *, back: int = 1) -> tuple[str, str | None]:
    """An event, and a fact of it where one is named; raises NotUnderstood where it cannot be one."""
    found = _EVENT.fullmatch(name)
    if not found and "-" in name and _NAME.fullmatch(name):
        raise words.fail("“is missed”, “is due” or “is done” after the name of a step", back=back)
    if not found:
        raise words.fail("an event, such as received, or a fact of one, such as received.channel", back=back)
    return found[1], found[2]
