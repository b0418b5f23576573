"""How is a question put on a page: which component, in which words, with which answers to choose from?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

SMALL = "s"


class Component(StrEnum):
    """The components of the NHS design system that ask for an answer."""

    INPUT = "input"
    PASSWORD = "password"  # noqa: S105 - the name of a component
    TEXTAREA = "textarea"
    DATE = "date"
    RADIOS = "radios"
    CHECKBOXES = "checkboxes"
    SELECT = "select"
    FILE = "file"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose: its code, its words, and the fields of the same form that it reveals when chosen.

    `divider` is a word such as "or" printed before it; `alone` marks a checkbox that excludes all the others; `is_data`
    an answer that somebody else wrote, which stays as it is in every language.
    """

    value: str
    text: str
    hint: str = ""
    reveals: tuple[str, ...] = ()
    divider: str = ""
    alone: bool = False
    is_data: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a page shows of a question; `parameters` go to the NHS macro as they are."""

    component: Component
    label: str
    hint: str
    size: str
    optional: bool
    choices: tuple[Choice, ...] = ()
    parameters: Mapping[str, object] | None = None


def choices_from(words: Mapping[str, str]) -> tuple[Choice, ...]:
    """Return the choices for a table of codes and words, in its order."""
    return tuple(Choice(str(code), text) for code, text in words.items())


def look_for(
    component: Component,
    label: str,
    *,
    required: str,
    hint: str = "",
    size: str = SMALL,
    choices: Sequence[Choice] = (),
    parameters: Mapping[str, object] | None = None,
) -> Look:
    """Return how a field is put; without the words for a missing answer, none is needed."""
    return Look(
        component=component,
        label=label,
        hint=hint,
        size=size,
        optional=not required,
        choices=tuple(choices),
        parameters=parameters or {},
    )


def said(required: str) -> dict[str, str]:
    """Return what Django is to say where an answer is missing."""
    return {"required": required} if required else {}
