"""How is the file of a case written into one archive to be handed over, and read again by whoever has it?"""

import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from putright.domain.handover import ABOUT, CHECKSUMS, MANIFEST, Fault, faults_in

MOST_BYTES: Final = (
    2_000_000_000  # of one file inside: more than any paper, and less than what fills a memory by surprise
)
_ALWAYS: Final = (1980, 1, 1, 0, 0, 0)  # so that the same file makes the same archive


class NotAHandover(ValueError):
    """It is no archive of ours, or cannot be read."""


class Archive:
    """An archive that is being written, a file at a time."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed
        self._sums: list[str] = []

    def put(self, name: str, content: bytes, sha256: str) -> None:
        """Add a paper under a name, which is in the list of checksums too."""
        self._write(name, content)
        self._sums.append(f"{sha256}  {name}\n")

    def end(self, manifest: Mapping[str, Any], about: str) -> None:
        """Add what the archive says of itself."""
        self._write(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode())
        self._write(CHECKSUMS, "".join(self._sums).encode())
        self._write(ABOUT, about.encode())

    def _write(self, name: str, content: bytes) -> None:
        info = zipfile.ZipInfo(name, date_time=_ALWAYS)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        self._packed.writestr(info, content)


@contextmanager
def archive_at(place: Path) -> Iterator[Archive]:
    """An archive to write at a place; half of one is not left there."""
    try:
        with zipfile.ZipFile(place, "w", allowZip64=True) as packed:
            yield Archive(packed)
    except BaseException:
        place.unlink(missing_ok=True)
        raise


def faults_of(place: Path) -> tuple[str, int, int, tuple[Fault, ...]]:
    """Of an archive its case, how many entries and papers it has, and what does not fit; raises NotAHandover."""
    try:
        with zipfile.ZipFile(place) as packed:
            return _looked_through(packed)
    except (OSError, zipfile.BadZipFile, KeyError, TypeError, ValueError, NotImplementedError) as wrong:
        raise NotAHandover(str(wrong)) from None


def _looked_through(packed: zipfile.ZipFile) -> tuple[str, int, int, tuple[Fault, ...]]:
    names = _names(packed.infolist())
    manifest = json.loads(packed.read(MANIFEST))
    found = faults_in(manifest, names, packed.read)
    return str(manifest["case"]), len(manifest["entries"]), len(manifest["papers"]), found


def _names(inside: Iterable[zipfile.ZipInfo]) -> list[str]:
    names = []
    for info in inside:
        if info.file_size > MOST_BYTES:
            raise ValueError(f"{info.filename} is too large to be looked at")
        names.append(info.filename)
    if len(set(names)) != len(names):
        raise ValueError("a name stands in it twice")
    return names
