"""Which words of a letter were left to be filled in, and never were?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from putright.domain.response import Place

# What somebody who keeps a template writes first into the brackets. Other words in square brackets make a quotation
# readable, “she [the nurse] left”, and are no placeholder.
_BEGINNINGS: Final = (
    "add|address|amount|as appropriate|choose|complainant|date|day|delete|describe|details?|dd|enter|example"
    "|fill|full name|give|insert|job|month|name|number|outcome|patient|please|post|reason|reference|select|service"
    "|still to be|surname|tbc|text|title|to be|type|ward|write|xx+|year|your (?:name|post|number|title)"
)
_PLACEHOLDER: Final = re.compile(
    r"\{\{?[^{}\n]{0,80}\}\}?"
    r"|<<[^<>\n]{0,80}>>|«[^«»\n]{0,80}»"
    rf"|\[\s*(?:(?i:{_BEGINNINGS})\b[^\[\]\n]{{0,80}}|[_.…\s]*_[_.…\s]*|\s*)\]"
    r"|<(?i:name|date|insert|enter|patient|complainant|ward)\b[^<>\n]{0,60}>"
    r"|_{3,}"
    r"|\b(?i:tb[cda]|to be confirmed|to be completed|lorem ipsum)\b"
    r"|\b(?:X{2,}|x{3,}|TODO)\b"
    r"|\?{3,}"
    r"|\b(?i:dd/mm/y{2,4})\b"
    r"|(?i:click (?:or tap )?here to enter [a-z ]{1,20})",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some of the words of a response, where they stand, and on which issue."""

    place: Place
    text: str
    issue: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfilled:
    """A placeholder that nobody filled, and where it stands."""

    words: str
    place: Place
    issue: int | None

    @property
    def message(self) -> str:
        """What to do about it."""
        return f"Fill in “{self.words}”, or take it out: it was left to be filled in."


def placeholders_in(text: str) -> tuple[str, ...]:
    """What in a text was left to be filled in, as it is written.

    >>> placeholders_in("Dear [name], we met on XX May.")
    ('[name]', 'XX')
    >>> placeholders_in("You said that she [the nurse] left.")
    ()
    """
    return tuple(" ".join(found[0].split()) for found in _PLACEHOLDER.finditer(text))


def unfilled(pieces: Iterable[Piece]) -> tuple[Unfilled, ...]:
    """Every placeholder that is left in the pieces of a response, in their order."""
    return tuple(_each(pieces))


def _each(pieces: Iterable[Piece]) -> Iterator[Unfilled]:
    for piece in pieces:
        for words in placeholders_in(piece.text):
            yield Unfilled(words=words, place=piece.place, issue=piece.issue)
