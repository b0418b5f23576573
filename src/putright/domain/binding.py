"""Which date binds, where a promise and the law ask for the same thing?"""

from collections.abc import Iterable, Sequence
from datetime import date

from putright.domain.owed import Owed
from putright.domain.vocabulary import DutyState, ProcedureKind


def bind(owed: Sequence[Owed]) -> None:
    """Sets the date that binds each duty: of a promise and the law's step that it fulfils, the earlier.

    For limits on the complainant it is the later. A clock that is stopped and a date that is only provisional bind
    nobody else, and what the law has had done no longer hurries what is still to be done.
    """
    by_law: dict[str, list[Owed]] = {}
    for one in owed:
        one.binding_on, one.binding_authority = one.due_on, one.rule.cites
        step = one.rule.name if _is_law(one) else one.rule.step.fulfils
        if step is not None:
            by_law.setdefault(step, []).append(one)
    for group in by_law.values():
        if len(group) > 1 and any(map(_is_law, group)):
            for one in group:
                _bind_one(one, group)


def _is_law(one: Owed) -> bool:
    return one.programme.procedure.kind is ProcedureKind.STATUTE


def _bind_one(one: Owed, group: Iterable[Owed]) -> None:
    rivals = [other for other in group if _is_rival(other, one)]
    rivals.sort(key=_law_first)
    if not rivals or one.state is DutyState.NOT_STARTED:
        return
    is_limit = all(other.rule.who == "complainant" for other in rivals)
    binding = (max if is_limit else min)(rivals, key=_due)
    one.binding_on, one.binding_authority = binding.due_on, binding.rule.cites


def _is_rival(other: Owed, one: Owed) -> bool:
    """Whether the date of one may bind the other: the same matter, in force, and still to be done if the other is."""
    if not _can_bind(other) or (one.is_to_do and not other.is_to_do):
        return False
    if other.rule is one.rule:
        return other is one
    if one.request is not None and other.request is not None:
        return one.request is other.request
    return not (one.rule.repeat and other.rule.repeat) or one.number == other.number


def _can_bind(one: Owed) -> bool:
    begun = one.when.starts_on is not None and one.state is not DutyState.CANCELLED
    return begun and one.due_on is not None and not one.when.provisional


def _law_first(one: Owed) -> bool:
    return not _is_law(one)


def _due(one: Owed) -> date:
    return one.due_on or date.max
