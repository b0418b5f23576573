"""What kind of file is this? Told from what is in it, never from its name alone; what could do harm is of no kind."""

import re
import unicodedata
from enum import StrEnum
from typing import Final

from putright.gateways.archive_look import TooMuchInside, look_inside
from putright.gateways.pdf_lock import needs_password
from putright.gateways.picture_size import heic_size, is_heic, jpeg_size, png_size

PDF: Final = "application/pdf"
PNG: Final = "image/png"
JPEG: Final = "image/jpeg"
HEIC: Final = "image/heic"
TEXT: Final = "text/plain; charset=utf-8"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OLD_WORD: Final = "application/msword"
OPEN_DOCUMENT: Final = "application/vnd.oasis.opendocument.text"

# The endings that a file of each kind may have; the first is the one it is saved under.
ENDINGS: Final = {
    PDF: (".pdf",),
    PNG: (".png",),
    JPEG: (".jpg", ".jpeg"),
    HEIC: (".heic", ".heif"),
    TEXT: (".txt",),
    WORD: (".docx",),
    OLD_WORD: (".doc",),
    OPEN_DOCUMENT: (".odt",),
}
EVERY_ENDING: Final = tuple(ending for endings in ENDINGS.values() for ending in endings)
# What a form offers to choose from. A phone that is not offered HEIC hands over its pictures as JPEG, which opens
# everywhere; one that comes all the same is kept as it is.
OFFERED: Final = tuple(ending for ending in EVERY_ENDING if ending not in ENDINGS[HEIC])
KINDS_IN_WORDS: Final = "PDF, Word, OpenDocument, plain text, JPEG, PNG or HEIC"

MOST_PIXELS: Final = 250_000_000  # the largest telephone cameras make 200 million
LONGEST_NAME: Final = 120

_BEGINNINGS: Final = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_WORD),
)
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")  # as Word keeps a document that needs a password
_MACROS: Final = "_VBA_PROJECT".encode("utf-16-le")  # as the folder inside an old Word file is called
# Controls, marks that turn the direction of text, ends of lines, and what is no letter of any script.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SIZES: Final = {PNG: png_size, JPEG: jpeg_size, HEIC: heic_size}


class Unfit(StrEnum):
    """Why a file is not kept."""

    NOT_AS_NAMED = "not-as-named"
    PROGRAM = "program-inside"
    ARCHIVE = "archive-inside"
    OPENS_OUT = "opens-out-too-large"
    PIXELS = "too-many-pixels"
    LOCKED = "needs-password"


class UnfitFile(ValueError):
    """A file that is not kept, and why."""

    def __init__(self, why: Unfit) -> None:
        """Keep why."""
        super().__init__(why.value)
        self.why = why


def examine(name: str, content: bytes) -> str:
    """Return the media type of a file of one of the kinds we keep, if its name and its content agree.

    Raises UnfitFile for any other; for a document with a program, with an archive inside, that needs a password or that
    opens out to far more than it shows; and for a picture too large to be opened safely. A text must be UTF-8 or plain
    Windows text without control characters.
    """
    kind = _by_beginning(content) or _by_zip(content) or _by_text(content)
    if (kind == PDF and needs_password(content)) or (kind == OLD_WORD and _LOCKED in content):
        raise UnfitFile(Unfit.LOCKED)
    if kind is None or not name.lower().endswith(ENDINGS[kind]):
        raise UnfitFile(Unfit.NOT_AS_NAMED)
    if kind == OLD_WORD and _MACROS in content:
        raise UnfitFile(Unfit.PROGRAM)
    if kind in _SIZES:
        _check_size(kind, content)
    return kind


def clean_name(name: str, media_type: str) -> str:
    """Return a file's name as it can be shown: one line, no folders, nothing invisible or that turns text round.

    >>> clean_name("C:\\\\scans\\\\my  letter\\u202efdp.pdf", PDF)
    'my letterfdp.pdf'
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(char for char in last if unicodedata.category(char) not in _UNSEEN)
    stem, dot, ending = " ".join(seen.split()).rpartition(".")
    ending = f"{dot}{ending}"
    if ending.lower() not in ENDINGS[media_type] or not stem.strip(". "):
        stem, ending = stem.strip(". ") or "file", ENDINGS[media_type][0]
    return f"{stem[: LONGEST_NAME - len(ending)]}{ending}"


def _by_beginning(content: bytes) -> str | None:
    if is_heic(content):
        return HEIC
    return next((kind for beginning, kind in _BEGINNINGS if content.startswith(beginning)), None)


def _by_zip(content: bytes) -> str | None:
    if not content.startswith(b"PK\x03\x04"):
        return None
    try:
        inside = look_inside(content)
    except TooMuchInside:
        raise UnfitFile(Unfit.OPENS_OUT) from None
    if inside is None:
        return None
    if inside.is_locked:
        raise UnfitFile(Unfit.LOCKED)
    if inside.has_program:
        raise UnfitFile(Unfit.PROGRAM)
    kind = OPEN_DOCUMENT if inside.says == OPEN_DOCUMENT else WORD if "word/document.xml" in inside.names else None
    if kind and inside.has_archive:
        raise UnfitFile(Unfit.ARCHIVE)
    return kind


def _by_text(content: bytes) -> str | None:
    if any(byte < ord(" ") and byte not in b"\t\n\r\f" for byte in content):
        return None
    return TEXT


def _check_size(kind: str, content: bytes) -> None:
    wide_and_high = _SIZES[kind](content)
    if wide_and_high is None:
        raise UnfitFile(Unfit.NOT_AS_NAMED)
    wide, high = wide_and_high
    if wide * high > MOST_PIXELS:
        raise UnfitFile(Unfit.PIXELS)
