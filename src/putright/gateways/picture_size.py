"""How many pixels has a picture? Read from its head, without opening the picture."""

import struct
from collections.abc import Iterator
from typing import Final

Size = tuple[int, int]

_STARTS_OF_FRAME: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})  # marks without a length
_MARK: Final = 0xFF
_SCAN: Final = 0xDA
_HEIC_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


def png_size(content: bytes) -> Size | None:
    """The width and height of a PNG, which its first part must say."""
    if content[12:16] != b"IHDR" or len(content) < struct.calcsize("!16sII"):
        return None
    wide, high = struct.unpack_from("!II", content, 16)
    return (wide, high) if wide and high else None


def jpeg_size(content: bytes) -> Size | None:
    """The width and height of a JPEG: from the first frame, before any of the picture."""
    at = 2
    while at + 4 <= len(content):
        if content[at] != _MARK:
            return None
        mark = content[at + 1]
        if mark == _MARK:  # padding
            at += 1
        elif mark in _ALONE:
            at += 2
        elif mark in _STARTS_OF_FRAME and at + 9 <= len(content):
            high, wide = struct.unpack_from("!HH", content, at + 5)
            return (wide, high) if wide else None
        elif mark == _SCAN:
            return None
        else:
            at += 2 + max(2, struct.unpack_from("!H", content, at + 2)[0])
    return None


def is_heic(content: bytes) -> bool:
    """Whether the file begins as a picture of the kind that telephones make."""
    return content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS


def heic_size(content: bytes) -> Size | None:
    """The width and height of the largest picture in a HEIC file, wherever its head says them."""
    sizes = [struct.unpack_from("!II", content, at + 8) for at in _found(content, b"ispe")]
    return max(sizes, key=lambda size: size[0] * size[1], default=None)


def _found(content: bytes, name: bytes) -> Iterator[int]:
    """Where the boxes of a name begin that say a size; 20 bytes long, with the name after the length."""
    at = content.find(name)
    while at >= 0:
        if at + 16 <= len(content) and content[max(0, at - 4) : at] == struct.pack("!I", 20):
            yield at
        at = content.find(name, at + 1)
