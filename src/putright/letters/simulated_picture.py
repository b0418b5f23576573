"""How does the longest way through a procedure look as a picture that works in print and for a screen reader?"""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from textwrap import wrap
from typing import Final

from putright.domain.periods import in_words
from putright.domain.simulate import Simulation
from putright.domain.simulate_measuring import Piece
from putright.letters.simulated import TO_THE_ANSWER, counted, longest_way, parts, piece_in_words

WIDTH: Final = 640  # narrow, so that its words can still be read on a telephone
EDGE: Final = 20
BAR: Final = 22
LINE: Final = 24
CHARACTERS: Final = 62  # of a line of 17 pixels' height
INK, GREY, BLUE, PALE = "#212b32", "#4c6272", "#005eb8", "#d8dde0"


def as_svg(made: Simulation, *, fills_its_place: bool = False) -> str:
    """A bar for each piece of the longest way, one below the other on one scale; what has no date is hatched.

    It has a width of its own, as a file; within a page it may rather fill its place.
    """
    way = longest_way(made)
    pieces = way.pieces if way else ()
    answer = next(part for part in parts(made) if part.heading == TO_THE_ANSWER)
    body = list(_body(made, answer.lines, pieces))
    height = int(body[-1][1])
    size = "" if fills_its_place else f' width="{WIDTH}" height="{height}"'
    title = f"At best and at worst: {made.title}"
    told = " ".join([*answer.lines, *(f"{n}. {piece_in_words(one)}" for n, one in enumerate(pieces, start=1))])
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"{size} '
            'role="img" aria-labelledby="way-title way-words" font-family="Arial, sans-serif" font-size="17">',
            f'<title id="way-title">{escape(title)}</title>',
            f'<desc id="way-words">{escape(told)}</desc>',
            '<defs><pattern id="way-open" width="8" height="8" patternUnits="userSpaceOnUse" '
            f'patternTransform="rotate(45)"><rect width="8" height="8" fill="#ffffff"/>'
            f'<rect width="3" height="8" fill="{INK}"/></pattern></defs>',
            f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
            *(line for line, _ in body),
            "</svg>",
        ]
    )


def _body(made: Simulation, answer: Sequence[str], pieces: Sequence[Piece]) -> Iterator[tuple[str, float]]:
    """The lines of the picture, each with how far down it reaches."""
    y: float = EDGE + 20
    for line in wrap(made.title, 48):
        yield _text(EDGE, y, line, size=22, bold=True), y
        y += 28
    yield _text(EDGE, y, f"Received on {in_words(made.received_on)}", fill=GREY), y
    y += LINE + 8
    for sentence in answer:
        for line in wrap(sentence, CHARACTERS):
            yield _text(EDGE, y, line), y
            y += LINE
        y += 6
    scale = _Scale(made.received_on, max((piece.until for piece in pieces), default=made.received_on))
    for number, piece in enumerate(pieces, start=1):
        y += 10
        for line in wrap(f"{number}. {piece.words.strip()}{f' ({piece.cites})' if piece.cites else ''}", CHARACTERS):
            yield _text(EDGE, y, line, bold=True), y
            y += LINE
        yield from _bar(piece, scale, y - 12)
        y += BAR + 14
        for line in wrap(_dates(piece), CHARACTERS):
            yield _text(EDGE, y, line, fill=GREY), y
            y += LINE
    yield "", y + EDGE


class _Scale:
    """Where a day stands between the two edges."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.days = first, max((last - first).days, 1)

    def at(self, day: date) -> float:
        return EDGE + (WIDTH - 2 * EDGE) * (day - self.first).days / self.days


def _bar(piece: Piece, scale: _Scale, y: float) -> Iterator[tuple[str, float]]:
    left, right = scale.at(piece.since), scale.at(piece.until)
    whole = WIDTH - 2 * EDGE
    yield f'<rect x="{EDGE}" y="{y}" width="{whole}" height="{BAR}" fill="none" stroke="{PALE}"/>', y
    if not piece.has_limit:
        width = WIDTH - EDGE - left
        yield (
            f'<rect x="{left:.0f}" y="{y}" width="{width:.0f}" height="{BAR}" fill="url(#way-open)" stroke="{INK}"/>',
            y,
        )
        return
    left = min(left, WIDTH - EDGE - 6)
    yield f'<rect x="{left:.0f}" y="{y}" width="{max(right - left, 6):.0f}" height="{BAR}" fill="{BLUE}"/>', y


def _dates(piece: Piece) -> str:
    if not piece.has_limit:
        return "No date: nobody says by when"
    return f"{in_words(piece.since)} to {in_words(piece.until)}: {counted(piece.working_days, piece.days)}"


def _text(x: float, y: float, words: str, *, size: int = 17, bold: bool = False, fill: str = INK) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x}" y="{y}" font-size="{size}"{weight} fill="{fill}">{escape(words)}</text>'
