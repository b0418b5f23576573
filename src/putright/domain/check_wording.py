"""What can be read in more than one way, or promises no time, in the words of a document?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, pairwise
from typing import Final

from putright.domain.check_law import THEIRS
from putright.domain.check_probe import (
    counts_in,
    events_started_by,
    latest,
    reckoner_over,
    sets_no_time,
    words_of,
)
from putright.domain.expressions import CountFrom, EventStart
from putright.domain.findings import SEVERITY_OF, Finding, finding, noted, of_step, unknown_code
from putright.domain.plain import due_in_words
from putright.domain.procedure import Unclear
from putright.domain.programme import Programme, Rule
from putright.domain.vocabulary import Effect, Strength
from putright.domain.working_days import WorkingCalendar

_NUMBERED: Final = re.compile(r"\d+(?:\.\d+)*")
COMPLAINANT: Final = "complainant"


def unclear_wording(
    programme: Programme, law: Programme | None, calendar: WorkingCalendar, day: date
) -> Iterator[Finding]:
    """What is open in the wording: kinds of days, ranges, no times, orders and promises at odds with one another."""
    laws = {rule.name: rule for rule in law.rules} if law else {}
    for name in programme.order:
        rule = next(one for one in programme.rules if one.name == name)
        yield from _periods(rule)
        yield from _no_limit(rule, laws.get(rule.step.fulfils or ""))
    yield from _no_limit_for_the_person(programme)
    yield from _promised_twice(programme)
    yield from _out_of_order(programme, calendar, day)


def _periods(rule: Rule) -> Iterator[Finding]:
    counted = [one.period for one in counts_in(rule.due)]
    unstated = [period for period in counted if period.reading]
    if unstated:
        yield of_step(
            "unstated-days",
            rule,
            "due",
            "it does not say which kind of days it means. They are read as "
            f"{_kind(str(unstated[0].unit))}; the body can say so, or say otherwise.",
        )
    for period in counted:
        if period.least is not None:
            yield of_step(
                "range",
                rule,
                "due",
                f"it promises a range, {period}. It is due on the last day of it; a person may expect the first. "
                "Promise one number.",
            )


def _kind(unit: str) -> str:
    return {"working-days": "working days", "days": "calendar days"}.get(unit, unit)


def _no_limit(rule: Rule, law: Rule | None) -> Iterator[Finding]:
    """A promise of the body with no time, unless it fulfils one to which the law gives no time either."""
    if not sets_no_time(rule.due) or rule.strength is not Strength.MUST or rule.who == COMPLAINANT:
        return
    if law is not None and sets_no_time(law.due):
        return
    beside = f" The law's date stands beside it: {due_in_words(law.due)} ({law.cites})." if law else ""
    yield of_step(
        "no-limit",
        rule,
        "due",
        f"it does not say by when this is done.{beside} Give a time, so that a person knows when to ask.",
    )


def _no_limit_for_the_person(programme: Programme) -> Iterator[Finding]:
    """What waits for the person, with no word of how long it waits."""
    limited = {
        event
        for rule in programme.rules
        if rule.who == COMPLAINANT or rule.effect in (Effect.LAPSES, Effect.CLOSES)
        for event in rule.met_by
    }
    for number, begins in enumerate(programme.stages):
        if number > 0 and begins & (THEIRS - limited):
            yield finding(
                "no-limit-to-ask",
                ("stages", number, "begins"),
                f"It does not say by when a person must ask for the stage “{programme.procedure.stages[number].name}”, "
                "nor that they can ask at any time.",
                cure="Say which.",
            )
    asked = {event for rule in programme.rules for event in rule.met_by}
    for rule in programme.rules:
        waits_for = "details_received" in events_started_by(rule.due) and "details_requested" in asked
        if waits_for and "details_received" not in limited:
            yield of_step(
                "no-limit-to-reply",
                rule,
                "due",
                f"it goes on only once {words_of(programme, 'details_received')}, and does not say how long it waits, "
                "nor what happens if none come.",
                cure="Say both.",
            )


def _promised_twice(programme: Programme) -> Iterator[Finding]:
    plain = [_find(programme, name) for name in programme.order]
    plain = [rule for rule in plain if not (rule.only_if or rule.unless or rule.each or rule.repeat)]
    for first, second in combinations(plain, 2):
        if len(first.met_by) == 1 and first.met_by == second.met_by and first.stage == second.stage:
            one, other = first.due, second.due
            counted = isinstance(one, CountFrom) and isinstance(other, CountFrom) and one.start == other.start
            if counted and one != other:
                yield of_step(
                    "promised-twice",
                    second,
                    "due",
                    f"the same thing is promised twice, {due_in_words(one)} and {due_in_words(other)}.",
                    cure="Keep one.",
                )


def _out_of_order(programme: Programme, calendar: WorkingCalendar, day: date) -> Iterator[Finding]:
    """Promises counted from the same event, of which one that stands later in the document falls due sooner."""
    for start, rules in _by_start(programme).items():
        reckoner = reckoner_over(programme, {start.event: day}, calendar)
        clauses: dict[tuple[int, ...], tuple[date, Rule]] = {}
        for rule in rules:
            due, clause = latest(rule.due, reckoner), _clause(rule)
            if due and (clause not in clauses or due < clauses[clause][0]):
                clauses[clause] = (due, rule)
        for (_, (before, earlier)), (_, (after, later)) in pairwise(sorted(clauses.items(), key=lambda one: one[0])):
            if after < before:
                yield of_step(
                    "out-of-order",
                    later,
                    "due",
                    f"clause {later.step.clause} falls due before clause {earlier.step.clause}, and both are counted "
                    "from the same day. People read a list as an order: put the earlier first.",
                )


def _by_start(programme: Programme) -> Mapping[EventStart, Sequence[Rule]]:
    found: dict[EventStart, list[Rule]] = {}
    for rule in (_find(programme, name) for name in programme.order):
        start = rule.due.start if isinstance(rule.due, CountFrom) else None
        plain = bool(_clause(rule)) and not (rule.only_if or rule.unless or rule.each or rule.repeat)
        if plain and isinstance(start, EventStart) and start.fact is None:
            found.setdefault(start, []).append(rule)
    return found


def _clause(rule: Rule) -> tuple[int, ...]:
    clause = rule.step.clause or ""
    return tuple(map(int, clause.split("."))) if _NUMBERED.fullmatch(clause) else ()


def _find(programme: Programme, name: str) -> Rule:
    return next(rule for rule in programme.rules if rule.name == name)


def written_down(unclear: Sequence[Unclear], found: Sequence[Finding]) -> Iterator[Finding]:
    """The wordings that the file itself notes as unclear; one that explains a finding already made adds none."""
    already = {one.code for one in found}
    for number, one in enumerate(unclear):
        code = one.code or "unclear"
        if code not in SEVERITY_OF:
            yield unknown_code(code, ("unclear", number, "code"))
            code = "unclear"
        if code == "unclear" or code not in already:
            yield noted(code, ("unclear", number), one.says, one.reading, authority=one.authority)
