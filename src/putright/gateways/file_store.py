"""Where do the files of papers stand? In one folder, each once, under names that say nothing, read by its owner alone.

A file is named by a digest of its content with a key of the installation: the same content is stored once, and whoever
sees the names without the key cannot tell from them what a file holds (docs/adr/0017).
"""

import errno
import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import mkstemp
from typing import Final, Protocol

DIGEST_BYTES: Final = 32
UNFINISHED: Final = "unfinished"
# Those of before files were named by their content are shorter.
_NAME: Final = re.compile(r"[0-9a-f]{2}/[0-9a-f]{30}(?:[0-9a-f]{32})?")
_FOLDER: Final = re.compile(r"[0-9a-f]{2}")
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class FileMissing(LookupError):
    """A file that a row names is not in the store."""


class NoRoom(OSError):
    """The store is full: nothing of the file was kept."""


class Files(Protocol):
    """A store of files that are never altered; a folder is one, a store of objects can be another."""

    def name_of(self, content: bytes) -> str:
        """Return what a file of this content is stored as, whether it is there or not."""
        ...

    def put(self, content: bytes) -> str:
        """Keep a file, all of it or nothing, and return what it is stored as; raises NoRoom."""
        ...

    def read(self, stored_as: str) -> bytes:
        """Return a file's content; raises FileMissing."""
        ...

    def exists(self, stored_as: str) -> bool:
        """Whether a file is there."""
        ...

    def remove(self, several: Iterable[str]) -> None:
        """Remove files, those that are there."""
        ...

    def names(self) -> Iterator[str]:
        """Return what every file in the store is stored as."""
        ...

    def names_in(self, folder: str) -> Iterator[str]:
        """Return what those files are stored as whose names begin with these two digits."""
        ...

    def strangers(self) -> int:
        """Return how many things lie in the store that it did not put there; what they are called may say something."""
        ...

    def unfinished(self, *, before: datetime) -> int:
        """Return how many files were begun before an instant and never finished."""
        ...

    def sweep(self, *, before: datetime) -> int:
        """Clear away what was being written and was never finished; return how much of it there was."""
        ...


@dataclass(frozen=True, slots=True)
class FileStore:
    """A folder of files; `key`, of up to 64 bytes, is the same as long as they are to be stored once."""

    root: Path
    key: bytes = field(default=b"", repr=False)

    def name_of(self, content: bytes) -> str:
        """Return what a file of this content is stored as, whether it is there or not."""
        digest = hashlib.blake2b(content, digest_size=DIGEST_BYTES, key=self.key).hexdigest()
        return f"{digest[:2]}/{digest[2:]}"

    def put(self, content: bytes) -> str:
        """Keep a file, all of it or nothing, and return what it is stored as; raises NoRoom.

        It is written out whether it is there already or not, so that how long it takes tells nobody which. A file
        that is there and has been altered is mended.
        """
        stored_as = self.name_of(content)
        try:
            self._write(self.root / stored_as, content)
        except OSError as error:
            if error.errno in _FULL:
                raise NoRoom(error.errno, os.strerror(error.errno)) from None
            raise
        return stored_as

    def read(self, stored_as: str) -> bytes:
        """Return a file's content; raises FileMissing."""
        try:
            return self._place(stored_as).read_bytes()
        except FileNotFoundError:
            raise FileMissing(stored_as) from None

    def exists(self, stored_as: str) -> bool:
        """Whether a file is there."""
        return self._place(stored_as).is_file()

    def remove(self, several: Iterable[str]) -> None:
        """Remove files, those that are there; only once nothing names them any more (casework/kept_files.py)."""
        for stored_as in several:
            self._place(stored_as).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        """Return what every file in the store is stored as."""
        for folder in sorted(place.name for place in _inside(self.root) if _FOLDER.fullmatch(place.name)):
            yield from self.names_in(folder)

    def names_in(self, folder: str) -> Iterator[str]:
        """Return what those files are stored as whose names begin with these two digits."""
        for place in sorted(_inside(self.root / folder)):
            if _NAME.fullmatch(name := f"{folder}/{place.name}"):
                yield name

    def strangers(self) -> int:
        """Return how many things lie in the store that it did not put there; what they are called may say something."""
        strange = 0
        for place in _inside(self.root):
            if _FOLDER.fullmatch(place.name) and place.is_dir():
                strange += sum(not _NAME.fullmatch(f"{place.name}/{file.name}") for file in _inside(place))
            elif place.name != UNFINISHED:
                strange += 1
        return strange

    def unfinished(self, *, before: datetime) -> int:
        """Return how many files were begun before an instant and never finished."""
        return len(self._halves(before))

    def sweep(self, *, before: datetime) -> int:
        """Clear away what was being written and was never finished; return how much of it there was."""
        left = self._halves(before)
        for half in left:
            half.unlink(missing_ok=True)
        return len(left)

    def _halves(self, before: datetime) -> list[Path]:
        return [half for half in _inside(self.root / UNFINISHED) if _began(half) < before.timestamp()]

    def _write(self, place: Path, content: bytes) -> None:
        folder = self.root / UNFINISHED
        for each in (folder, place.parent):
            each.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = mkstemp(dir=folder)
        half = Path(name)
        try:
            with open(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            _put_in_place(half, place, content)
        finally:
            half.unlink(missing_ok=True)
        _settle(place.parent)

    def _place(self, stored_as: str) -> Path:
        if not _NAME.fullmatch(stored_as):
            raise ValueError("a stored file has a name of 32 or 64 hexadecimal digits")
        return self.root / stored_as


def _inside(folder: Path) -> list[Path]:
    """What lies in a folder, which may not be there yet."""
    try:
        return list(folder.iterdir())
    except FileNotFoundError:
        return []


def _began(half: Path) -> float:
    """When a file was last written; never, where it is finished or gone by now."""
    try:
        return half.stat().st_mtime
    except FileNotFoundError:
        return float("inf")


def _put_in_place(half: Path, place: Path, content: bytes) -> None:
    try:
        os.link(half, place)
    except FileExistsError:
        if place.read_bytes() != content:
            half.replace(place)


def _settle(folder: Path) -> None:
    """Have the folder itself, and so the file's name, reach the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
