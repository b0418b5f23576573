"""Which scale of injustice is shipped? It is read from directory/scales, and refused where it is unsound."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from putright.domain.injustice import Level, Scale
from putright.gateways.shipped import shipped

FILE: Final = "scales/severity-of-injustice.yaml"


class UnsoundScale(ValueError):
    """The file of the scale cannot be used; says what is wrong with it."""


@cache
def scale() -> Scale:
    """The shipped scale, read once a process."""
    return read_scale(shipped("directory") / FILE)


def read_scale(file: Path) -> Scale:
    """The scale of a file; raises UnsoundScale."""
    try:
        read = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
        levels = tuple(_level(row) for row in read["levels"])
        made = Scale(
            version=str(read["version"]),
            title=str(read["title"]),
            source=str(read["source"]),
            checked_on=_day(read["checked_on"]),
            levels=levels,
        )
    except YAMLError as error:
        raise UnsoundScale(f"{file.name} is not YAML: {error}") from None
    except (KeyError, TypeError, ValueError) as error:
        raise UnsoundScale(f"{file.name} lacks something, or has it in the wrong form: {error}") from None
    if [each.level for each in levels] != list(range(1, len(levels) + 1)):
        raise UnsoundScale(f"{file.name}: the levels are numbered from 1, one after the other.")
    return made


def _level(row: dict[str, Any]) -> Level:
    # What YAML holds is of any kind, hence Any; each value is made what it must be here.
    return Level(
        level=int(row["level"]),
        words=str(row["words"]),
        least=int(row["from"]) if "from" in row else None,
        most=int(row["to"]) if "to" in row else None,
        is_certain=bool(row["certain"]),
    )


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise TypeError(f"{value!r} is no day")
    return value
