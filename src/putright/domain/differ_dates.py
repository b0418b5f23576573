"""Of two date rules, which gives the sooner date, on made cases and for every day of a year?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from putright.domain.chronology import Event, FactValue
from putright.domain.expressions import EventStart, StageStart, StepIs, StepStart, StepState, leaves_of, starts_in
from putright.domain.periods import in_words
from putright.domain.position import position
from putright.domain.programme import Programme, Rule
from putright.domain.simulate_routes import BY_LETTER, Chance, of_condition, tiers, ways_of_meeting
from putright.domain.working_days import WorkingCalendar

LONG_AFTER: Final = timedelta(days=1500)  # when the two are looked at: every rung of a ladder has then been missed
LOOKED_AT_AGAIN: Final = timedelta(days=300)  # where the calendar does not go so far
CANNOT_BE_COUNTED: Final = (ValueError, OverflowError)
MOSTLY: Final = 2  # more than one day in so many
SATURDAY: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What came of comparing two dates: for each day tried, the old date and the new one; one may be wanting."""

    dates: tuple[tuple[date, date | None, date | None], ...]

    @property
    def later(self) -> tuple[int, ...]:
        """By how many days the new date is later, where both have one; fewer than none where it is sooner."""
        return tuple((new - old).days for _, old, new in self.dates if old and new)

    @property
    def has_dates(self) -> tuple[bool, bool]:
        """Whether the old, and the new, have a date at all."""
        return any(old for _, old, _ in self.dates), any(new for _, _, new in self.dates)

    @property
    def sign(self) -> int | None:
        """1 where the new is never sooner and sometimes later, -1 the other way, 0 where always the same, else None."""
        kinds = {(days > 0) - (days < 0) for days in self.later} - {0}
        if not kinds:
            return 0
        return kinds.pop() if len(kinds) == 1 else None

    def in_words(self) -> str:
        """How they compare: always later, usually the same, an example of each."""
        later = [days for days in self.later if days > 0]
        sooner = [-days for days in self.later if days < 0]
        same = len(self.later) - len(later) - len(sooner)
        parts = [part for part in (_so_many(later, "later"), _so_many(sooner, "sooner")) if part]
        if not parts:
            return "The same day, whichever day the clock starts."
        usual = "Usually the same; " if self._is_usually_the_same() else "Sometimes the same; " if same else ""
        said = f"{usual}{' and '.join(parts)}{_on_some_days(same, later, sooner)}"
        return f"{said[:1].upper()}{said[1:]}. {self._example()}"

    def _is_usually_the_same(self) -> bool:
        """Whether it is the same where the clock starts on most days from Monday to Friday, on which most start."""
        weekdays = [old == new for day, old, new in self.dates if old and new and day.weekday() < SATURDAY]
        return sum(weekdays) * MOSTLY > len(weekdays)

    def _example(self) -> str:
        """The first day on which they differ; a later date rather than a sooner one."""
        differ = [(new < old, day, old, new) for day, old, new in self.dates if old and new and old != new]
        _, day, old, new = min(differ)
        return f"Counted from {in_words(day)}: {in_words(new)} instead of {in_words(old)}."


def _so_many(days: Sequence[int], which: str) -> str:
    if not days:
        return ""
    least, most = min(days), max(days)
    if least == most:
        return f"{most} day{'' if most == 1 else 's'} {which}"
    return f"{least} to {most} days {which}"


def _on_some_days(same: int, later: Sequence[int], sooner: Sequence[int]) -> str:
    if later and sooner:
        return ", as weekends and bank holidays fall"
    return " around weekends and bank holidays" if same else ""


def compared(
    old: tuple[Programme, Rule, WorkingCalendar], new: tuple[Programme, Rule, WorkingCalendar], days: Sequence[date]
) -> Compared:
    """The dates that two rules give when all that starts either of them happens on one day, for each day and tier."""
    left, right = _alone(*old), _alone(*new)
    named: tuple[str | None, ...] = tuple(dict.fromkeys((*tiers(old[0]), *tiers(new[0])))) or (None,)
    return Compared(
        dates=tuple(
            (day, _due(*left, day, tier, new[1]), _due(*right, day, tier, old[1])) for tier in named for day in days
        )
    )


def _alone(programme: Programme, rule: Rule, calendar: WorkingCalendar) -> tuple[Programme, Rule, WorkingCalendar]:
    """The same procedure with no other promises than those that the date of one hangs on: asked for far sooner."""
    by_name = {one.name: one for one in programme.rules}
    wanted, waiting = set[str](), [rule.name]
    while waiting:
        name = waiting.pop()
        if name not in wanted and name in by_name:
            wanted.add(name)
            leaves = [leaf for condition in by_name[name].only_if for leaf in leaves_of(condition)]
            asked = (*starts_in(by_name[name].due), *leaves)
            waiting += [one.step for one in asked if isinstance(one, StepStart | StepIs)]
    rules = tuple(one for one in programme.rules if one.name in wanted)
    order = tuple(name for name in programme.order if name in wanted)
    return replace(programme, rules=rules, order=order), rule, calendar


def _due(
    programme: Programme, rule: Rule, calendar: WorkingCalendar, day: date, tier: str | None, beside: Rule
) -> date | None:
    events = tuple(_made_case(programme, (rule, beside), day, tier))
    for after in (LONG_AFTER, LOOKED_AT_AGAIN):
        try:
            stands = position(programme, events, calendar, day + after)
        except CANNOT_BE_COUNTED:
            continue
        duty = next((one for one in stands.duties if one.step == rule.name and one.starts_on), None)
        return duty.original_due_on if duty else None
    return None


def _made_case(programme: Programme, rules: Sequence[Rule], day: date, tier: str | None) -> Iterator[Event]:
    """A case in which everything that could start either of two clocks happens on one day."""
    received: dict[str, FactValue] = dict(BY_LETTER)
    happens: list[Chance] = []
    for rule in rules:
        asked = [one for condition in rule.only_if for one in of_condition(condition, programme)]
        received |= {name: value for one in asked if one.event == "received" for name, value in one.facts.items()}
        happens += [Chance(event=rule.each)] if rule.each else []
        happens += [*_what_starts(programme, rule), *(one for one in asked if one.event != "received")]
    yield Event(event="received", on=day, id="e0", facts={**received, **_dated(happens, "received", day)})
    if tier is not None:
        yield Event(event="tier_set", on=day, id="tier", facts={"tier": tier})
    for number, one in enumerate(dict.fromkeys(happens), start=1):
        if one.event != "received":
            facts = {**one.facts, **({one.dated: day} if one.dated else {})}
            yield Event(event=one.event, on=day, id=f"e{number}", facts=facts)


def _dated(happens: Sequence[Chance], event: str, day: date) -> Mapping[str, FactValue]:
    return {one.dated: day for one in happens if one.event == event and one.dated}


def _what_starts(programme: Programme, rule: Rule) -> Iterator[Chance]:
    starts = starts_in(rule.due)
    stages = [start.stage for start in starts if isinstance(start, StageStart)]
    last = min(max([rule.stage or 1, *stages]), len(programme.stages))
    yield from (Chance(event=min(begins)) for begins in programme.stages[1:last])
    for start in starts:
        match start:
            case EventStart(event=event, fact=fact):
                yield Chance(event=event, dated=fact)
            case StepStart(step=step, state=StepState.DONE):
                other = next((one for one in programme.rules if one.name == step), None)
                yield from (one for way in (ways_of_meeting(other, programme) if other else ())[:1] for one in way)
            case _:
                pass
