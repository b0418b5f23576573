"""How does a page of a PDF become a picture on which what is taken out is black?

Nothing lies beneath: no words, no layers, nothing that the file says of itself.
`python -m putright.gateways.pdf_drawing FOLDER` does what `ask.json` in the folder says (pdf_pages.py).
"""

import json
import struct
import sys
import zlib
from collections.abc import Iterator, Sequence
from ctypes import byref, c_int
from pathlib import Path

# The library has no types: hence Any.
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from putright.domain.taken_out import places

ASKED, TOLD, FILE = "ask.json", "told.json", "file.pdf"
MOST_PAGES: Final = 200
DOTS: Final = 150  # to an inch
_POINTS: Final = 72  # to an inch
_LONGEST_SIDE: Final = 4_000  # dots: a drawing of a building becomes no larger picture than this
_BLACK: Final = (0, 0, 0, 255)
_EDGE: Final = 2  # dots around what is made black: what is drawn goes a little beyond its box

Box = tuple[float, float, float, float]


class CannotBeOpened(Exception):
    """The file cannot be opened: it is damaged, locked, too long, or beyond us."""


def _main(folder: Path) -> None:
    ask = json.loads((folder / ASKED).read_text(encoding="utf-8"))
    with pypdfium2.PdfDocument(folder / FILE) as document:
        if len(document) > MOST_PAGES:
            sys.exit("too many pages")
        document.init_forms()  # what was filled into a form is drawn as well
        told = []
        for number in range(1, len(document) + 1):
            page = document[number - 1]
            words, boxes, found = _sought(page, ask["sought"])
            told.append({"words": words, "found": found})
            if ask["draws"] and number not in ask["leave_out"]:
                drawn = _drawn(page, boxes, ask["bands"].get(str(number), []))
                (folder / f"{number}.png").write_bytes(drawn)
            page.close()
    (folder / TOLD).write_text(json.dumps(told), encoding="utf-8")


def _sought(page: Any, sought: Sequence[str]) -> tuple[str, list[Box], list[int]]:
    """The words of a page, where those stand that are sought, and which of them stand there."""
    text = page.get_textpage()
    words = "".join(chr(pdfium.FPDFText_GetUnicode(text.raw, at) or 0xFFFE) for at in range(text.count_chars()))
    boxes: list[Box] = []
    found = []
    for place, each in enumerate(sought):
        where = places(words, each)
        found += [place] if where else []
        boxes += [box for start, end in where for box in _boxes(text, start, end)]
    text.close()
    return words.replace("\r\n", "\n").replace("\ufffe", "").replace("\x02", "-"), boxes, found


def _boxes(text: Any, start: int, end: int) -> Iterator[Box]:
    """Where letters stand on a page, those of one line together: so that not even the gaps between them tell."""
    line: Box | None = None
    for at in range(start, end):
        left, bottom, right, top = text.get_charbox(at, loose=True)
        if right <= left or top <= bottom:
            continue
        box = (min(left, right), bottom, right, top)
        if line is not None and bottom < line[3] and top > line[1]:
            line = (min(line[0], left), min(line[1], bottom), max(line[2], right), max(line[3], top))
            continue
        if line is not None:
            yield line
        line = box
    if line is not None:
        yield line


def _drawn(page: Any, boxes: Sequence[Box], bands: Sequence[Sequence[int]]) -> bytes:
    width, height = page.get_size()
    scale = min(DOTS / _POINTS, _LONGEST_SIDE / max(width, height, 1))
    bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=pdfium.FPDFBitmap_BGR)
    for box in boxes:
        _blacken(bitmap, *_on_picture(page, bitmap, box))
    for top, end in bands:
        _blacken(bitmap, 0, top * bitmap.height // 100, bitmap.width, -(-end * bitmap.height // 100))
    return _png(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def _on_picture(page: Any, bitmap: Any, box: Box) -> tuple[int, int, int, int]:
    """A box of a page, however the page is turned or cut, as left, top, right and bottom of its picture."""
    across, down = [], []
    for x, y in ((box[0], box[1]), (box[2], box[3])):
        right, below = c_int(), c_int()
        size = (0, 0, bitmap.width, bitmap.height)
        pdfium.FPDF_PageToDevice(page.raw, *size, 0, x, y, byref(right), byref(below))
        across.append(right.value)
        down.append(below.value)
    return min(across) - _EDGE, min(down) - _EDGE, max(across) + _EDGE, max(down) + _EDGE


def _blacken(bitmap: Any, left: int, top: int, right: int, bottom: int) -> None:
    left, top = max(left, 0), max(top, 0)
    width, height = min(right, bitmap.width) - left, min(bottom, bitmap.height) - top
    if width > 0 and height > 0:
        bitmap.fill_rect(_BLACK, left, top, width, height)


def _png(width: int, height: int, stride: int, dots: bytes) -> bytes:
    """A picture as a PNG file that says nothing of itself: no date, no program, no name."""
    lines = b"".join(b"\0" + dots[line * stride : line * stride + 3 * width] for line in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
