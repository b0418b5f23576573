"""Of the dates that a rule is made of, what did each give, and which was taken?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from putright.domain.expressions import Due


class Reckoned(Protocol):
    """A date worked out, with what was chosen on the way to it."""

    due_on: date | None
    waiting: tuple[str, ...]
    choices: tuple["Choice", ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One of several dates: its rule, the day that it gives, and what it waits for while it gives none."""

    due: Due
    gives: date | None
    waiting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A rule made of several dates, and what each of them gave; those that it is made of in turn come before it."""

    rule: Due
    parts: tuple[Part, ...]
    taken: date | None


def chosen(rule: Due, parts: Sequence[Due], whens: Sequence[Reckoned], taken: date | None) -> tuple[Choice, ...]:
    """The choice between several dates, after the choices that each of them was made by."""
    inner = tuple(choice for when in whens for choice in when.choices)
    made = (Part(part, when.due_on, when.waiting) for part, when in zip(parts, whens, strict=True))
    return (*inner, Choice(rule, tuple(made), taken))
