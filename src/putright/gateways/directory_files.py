"""How the files of the register become the register: strict, with every error's file, line and cure."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from putright.domain.directory import Directory
from putright.domain.directory_rows import (
    Area,
    Body,
    Channel,
    Commissioning,
    Coverage,
    Hours,
    Matter,
    Name,
    Practice,
    Reason,
    Service,
    Source,
    Succession,
)
from putright.gateways.directory_links import Line, broken_links
from putright.gateways.file_errors import FileError, FileRefused
from putright.gateways.shipped import shipped
from putright.gateways.strict_rows import Shape, Text, text_of
from putright.gateways.yaml_lines import line_of

T = TypeVar("T")

# Each file of the register, and what one row of it is. (The shapes differ, so the mapping cannot name one kind.)
SHAPES: Final[Mapping[str, Shape[Any]]] = {
    "sources": Shape(Source),
    "areas": Shape(Area),
    "bodies": Shape(Body),
    "names": Shape(Name),
    "successions": Shape(Succession),
    "channels": Shape(Channel, hours=Hours),
    "coverage": Shape(Coverage),
    "services": Shape(Service),
    "commissioning": Shape(Commissioning),
    "practices": Shape(Practice),
    "matters": Shape(Matter),
    "reasons": Shape(Reason),
}


@cache
def directory() -> Directory:
    """The shipped register, read once a process."""
    return read_directory(shipped("directory"))


def read_directory(folder: Path) -> Directory:
    """The register that a folder of files makes; raises FileRefused with every error found in them."""
    rows: dict[str, list[Line]] = {}
    errors: list[FileError] = []
    for name in SHAPES:
        try:
            rows[name] = _rows_of(name, text_of(folder / f"{name}.yaml"))
        except FileRefused as refused:
            errors += refused.errors
    errors = errors or list(broken_links(rows))
    if errors:
        raise FileRefused(errors)
    return _directory_from({name: [line.row for line in lines] for name, lines in rows.items()})


def _rows_of(name: str, text: Text) -> list[Line]:
    if not isinstance(text.plain, list):
        problem = "this file is a list: begin each fact with a hyphen"
        raise FileRefused([FileError(file=text.file, line=1, message=problem)])
    found: list[Line] = []
    errors: list[FileError] = []
    for number, plain in enumerate(text.plain):
        try:
            row = SHAPES[name].read(plain, text, (number,))
        except FileRefused as refused:
            errors += refused.errors
        else:
            found.append(Line(file=text.file, line=line_of((number,), text.lines), row=row))
    if errors:
        raise FileRefused(errors)
    return found


def _directory_from(rows: Mapping[str, Sequence[object]]) -> Directory:
    return Directory(
        sources={row.source: row for row in _of(Source, rows["sources"])},
        areas={row.area: row for row in _of(Area, rows["areas"])},
        bodies={row.body: row for row in _of(Body, rows["bodies"])},
        names=_of(Name, rows["names"]),
        successions=_of(Succession, rows["successions"]),
        channels=_of(Channel, rows["channels"]),
        coverage=_of(Coverage, rows["coverage"]),
        services={row.service: row for row in _of(Service, rows["services"])},
        commissioning=_of(Commissioning, rows["commissioning"]),
        practices={row.ods: row for row in _of(Practice, rows["practices"])},
        matters={row.matter: row for row in _of(Matter, rows["matters"])},
        reasons={row.reason: row for row in _of(Reason, rows["reasons"])},
    )


def _of(kind: type[T], rows: Sequence[object]) -> tuple[T, ...]:
    return tuple(row for row in rows if isinstance(row, kind))
