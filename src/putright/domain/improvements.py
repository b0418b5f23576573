"""What does a body change because of a complaint, who may read of it, and what may never stand in it?

An improvement outlives its case, and is read by people who may not see the case: it tells what is changed and what was
learnt, and never of whom.
"""

import re
from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Final

from putright.domain.access import Actor
from putright.domain.duty import Refused
from putright.domain.roles import Role

RULES: Final = "improvements"
PLANNED, MADE, DROPPED = "improvement_planned", "improvement_made", "improvement_dropped"
CHANGED, HANDED_OVER = "improvement_changed", "improvement_handed_over"
TO_TELL, TOLD = "improvement_to_tell", "improvement_told"
LONGEST: Final = 2_000
_SHORTEST_NAME: Final = 3
_TITLES: Final = frozenset({"mrs", "miss", "doctor", "prof", "professor", "sir", "lady", "lord", "the", "and"})
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TEN_DIGITS: Final = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
# Who comes from outside, or sees no complaint for what they are: not whom a body tells what it has learnt.
_OUTSIDE: Final = frozenset(
    {Role.ADVOCATE, Role.COMMISSIONERS_OFFICER, Role.OMBUDSMAN_CASEWORKER, Role.STAND_IN, Role.DIRECTORY_EDITOR}
)


class ImprovementState(StrEnum):
    """How far an improvement is."""

    TO_DO = "to-do"
    DONE = "done"
    NOT_NEEDED = "not-needed"


def may_read_improvements(actor: Actor) -> bool:
    """Whether somebody is told what their body changes and has learnt: whoever holds a role of the body's own."""
    return bool(actor.roles - _OUTSIDE)


def why_not_for_everybody(texts: Iterable[str], people: Collection[str]) -> Refused | None:
    """Why words cannot be read by the whole body; `people` are the names of those whom the complaint concerns."""
    said = " ".join(texts)
    # A name is written with a capital; without one “bell” is a bell, whoever is called Bell.
    words = {word.casefold() for word in _WORD.findall(said) if word[0].isupper()}
    named = sorted({part for name in people for part in _parts_of(name) if part.casefold() in words})
    if named:
        message = f"The whole organisation reads this. Leave out “{named[0]}”: say what is changed, and not for whom."
        return Refused(code="names-somebody", message=message)
    if _TEN_DIGITS.search(said):
        message = "The whole organisation reads this. Leave out the number: it may be somebody’s NHS number."
        return Refused(code="names-somebody", message=message)
    return None


def why_not_changed(reason: str, *, moves: bool, gives: bool) -> Refused | None:
    """Why an improvement cannot be changed so; nothing if it is given another day or somebody else, with a reason."""
    if not (moves or gives):
        message = "That is how it is already. Give another day, or choose somebody else."
        return Refused(code="nothing-changed", message=message)
    if not reason.strip():
        return Refused(code="no-reason", message="Say why: whoever asks later reads it.")
    return None


def why_not_so_long(texts: Iterable[str]) -> Refused | None:
    """Why something is too long for a list; nothing if it is not."""
    if all(len(text) <= LONGEST for text in texts):
        return None
    return Refused(code="too-long", message=f"Say it in {LONGEST:,} characters. What is longer belongs in the file.")


def _parts_of(name: str) -> tuple[str, ...]:
    found = _WORD.findall(name)
    return tuple(part for part in found if len(part) >= _SHORTEST_NAME and part.casefold() not in _TITLES)
