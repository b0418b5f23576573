"""How a date moves: by a notice that says enough in time, and by a pause of a clock that may be paused."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from putright.domain.chronology import Event
from putright.domain.duty import MoveMade, PauseMade, Warned
from putright.domain.history import History
from putright.domain.periods import LONDON, Unit, lengthen
from putright.domain.programme import Move, Programme, Rule
from putright.domain.reckoning import Reckoner, When
from putright.domain.working_days import WorkingCalendar


class Movable(Protocol):
    """What a move or a pause changes: a duty while it is being worked out."""

    rule: Rule
    when: When
    about: str | None
    done_on: date | None
    moves: tuple[MoveMade, ...]
    pauses: tuple[PauseMade, ...]
    is_paused: bool


def moved(one: Movable, history: History, reckoner: Reckoner, warnings: list[Warned]) -> None:
    """Moves the date of a duty by each notice that has effect; warns of each that has none. The original date stays."""
    move = one.rule.move
    if move is None:
        return
    notices = [event for kind in move.by for event in history.by_kind.get(kind, ())]
    for notice in sorted(notices, key=lambda event: event.on) if len(notices) > 1 else notices:
        if _concerns(notice, one):
            _move(one, move, notice, reckoner, warnings)


def _concerns(notice: Event, one: Movable) -> bool:
    if notice.facts.get("step", one.rule.name) != one.rule.name:
        return False
    if notice.about is not None and one.about is not None and notice.about != one.about:
        return False
    started = one.when.starts_on is not None and notice.on >= one.when.starts_on
    return started and (one.done_on is None or notice.on <= one.done_on)


def _move(one: Movable, move: Move, notice: Event, reckoner: Reckoner, warnings: list[Warned]) -> None:
    to, due = notice.facts.get("date"), one.when.due_on
    if not isinstance(to, date) or to == due or (move.only_later and due is not None and to <= due):
        return
    why_not = _why_not(one, move, notice, to, reckoner)
    if why_not is not None:
        warnings.append(why_not)
        return
    reason = notice.facts.get("reason")
    if due is not None:
        made = MoveMade(
            on=notice.on, was=due, to=to, by=notice.event, reason=str(reason) if reason is not None else None
        )
        one.moves = (*one.moves, made)
    if one.when.due_at is not None:
        one.when.due_at = one.when.due_at.replace(year=to.year, month=to.month, day=to.day)
    one.when.due_on = to


def _why_not(one: Movable, move: Move, notice: Event, to: date, reckoner: Reckoner) -> Warned | None:
    name, due = one.rule.name, one.when.due_on
    if move.before_due and due is not None and notice.on > due:
        message = (
            f"The change of {name} to {to} was made on {notice.on}, after its date {due} had passed: it has no effect"
        )
        return Warned(code="move-too-late", message=message, authority=one.rule.cites)
    missing = [fact for fact in move.must_say if fact not in notice.facts]
    if missing:
        message = f"The change of {name} to {to} does not say its {' or '.join(missing)}: it has no effect"
        return Warned(code="move-says-too-little", message=message, authority=one.rule.cites)
    ceiling = reckoner.when(move.ceiling).due_on if move.ceiling is not None else None
    if ceiling is not None and to > ceiling:
        message = f"The change of {name} to {to} goes past {ceiling}, the furthest it may go: it has no effect"
        return Warned(code="move-past-ceiling", message=message, authority=one.rule.cites)
    return None


def moves_of_nothing(programmes: Sequence[Programme], history: History) -> list[Warned]:
    """The notices that name a step there is not, or one that such a notice cannot move."""
    found: list[Warned] = []
    for kind in ("timescale_changed", "extension_agreed"):
        for notice in history.all(kind):
            step = notice.facts.get("step")
            rules = [rule for programme in programmes for rule in programme.rules if rule.name == step]
            if not rules:
                message = f"The notice of {notice.on} names the step {step}, which no procedure of this case has: it has no effect"
                found.append(Warned(code="no-such-step", message=message, authority=programmes[0].procedure.title))
            elif not any(rule.move is not None and kind in rule.move.by for rule in rules):
                message = f"The date of {step} cannot be moved by {kind}: the notice of {notice.on} has no effect"
                found.append(Warned(code="cannot-be-moved", message=message, authority=rules[0].cites))
    return found


def paused(one: Movable, history: History, calendar: WorkingCalendar) -> None:
    """Lengthens a clock by each pause of it: the days from the pause up to the day before it was resumed.

    Working days are added to a clock of working days, calendar days to any other. A pause cures nothing already missed.
    """
    for pause in history.all("paused"):
        steps = pause.facts.get("steps")
        if not (isinstance(steps, tuple) and (one.rule.name in steps or "all" in steps)):
            continue
        due, starts_on = one.when.due_on, one.when.starts_on
        if due is None or starts_on is None or pause.on > due or (one.done_on is not None and one.done_on < pause.on):
            continue
        since, until = max(pause.on, starts_on), _resumed_on(pause, one.rule.name, history)
        added = 0 if until is None or until <= since else _length(since, until, one.when.unit, calendar)
        one.pauses = (*one.pauses, PauseMade(since=since, until=until, added=added))
        if until is None:
            one.is_paused = one.done_on is None
            continue
        one.when.due_on = lengthen(due, one.when.unit, added, calendar)
        if one.when.due_at is not None:
            on = one.when.due_on
            one.when.due_at = one.when.due_at.astimezone(LONDON).replace(year=on.year, month=on.month, day=on.day)


def _resumed_on(pause: Event, step: str, history: History) -> date | None:
    for resumed in history.all("resumed"):
        steps = resumed.facts.get("steps")
        if resumed.on >= pause.on and (not isinstance(steps, tuple) or step in steps or "all" in steps):
            return resumed.on
    return None


def _length(since: date, until: date, unit: Unit, calendar: WorkingCalendar) -> int:
    if unit is Unit.WORKING_DAYS:
        return calendar.working_days_in(since, until)
    return (until - since) // timedelta(days=1)
