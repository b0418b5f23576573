"""How does the longest way through a procedure look as a picture that works in print and for a screen reader?"""

from collections.abc import Iterator, Sequence
from html import escape
from textwrap import wrap
from typing import Final

from putright.domain.periods import in_words
from putright.domain.simulate import Simulation
from putright.domain.simulate_measuring import Piece
from putright.domain.simulate_way import LegKind
from putright.letters.simulated import TO_THE_ANSWER, TO_THE_END, Part, counted, longest_way, parts, piece_in_words

WIDTH: Final = 640  # narrow, so that its words can still be read on a telephone
EDGE: Final = 20
INSIDE: Final = WIDTH - 2 * EDGE
BAR: Final = 22
THINNEST: Final = 6  # of a bar: what takes no time at all is seen as well
NO_BREAK: Final = "\u00a0"
LINE: Final = 24
CHARACTERS: Final = 74  # of a line of 17 pixels' height
BOLD: Final = 68  # the same in bold
INK, GREY, BLUE, PALE = "#212b32", "#4c6272", "#005eb8", "#d8dde0"


def as_svg(made: Simulation, *, fills_its_place: bool = False) -> str:
    """A bar for each piece of the longest way, one below the other on one scale; what has no date is hatched.

    It has a width of its own, as a file; within a page it may rather fill its place.
    """
    way = longest_way(made)
    pieces = way.pieces if way else ()
    spans = [part for part in parts(made) if part.heading in (TO_THE_ANSWER, TO_THE_END)]
    body = list(_body(made, spans, pieces))
    height = int(body[-1][1])
    size = "" if fills_its_place else f' width="{WIDTH}" height="{height}"'
    title = f"At best and at worst: {made.title}"
    said = [sentence for part in spans for sentence in (f"{part.heading}:", *part.lines)]
    told = " ".join([*said, *(f"{n}. {piece_in_words(one)}" for n, one in enumerate(pieces, start=1))])
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


def _body(made: Simulation, spans: Sequence[Part], pieces: Sequence[Piece]) -> Iterator[tuple[str, float]]:
    """The lines of the picture, each with how far down it reaches."""
    y: float = EDGE + 20
    for line in wrap(made.title, 48):
        yield _text(EDGE, y, line, size=22, bold=True), y
        y += 28
    yield _text(EDGE, y, f"Received on {in_words(made.received_on)}", fill=GREY), y
    y += LINE + 8
    for part in spans:
        yield _text(EDGE, y, part.heading, bold=True), y
        y += LINE
        for line in (line for sentence in part.lines for line in wrap(sentence, CHARACTERS)):
            yield _text(EDGE, y, line), y
            y += LINE
        y += 10
    bars = _across(pieces)
    for number, (piece, bar) in enumerate(zip(pieces, bars, strict=True), start=1):
        y += 10
        cites = f" ({piece.cites})".replace(" ", NO_BREAK).replace(NO_BREAK, " ", 1) if piece.cites else ""
        for line in wrap(f"{number}. {piece.words.strip()}{cites}", BOLD):
            yield _text(EDGE, y, line, bold=True), y
            y += LINE
        yield from _bar(piece, bar, y - 12)
        y += BAR + 14
        for line in wrap(_dates(piece), CHARACTERS):
            yield _text(EDGE, y, line, fill=GREY), y
            y += LINE
    yield "", y + EDGE


def _across(pieces: Sequence[Piece]) -> list[tuple[float, float]]:
    """Where each bar begins and ends, one after the other; what has no date is as long as a third of all that has."""
    dated = sum(piece.days for piece in pieces if piece.has_limit)
    open_ended = max(dated / 3, 1)
    lengths = [piece.days if piece.has_limit else open_ended for piece in pieces]
    whole, done, found = max(sum(lengths), 1), 0.0, []
    for length in lengths:
        found.append((EDGE + INSIDE * done / whole, EDGE + INSIDE * (done + length) / whole))
        done += length
    return found


def _bar(piece: Piece, bar: tuple[float, float], y: float) -> Iterator[tuple[str, float]]:
    left, width = min(bar[0], WIDTH - EDGE - THINNEST), max(bar[1] - bar[0], THINNEST)
    fill = f'fill="{BLUE}"' if piece.has_limit else f'fill="url(#way-open)" stroke="{INK}"'
    yield f'<rect x="{EDGE}" y="{y}" width="{INSIDE}" height="{BAR}" fill="none" stroke="{PALE}"/>', y
    yield f'<rect x="{left:.0f}" y="{y}" width="{width:.0f}" height="{BAR}" {fill}/>', y


_HOW: Final = {LegKind.PUT_OFF: ", then put off as far as it may be", LegKind.MISSED: ", and not done by then"}


def _dates(piece: Piece) -> str:
    """When, how long, and what is special, in words: nothing hangs on a colour or a pattern alone."""
    how, took = _HOW.get(piece.kind, ""), counted(piece.working_days, piece.days)
    if not piece.has_limit:
        return "No date: nobody promises a day for it"
    if not piece.has_dates and piece.days == 0:
        return f"At once, the same day{how}"
    if not piece.has_dates:
        return f"About {took} from then on{how}"
    if piece.since == piece.until:
        return f"{in_words(piece.until)}, the same day{how}"
    return f"{in_words(piece.since)} to {in_words(piece.until)}: {took}{how}"


def _text(x: float, y: float, words: str, *, size: int = 17, bold: bool = False, fill: str = INK) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x}" y="{y}" font-size="{size}"{weight} fill="{fill}">{escape(words)}</text>'
