"""Does a promise that fulfils the law hold in every case in which the law holds, or only on a condition of its own?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from putright.domain.check_law import fulfilling
from putright.domain.check_probe import CANNOT_BE_COUNTED, leaves, words_of
from putright.domain.chronology import Event, FactValue
from putright.domain.duty import Duty
from putright.domain.expressions import Condition, FactIs, Happened, HappenedWithin, Saying, StepIs
from putright.domain.findings import Finding, of_step
from putright.domain.position import position
from putright.domain.programme import Programme, Rule
from putright.domain.vocabulary import DutyState, FactKind
from putright.domain.working_days import WorkingCalendar

# When the two are looked at: soon after receipt, and once the law's six months are over.
_LOOKED_AT: Final = (timedelta(days=2), timedelta(days=220))
_OWED: Final = (DutyState.OPEN, DutyState.OVERDUE)
_BY_LETTER: Final[Mapping[str, FactValue]] = {"channel": "letter", "capacity": "self"}
_SPOKEN: Final[Mapping[str, FactValue]] = {"channel": "oral", "capacity": "self"}
ANOTHER: Final = "another"  # a code that no condition names
_FOR_ANOTHER: Final[Mapping[str, FactValue]] = {"channel": "letter", "capacity": "representative"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A made-up case in which document and law are compared: what happened, and in words what is special in it."""

    words: str
    events: tuple[Event, ...]


def not_in_every_case(programme: Programme, law: Programme, calendar: WorkingCalendar, day: date) -> Iterator[Finding]:
    """Each promise that a condition of its own keeps from being owed in a case in which the law's is."""
    groups = fulfilling(programme, law)
    conditional = [rule for rules in groups.values() for rule in rules if rule.only_if or rule.unless]
    told: set[tuple[str, str]] = set()
    for case in _cases(programme, conditional, day) if conditional else ():
        for later in _LOOKED_AT:
            duties = _duties(programme, law, case, calendar, day + later)
            for name, rules in groups.items():
                ours = [(rule, duties.get((programme.name, rule.name))) for rule in rules]
                for rule, key in _left_out(duties.get((law.name, name)), ours):
                    if (rule.name, key) not in told:
                        told.add((rule.name, key))
                        yield _finding(rule, key, case, next(one for one in law.rules if one.name == name))


def _finding(rule: Rule, key: str, case: Case, law: Rule) -> Finding:
    return of_step(
        "not-in-every-case",
        rule,
        key,
        f"by this document it is not owed {case.words}, and by law it is: {law.step.promise[:1].lower()}"
        f"{law.step.promise[1:]}",
        cure="Take the condition out, or promise the same for that case in a step of its own.",
        authority=law.cites,
    )


def _duties(
    programme: Programme, law: Programme, case: Case, calendar: WorkingCalendar, as_at: date
) -> Mapping[tuple[str, str], Duty]:
    try:
        stands = position((programme, law), case.events, calendar, as_at)
    except CANNOT_BE_COUNTED:
        return {}
    return {(duty.procedure, duty.step): duty for duty in reversed(stands.duties)}


def _left_out(laws: Duty | None, ours: Sequence[tuple[Rule, Duty | None]]) -> Iterator[tuple[Rule, str]]:
    """The steps, each with the key at fault, none of which is owed while the law's is."""
    if laws is None or laws.state not in _OWED:
        return
    keys = [(rule, _why_not_owed(rule, duty)) for rule, duty in ours]
    if all(key for _, key in keys):
        yield from ((rule, key) for rule, key in keys if key)


def _why_not_owed(rule: Rule, duty: Duty | None) -> str | None:
    """The key of the condition for which a duty is not owed; nothing where it is, or only waits for its start."""
    if duty is None or duty.state not in (DutyState.CANCELLED, DutyState.NOT_STARTED):
        return None
    if duty.state is DutyState.CANCELLED:
        return "unless"
    lacking = [one for one in rule.only_if if str(one) in duty.waiting_for]
    return "only_if" if any(not isinstance(leaf, StepIs) for leaf in leaves(lacking)) else None


def _cases(programme: Programme, rules: Sequence[Rule], day: date) -> Iterator[Case]:
    yield _case(day, _BY_LETTER, "when the complaint comes by letter")
    yield _case(day, _SPOKEN, "when the complaint is spoken")
    yield _case(day, _FOR_ANOTHER, "when somebody complains for another")
    for leaf in dict.fromkeys(leaf for rule in rules for leaf in leaves((*rule.only_if, *rule.unless))):
        yield from _with(programme, leaf, day)


def _with(programme: Programme, leaf: Condition, day: date) -> Iterator[Case]:
    """The case in which a condition that the document makes holds."""
    if isinstance(leaf, FactIs) and leaf.event == "received":
        yield _case(
            day,
            {**_BY_LETTER, **_facts(programme, leaf)},
            f"when {str(leaf).replace('received.', 'the ').replace('_', ' ')}",
        )
    elif isinstance(leaf, Happened | FactIs | HappenedWithin) and leaf.event != "received":
        facts = _facts(programme, leaf) if isinstance(leaf, FactIs) else {}
        event = Event(event=leaf.event, on=day + timedelta(days=1), facts=facts)
        yield _case(day, _BY_LETTER, f"once {words_of(programme, leaf.event)}", event)


def _facts(programme: Programme, leaf: FactIs) -> Mapping[str, FactValue]:
    if leaf.values:
        return {leaf.fact: _such(leaf)}
    kind = programme.events[leaf.event].facts.get(leaf.fact)
    return {leaf.fact: True} if kind is FactKind.FLAG else {}


def _such(leaf: FactIs) -> FactValue:
    """A value for which a condition on a fact holds."""
    value = leaf.values[0]
    match leaf.saying:
        case Saying.IS_NOT:
            return not value if isinstance(value, bool) else ANOTHER if isinstance(value, str) else value
        case Saying.UNDER if isinstance(value, int):
            return value - 1
        case Saying.OVER if isinstance(value, int):
            return value + 1
        case _:
            return value


def _case(day: date, received: Mapping[str, FactValue], words: str, *then: Event) -> Case:
    return Case(words=words, events=(Event(event="received", on=day, facts=received), *then))
