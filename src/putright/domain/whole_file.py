"""How is the file of a case divided, so that no part of it is too large to make or to open?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

# What one part may hold: a machine of 4 GB lays it out, and any reader opens it.
MOST_BYTES: Final = 20_000_000
MOST_PAPERS: Final = 150
MOST_PIXELS: Final = 40_000_000  # of a picture that has to be opened out to be laid on a page


class Laid(StrEnum):
    """How a paper is put into the file."""

    WORDS = "words"
    PDF = "pdf"
    PICTURE = "picture"
    LISTED = "listed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paper that is to go into the file: its number, how large it is, and how it is put in."""

    number: int
    size: int
    laid: Laid

    @property
    def weight(self) -> int:
        """What it adds to a part: one that is only listed adds nothing."""
        return 0 if self.laid is Laid.LISTED else self.size


def parts(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """The papers in their order, in as few parts as hold them; one that is too large for any part stands alone.

    >>> paper = lambda number, size: Piece(number=number, size=size, laid=Laid.PDF)
    >>> [[piece.number for piece in part] for part in parts([paper(1, 15_000_000), paper(2, 6_000_000), paper(3, 9)])]
    [[1], [2, 3]]
    """
    return tuple(_parts(pieces)) or ((),)


def _parts(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    part: list[Piece] = []
    weight = 0
    for piece in pieces:
        if part and (weight + piece.weight > MOST_BYTES or len(part) == MOST_PAPERS):
            yield tuple(part)
            part, weight = [], 0
        part.append(piece)
        weight += piece.weight
    if part:
        yield tuple(part)
