"""What may or may not happen on the way through a procedure: the choices of the person, of the body and of chance?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from putright.domain.chronology import NO_FACTS, FactValue
from putright.domain.expressions import (
    AllOf,
    AnyOf,
    ByTier,
    Condition,
    Due,
    EarlierOf,
    EventStart,
    FactIs,
    Happened,
    HappenedWithin,
    LaterOf,
    NoLaterThan,
    NotBefore,
    StepIs,
    StepStart,
    StepState,
    leaves_of,
    starts_in,
)
from putright.domain.programme import Programme, Rule
from putright.domain.vocabulary import FactKind

BY_LETTER: Final[Mapping[str, FactValue]] = {"channel": "letter", "capacity": "self"}
KNOWN_BY_THEN: Final = ("event_occurred", "came_to_notice")  # taken to have been on the day of receipt
WITH_A_DATE: Final = ("response_period_agreed", "response_period_set")
MOST_WAYS_OF_MEETING: Final = 4  # of one step: the first ones written


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """An event that nobody has promised, what it says of itself, and which of its facts is a date it must state."""

    event: str
    facts: Mapping[str, FactValue] = field(default_factory=lambda: NO_FACTS, hash=False)
    dated: str | None = None

    @property
    def key(self) -> str:
        """What tells it from another."""
        said = ",".join(f"{name}={value}" for name, value in sorted(self.facts.items()))
        return f"{self.event}({said}{self.dated or ''})"


def chances(programme: Programme) -> tuple[Chance, ...]:
    """Every event that a procedure reckons with and that no step of it promises, in the order of the file."""
    promised = {event for rule in programme.rules for event in rule.met_by}
    found: dict[str, Chance] = {}
    for chance in _reckoned_with(programme):
        fixed = chance.event in ("received", *KNOWN_BY_THEN) or (chance.event in promised and not chance.facts)
        if not fixed and chance.event not in ("paused", "resumed"):
            found.setdefault(chance.key, chance)
    return tuple(found.values())


def _reckoned_with(programme: Programme) -> Iterator[Chance]:
    by_name = {rule.name: rule for rule in programme.rules}
    for name in programme.order:
        rule = by_name[name]
        yield from (Chance(event=rule.each),) if rule.each else ()
        for start in starts_in(rule.due):
            if isinstance(start, EventStart):
                yield Chance(event=start.event, dated=start.fact)
        for condition in rule.only_if:
            yield from of_condition(condition, programme)
        yield from (Chance(event=need) for need in rule.needs)
    for begins in programme.stages:
        yield from (Chance(event=event) for event in sorted(begins))


def of_condition(condition: Condition, programme: Programme) -> Iterator[Chance]:
    """The events, with what they say, that make a condition hold, or are part of it."""
    for leaf in leaves_of(condition):
        if isinstance(leaf, FactIs):
            yield Chance(event=leaf.event, facts=_said(leaf, programme))
        elif isinstance(leaf, Happened | HappenedWithin):
            yield Chance(event=leaf.event)


def _said(leaf: FactIs, programme: Programme) -> Mapping[str, FactValue]:
    """The fact with a value that makes the condition hold."""
    if leaf.values:
        return {leaf.fact: _value(leaf)}
    kind = programme.events[leaf.event].facts.get(leaf.fact)
    return {leaf.fact: True} if kind is FactKind.FLAG else {}


def _value(leaf: FactIs) -> FactValue:
    first = leaf.values[0]
    near: list[FactValue] = [first - 1, first + 1] if isinstance(first, int) and not isinstance(first, bool) else []
    tried: list[FactValue] = [first, *near, True, False, "another"]
    return next((value for value in tried if leaf.holds(value)), first)


def receipts(programme: Programme) -> tuple[Mapping[str, FactValue], ...]:
    """How the complaint may come: by letter from the person, and so that each step that asks for more is owed."""
    found: list[Mapping[str, FactValue]] = [BY_LETTER]
    for rule in programme.rules:
        wanted = [leaf for condition in rule.only_if for leaf in leaves_of(condition)]
        excused = [leaf for condition in rule.unless for leaf in leaves_of(condition)]
        found += [{**BY_LETTER, **_of_receipt(wanted)}, *({**BY_LETTER, **_of_receipt([leaf])} for leaf in excused)]
    return tuple(one for number, one in enumerate(found) if one not in found[:number])


def _of_receipt(leaves: Sequence[Condition]) -> Mapping[str, FactValue]:
    said = [leaf for leaf in leaves if isinstance(leaf, FactIs) and leaf.event == "received" and leaf.values]
    return {leaf.fact: _value(leaf) for leaf in reversed(said)}


def stated_days(programmes: Sequence[Programme]) -> Mapping[str, frozenset[str]]:
    """Of each event, the facts that must be days because a clock runs from them, or the language asks for one."""
    found: dict[str, frozenset[str]] = dict.fromkeys(WITH_A_DATE, frozenset({"date"}))
    for start in (start for one in programmes for rule in one.rules for start in starts_in(rule.due)):
        if isinstance(start, EventStart) and start.fact is not None and start.event != "received":
            found[start.event] = found.get(start.event, frozenset()) | {start.fact}
    return found


# What ends a complaint, or finds that there is none to answer: nobody is left standing by it.
_ENDS_IT: Final = frozenset(
    {
        *("settled", "withdrawn", "excluded", "representative_refused", "lateness_decided", "passed_on"),
        *("transferred", "kept", "joined", "response_signed"),
    }
)


def excuses(programme: Programme, answers: frozenset[str]) -> tuple[str, ...]:
    """The events that nobody promised and that excuse the answer, in the order written."""
    promised = {event for rule in programme.rules for event in rule.met_by}
    rules = [rule for rule in programme.rules if rule.met_by & answers]
    leaves = [leaf for rule in rules for condition in rule.unless for leaf in leaves_of(condition)]
    events = (leaf.event for leaf in leaves if isinstance(leaf, Happened))
    return tuple(dict.fromkeys(one for one in events if one not in promised | _ENDS_IT | programme.ends))


def tiers(programme: Programme) -> tuple[str, ...]:
    """The tiers by which some date is set, in the order written."""
    return tuple(dict.fromkeys(tier for rule in programme.rules for tier in _tiers_in(rule.due)))


def _tiers_in(due: Due | None) -> Iterator[str]:
    match due:
        case ByTier(several):
            yield from (tier for tier, _ in several)
        case LaterOf(parts) | EarlierOf(parts):
            yield from (tier for part in parts for tier in _tiers_in(part))
        case NoLaterThan(first, second) | NotBefore(first, second):
            yield from (*_tiers_in(first), *_tiers_in(second))
        case _:
            return


def rungs(programme: Programme) -> tuple[str, ...]:
    """The steps of which the procedure itself says what follows when they are missed, in the order of the file."""
    asked = {step for rule in programme.rules for step in _missed_in(rule)}
    return tuple(name for name in programme.order if name in asked)


def _missed_in(rule: Rule) -> Iterator[str]:
    for start in starts_in(rule.due):
        if isinstance(start, StepStart) and start.state is StepState.MISSED:
            yield start.step
    for leaf in (leaf for condition in rule.only_if for leaf in leaves_of(condition)):
        if isinstance(leaf, StepIs) and leaf.state is StepState.MISSED:
            yield leaf.step


def ways_of_meeting(rule: Rule, programme: Programme) -> tuple[tuple[Chance, ...], ...]:
    """The ways in which a step can be met, each the events it takes; the first ones written, where there are many."""
    return tuple(_meeting(rule.met, programme))[:MOST_WAYS_OF_MEETING] if rule.met else ()


def _meeting(condition: Condition, programme: Programme) -> Iterator[tuple[Chance, ...]]:
    match condition:
        case AllOf(parts):
            several = [tuple(_meeting(part, programme)) for part in parts]
            yield from (tuple(one for way in each for one in way) for each in product(*several))
        case AnyOf(parts):
            yield from (way for part in parts for way in _meeting(part, programme))
        case _:
            if made := tuple(of_condition(condition, programme)):
                yield made
