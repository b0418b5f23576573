"""What has become of one promise: added, dropped, sooner or later, firmer or softer, on other conditions?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.domain.differ_change import Change, ChangeKind, Side
from putright.domain.differ_dates import compared
from putright.domain.expressions import EventStart, StageStart, StepStart, StepState, starts_in
from putright.domain.plain import condition_in_words, due_in_words, in_plain, start_in_words, words_of
from putright.domain.programme import Programme, Rule
from putright.domain.vocabulary import Effect, Strength
from putright.domain.working_days import WorkingCalendar

YOU: Final = "complainant"
_STRENGTH: Final = {
    Strength.MUST: "a must",
    Strength.AIM: "only an aim",
    Strength.MAY: "only something that may be done",
}
_EFFECT: Final = {
    Effect.BREACH: "a broken promise",
    Effect.TARGET: "a target that was missed",
    Effect.LAPSES: "the end of a right",
    Effect.CLOSES: "a reason to close the case",
}
_FIRMEST: Final = (Strength.MUST, Strength.AIM, Strength.MAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """Two versions of a procedure, what counts the days of each, and the days for which they are compared."""

    old: Programme
    new: Programme
    calendars: tuple[WorkingCalendar, WorkingCalendar]
    days: Sequence[date]


def promise_added(rule: Rule, programme: Programme) -> Change:
    """A promise that was not there, or a limit on the person that was not there."""
    when = due_in_words(rule.due, words_of(programme))
    if rule.who == YOU:
        said = f"You are given a limit that there was not: {_quoted(rule)} ({when})."
        return _change(Side.WORSE, ChangeKind.ADDED, rule, said)
    return _change(Side.BETTER, ChangeKind.ADDED, rule, f"A new promise: {_quoted(rule)} ({when}).")


def promise_dropped(rule: Rule, programme: Programme) -> Change:
    """A promise that is no longer there, or a limit on the person that is no longer there."""
    when = due_in_words(rule.due, words_of(programme))
    if rule.who == YOU:
        said = f"A limit on you is taken away: {_quoted(rule)} ({when})."
        return _change(Side.BETTER, ChangeKind.DROPPED, rule, said)
    return _change(Side.WORSE, ChangeKind.DROPPED, rule, f"No longer promised: {_quoted(rule)} ({when}).")


def of_step(old: Rule, new: Rule, versions: Versions) -> Iterator[Change]:
    """Every change of a promise that stands in both versions; of its wording where nothing else of it has changed."""
    if (old.who == YOU) != (new.who == YOU):  # what the body owed is now a limit on the person, or the other way
        yield from (promise_dropped(old, versions.old), promise_added(new, versions.new))
        return
    found = [one for look in _LOOKS for one in look(old, new, versions)]
    yield from found
    if not found and old.step.promise != new.step.promise:
        yield _change(
            Side.DIFFERENT, ChangeKind.WORDS, new, f"Said in other words: {_quoted(new)}. It was: {_quoted(old)}."
        )


def _change(side: Side, kind: ChangeKind, rule: Rule, message: str) -> Change:
    return Change(side=side, kind=kind, message=message, step=rule.name, cites=rule.cites)


def _quoted(rule: Rule) -> str:
    return f"“{rule.step.promise.strip().rstrip('.')}”"


def _time(old: Rule, new: Rule, versions: Versions) -> Iterator[Change]:
    same_days = versions.calendars[0] == versions.calendars[1]
    if str(old.due) == str(new.due) and old.due == new.due and same_days:
        return
    was, now = due_in_words(old.due, words_of(versions.old)), due_in_words(new.due, words_of(versions.new))
    said = (
        f"{_quoted(new)}: {now}. It was {was}." if was != now else f"{_quoted(new)}, {now}, over other bank holidays."
    )
    said = f"{_quoted(new)}: {now}. It was {_without_its_start(was, now)}." if was != now else said
    both = compared(
        (versions.old, old, versions.calendars[0]), (versions.new, new, versions.calendars[1]), versions.days
    )
    had, has = both.has_dates
    if had and has:
        yield _change(_later_is(both.sign, new), ChangeKind.TIME, new, f"{said} {both.in_words()}")
    elif had != has:
        there = "Now it has a date." if has else "It no longer has a date."
        yield _change(_later_is(-1 if has else 1, new), ChangeKind.TIME, new, f"{said} {there}")
    else:
        yield _change(Side.DIFFERENT, ChangeKind.TIME, new, said)
    yield from _start(old, new, versions)


def _without_its_start(was: str, now: str) -> str:
    """The old time, and from when it ran where that has changed as well.

    >>> _without_its_start("3 days after the panel met", "5 days after the panel met")
    '3 days'
    """
    time, after, start = was.partition(" after ")
    return time if now.endswith(f"{after}{start}") and now.count(" after ") == was.count(" after ") == 1 else was


def _later_is(sign: int | None, rule: Rule) -> Side:
    """Whether a later date is better or worse: worse of what the body owes, better of what limits the person."""
    if not sign:
        return Side.DIFFERENT
    return Side.BETTER if (sign > 0) == (rule.who == YOU) else Side.WORSE


def _start(old: Rule, new: Rule, versions: Versions) -> Iterator[Change]:
    """A clock that counted from the receipt and now waits for something else, or the other way round."""
    was, now = _from_receipt(old, versions.old), _from_receipt(new, versions.new)
    if was == now or new.who == YOU:
        return
    if was:
        words = words_of(versions.new)
        waits = " or ".join(start_in_words(str(start), words) for start in starts_in(new.due))
        said = f"{_quoted(new)}: the time no longer counts from the day your complaint was received, but from: {waits}."
        yield _change(Side.WORSE, ChangeKind.START, new, said)
    else:
        said = (
            f"{_quoted(new)}: the time now counts from the day your complaint was received, and waits for nothing else."
        )
        yield _change(Side.BETTER, ChangeKind.START, new, said)


def _from_receipt(rule: Rule, programme: Programme) -> bool:
    """Whether a clock runs from the receipt alone, or from what was due or missed that runs from it."""
    by_name = {one.name: one for one in programme.rules}
    return all(_is_receipt(start, by_name, programme) for start in starts_in(rule.due))


def _is_receipt(start: EventStart | StageStart | StepStart, by_name: Mapping[str, Rule], programme: Programme) -> bool:
    match start:
        case EventStart(event=event):
            return event == "received"
        case StageStart(stage=stage):
            return stage == 1
        case StepStart(step=step, state=state):
            is_its_date = state in (StepState.DUE, StepState.MISSED)
            return is_its_date and step in by_name and _from_receipt(by_name[step], programme)


def _strength(old: Rule, new: Rule, _: Versions) -> Iterator[Change]:
    if old.strength is not new.strength:
        is_softer = _FIRMEST.index(new.strength) > _FIRMEST.index(old.strength)
        side, word = (Side.WORSE, "softened") if is_softer else (Side.BETTER, "made firm")
        now, was = _STRENGTH[new.strength], _STRENGTH[old.strength]
        yield _change(
            _more_is(side, new), ChangeKind.STRENGTH, new, f"{_quoted(new)} is {word}: it is now {now}; it was {was}."
        )
    if old.effect is not new.effect:
        sides = {old.effect: Side.WORSE, new.effect: Side.BETTER}  # of what was a broken promise, and is one now
        side = _more_is(sides.get(Effect.BREACH, Side.DIFFERENT), new)
        now, was = _EFFECT[new.effect], _EFFECT[old.effect]
        said = f"{_quoted(new)}: that its time has passed is now {now}; it was {was}."
        yield _change(side, ChangeKind.EFFECT, new, said)


def _conditions(old: Rule, new: Rule, versions: Versions) -> Iterator[Change]:
    looks = (("only if", " and ", old.only_if, new.only_if), ("unless", " or ", old.unless, new.unless))
    for word, joint, was, now in looks:
        gone = [condition_in_words(one, words_of(versions.old)) for one in was if one not in now]
        come = [condition_in_words(one, words_of(versions.new)) for one in now if one not in was]
        if come and not gone:
            said = f"{_quoted(new)}: from now on {word} {joint.join(come)}."
            yield _change(_more_is(Side.WORSE, new), ChangeKind.CONDITION, new, said)
        elif gone and not come:
            said = f"{_quoted(new)}: no longer {word} {joint.join(gone)}."
            yield _change(_more_is(Side.BETTER, new), ChangeKind.CONDITION, new, said)
        elif gone:
            said = f"{_quoted(new)}: {word} {joint.join(come)}. It was {word} {joint.join(gone)}."
            yield _change(Side.DIFFERENT, ChangeKind.CONDITION, new, said)


def _more_is(side: Side, rule: Rule) -> Side:
    """The side as it is for what the body owes, and the other for what limits the person."""
    return side.other if rule.who == YOU else side


def _needs(old: Rule, new: Rule, _: Versions) -> Iterator[Change]:
    for need in new.needs:
        if need not in old.needs:
            said = f"{_quoted(new)}: this may now be done only when {in_plain(need)}."
            yield _change(Side.WORSE, ChangeKind.NEEDS, new, said)
    for need in old.needs:
        if need not in new.needs:
            yield _change(
                Side.BETTER, ChangeKind.NEEDS, new, f"{_quoted(new)}: this no longer waits until {in_plain(need)}."
            )


def _held_back(old: Rule, new: Rule, _: Versions) -> Iterator[Change]:
    for event in sorted(new.holds_back - old.holds_back):
        said = f"{_quoted(new)}: this must now be done before it can be said that {in_plain(event)}."
        yield _change(Side.BETTER, ChangeKind.NEEDS, new, said)
    for event in sorted(old.holds_back - new.holds_back):
        said = f"{_quoted(new)}: this need no longer be done before it can be said that {in_plain(event)}."
        yield _change(Side.WORSE, ChangeKind.NEEDS, new, said)


def _who(old: Rule, new: Rule, versions: Versions) -> Iterator[Change]:
    was, now = _person(old, versions.old), _person(new, versions.new)
    if was != now:
        said = f"{_quoted(new)}: this is now for {now or 'nobody named'}; it was for {was or 'nobody named'}."
        yield _change(Side.DIFFERENT, ChangeKind.WHO, new, said)


def _person(rule: Rule, programme: Programme) -> str:
    return "you" if rule.who == YOU else programme.procedure.called(rule.who or "").strip()


def _met(old: Rule, new: Rule, versions: Versions) -> Iterator[Change]:
    if old.met != new.met and old.met and new.met:
        was, now = (
            condition_in_words(old.met, words_of(versions.old)),
            condition_in_words(new.met, words_of(versions.new)),
        )
        yield _change(Side.DIFFERENT, ChangeKind.MET, new, f"{_quoted(new)} is kept when {now}; it was when {was}.")


def _repeat(old: Rule, new: Rule, _: Versions) -> Iterator[Change]:
    if (old.repeat is None) != (new.repeat is None):
        side = Side.WORSE if old.repeat else Side.BETTER
        said = "once only, no longer again and again" if old.repeat else "from now on again and again"
        yield _change(_more_is(side, new), ChangeKind.REPEAT, new, f"{_quoted(new)}: {said}.")
    elif old.repeat != new.repeat and old.repeat and new.repeat:
        said = f"{_quoted(new)}: it comes round {new.repeat.how_often}; it was {old.repeat.how_often}."
        yield _change(Side.DIFFERENT, ChangeKind.REPEAT, new, said)


def _put_off(old: Rule, new: Rule, versions: Versions) -> Iterator[Change]:
    was, now = old.move, new.move
    if was == now:
        return
    if was is None or now is None:
        side, said = (
            (Side.BETTER, "this date can no longer be put off")
            if now is None
            else (Side.WORSE, "this date may now be put off")
        )
        yield _change(side, ChangeKind.PUT_OFF, new, f"{_quoted(new)}: {said}.")
        return
    if (was.ceiling is None) != (now.ceiling is None):
        side = Side.BETTER if now.ceiling else Side.WORSE
        limit = due_in_words(now.ceiling, words_of(versions.new)) if now.ceiling else ""
        said = f"it can be put off no further than {limit}" if limit else "it may now be put off with no furthest day"
        yield _change(side, ChangeKind.PUT_OFF, new, f"{_quoted(new)}: {said}.")
    elif was.ceiling != now.ceiling and was.ceiling and now.ceiling:
        words = due_in_words(now.ceiling, words_of(versions.new)), due_in_words(was.ceiling, words_of(versions.old))
        said = f"{_quoted(new)}: it can be put off as far as {words[0]}; it was {words[1]}."
        yield _change(Side.DIFFERENT, ChangeKind.PUT_OFF, new, said)
    lost, won = set(was.must_say) - set(now.must_say), set(now.must_say) - set(was.must_say)
    if lost or won:
        side = Side.DIFFERENT if lost and won else Side.WORSE if lost else Side.BETTER
        which = ("you are no longer told the " if lost else "you are told the ") + " and ".join(sorted(lost or won))
        yield _change(side, ChangeKind.PUT_OFF, new, f"{_quoted(new)}: when it is put off, {which}.")
    if was.before_due != now.before_due:
        side = Side.BETTER if now.before_due else Side.WORSE
        said = "only before it has passed" if now.before_due else "even after it has passed"
        yield _change(side, ChangeKind.PUT_OFF, new, f"{_quoted(new)}: its date may be put off {said}.")


def _pause(old: Rule, new: Rule, _: Versions) -> Iterator[Change]:
    if old.pausable != new.pausable:
        said = "may now be stopped" if new.pausable else "can no longer be stopped"
        side = Side.WORSE if new.pausable else Side.BETTER
        yield _change(_more_is(side, new), ChangeKind.PAUSE, new, f"{_quoted(new)}: its clock {said}.")


def _contents(old: Rule, new: Rule, _: Versions) -> Iterator[Change]:
    lost = [one.replace("-", " ") for one in old.step.contains if one not in new.step.contains]
    won = [one.replace("-", " ") for one in new.step.contains if one not in old.step.contains]
    if lost:
        said = f"{_quoted(new)}: the letter no longer has to say: {', '.join(lost)}."
        yield _change(Side.WORSE, ChangeKind.CONTENTS, new, said)
    if won:
        yield _change(Side.BETTER, ChangeKind.CONTENTS, new, f"{_quoted(new)}: the letter also says: {', '.join(won)}.")


def _reading(old: Rule, new: Rule, _: Versions) -> Iterator[Change]:
    if old.step.reading != new.step.reading:
        now, was = new.step.reading or "nothing is said of how it is read", old.step.reading or "nothing was said"
        said = f"{_quoted(new)} is read otherwise: {_ended(now)} Before: {_ended(was)}"
        yield _change(Side.DIFFERENT, ChangeKind.READING, new, said)


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


_LOOKS: Final[tuple[Callable[[Rule, Rule, Versions], Iterator[Change]], ...]] = (
    *(_time, _strength, _conditions, _needs, _held_back, _who, _met, _repeat, _put_off, _pause, _contents, _reading),
)
