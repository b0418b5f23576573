"""What is wrong with a file that was given to us: where, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FileError:
    """One thing wrong with a file: on which line, and what to do about it."""

    file: str
    line: int
    message: str
    code: str = "unreadable"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class FileRefused(ValueError):
    """A file cannot be used; carries every error found in it."""

    def __init__(self, errors: Iterable[FileError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(str(error) for error in self.errors))
