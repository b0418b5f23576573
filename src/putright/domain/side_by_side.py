"""What differs between two versions of a text, word by word?"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

# Beyond so many words each, only whole lines are compared: a comparison must not hold up a page.
_MOST_WORDS: Final = 6_000
_WORDS: Final = re.compile(r"\s+|[^\s]+")
_LINES: Final = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some of a text, and whether the other version has it not."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two versions of a text in pieces: together they are the texts, whole and in order."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return not any(piece.differs for piece in (*self.before, *self.after))


def compared(before: str, after: str) -> Compared:
    """Two versions of a text side by side.

    >>> [piece.text for piece in compared("We are sorry.", "We are very sorry.").after if piece.differs]
    ['very ']
    """
    pattern = _WORDS if max(len(_WORDS.findall(text)) for text in (before, after)) <= _MOST_WORDS else _LINES
    old, new = pattern.findall(before), pattern.findall(after)
    left: list[Piece] = []
    right: list[Piece] = []
    for what, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for side, words in ((left, old[i1:i2]), (right, new[j1:j2])):
            if words:
                side.append(Piece(text="".join(words), differs=what != "equal"))
    return Compared(before=tuple(left), after=tuple(right))
