"""Where do the files of papers stand? In one folder, under names that say nothing, readable by its owner alone."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

NAME_BYTES: Final = 16
_NAME: Final = re.compile(r"[0-9a-f]{2}/[0-9a-f]{30}")


class FileMissing(LookupError):
    """A file that a row names is not in the store."""


@dataclass(frozen=True, slots=True)
class FileStore:
    """A folder of files that are written once and never altered."""

    root: Path

    def put(self, content: bytes, *, name: bytes) -> str:
        """Write a new file, all of it or nothing, and return what it is stored as; `name` is 16 random bytes."""
        if len(name) != NAME_BYTES:
            raise ValueError(f"a stored file is named by {NAME_BYTES} random bytes, not {len(name)}")
        stored_as = f"{name.hex()[:2]}/{name.hex()[2:]}"
        place = self.root / stored_as
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        half = place.with_suffix(".half")
        with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.link(half, place)  # fails, where a rename would overwrite
        half.unlink()
        return stored_as

    def read(self, stored_as: str) -> bytes:
        """Return a file's content; raises FileMissing."""
        try:
            return self._place(stored_as).read_bytes()
        except FileNotFoundError:
            raise FileMissing(stored_as) from None

    def remove(self, several: Iterable[str]) -> None:
        """Remove files, those that are there: of an action that was undone, or of papers disposed of."""
        for stored_as in several:
            self._place(stored_as).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        """Return what every file in the store is stored as."""
        for place in sorted(self.root.glob("??/*")):
            if _NAME.fullmatch(name := place.relative_to(self.root).as_posix()):
                yield name

    def _place(self, stored_as: str) -> Path:
        if not _NAME.fullmatch(stored_as):
            raise ValueError("a stored file has a name of 32 hexadecimal digits")
        return self.root / stored_as
