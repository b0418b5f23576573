"""Who took the place of which organisation, and since when? A file with a heading: code,became,since."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from putright.gateways.file_errors import FileError, FileRefused

COLUMNS: Final = ("code", "became", "since")
LARGEST: Final = 5 * 1024 * 1024  # bytes
_CODE: Final = re.compile(r"[A-Z0-9]{3,10}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """One organisation stands since a day in the place of another."""

    code: str
    became: str
    since: date


def read_successors(path: Path) -> tuple[Successor, ...]:
    """The successors that a file names; raises FileRefused with every error, its line and its cure."""
    try:
        if path.stat().st_size > LARGEST:
            raise _refused(path, 1, "it is larger than any such list: is it the right file?")
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    except OSError as failed:
        raise _refused(path, 1, f"the file cannot be read ({failed.strerror})") from None
    except (UnicodeDecodeError, csv.Error):
        raise _refused(path, 1, "this is not text in UTF-8: save it as UTF-8") from None
    if not rows or tuple(rows[0]) != COLUMNS:
        raise _refused(path, 1, f"the first line must be {','.join(COLUMNS)}")
    errors = [
        FileError(file=path.name, line=number, message=fault)
        for number, cells in enumerate(rows[1:], start=2)
        for fault in _faults(cells)
    ]
    found = [(cells[0], cells[1]) for cells in rows[1:] if len(cells) == len(COLUMNS)]
    for number, pair in enumerate(found, start=2):
        if found.index(pair) != number - 2:
            errors.append(FileError(file=path.name, line=number, message=f"{' to '.join(pair)} stands twice"))
    if errors:
        raise FileRefused(errors)
    return tuple(Successor(code=code, became=became, since=date.fromisoformat(day)) for code, became, day in rows[1:])


def _faults(cells: list[str]) -> Iterator[str]:
    if len(cells) != len(COLUMNS):
        yield f"this row has {len(cells)} columns, not {len(COLUMNS)}"
        return
    for code in cells[:2]:
        if not _CODE.fullmatch(code):
            yield f"{code!r} is no code of an organisation: 3 to 10 capital letters and numbers"
    if cells[0] == cells[1]:
        yield f"{cells[0]} cannot take its own place"
    try:
        date.fromisoformat(cells[2])
    except ValueError:
        yield f"{cells[2]!r} is no date: write it like 2026-04-01"


def _refused(path: Path, line: int, message: str) -> FileRefused:
    return FileRefused([FileError(file=path.name, line=line, message=message)])
