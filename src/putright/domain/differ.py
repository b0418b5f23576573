"""What does a new version of a procedure change for people who complain: what is better for them, and what worse?"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from putright.domain.check import check
from putright.domain.check_probe import receipt_days
from putright.domain.differ_change import Change, ChangeKind, Side
from putright.domain.differ_document import of_document
from putright.domain.differ_steps import Versions, of_step, promise_added, promise_dropped
from putright.domain.findings import Finding, Severity
from putright.domain.programme import Programme, Rule
from putright.domain.working_days import WorkingCalendar

__all__ = ["Change", "ChangeKind", "Side", "differences"]

A_YEAR: Final = 366  # days of receipt for which two dates are compared
MOST_COMPARED: Final = 20_000  # in all: where very many promises have changed, each is compared on fewer days


def differences(
    old: Programme,
    new: Programme,
    as_at: date,
    *,
    laws: Mapping[str, Programme],
    calendars: Mapping[str, WorkingCalendar],
) -> tuple[Change, ...]:
    """Every change for people who complain, what is worse for them first and then in the order of the new file.

    Dates are compared as the engine gives them on made cases, for every day of receipt of a year from `as_at`.
    `calendars` are those that the two name, by name.
    """
    versions = Versions(
        old=old,
        new=new,
        calendars=(calendars[old.procedure.calendar], calendars[new.procedure.calendar]),
        days=receipt_days(as_at, calendars[new.procedure.calendar])[: _days_for(matched(old, new))],
    )
    found = [*_steps(versions), *of_document(versions), *_law(versions, as_at, laws, calendars)]
    sides = list(Side)
    return tuple(sorted(dict.fromkeys(found), key=lambda change: sides.index(change.side)))


def _days_for(pairs: Sequence[tuple[Rule, Rule]]) -> int:
    changed = sum(old.due != new.due for old, new in pairs)
    compared = changed or len(pairs) or 1  # all of them, where only the bank holidays are others
    return min(A_YEAR, MOST_COMPARED // compared)


def _steps(versions: Versions) -> Iterator[Change]:
    pairs = matched(versions.old, versions.new)
    of_new = {new.name: old for old, new in pairs}
    for rule in _in_order(versions.new):
        old = of_new.get(rule.name)
        yield from of_step(old, rule, versions) if old else (promise_added(rule, versions.new),)
    kept = {old.name for old, _ in pairs}
    yield from (promise_dropped(rule, versions.old) for rule in _in_order(versions.old) if rule.name not in kept)


def matched(old: Programme, new: Programme) -> tuple[tuple[Rule, Rule], ...]:
    """The steps of both versions that are one promise: by name, else by what they fulfil, else by what meets them."""
    left, right = list(_in_order(old)), list(_in_order(new))
    pairs: list[tuple[Rule, Rule]] = []
    for key in (_name, _fulfils, _met_by):
        for one in tuple(left):
            wanted = key(one)
            same = [other for other in right if wanted and key(other) == wanted]
            alike = [other for other in left if wanted and key(other) == wanted]
            if len(same) == len(alike) == 1:
                pairs.append((one, same[0]))
                left.remove(one)
                right.remove(same[0])
    return tuple(pairs)


def _name(rule: Rule) -> object:
    return rule.name


def _fulfils(rule: Rule) -> object:
    return rule.step.fulfils and (rule.step.fulfils, rule.stage)


def _met_by(rule: Rule) -> object:
    return rule.met_by and (rule.met_by, rule.stage, rule.who == "complainant")


def _in_order(programme: Programme) -> Sequence[Rule]:
    return sorted(programme.rules, key=lambda rule: programme.order.index(rule.name))


def _law(
    versions: Versions, as_at: date, laws: Mapping[str, Programme], calendars: Mapping[str, WorkingCalendar]
) -> Iterator[Change]:
    """The places in which one version promises less than the law and the other does not."""
    names = {new.name: old.name for old, new in matched(versions.old, versions.new)}
    old = {_place(one): one for one in _errors(versions.old, as_at, laws, calendars)}
    new = {_place(one, names): one for one in _errors(versions.new, as_at, laws, calendars)}
    for place, one in new.items():
        if place not in old:
            yield _of_law(Side.WORSE, ChangeKind.LESS_THAN_LAW, "Less than the law from now on: ", one)
    for place, one in old.items():
        if place not in new:
            yield _of_law(Side.BETTER, ChangeKind.LAW_KEPT, "No longer less than the law. It was: ", one)


def _errors(
    made: Programme, as_at: date, laws: Mapping[str, Programme], calendars: Mapping[str, WorkingCalendar]
) -> Sequence[Finding]:
    found = check(made, as_at, laws=laws, directory=None, calendar=calendars[made.procedure.calendar])
    return [one for one in found if one.severity is Severity.ERROR]


def _place(one: Finding, names: Mapping[str, str] | None = None) -> tuple[str, str]:
    step = str(one.where[1]) if one.where[:1] == ("steps",) and len(one.where) > 1 else str(one.where[:1])
    return one.code, (names or {}).get(step, step)


def _of_law(side: Side, kind: ChangeKind, lead: str, one: Finding) -> Change:
    step = str(one.where[1]) if one.where[:1] == ("steps",) and len(one.where) > 1 else None
    return Change(side=side, kind=kind, message=f"{lead}{one.message}", step=step, cites=one.authority)
