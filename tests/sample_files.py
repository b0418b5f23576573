"""Which small files do the tests send in? Whole ones of every kind we keep, and what hostile ones look like."""

import struct
import zipfile
import zlib
from io import BytesIO
from typing import Final

from putright.gateways.file_kinds import OPEN_DOCUMENT
from putright.gateways.virus_scan import TEST_VIRUS

PDF: Final = b"%PDF-1.7\n%%EOF\n"

# What every scanner takes for a virus, and which is none.
EICAR: Final = TEST_VIRUS


def a_png(wide: int = 1, high: int = 1) -> bytes:
    """A grey picture; its head may say that it is any size."""
    head = struct.pack("!IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _part(b"IHDR", head) + _part(b"IDAT", zlib.compress(b"\0\x80")) + _part(b"IEND", b"")


def a_jpeg(wide: int = 1, high: int = 1) -> bytes:
    """The head of a photograph, as far as its size, and its end."""
    about = b"\xff\xe1" + struct.pack("!H", 10) + b"Exif\0\0\0\0"
    frame = b"\xff\xc2" + struct.pack("!HBHHB", 8, 8, high, wide, 1)
    return b"\xff\xd8" + about + b"\xff\xff" + frame[1:] + b"\xff\xd9"


def a_heic(wide: int = 4032, high: int = 3024) -> bytes:
    """The boxes at the head of a telephone's picture: its kind, a small preview's size and its own."""
    sizes = _box(b"ispe", struct.pack("!III", 0, 320, 240)) + _box(b"ispe", struct.pack("!III", 0, wide, high))
    return _box(b"ftyp", b"heic\0\0\0\0mif1heic") + _box(b"meta", sizes)


def an_archive(**files: bytes) -> bytes:
    """A zip file; a double underscore in a name stands for a slash, a single one for a dot."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return made.getvalue()


def a_docx(**further: bytes) -> bytes:
    """A Word document with further files in it."""
    return an_archive(word__document_xml=b"<w/>", **further)


def an_odt(**further: bytes) -> bytes:
    """An OpenDocument text with further files in it."""
    return an_archive(mimetype=OPEN_DOCUMENT.encode(), content_xml=b"<o/>", **further)


def _part(name: bytes, content: bytes) -> bytes:
    return struct.pack("!I", len(content)) + name + content + struct.pack("!I", zlib.crc32(name + content))


def _box(name: bytes, content: bytes) -> bytes:
    return struct.pack("!I", 8 + len(content)) + name + content
