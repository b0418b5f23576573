"""How does a letter become an accessible PDF?"""

import json
from datetime import UTC, datetime, time
from enum import IntEnum
from functools import lru_cache
from pathlib import Path
from threading import Lock

import typst

from putright.letters.blocks import Block, Run, Square
from putright.letters.composition import DRAFT, Letter
from putright.letters.fonts import FAMILIES
from putright.letters.fonts import FOLDER as FONTS
from putright.letters.plain_text import with_places_to_break
from putright.letters.square import svg_of
from putright.letters.wording import in_words

# One compiler is kept for a process: it remembers the fonts and the template. It works on one letter at a time.
_ONE_AT_A_TIME = Lock()
# What a line of the text holds of the widest letters, in points of their size.
_WIDTH_OF_A_LINE = 450

_LINES_IN_THE_WINDOW = 7

Printable = Block | Run | str | int | tuple["Printable", ...]


class PrintSize(IntEnum):
    """How large a letter's words are printed, in points."""

    STANDARD = 12
    LARGE = 18


def as_pdf(letter: Letter, *, size: PrintSize = PrintSize.STANDARD) -> bytes:
    """The letter as a tagged PDF (PDF/UA-1); the same letter gives the same bytes on every machine."""
    source = f'#import "template.typ": letter\n#letter(json(bytes("{_quoted(_data(letter, size))}")))'
    written = datetime.combine(letter.written_on, time(), UTC)
    with _ONE_AT_A_TIME:
        pdf = _compiler().compile(source.encode("ascii"), format="pdf", pdf_standards=["ua-1"], timestamp=written)
    assert isinstance(pdf, bytes)  # noqa: S101 (a PDF is one file, not a page each: says so to mypy)
    return pdf


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    return typst.Compiler(root=Path(__file__).parent, font_paths=fonts)


def _quoted(data: dict[str, object]) -> str:
    """The data as ASCII between the quotation marks of a Typst string: backslash and quotation mark escaped."""
    return json.dumps(data, separators=(",", ":")).replace("\\", "\\\\").replace('"', '\\"')


def _data(letter: Letter, size: PrintSize) -> dict[str, object]:
    longest = _WIDTH_OF_A_LINE // size
    words: dict[str, Printable] = {
        "title": f"{DRAFT}: {letter.title}" if letter.draft else letter.title,
        "heading": letter.title,
        "date": in_words(letter.written_on),
        "reference": letter.reference,
        "sender": letter.sender,
        "channels": letter.channels,
        "recipient": _for_the_window(letter.recipient),
        "greeting": letter.greeting,
        "blocks": letter.blocks,
    }
    return {
        "draft": letter.draft,
        "size": size,
        "fonts": FAMILIES,
        "written_on": (letter.written_on.year, letter.written_on.month, letter.written_on.day),
        **{name: _plain(value, longest) for name, value in words.items()},
    }


def _for_the_window(address: tuple[str, ...]) -> tuple[str, ...]:
    """The address in no more lines than the window of the envelope shows: name first, postcode last."""
    if len(address) <= _LINES_IN_THE_WINDOW:
        return address
    name, first, second, *rest = address
    return _for_the_window((name, f"{first}, {second}", *rest))


def _plain(value: Printable, longest: int) -> object:
    """A block, and all that is in it, as data: a kind and its fields, lists, words with places to break."""
    match value:
        case Square(text):
            return {"kind": "Square", "svg": svg_of(text)}
        case str():
            return with_places_to_break(value, longest=longest)
        case tuple():
            return [_plain(item, longest) for item in value]
        case int():
            return value
    return {"kind": type(value).__name__} | {
        name: _plain(getattr(value, name), longest) for name in type(value).__slots__
    }
