"""How a date moves: by a notice that says enough in time, and by a pause of a clock that may be paused."""

from collections.abc import Iterable, Sequence
from datetime import date

from putright.domain.chronology import Event, issue_of
from putright.domain.duty import MoveMade, Warned
from putright.domain.history import History
from putright.domain.owed import Owed
from putright.domain.pausing import Stop, steps_of, stopped, stops_of, with_pauses
from putright.domain.periods import LONDON
from putright.domain.programme import PAUSED, Move, Programme, Rule
from putright.domain.reckoning import ONE_DAY, Begun, Reckoner, When


def changed(one: Owed, reckoner: Reckoner) -> list[Warned]:
    """Changes the date of a duty by every notice and every pause, in the order in which they came.

    A pause adds to the date that was in force when it began, and cures nothing already missed. A notice that has
    effect states a new date, and only what is left of a pause is added to that; the original date stays beside it.
    What comes back says which notices had no effect, and why.
    """
    warned: list[Warned] = []
    since, move = one.when.starts_on, one.rule.move
    stops = stops_of(one, reckoner) if one.rule.pausable else ()
    for notice in _notices(one, move, reckoner.history) if move else ():
        so_far = stopped(one, stops, (since, notice.on), reckoner)
        in_force = with_pauses(so_far, one.when, reckoner)
        if move is None or not _is_change(notice, move, in_force):
            continue
        why_not = _why_not(one, notice, in_force, reckoner)
        if why_not is not None:
            warned.append(_no_effect(notice, one, *why_not))
            continue
        one.pauses = (*one.pauses, *so_far)
        _move(one, notice, in_force)
        since = notice.on
    if stops:
        _pause(one, stops, since, reckoner)
    return warned


def _notices(one: Owed, move: Move, history: History) -> Sequence[Event]:
    found = [event for kind in move.by for event in history.by_kind.get(kind, ()) if _concerns(event, one)]
    return sorted(found, key=_by_day_and_kind) if len(found) > 1 else found


def _by_day_and_kind(event: Event) -> tuple[date, str]:
    return event.on, event.event


def _concerns(notice: Event, one: Owed) -> bool:
    if notice.facts.get("step", one.rule.name) != one.rule.name:
        return False
    if notice.about is not None and one.about is not None and notice.about != one.about:
        return False
    if issue_of(notice) not in (None, one.issue):
        return False
    begins = one.when.can_be_done_from
    started = begins is not None and notice.on >= begins
    return started and (one.done_on is None or notice.on <= one.done_on)


def _is_change(notice: Event, move: Move, in_force: date | None) -> bool:
    to = notice.facts.get("date")
    if not isinstance(to, date) or to == in_force:
        return False
    return not move.only_later or in_force is None or to > in_force


def _why_not(one: Owed, notice: Event, in_force: date | None, reckoner: Reckoner) -> tuple[str, str] | None:
    """The code of why a notice has no effect, and the words for it; nothing where it has."""
    move, to = one.rule.move, notice.facts["date"]
    assert move is not None and isinstance(to, date)  # noqa: S101, PT018 # _is_change lets no other through
    if move.before_due and in_force is not None and notice.on > in_force:
        return "move-too-late", f"was made on {notice.on}, after its date {in_force} had passed"
    missing = [fact for fact in move.must_say if fact not in notice.facts]
    if missing:
        return "move-says-too-little", f"does not say its {' or '.join(missing)}"
    if to < notice.on:
        return "move-into-the-past", f"was made on {notice.on}, when that day had already passed"
    return _beyond_a_bound(one, move, to, in_force, reckoner)


def _beyond_a_bound(
    one: Owed, move: Move, to: date, in_force: date | None, reckoner: Reckoner
) -> tuple[str, str] | None:
    """Which of the bounds on moving a date a new one goes beyond: the furthest day, how far, how often."""
    if move.at_most is not None and len(one.moves) >= move.at_most:
        times = "once" if move.at_most == 1 else f"{move.at_most} times"
        return "move-once-too-often", f"comes after it was moved {times}, as often as it may be"
    if move.by_up_to is not None and in_force is not None:
        furthest = reckoner.counted(move.by_up_to, in_force).due
        if to > furthest:
            return "move-too-far", f"goes past {furthest}: a date may be moved by {move.by_up_to} at a time"
    ceiling = _ceiling(one, move, in_force, reckoner)
    if ceiling is not None and to > ceiling:
        return "move-past-ceiling", f"goes past {ceiling}, the furthest it may go"
    return None


def _ceiling(one: Owed, move: Move, in_force: date | None, reckoner: Reckoner) -> date | None:
    """The furthest day; the first date is the one that stood before any notice, with what pauses had added."""
    if move.ceiling is None:
        return None
    first = one.moves[0].was if one.moves else in_force
    reckoner.first_date = Begun(first, first, "the first date") if first is not None else None
    return reckoner.ceiling(move.ceiling).due_on


def _no_effect(notice: Event, one: Owed, code: str, because: str) -> Warned:
    message = f"The change of {one.rule.name} to {notice.facts['date']} {because}: it has no effect"
    return Warned(code=code, message=message, authority=one.rule.cites)


def _move(one: Owed, notice: Event, in_force: date | None) -> None:
    to, reason = notice.facts["date"], notice.facts.get("reason")
    assert isinstance(to, date)  # noqa: S101 # _is_change lets no other through
    if in_force is not None:
        said = str(reason) if reason is not None else None
        one.moves = (*one.moves, MoveMade(on=notice.on, was=in_force, to=to, by=notice.event, reason=said))
        if notice.on > in_force:  # it passed undone before it was moved, and that nothing undoes
            one.missed_on = one.missed_on or in_force + ONE_DAY
    _set(one.when, to)


def _set(when: When, due: date) -> None:
    when.due_on, when.rolled_from = due, None
    if when.due_at is not None:
        when.due_at = when.due_at.astimezone(LONDON).replace(year=due.year, month=due.month, day=due.day)


def _pause(one: Owed, stops: Sequence[Stop], since: date | None, reckoner: Reckoner) -> None:
    over = min((day for day in (one.done_on, one.ends_on) if day is not None), default=None)
    made = stopped(one, stops, (since, over), reckoner)
    due = with_pauses(made, one.when, reckoner)
    one.pauses = (*one.pauses, *made)
    one.is_paused = any(pause.until is None for pause in made)
    if made and due is not None:
        _set(one.when, due)


def without_effect(programmes: Sequence[Programme], history: History, owed: Sequence[Owed]) -> list[Warned]:
    """The notices, pauses and failed deliveries that change nothing, and why."""
    found = [
        warned
        for kind in ("timescale_changed", "extension_agreed")
        for notice in history.all(kind)
        for warned in _moves_nothing(notice, programmes, owed)
    ]
    found += [warned for pause in history.all("paused") for warned in _stops_nothing(pause, programmes)]
    return [*found, *(_failed_nothing(failure, programmes) for failure in history.unheeded)]


def _moves_nothing(notice: Event, programmes: Sequence[Programme], owed: Sequence[Owed]) -> Iterable[Warned]:
    step = notice.facts.get("step")
    rules = _rules(programmes, step)
    issue = issue_of(notice)
    ours = [one for one in owed if one.rule.name == step]
    begun = [one.when.starts_on for one in ours if one.when.starts_on]
    if not rules:
        yield _nothing_named(notice, step, programmes)
    elif not any(rule.move is not None and notice.event in rule.move.by for rule in rules):
        message = f"The date of {step} cannot be moved by {notice.event}: the notice of {notice.on} has no effect"
        yield Warned(code="cannot-be-moved", message=message, authority=rules[0].cites)
    elif not begun or min(begun) > notice.on:
        message = f"The time for {step} had not begun on {notice.on}: the notice of that day has no effect"
        yield Warned(code="move-before-start", message=message, authority=rules[0].cites)
    elif issue is not None and all(one.issue != issue for one in ours):
        message = f"{step} is owed for the whole complaint: the notice of {notice.on} about issue {issue} has no effect"
        yield Warned(code="move-of-one-issue", message=message, authority=rules[0].cites)


def _stops_nothing(pause: Event, programmes: Sequence[Programme]) -> Iterable[Warned]:
    if not steps_of(pause):
        message = f"The pause of {pause.on} names no step in its steps: it has no effect"
        yield Warned(code="pause-of-nothing", message=message, authority=programmes[0].procedure.title)
    for step in steps_of(pause):
        rules = [rule for programme in programmes for rule in programme.rules if step in (rule.name, "all")]
        if not rules:
            yield _nothing_named(pause, step, programmes)
        elif not any(PAUSED in pause.begins for rule in rules for pause in rule.pauses):
            message = f"The clock of {step} cannot be paused: the pause of {pause.on} has no effect on it"
            yield Warned(code="cannot-be-paused", message=message, authority=rules[-1].cites)


def _failed_nothing(failure: Event, programmes: Sequence[Programme]) -> Warned:
    what = f"what it is about ({failure.about}) is not on the file" if failure.about else "nothing had been sent"
    message = f"The failed delivery of {failure.on} has no effect: {what}"
    return Warned(code="nothing-sent", message=message, authority=programmes[0].procedure.title)


def _nothing_named(event: Event, step: object, programmes: Sequence[Programme]) -> Warned:
    what = "pause" if event.event == "paused" else "notice"
    message = f"The {what} of {event.on} names the step {step}, which no procedure of this case has: it has no effect"
    return Warned(code="no-such-step", message=message, authority=programmes[0].procedure.title)


def _rules(programmes: Sequence[Programme], step: object) -> list[Rule]:
    return [rule for programme in programmes for rule in programme.rules if rule.name == step]
