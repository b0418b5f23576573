"""Which date binds, where a promise, a national code and the law ask for the same thing?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from putright.domain.owed import Owed
from putright.domain.programme import Programme
from putright.domain.vocabulary import DutyState, ProcedureKind

Matter = tuple[str, str]  # a step: the name of its document, and its own
FLOORS: Final = (ProcedureKind.STATUTE, ProcedureKind.CODE)


def bind(owed: Sequence[Owed], programmes: Sequence[Programme]) -> None:
    """Sets the date that binds each duty: of a promise and of what it fulfils in the code and the law, the earlier.

    For limits on the complainant it is the later. A clock that is stopped and a date that is only provisional bind
    nobody else, and what the law has had done no longer hurries what is still to be done. What a promise fulfils is
    looked up in the document that its own file stands under, and so on up to the law; names alone are never matched.
    """
    matters = _matters(tuple(programmes))
    by_matter: dict[Matter, list[Owed]] = {}
    for one in owed:
        one.binding_on, one.binding_authority = one.due_on, one.rule.cites
        matter = matters.get((one.programme.name, one.rule.name))
        if matter is not None:
            by_matter.setdefault(matter, []).append(one)
    for group in by_matter.values():
        if len(group) > 1 and any(map(_is_floor, group)):
            for one in group:
                _bind_one(one, group)


@lru_cache(maxsize=256)  # the same few procedures stand over case after case
def _matters(programmes: tuple[Programme, ...]) -> Mapping[Matter, Matter]:
    """Of each step that fulfils one of a code or a law, or is one, the highest step that it fulfils."""
    named = {made.name: made for made in programmes}
    found = {(made.name, step): _matter(made, step, named) for made in programmes for step in made.procedure.steps}
    return {step: matter for step, matter in found.items() if matter is not None}


def _matter(made: Programme, step: str, named: Mapping[str, Programme]) -> Matter | None:
    found = (made.name, step) if made.procedure.kind in FLOORS else None
    fulfils = made.procedure.steps[step].fulfils
    for above in _above(made, named) if fulfils is not None else ():
        if fulfils is not None and fulfils in above.procedure.steps:
            found, fulfils = (above.name, fulfils), above.procedure.steps[fulfils].fulfils
    return found


def _above(made: Programme, named: Mapping[str, Programme]) -> Iterator[Programme]:
    """The code that a document stands under, and the law above that; each once, whatever a file says."""
    seen = {made.name}
    while (above := named.get(made.procedure.under)) is not None and above.name not in seen:
        yield above
        seen.add(above.name)
        made = above


def _is_floor(one: Owed) -> bool:
    return one.programme.procedure.kind in FLOORS


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


def _law_first(one: Owed) -> int:
    kind = one.programme.procedure.kind
    return FLOORS.index(kind) if kind in FLOORS else len(FLOORS)


def _due(one: Owed) -> date:
    return one.due_on or date.max
