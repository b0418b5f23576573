"""Does every row of the register lead somewhere, and do its days agree? Each break has its line and cure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from putright.domain.directory_rows import Body, Change, Commissioning, Name, NameUse, Succession
from putright.gateways.file_errors import FileError
from putright.gateways.yaml_lines import did_you_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a file, and where it stands."""

    file: str
    line: int
    row: Any  # one of the row types of the register, each with its own columns

    def error(self, message: str) -> FileError:
        """An error that points at this row."""
        return FileError(file=self.file, line=self.line, message=message)


Rows = Mapping[str, Sequence[Line]]

# The column that names the row itself; two rows may not have the same.
KEYS: Final = {
    "sources": "source",
    "areas": "area",
    "bodies": "body",
    "channels": "channel",
    "services": "service",
    "practices": "ods",
    "matters": "matter",
    "reasons": "reason",
}
# The columns of each file that name a row of another.
LINKS: Final = {
    "names": {"body": "bodies"},
    "successions": {"body": "bodies", "became": "bodies"},
    "channels": {"body": "bodies"},
    "coverage": {"body": "bodies", "area": "areas", "service": "services"},
    "services": {"body": "bodies"},
    "commissioning": {"service": "services"},
    "practices": {"area": "areas", "body": "bodies"},
    "matters": {"body": "bodies"},
}


def broken_links(rows: Rows) -> Iterator[FileError]:
    """Everything in the rows that names something that is not there, stands twice, or contradicts itself."""
    known = {name: [getattr(line.row, key) for line in rows[name]] for name, key in KEYS.items()}
    for name, lines in rows.items():
        yield from _repeated(lines, KEYS.get(name))
        for line in lines:
            yield from _unknown(
                line, {**LINKS.get(name, {}), **({} if name == "sources" else {"source": "sources"})}, known
            )
            yield from _backwards(line)
    yield from _unnamed(rows)
    yield from _overlapping(rows)
    yield from _gaps(rows)


def _repeated(lines: Sequence[Line], key: str | None) -> Iterator[FileError]:
    seen: dict[str, int] = {}
    for line in lines if key else ():
        value = getattr(line.row, key or "")
        if (first := seen.setdefault(value, line.line)) != line.line:
            yield line.error(f"{key} {value} stands already on line {first}: keep one")


def _unknown(line: Line, links: Mapping[str, str], known: Mapping[str, list[str]]) -> Iterator[FileError]:
    for column, file in links.items():
        value = getattr(line.row, column, None)
        if value is not None and value not in known[file]:
            yield line.error(f"{column}: {file}.yaml has no {value}; {did_you_mean(value, known[file])}")


def _backwards(line: Line) -> Iterator[FileError]:
    first, last = getattr(line.row, "valid_from", None), getattr(line.row, "valid_until", None)
    if first and last and last < first:
        yield line.error(f"valid_until {last} is before valid_from {first}")


def _unnamed(rows: Rows) -> Iterator[FileError]:
    named = {line.row.body for line in rows["names"] if line.row.use is NameUse.OFFICIAL}
    for line in rows["bodies"]:
        if line.row.body not in named:
            yield line.error(f"{line.row.body} has no name: add one to names.yaml")


def _overlapping(rows: Rows) -> Iterator[FileError]:
    """A body has one official name on any day, and a service one kind of commissioner."""
    official = [line for line in rows["names"] if line.row.use is NameUse.OFFICIAL]
    for lines, column in ((official, "body"), (rows["commissioning"], "service")):
        for number, line in enumerate(lines):
            for other in lines[:number]:
                if getattr(line.row, column) == getattr(other.row, column) and _both_hold(line.row, other.row):
                    yield line.error(
                        f"its days overlap those of line {other.line}: end the one before the other begins"
                    )


def _both_hold(one: Name | Commissioning, other: Name | Commissioning) -> bool:
    first = max(one.valid_from or date.min, other.valid_from or date.min)
    return first <= min(one.valid_until or date.max, other.valid_until or date.max)


def _gaps(rows: Rows) -> Iterator[FileError]:
    """Who takes a body's place does so on the day after it ended, and is there by then."""
    bodies: dict[str, Body] = {line.row.body: line.row for line in rows["bodies"]}
    for line in rows["successions"]:
        change: Succession = line.row
        gone, new = bodies.get(change.body), bodies.get(change.became)
        if gone is None or new is None or change.how is Change.DUTY_MOVED:
            continue
        if gone.valid_until is None or gone.valid_until + timedelta(days=1) != change.since:
            yield line.error(
                f"{change.body} ends on {gone.valid_until or 'no day'}, not on the day before {change.since}"
            )
        if new.valid_from is not None and new.valid_from > change.since:
            yield line.error(f"{change.became} begins on {new.valid_from}, after it takes the place of {change.body}")
