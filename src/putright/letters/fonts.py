"""Which characters can the fonts that letters are printed in show?"""

import struct
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

# Fonts give these codes a glyph that shows nothing.
_CONTROLS = frozenset(map(chr, range(32)))

FOLDER = Path(__file__).parent / "fonts"

# In the order in which a character is looked for.
FAMILIES = (
    "Liberation Sans",
    "Noto Sans Arabic",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Gurmukhi",
    "Noto Sans Gujarati",
    "Noto Sans Tamil",
)


@lru_cache(maxsize=1)
def printable_characters() -> frozenset[str]:
    """Every character that one of the fonts has."""
    return frozenset().union(*_characters_by_font())


def one_font_has(characters: str) -> bool:
    """Whether all these characters can be drawn together."""
    return any(font.issuperset(characters) for font in _characters_by_font())


@lru_cache(maxsize=1)
def _characters_by_font() -> tuple[frozenset[str], ...]:
    fonts = (path.read_bytes() for path in sorted(FOLDER.glob("*-Regular.ttf")))
    return tuple(frozenset(map(chr, _codes(font))) - _CONTROLS for font in fonts)


def _codes(font: bytes) -> Iterator[int]:
    """The character codes of a TrueType font: format 4 and format 12 tables of its `cmap`."""
    cmap = _table(font, b"cmap")
    for number in range(_at(">H", font, cmap + 2)):
        table = cmap + _at(">I", font, cmap + 4 + 8 * number + 4)
        match _at(">H", font, table):
            case 4:
                yield from _segments(font, table)
            case 12:
                yield from _groups(font, table)


def _table(font: bytes, wanted: bytes) -> int:
    for number in range(_at(">H", font, 4)):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == wanted:
            return int(offset)
    raise ValueError(f"the font has no {wanted.decode()} table")


def _segments(font: bytes, table: int) -> Iterator[int]:
    count = _at(">H", font, table + 6) // 2
    ends = struct.unpack_from(f">{count}H", font, table + 14)
    starts = struct.unpack_from(f">{count}H", font, table + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", font, table + 16 + 4 * count)
    offsets_at = table + 16 + 6 * count
    for segment, (start, end, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
        offset = _at(">H", font, offsets_at + 2 * segment)
        for code in range(start, min(end, 0xFFFE) + 1):
            where = offsets_at + 2 * segment + offset + 2 * (code - start)
            glyph = _at(">H", font, where) if offset else code
            if glyph and (glyph + delta) & 0xFFFF:
                yield code


def _groups(font: bytes, table: int) -> Iterator[int]:
    for group in range(_at(">I", font, table + 12)):
        start, end, _ = struct.unpack_from(">III", font, table + 16 + 12 * group)
        yield from range(start, end + 1)


def _at(form: str, font: bytes, offset: int) -> int:
    return int(struct.unpack_from(form, font, offset)[0])
