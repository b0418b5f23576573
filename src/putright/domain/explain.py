"""Why a date is what it is, in plain words, from the very values it was worked out with."""

from collections.abc import Iterable

from putright.domain.duty import Duty, MoveMade, PauseMade
from putright.domain.periods import in_words
from putright.domain.vocabulary import CORE_EVENTS, DutyState, Strength

_STRENGTH = {Strength.MUST: "It must be done.", Strength.AIM: "It is an aim.", Strength.MAY: "It may be done."}
_STATES = {
    DutyState.NOT_STARTED: "It has not started.",
    DutyState.OPEN: "It is still to be done.",
    DutyState.OVERDUE: "Its date has passed and it is still to be done.",
    DutyState.CANCELLED: "Its reason ended before its date, so it is no longer owed.",
    DutyState.MISSED: "Its date passed undone, and its reason has since ended.",
    DutyState.LAPSED: "Its date has passed, so it has lapsed.",
}


def explain(duty: Duty) -> tuple[str, ...]:
    """The sentences that say how a duty's date came about: promise, start, days skipped, pauses, moves, what binds."""
    clause = f" ({duty.cites})" if duty.cites else ""
    return (
        f"{_ended(duty.promise)}{clause} {_STRENGTH[duty.strength]}",
        f"The rule: {in_plain(duty.why.rule)}.",
        *_start(duty),
        *(counted.words() for counted in duty.why.counts),
        *(_pause(pause) for pause in duty.why.pauses),
        *(_move(move) for move in duty.moves),
        *_dates(duty),
        *_state(duty),
    )


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _start(duty: Duty) -> Iterable[str]:
    if duty.starts_on is None:
        yield f"It waits for: {', '.join(in_plain(wait) for wait in duty.waiting_for) or 'what starts it'}."
        return
    yield f"It starts on {in_words(duty.starts_on)}: {in_plain(duty.starts_because or '')}."
    if duty.provisional:
        waits = ", ".join(in_plain(wait) for wait in duty.waiting_for)
        yield f"The date is provisional, because it also depends on: {waits}."


def in_plain(rule: str) -> str:
    """A rule, or the name of an event, in the words of a person.

    >>> in_plain("received")
    'the complaint was received'
    >>> in_plain("3 working days after acknowledged")
    '3 working days after the complaint was acknowledged'
    >>> in_plain("6 months beginning with received")
    '6 months beginning with the day the complaint was received'
    """
    words = rule.split()
    return " ".join(
        _plain_word(word, before) for word, before in zip(words, ["", *words], strict=False) if word != "latest"
    )


_FACTS = {"first_received_on": "the day another body first received it", "date": "the date given when {}"}
_JOINTS = {"with": "the day ", "latest": "the last time that ", "on": "the day "}


def _plain_word(word: str, before: str) -> str:
    """The words of an event, or of a fact of one, as they stand after the word before."""
    bare = word.rstrip(",;:")
    name, _, fact = bare.partition(".")
    kind = CORE_EVENTS.get(name)
    if kind is None:
        return word.replace("_", " ")
    words, tail = kind.words[0].lower() + kind.words[1:], word[len(bare) :]
    if fact:
        return _FACTS.get(fact, f"the {fact.replace('_', ' ')} given when {{}}").format(words) + tail
    return _JOINTS.get(before, "") + words + tail


def _pause(pause: PauseMade) -> str:
    if pause.until is None:
        return f"The clock has been paused since {in_words(pause.since)}: until it is started again there is no date."
    return f"Paused from {in_words(pause.since)} until {in_words(pause.until)}: {pause.added} days are added."


def _move(move: MoveMade) -> str:
    reason = f" Reason: {in_plain(move.reason)}." if move.reason else ""
    return f"Moved on {in_words(move.on)} from {in_words(move.was)} to {in_words(move.to)}.{reason}"


def _dates(duty: Duty) -> Iterable[str]:
    if duty.not_before is not None:
        yield f"Not before {in_words(duty.not_before)}."
    if duty.due_on is not None:
        at = f" by {duty.due_at:%H:%M}" if duty.due_at else ""
        yield f"Due on {in_words(duty.due_on)}{at}."
    elif duty.starts_on is not None and not duty.paused:
        yield "No time is set for it."
    if duty.binding_on is not None and duty.binding_on != duty.due_on:
        yield f"What binds is {in_words(duty.binding_on)} ({duty.binding_authority})."


def _state(duty: Duty) -> Iterable[str]:
    if duty.done_on is not None:
        late = ", late" if duty.state is DutyState.MET_LATE else ""
        yield f"Done on {in_words(duty.done_on)}{late}."
    else:
        yield _STATES[duty.state]
