"""What is inside a document that is a zip archive, seen without unpacking it?"""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final

MOST_INSIDE: Final = 5_000  # files
MOST_UNPACKED: Final = 200_000_000  # bytes
MOST_TIMES: Final = 200  # larger than it is packed: XML packs to a hundredth, a bomb to a thousandth
_FEW: Final = 2_000_000  # of bytes, however well packed, harm nobody

_PROGRAMS: Final = ("vbaproject.bin", ".exe", ".dll", ".js", ".vbs", ".jar", ".class", ".bat", ".cmd", ".ps1", ".lnk")
# OpenDocument keeps its macros in folders.
_PROGRAM_FOLDERS: Final = ("basic/", "scripts/")
# A chart in a letter carries its own sheet; its kind is told by its name, and its macros by the scanner.
_OFFICE: Final = (".xlsx", ".docx", ".pptx")
_EMBEDDED: Final = "word/embeddings/"
_ARCHIVES: Final = (
    *(b"PK\x03\x04", b"PK\x05\x06", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00"),
    *(b"MSCF", b"\x28\xb5\x2f\xfd"),
)
_BEGINNING: Final = 200
_ENCRYPTED: Final = 1  # the bit of a file in an archive that is encrypted
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError)


class TooMuchInside(ValueError):
    """The archive would open out to far more than it shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """What stands in an archive: the names in small letters, what it says it is, and what it should not hold."""

    names: frozenset[str]
    says: str
    has_program: bool
    has_archive: bool
    is_locked: bool = False


def look_inside(content: bytes) -> Inside | None:
    """Return what is inside, or nothing where it cannot be read; raises TooMuchInside."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _refuse_bombs(archive.infolist())
            if any(file.flag_bits & _ENCRYPTED for file in archive.infolist()):
                return Inside(names=frozenset(), says="", has_program=False, has_archive=False, is_locked=True)
            return _inside(archive)
    except _BROKEN as broken:
        if isinstance(broken, TooMuchInside):
            raise
        return None


def _refuse_bombs(files: list[zipfile.ZipInfo]) -> None:
    unpacked, packed = sum(file.file_size for file in files), sum(file.compress_size for file in files)
    if len(files) > MOST_INSIDE or unpacked > MOST_UNPACKED or unpacked > max(_FEW, MOST_TIMES * packed):
        raise TooMuchInside


def _inside(archive: zipfile.ZipFile) -> Inside:
    names = frozenset(name.lower() for name in archive.namelist())
    return Inside(
        names=names,
        says=_beginning(archive, "mimetype").decode("ascii", "replace") if "mimetype" in archive.namelist() else "",
        has_program=any(name.endswith(_PROGRAMS) or name.startswith(_PROGRAM_FOLDERS) for name in names),
        has_archive=any(_archives(archive)),
    )


def _archives(archive: zipfile.ZipFile) -> Iterator[str]:
    for file in archive.infolist():
        name = file.filename.lower()
        is_chart = name.startswith(_EMBEDDED) and name.endswith(_OFFICE)
        if not file.is_dir() and not is_chart and _beginning(archive, file.filename).startswith(_ARCHIVES):
            yield file.filename


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    """The first bytes of a file in an archive, however large it would become."""
    with archive.open(name) as file:
        return file.read(_BEGINNING)
