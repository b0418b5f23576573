"""Which NHS organisations does a published list name? Read as it is published: 27 columns, quoted, without a heading.

The lists are the reports of the Organisation Data Service by the names that they have had for years. Dates are written
20260401; how an organisation stands is a letter in the older lists and a word in the newer ones.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from putright.domain.organisations import REPORT_WORDS, Organisation, Report, Standing
from putright.gateways.file_errors import FileError, FileRefused

COLUMNS: Final = 27
LARGEST: Final = 50 * 1024 * 1024  # bytes: more than ten times the largest list
MOST_ERRORS: Final = 20
NO_TEXT: Final = "this is not text in UTF-8: download the list again, and do not save it from a spreadsheet"
GP_SETTINGS: Final = frozenset({"4", "RO76"})
# The places of the columns that are read, counted from nought.
CODE, NAME, BOARD, ADDRESS, POSTCODE = 0, 1, 3, slice(4, 9), 9
OPENED, CLOSED, STANDING, PARENT, TELEPHONE, SETTING = 10, 11, 12, 14, 17, 25
_STANDS: Final = {
    "": Standing.ACTIVE,  # lists of trusts leave it out
    "A": Standing.ACTIVE,
    "ACTIVE": Standing.ACTIVE,
    "C": Standing.CLOSED,
    "CLOSED": Standing.CLOSED,
    "INACTIVE": Standing.CLOSED,
    "D": Standing.DORMANT,
    "DORMANT": Standing.DORMANT,
    "P": Standing.PROPOSED,
    "PROPOSED": Standing.PROPOSED,
}
_CODE: Final = re.compile(r"[A-Z0-9]{3,10}")
# What most codes of a list look like, by which one list is told from another.
_MOSTLY: Final = {
    Report.PRACTICES: re.compile(r"[A-Z][0-9]{5}"),
    Report.DENTISTS: re.compile(r"V[0-9]{5}"),
    Report.TRUSTS: re.compile(r"[A-Z][A-Z0-9]{2}"),
    Report.TRUST_SITES: re.compile(r"[A-Z][A-Z0-9]{4}"),
    Report.SUB_BOARDS: re.compile(r"[A-Z0-9]{3}|[A-Z0-9]{5}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadList:
    """A list that was read: its rows by code, and the digest by which the same file is known again."""

    report: Report
    rows: tuple[Organisation, ...]
    digest: str


def read_list(path: Path, report: Report) -> ReadList:
    """The organisations that a file names; raises FileRefused with what is wrong, line by line, and the cure."""
    content = _content(path)
    try:
        text = content.decode("utf-8-sig")
        lines = list(csv.reader(text.splitlines()))
    except (UnicodeDecodeError, csv.Error):
        raise _whole(path, NO_TEXT) from None
    if "\0" in text:
        raise _whole(path, NO_TEXT)
    rows, errors = _rows(lines, path.name)
    errors += list(_repeated(rows, path.name))
    if errors:
        raise FileRefused(_first_of(errors, path.name))
    if not rows:
        raise _whole(path, "the list is empty: download it again")
    if sum(bool(_MOSTLY[report].fullmatch(row.code)) for _, row in rows) * 2 < len(rows):
        raise _whole(path, f"its codes are not those of {REPORT_WORDS[report]}: is it the list {report}?")
    found = sorted((row for _, row in rows), key=lambda row: row.code)
    return ReadList(report=report, rows=tuple(found), digest=sha256(content).hexdigest())


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise _whole(path, "it is larger than any list of organisations: is it the right file?")
        content = path.read_bytes()
    except OSError as failed:
        raise _whole(path, f"the file cannot be read ({failed.strerror})") from None
    if content.startswith(b"PK"):
        raise _whole(path, "this is an archive: take out the .csv that is in it, and give that")
    return content


def _rows(lines: Sequence[list[str]], file: str) -> tuple[list[tuple[int, Organisation]], list[FileError]]:
    rows: list[tuple[int, Organisation]] = []
    errors: list[FileError] = []
    for number, cells in enumerate(lines, start=1):
        if not cells or (number == 1 and "code" in cells[0].casefold()):  # some downloads have a heading
            continue
        faults = list(_faults(cells))
        if faults:
            errors += [FileError(file=file, line=number, message=fault) for fault in faults]
        else:
            rows.append((number, _organisation(cells)))
    return rows, errors


def _faults(cells: Sequence[str]) -> Iterator[str]:
    if len(cells) != COLUMNS:
        yield f"this row has {len(cells)} columns, not {COLUMNS}: is it the list as it is published?"
        return
    if not _CODE.fullmatch(cells[CODE]):
        yield f"{cells[CODE]!r} is no code of an organisation: 3 to 10 capital letters and numbers"
    if not cells[NAME].strip():
        yield "the name is missing"
    for what, (longest, said) in _lengths(cells).items():
        if len(said) > longest:
            yield f"the {what} is longer than {longest} characters"
    if cells[STANDING].strip().upper() not in _STANDS:
        yield f"{cells[STANDING]!r} is no way in which an organisation stands: A, C, D or P, or the words for them"
    for place in (OPENED, CLOSED):
        if cells[place] and _day(cells[place]) is None:
            yield f"{cells[place]!r} is no date: dates are written like 20260401"


def _lengths(cells: Sequence[str]) -> Mapping[str, tuple[int, str]]:
    return {
        "name": (200, cells[NAME]),
        "address": (300, "".join(cells[ADDRESS])),
        "postcode": (10, cells[POSTCODE].strip()),
        "telephone number": (40, cells[TELEPHONE]),
        "code of the board": (10, cells[BOARD].strip()),
        "code of the parent": (10, cells[PARENT].strip()),
        "setting": (10, cells[SETTING].strip()),
    }


def _organisation(cells: Sequence[str]) -> Organisation:
    return Organisation(
        code=cells[CODE],
        name=" ".join(cells[NAME].split()),
        address=", ".join(part for each in cells[ADDRESS] if (part := " ".join(each.split()))),
        postcode=" ".join(cells[POSTCODE].split()).upper(),
        telephone=" ".join(cells[TELEPHONE].split()),
        board=cells[BOARD].strip(),
        parent=cells[PARENT].strip(),
        setting=cells[SETTING].strip(),
        standing=_STANDS[cells[STANDING].strip().upper()],
        opened_on=_day(cells[OPENED]),
        closed_on=_day(cells[CLOSED]),
    )


def _repeated(rows: Sequence[tuple[int, Organisation]], file: str) -> Iterator[FileError]:
    seen: dict[str, int] = {}
    for number, row in rows:
        if (first := seen.setdefault(row.code, number)) != number:
            yield FileError(file=file, line=number, message=f"{row.code} stands already on line {first}")


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%Y%m%d").date() if len(text) == len("20260401") else None  # noqa: DTZ007 - a day
    except ValueError:
        return None


def _first_of(errors: Sequence[FileError], file: str) -> list[FileError]:
    rest = len(errors) - MOST_ERRORS
    last = [FileError(file=file, line=errors[-1].line, message=f"and {rest} more")] if rest > 0 else []
    return [*errors[:MOST_ERRORS], *last]


def _whole(path: Path, message: str) -> FileRefused:
    return FileRefused([FileError(file=path.name, line=1, message=message)])
