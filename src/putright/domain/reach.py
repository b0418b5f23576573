"""Which steps wait for which, and which can never come to be?"""

from collections.abc import Iterable, Iterator, Sequence

from putright.domain.expressions import (
    AtOnce,
    ByTier,
    Condition,
    CountFrom,
    Due,
    EarlierOf,
    EventStart,
    FactIs,
    HappenedWithin,
    HasPassed,
    LaterOf,
    NoLaterThan,
    NoSetTime,
    NotBefore,
    OnDate,
    OrElse,
    StageStart,
    StepIs,
    StepStart,
    StepState,
    leaves_of,
    simple_starts,
    starts_in,
)
from putright.domain.programme import Flaw, Rule


def in_order(rules: Sequence[Rule]) -> tuple[tuple[Rule, ...], tuple[Flaw, ...]]:
    """The rules, each after those it depends on, earlier stages first; steps that wait for one another are a flaw."""
    left = {rule.name: rule for rule in rules}
    needs = {rule.name: {step for step, _ in _asked_of(rule)} & left.keys() for rule in rules}
    ordered: list[Rule] = []
    while left:
        ready = [name for name in left if not needs[name] & left.keys()]
        if not ready:
            return (), (_circle(left.keys(), needs),)
        first = min(ready, key=lambda name: left[name].stage or 0)  # what meets a stage's duty is known before the next
        ordered.append(left.pop(first))
    return tuple(ordered), ()


def _circle(left: Iterable[str], needs: dict[str, set[str]]) -> Flaw:
    """The circle alone, without the steps that only wait for it."""
    circle = list(left)
    while outside := [name for name in circle if not any(name in needs[other] for other in circle)]:
        circle = [name for name in circle if name not in outside]
    return Flaw(
        where=("steps", circle[0]), message=f"these steps wait for one another in a circle: {', '.join(circle)}"
    )


def asked_about(rules: Sequence[Rule], others: Iterable[Condition], limits: Iterable[Due]) -> frozenset[str]:
    """The steps whose state a rule asks about, or a condition or a date that stands beside the rules."""
    pairs = [pair for rule in rules for pair in _asked_of(rule)]
    pairs += [pair for condition in others for pair in _of_condition(condition)]
    pairs += [_of_start(start) for due in limits for start in starts_in(due) if isinstance(start, StepStart)]
    return frozenset(step for step, _ in pairs)


def unreachable(rules: Sequence[Rule], stages: Sequence[frozenset[str]]) -> tuple[Flaw, ...]:
    """The steps that nothing could ever start."""
    by_name = {rule.name: rule for rule in rules}
    return tuple(flaw for rule in rules for flaw in (*_waits_in_vain(rule, by_name), *_out_of_its_stage(rule, stages)))


def _waits_in_vain(rule: Rule, by_name: dict[str, Rule]) -> Iterator[Flaw]:
    for step, state in _asked_of(rule):
        other = by_name[step]
        if state is StepState.DONE and other.met is None:
            message = f"{step} says no met_when, so it is never done, and {rule.name} would wait for ever"
            yield Flaw(where=("steps", rule.name), message=message)
        elif state is StepState.MOVED and other.move is None:
            message = f"{step} says no may_move, so it is never moved, and {rule.name} would wait for ever"
            yield Flaw(where=("steps", rule.name), message=message)
        elif state in (StepState.DUE, StepState.MISSED) and not _has_date(other.due):
            message = f"{step} has no date, so it is never {state}, and {rule.name} would wait for ever"
            yield Flaw(where=("steps", rule.name), message=message)
    for condition in rule.only_if:
        if condition in rule.unless:
            message = f"{condition} is both what {rule.name} needs and what excepts it, so it is never owed"
            yield Flaw(where=("steps", rule.name, "unless"), message=message)


def _has_date(due: Due) -> bool:
    return not isinstance(due, NoSetTime) and not (isinstance(due, NotBefore) and due.due is None)


def _out_of_its_stage(rule: Rule, stages: Sequence[frozenset[str]]) -> Iterator[Flaw]:
    starts = starts_in(rule.due)
    if rule.stage is None or not starts or rule.each is not None:
        return
    if all(isinstance(start, StageStart) and start.stage > rule.stage for start in starts):
        message = f"{rule.name} belongs to stage {rule.stage}, which ends when the stage it waits for begins"
        yield Flaw(where=("steps", rule.name, "due"), message=message)
    received = all(isinstance(start, EventStart) and start.event == "received" for start in starts)
    if received and rule.stage > 1 and "received" in stages[0] and "received" not in stages[rule.stage - 1]:
        message = (
            f"the complaint is received in stage 1, and a step of stage {rule.stage} starts with what happens in its "
            f"own stage: write “stage {rule.stage} begins”, or leave the stage out"
        )
        yield Flaw(where=("steps", rule.name, "due"), message=message)


def _asked_of(rule: Rule) -> Iterator[tuple[str, StepState]]:
    """The steps that a rule asks about, and what it asks of each."""
    dues = [rule.due, *([rule.move.ceiling] if rule.move and rule.move.ceiling else [])]
    yield from (_of_start(start) for due in dues for start in starts_in(due) if isinstance(start, StepStart))
    until = (rule.repeat.until,) if rule.repeat and rule.repeat.until else ()
    for condition in (*rule.only_if, *rule.unless, *until, *((rule.met,) if rule.met else ())):
        yield from _of_condition(condition)


def _of_condition(condition: Condition) -> Iterator[tuple[str, StepState]]:
    for leaf in leaves_of(condition):
        if isinstance(leaf, StepIs):
            yield leaf.step, leaf.state
        elif isinstance(leaf, HappenedWithin | HasPassed):
            yield from (_of_start(start) for start in simple_starts(leaf.start) if isinstance(start, StepStart))


def _of_start(start: StepStart) -> tuple[str, StepState]:
    return start.step, start.state


def restless(due: Due) -> Iterator[str]:
    """The events that may change a date that already runs: a latest one, the first choice of several, a new tier."""
    match due:
        case CountFrom(start=start) | OnDate(start) | AtOnce(start) | NoSetTime(start):
            firsts = simple_starts(start)[:-1] if isinstance(start, OrElse) else ()
            latest = [one for one in simple_starts(start) if isinstance(one, EventStart) and one.latest]
            yield from (one.event for one in (*firsts, *latest) if isinstance(one, EventStart))
        case LaterOf(parts) | EarlierOf(parts):
            yield from (event for part in parts for event in restless(part))
        case NoLaterThan(first, second) | NotBefore(first, second):
            yield from (event for part in (first, second) if part is not None for event in restless(part))
        case ByTier(tiers):
            yield "tier_set"
            yield from (event for _, part in tiers for event in restless(part))


def said_in(conditions: Iterable[Condition]) -> Iterator[FactIs]:
    """What conditions ask to be said: a later event of the kind can say something else."""
    for condition in conditions:
        yield from (leaf for leaf in leaves_of(condition) if isinstance(leaf, FactIs))
