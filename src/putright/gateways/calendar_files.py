"""Which days do the calendar files say are not worked? Every error has its file, its line and its cure."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from putright.domain.working_days import WEEKDAYS, WorkingCalendar, working_calendar
from putright.gateways.file_errors import FileError, FileRefused
from putright.gateways.shipped import shipped

COLUMNS: Final = ("date", "name", "notes", "source", "checked_on")
CLOSURE_COLUMNS: Final = ("date", "name")
UNNAMED: Final = "Closed"
SUBSTITUTE: Final = "Substitute day"
FEWEST_IN_A_YEAR: Final = 8  # as in England and Wales; fewer means that the year is not all there


class Row(NamedTuple):
    """One line of a file, with its number."""

    line: int
    cells: list[str]


class Fault(NamedTuple):
    """What is wrong with one line, and the cure."""

    line: int
    message: str


def calendar_names() -> tuple[str, ...]:
    """The names of the calendars that are shipped."""
    return tuple(sorted(path.stem for path in shipped("calendars").glob("*.csv")))


@cache
def calendar_named(name: str) -> WorkingCalendar:
    """A shipped calendar, such as "england-and-wales"; its file is read once in a process."""
    if name not in calendar_names():
        raise ValueError(f"There is no calendar “{name}”: choose one of {', '.join(calendar_names())}.")
    return read_calendar(shipped("calendars") / f"{name}.csv")


def read_calendar(path: Path) -> WorkingCalendar:
    """The calendar that a file of bank holidays makes; raises FileRefused with every error found in it."""
    return calendar_from(_text(path), file=path.name)


def calendar_from(text: str, *, file: str) -> WorkingCalendar:
    """The calendar that the text of such a file makes: whole years, the first day's to the last day's."""
    header, *rows = _rows(text, file) or [Row(1, [])]
    if tuple(header.cells) != COLUMNS:
        _refuse([Fault(header.line, f"The first line must be {','.join(COLUMNS)}.")], file)
    _refuse((fault for row in rows for fault in _holiday_faults(row)), file)
    _refuse([*_disorder(rows), *_half_years(rows)], file)
    holidays = {date.fromisoformat(row.cells[0]): _holiday(row.cells) for row in rows}
    first, last = min(holidays).year, max(holidays).year
    return working_calendar(file.removesuffix(".csv"), holidays, date(first, 1, 1), date(last, 12, 31))


def read_closures(path: Path) -> Mapping[date, str]:
    """A body's own closure days from a file; raises FileRefused with every error found in it."""
    return closures_from(_text(path), file=path.name)


def closures_from(text: str, *, file: str) -> Mapping[date, str]:
    """A body's own closure days, one a line: `2026-12-29,Office closed`; the name may be left out.

    >>> closures_from("date,name\\n2026-12-29,Office closed", file="closures.csv")
    {datetime.date(2026, 12, 29): 'Office closed'}
    """
    rows = [row for row in _rows(text, file) if row.cells[0] != CLOSURE_COLUMNS[0]]
    rows = [Row(row.line, [*row.cells, UNNAMED]) if len(row.cells) == 1 else row for row in rows]
    _refuse((fault for row in rows for fault in _day_faults(row, CLOSURE_COLUMNS)), file)
    _refuse(_repeated(rows), file)
    return {date.fromisoformat(row.cells[0]): row.cells[1] for row in rows}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")  # spreadsheets put a mark before the first letter
    except OSError as refused:
        message = f"The file cannot be read ({refused.strerror}): check its name and who may read it."
    except UnicodeDecodeError:
        message = "The file is not written in UTF-8: save it as “CSV UTF-8”."
    raise FileRefused([FileError(file=path.name, line=1, message=message)])


def _rows(text: str, file: str) -> list[Row]:
    reader = csv.reader(text.splitlines(), strict=True)
    rows: list[Row] = []
    try:
        for cells in reader:
            if any(cells):
                rows.append(Row(reader.line_num, [cell.strip() for cell in cells]))
    except csv.Error as refused:
        _refuse([Fault(reader.line_num, f"This line is not CSV ({refused}): check its quotation marks.")], file)
    return rows


def _refuse(faults: Iterable[Fault], file: str) -> None:
    if errors := [FileError(file=file, line=fault.line, message=fault.message) for fault in faults]:
        raise FileRefused(errors)


def _day_faults(row: Row, columns: tuple[str, ...]) -> Iterator[Fault]:
    if len(row.cells) != len(columns):
        yield Fault(
            row.line,
            f"This line has {len(row.cells)} parts and must have {len(columns)}, {','.join(columns)}: "
            "a name that holds a comma goes in double quotation marks.",
        )
        return
    day, name = row.cells[:2]
    if not _is_date(day):
        yield Fault(row.line, f"“{day}” is not a date: write it like 2026-12-25.")
    if not name:
        yield Fault(row.line, f"{day} has no name: say why it is not worked.")


def _holiday_faults(row: Row) -> Iterator[Fault]:
    if faults := list(_day_faults(row, COLUMNS)):
        yield from faults
        return
    day, _, _, source, checked_on = row.cells
    if (weekday := date.fromisoformat(day).weekday()) in (5, 6):
        yield Fault(
            row.line,
            f"{day} is a {WEEKDAYS[weekday]}, and a bank holiday is kept on a weekday: "
            "give the substitute day that was published.",
        )
    if not source:
        yield Fault(row.line, f"{day} has no source: say where it was published.")
    if not _is_date(checked_on):
        yield Fault(row.line, f"“{checked_on}” is not the date on which {day} was checked: write it like 2026-11-21.")


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _disorder(rows: list[Row]) -> Iterator[Fault]:
    yield from _repeated(rows)
    for above, row in pairwise(rows):
        if row.cells[0] < above.cells[0]:
            yield Fault(row.line, f"{row.cells[0]} stands below {above.cells[0]}: put the days in order.")


def _repeated(rows: list[Row]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for row in rows:
        if (line := first.setdefault(row.cells[0], row.line)) != row.line:
            yield Fault(row.line, f"{row.cells[0]} is already on line {line}: delete one of the two lines.")


def _half_years(rows: list[Row]) -> Iterator[Fault]:
    """A year of which only some days are there would give dates that are too early, and say nothing."""
    counted = Counter(int(row.cells[0][:4]) for row in rows)
    if not counted:
        yield Fault(1, "No bank holiday is given: add every one that is published for at least one year.")
        return
    for year in range(min(counted), max(counted) + 1):
        if counted[year] < FEWEST_IN_A_YEAR:
            line = next(row.line for row in rows if int(row.cells[0][:4]) >= year)
            yield Fault(
                line,
                f"{year} has {counted[year]} bank holidays, and a year has at least {FEWEST_IN_A_YEAR}: "
                "add the others, or leave the year out until all are published.",
            )


def _holiday(cells: list[str]) -> str:
    return f"{cells[1]}, substitute day" if cells[2] == SUBSTITUTE else cells[1]
