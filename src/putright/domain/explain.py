"""Why a date is what it is, in plain words, from the very values it was worked out with."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Final

from putright.domain.choices_told import choice_told
from putright.domain.days_named import days_named
from putright.domain.duty import Duty, MoveMade, PauseMade
from putright.domain.expressions import CountFrom, NoSetTime, NotBefore, OnDate
from putright.domain.periods import UNSTATED_KIND, Counted, Counting, Unit, in_words
from putright.domain.plain import PLAIN, Words, condition_in_words, due_in_words, in_plain, waited_for
from putright.domain.programme import PAUSED, Rule
from putright.domain.vocabulary import Authority, DutyState, Strength

__all__ = ["explain", "in_plain"]

COMPLAINANT: Final = "complainant"
_ONE_DAY: Final = timedelta(days=1)
_STRENGTH = {Strength.MUST: "It must be done.", Strength.AIM: "It is an aim.", Strength.MAY: "It may be done."}
_STATES = {
    DutyState.NOT_STARTED: "It has not started.",
    DutyState.OPEN: "It is still to be done.",
    DutyState.OVERDUE: "Its date has passed and it is still to be done.",
    DutyState.CANCELLED: "Its reason ended before it was late, so it is no longer owed.",
    DutyState.MISSED: "Its date passed undone, and its reason has since ended.",
    DutyState.LAPSED: "Its date has passed, so it has lapsed.",
}


def explain(duty: Duty, words: Words = PLAIN, *, beside: Sequence[Duty] = ()) -> tuple[str, ...]:
    """The sentences that say how a duty's date came about, in the words of its procedure.

    They say the promise and its clause, the rule, how it is read, the start, each day that was not counted, which of
    several dates was taken, every pause and move, and what binds. `beside` are the duties of the same case, among which
    are those that ask for the same thing under another authority.
    """
    return (_promise(duty), *how_it_came(duty, words, beside=beside))


def how_it_came(duty: Duty, words: Words = PLAIN, *, beside: Sequence[Duty] = ()) -> tuple[str, ...]:
    """The same without the first sentence, for a page that has just said the promise."""
    return (
        *_rule(duty.rule, words),
        *_start(duty, words),
        *_round(duty),
        *(_count(counted, by_the_clock=duty.due_at is not None) for counted in duty.why.counts),
        *(sentence for choice in duty.why.choices for sentence in choice_told(choice, words)),
        *_changes(duty, words),
        *_dates(duty),
        *_binding(duty, words, beside),
        *_needed(duty, words),
        *_state(duty),
    )


def _promise(duty: Duty) -> str:
    by_law = duty.authority in (Authority.STATUTE, Authority.CODE)
    return (
        f"{'Laid down in' if by_law else 'Promised in'} {duty.cites}: {_ended(duty.promise)} {_STRENGTH[duty.strength]}"
    )


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _rule(rule: Rule, words: Words) -> Iterator[str]:
    held = isinstance(rule.due, NotBefore) and rule.due.due is None
    owed = "to be done" if held else "owed" if isinstance(rule.due, NoSetTime) else "due"
    yield f"It is {owed} {due_in_words(rule.due, words)}."
    if rule.only_if:
        yield f"It is owed only if {' and '.join(condition_in_words(one, words) for one in rule.only_if)}."
    if rule.each:
        yield f"There is one for each time that {in_plain(rule.each, words)}."
    if rule.repeat:
        until = f" until {condition_in_words(rule.repeat.until, words)}" if rule.repeat.until else ""
        times = f", at most {rule.repeat.times} times" if rule.repeat.times else ""
        how = "It is owed once in" if rule.repeat.in_every else "It comes round"
        yield f"{how} every {rule.repeat.every}{times}{until}."
    if rule.step.reading:
        yield f"We read it so: {_ended(rule.step.reading)}"


def _start(duty: Duty, words: Words) -> Iterator[str]:
    if duty.starts_on is None:
        waits = _together(waited_for(wait, words) for wait in duty.waiting_for)
        yield f"It starts once this has happened: {waits or 'what starts it'}."
    elif _number(duty) == 1:
        yield f"It starts on {in_words(duty.starts_on)}: {_because(duty, words)}."
    if duty.came_on is not None and duty.starts_on is not None:
        yield f"What came on {in_words(duty.came_on)} counts as having come on {in_words(duty.starts_on)}."
    if duty.starts_on is not None and duty.provisional:
        waits = _together(waited_for(wait, words) for wait in duty.waiting_for)
        yield f"The date is provisional: it may still change once this has happened: {waits}."


def _because(duty: Duty, words: Words) -> str:
    """What started the clock; where a date that is stated is the end and not the start, that it was stated."""
    because, due = duty.starts_because or "", duty.rule.due
    is_end = isinstance(due, OnDate) or (isinstance(due, CountFrom) and due.period.counting is Counting.BEFORE)
    return waited_for(because, words) if is_end else in_plain(because, words)


def _round(duty: Duty) -> Iterator[str]:
    number = _number(duty)
    if number > 1 and duty.starts_on is not None:
        yield f"This is round {number}. It begins when the one before it fell due, on {in_words(duty.starts_on)}."


def _number(duty: Duty) -> int:
    return int(duty.id.rpartition("/")[2]) if duty.rule.repeat else 1


def _count(counted: Counted, *, by_the_clock: bool) -> str:
    """One count: from which day, to which, by which convention, and each day that was not counted."""
    period = counted.period
    if by_the_clock and period.unit is Unit.HOURS:
        return f"{period} are counted by the clock, from the time on {in_words(counted.start)} at which it happened."
    joint = " after" if period.counting is Counting.AFTER else ""  # a period of another kind says its own
    low_end = f"from {in_words(counted.earliest)} to " if counted.earliest else ""
    said = [f"{period}{joint} {in_words(counted.start)}: {low_end}{in_words(counted.due)}.", counted.convention]
    if (ended := counted.rolled_from) is not None:
        passed_over = counted.calendar.non_working(ended - _ONE_DAY, counted.due)
        said.append(f"{in_words(ended)} is not a working day, so it is the next one.")
        said.append(f"Not counted: {days_named(passed_over)}.")
    said += [UNSTATED_KIND] if period.reading else []
    said += [f"Not counted: {days_named(counted.skipped)}."] if counted.skipped else []
    return " ".join(said)


def _changes(duty: Duty, words: Words) -> Iterable[str]:
    """Every pause and every move, in the order in which they came."""
    told = [(pause.since, _pause(pause, duty, words)) for pause in duty.why.pauses]
    told += [(move.on, _move(move, words)) for move in duty.moves]
    return (sentence for _, sentence in sorted(told, key=lambda one: one[0]))


def _pause(pause: PauseMade, duty: Duty, words: Words) -> str:
    by = "" if pause.by == PAUSED else f" ({in_plain(pause.by, words)})"
    if pause.until is None:
        return (
            f"The clock has been paused since {in_words(pause.since)}{by}: until it is started again there is no date."
        )
    kind = "working day" if duty.why.unit is Unit.WORKING_DAYS else "day"
    added = f"{pause.added} {kind}{'' if pause.added == 1 else 's'}"
    return (
        f"The clock was paused on {in_words(pause.since)}{by} and ran again on {in_words(pause.until)}: "
        f"{added} {'is' if pause.added == 1 else 'are'} added to the date."
    )


def _move(move: MoveMade, words: Words) -> str:
    reason = f" The reason given: {move.reason.replace('-', ' ')}." if move.reason else ""
    return (
        f"On {in_words(move.on)} {in_plain(move.by, words)}: the date moved from {in_words(move.was)} "
        f"to {in_words(move.to)}.{reason}"
    )


def _dates(duty: Duty) -> Iterator[str]:
    held = any(isinstance(choice.rule, NotBefore) for choice in duty.why.choices)
    if duty.not_before is not None and not held:
        yield f"Not before {in_words(duty.not_before)}."
    if duty.due_on is not None:
        at = f" by {duty.due_at:%H:%M}" if duty.due_at else ""
        yield f"Due on {in_words(duty.due_on)}{at}."
    elif duty.starts_on is not None and not duty.paused and not isinstance(duty.rule.due, NoSetTime):
        yield "No time is set for it."


def _binding(duty: Duty, words: Words, beside: Sequence[Duty]) -> Iterator[str]:
    """Which date binds where two authorities ask for the same thing, and why."""
    limit = f", for it limits {words.person}" if duty.who == COMPLAINANT else ""
    if duty.binding_on is None:
        return
    if duty.binding_authority != duty.cites and duty.binding_on != duty.due_on:
        which = "the earlier" if duty.due_on is None or duty.binding_on < duty.due_on else "the later"
        day = in_words(duty.binding_on)
        yield f"What binds is {day}: {duty.binding_authority} gives that day, {which} of the two{limit}."
        return
    for other in beside:
        if _asks_the_same(other, duty) and other.due_on is not None and duty.due_on is not None:
            if other.due_on == duty.due_on:
                yield f"{_capital(other.cites)} gives the same day."
            elif other.binding_on == duty.due_on:
                which, own = ("later", "earlier") if other.due_on > duty.due_on else ("earlier", "later")
                yield (
                    f"This date binds: {other.cites} gives {in_words(other.due_on)}, which is {which}, "
                    f"and the {own} of the two counts{limit}."
                )


def _asks_the_same(other: Duty, duty: Duty) -> bool:
    if other.procedure == duty.procedure:
        return False
    return other.fulfils == duty.step or other.step == duty.fulfils


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _together(parts: Iterable[str]) -> str:
    return ", and ".join(dict.fromkeys(parts))


def _needed(duty: Duty, words: Words) -> Iterator[str]:
    """What has to have happened before it is to be done, where that is still to come."""
    lacking = [need for need in duty.rule.needs if need in duty.waiting_for]
    if lacking and duty.is_to_do:
        waits = _together(waited_for(need, words) for need in lacking)
        yield f"It is not to be done before this has happened: {waits}. Its date stands all the same."


def _state(duty: Duty) -> Iterator[str]:
    if duty.missed_on is not None:
        yield f"It was first late on {in_words(duty.missed_on)}."
    if duty.done_on is not None:
        late = ", late" if duty.state is DutyState.MET_LATE else ""
        yield f"Done on {in_words(duty.done_on)}{late}."
    else:
        yield _STATES[duty.state]
