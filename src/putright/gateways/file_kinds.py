"""What kind of file is this? Told from what is in it, never from its name alone."""

import zipfile
from io import BytesIO
from typing import Final

PDF: Final = "application/pdf"
PNG: Final = "image/png"
JPEG: Final = "image/jpeg"
TEXT: Final = "text/plain; charset=utf-8"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OLD_WORD: Final = "application/msword"
OPEN_DOCUMENT: Final = "application/vnd.oasis.opendocument.text"

# The endings that a file of each kind may have; the first is the one it is saved under.
ENDINGS: Final = {
    PDF: (".pdf",),
    PNG: (".png",),
    JPEG: (".jpg", ".jpeg"),
    TEXT: (".txt",),
    WORD: (".docx",),
    OLD_WORD: (".doc",),
    OPEN_DOCUMENT: (".odt",),
}

_BEGINNINGS: Final = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_WORD),
)
_MACROS: Final = "vbaproject.bin"


def kind_of(name: str, content: bytes) -> str | None:
    """The media type of a file of one of the kinds we keep, if its name and its content agree; else nothing.

    A file of text must be UTF-8 or plain Windows text without control characters; a document with macros is not kept.
    """
    kind = _by_beginning(content) or _by_zip(content) or _by_text(content)
    return kind if kind and name.lower().endswith(ENDINGS[kind]) else None


def _by_beginning(content: bytes) -> str | None:
    return next((kind for beginning, kind in _BEGINNINGS if content.startswith(beginning)), None)


def _by_zip(content: bytes) -> str | None:
    if not content.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = {name.lower() for name in archive.namelist()}
            first = _first_of(archive, "mimetype") if "mimetype" in names else b""
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError):
        return None
    if any(name.endswith(_MACROS) for name in names):
        return None
    if first.decode("ascii", "replace") == OPEN_DOCUMENT:
        return OPEN_DOCUMENT
    return WORD if "word/document.xml" in names else None


def _first_of(archive: zipfile.ZipFile, name: str) -> bytes:
    """The first bytes of a file in an archive, however large it would become."""
    with archive.open(name) as file:
        return file.read(200)


def _by_text(content: bytes) -> str | None:
    if any(byte < ord(" ") and byte not in b"\t\n\r\f" for byte in content):
        return None
    return TEXT
