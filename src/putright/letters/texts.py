"""Which letter texts are there, what does each say and need, and is it sound?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from putright.letters.errors import UnknownLetter, UnsoundText
from putright.letters.every_letter import FACTS_OF
from putright.letters.fields import COMMON, names_in
from putright.letters.text_nodes import Node, check_names, nodes_in

FOLDER = Path(__file__).parent / "texts"
_PART = re.compile(r"\{part ([a-z-]+)\}")
_FILE = re.compile(r"---\n(?P<front>.*?\n)---\n(?P<body>.*)", re.DOTALL)
_WANTED = {"title", "to", "fulfils", "events", "requires"}
_ALLOWED = _WANTED | {"events_if"}


class Reader(StrEnum):
    """Who a letter is written to."""

    COMPLAINANT = "complainant"
    PATIENT = "patient"
    STAFF = "staff"
    BODY = "body"

    @property
    def is_person(self) -> bool:
        """Whether it is somebody whom the complaint concerns, who is told where help is to be had."""
        return self in (Reader.COMPLAINANT, Reader.PATIENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """One letter's text: its front matter, and its words as they are before the facts are known."""

    name: str
    title: str
    to: Reader
    fulfils: str
    events: tuple[str, ...]
    events_if: Mapping[str, str]
    requires: tuple[str, ...]
    parts: tuple[str, ...]
    nodes: tuple[Node, ...]


def letter_names() -> tuple[str, ...]:
    """The names of all letters, in the order in which a case may need them."""
    return tuple(FACTS_OF)


@lru_cache(maxsize=64)
def letter_text(name: str) -> LetterText:
    """The text of a letter, read and checked once; raises UnknownLetter or UnsoundText."""
    if name not in FACTS_OF:
        raise UnknownLetter(f"There is no letter {name!r}. The letters are: {', '.join(FACTS_OF)}.")
    return read_letter_text(name, (FOLDER / f"{name}.md").read_text("utf-8"))


def read_letter_text(name: str, source: str) -> LetterText:
    """A letter's text from the source of its file; raises UnsoundText, which names the file and the fault."""
    try:
        text = _text(name, source)
        _check(text)
    except (ValueError, YAMLError) as fault:
        raise UnsoundText(f"{name}.md: {fault}") from fault
    return text


def _text(name: str, source: str) -> LetterText:
    file = _FILE.fullmatch(source)
    if file is None:
        raise ValueError("the file begins with its front matter, between two lines of ---")
    front, lines = _front_matter(file["front"]), file["body"].splitlines()
    return LetterText(
        name=name,
        title=front["title"],
        to=Reader(front["to"]),
        fulfils=front["fulfils"],
        events=tuple(front["events"]),
        events_if=front.get("events_if", {}),
        requires=tuple(front["requires"]),
        parts=tuple(part[1] for part in map(_PART.fullmatch, lines) if part),
        nodes=nodes_in(_with_parts(lines)),
    )


def _front_matter(source: str) -> dict[str, Any]:  # Any: what YAML gives, looked at key by key
    front = YAML(typ="safe").load(source)
    if not isinstance(front, dict) or not _WANTED <= set(front) <= _ALLOWED:
        raise ValueError(f"the front matter says {', '.join(sorted(_WANTED))}, may say events_if, and no more")
    return front


def _with_parts(lines: list[str]) -> Iterator[str]:
    """The lines, with each {part NAME} replaced by the lines of that part."""
    for line in lines:
        part = _PART.fullmatch(line)
        if part is None:
            yield line
        else:
            yield from ("", *_part(part[1]), "")


@lru_cache(maxsize=64)
def _part(name: str) -> tuple[str, ...]:
    path = FOLDER / "parts" / f"{name}.md"
    if not path.is_file():
        raise ValueError(f"there is no part {name!r} in texts/parts")
    return tuple(path.read_text("utf-8").splitlines())


def _check(text: LetterText) -> None:
    names = names_in(text.name)
    for name in (*text.requires, *text.events_if):
        if name not in names:
            raise ValueError(f"there is no field {name!r}; there are {', '.join(sorted(names))}")
    if text.to.is_person and "advocacy" not in text.parts:
        raise ValueError("a letter outward says where advocacy is to be had: add {part advocacy}")
    check_names(text.nodes, names, certain=frozenset((*COMMON, *text.requires)))
