"""What do the small components of a page show?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from putright.web.components.tags import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One row of "check your answers": the question, the answer line by line, and where to change it."""

    question: str
    lines: tuple[str, ...]
    change: str = ""
    is_given: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One row of a list of tasks; without an address it cannot be started yet."""

    text: str
    status: Tag
    href: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that happened, or is to happen: the day, what, further lines, and who did it."""

    on: date
    what: str
    lines: tuple[str, ...] = ()
    by: str = ""
    ahead: bool = False
