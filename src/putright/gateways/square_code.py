"""How does a text become the square picture that a telephone reads? As the outline of its dark squares."""

from dataclasses import dataclass
from itertools import groupby
from typing import Final

import segno

QUIET: Final = 4  # empty squares round it, without which it cannot be read


@dataclass(frozen=True, slots=True, kw_only=True)
class SquareCode:
    """A QR code to be drawn as SVG: how many squares each side has, and one path over all that are dark."""

    side: int
    path: str


def square_code(text: str) -> SquareCode:
    """Return the QR code of a text, with the quiet edge that its readers need."""
    rows = tuple(segno.make(text, micro=False, error="m").matrix)
    return SquareCode(
        side=len(rows) + 2 * QUIET, path="".join(_row(row, QUIET + number) for number, row in enumerate(rows))
    )


def _row(row: bytearray, y: int) -> str:
    drawn, x = "", QUIET
    for is_dark, squares in groupby(row, bool):
        width = len(list(squares))
        drawn += f"M{x} {y}h{width}v1h-{width}z" if is_dark else ""
        x += width
    return drawn
