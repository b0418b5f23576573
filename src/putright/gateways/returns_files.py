"""Which lists do the yearly returns have? They are read from directory/returns, and refused where they are unsound."""

from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from putright.domain.issues import Subject
from putright.domain.returns import Dimension, Forms, Label, LabelList, ReportsAs, ReturnForm, ReturnKind
from putright.gateways.shipped import shipped

FOLDER: Final = "returns"
_OF_A_LABEL: Final = frozenset({"code", "words", "of", "youngest", "oldest", "goes_to", "only_for", "valid_from"})


class UnsoundReturn(ValueError):
    """The file of a return cannot be used; says what is wrong with it."""


@cache
def return_forms() -> Forms:
    """The shipped returns, read once a process."""
    folder = shipped("directory") / FOLDER
    return {kind: read_return(folder / f"{kind.value}.yaml") for kind in ReturnKind}


def read_return(file: Path) -> ReturnForm:
    """The return of a file; raises UnsoundReturn."""
    try:
        read = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
        made = ReturnForm(
            kind=ReturnKind(read["return"]),
            title=str(read["title"]),
            standard=str(read["standard"]),
            checked_on=_day(read["checked_on"]),
            lists=tuple(_list(row) for row in read["lists"]),
        )
    except YAMLError as error:
        raise UnsoundReturn(f"{file.name} is not YAML: {error}") from None
    except (KeyError, TypeError, ValueError) as error:
        raise UnsoundReturn(f"{file.name} lacks something, or has it in the wrong form: {error}") from None
    for boxes in made.lists:
        _check(boxes, file.name)
    return made


def _list(row: dict[str, Any]) -> LabelList:
    # What YAML holds is of any kind, hence Any; each value is made what it must be here.
    return LabelList(
        dimension=Dimension(row["list"]),
        asks=str(row["asks"]),
        valid_from=_day(row["valid_from"]),
        source=str(row["source"]),
        is_verified=bool(row["verified"]),
        labels=tuple(_label(each) for each in row["labels"]),
        only_under=str(row.get("only_under", "")),
    )


def _label(row: dict[str, Any]) -> Label:
    if stray := sorted(set(row) - _OF_A_LABEL):
        raise ValueError(f"a label says {', '.join(stray)}, which means nothing here; words with a comma go in quotes")
    return Label(
        code=str(row["code"]),
        words=str(row["words"]),
        subjects=frozenset(Subject(each) for each in row.get("of", ())),
        youngest=row.get("youngest"),
        oldest=row.get("oldest"),
        goes_to=ReturnKind(row["goes_to"]) if "goes_to" in row else None,
        only_for=frozenset(ReportsAs(each) for each in row.get("only_for", ())),
        valid_from=_day(row["valid_from"]) if "valid_from" in row else None,
    )


def _check(boxes: LabelList, name: str) -> None:
    """Refuse a list in which something belongs under no box, or under two."""
    codes = [label.code for label in boxes.labels]
    if len(set(codes)) != len(codes):
        raise UnsoundReturn(f"{name}: a code stands twice in the list {boxes.dimension}.")
    if boxes.dimension is Dimension.SUBJECT:
        named = [subject for label in boxes.labels for subject in label.subjects]
        if sorted(named) != sorted(Subject):
            raise UnsoundReturn(f"{name}: each subject belongs under exactly one label.")
    if boxes.dimension is Dimension.AGE:
        bands = [label for label in boxes.labels if label.youngest is not None]
        gaps = [low for low, high in pairwise(bands) if low.oldest is None or high.youngest != low.oldest + 1]
        if gaps or not bands or bands[0].youngest != 0 or bands[-1].oldest is not None:
            raise UnsoundReturn(f"{name}: the ages follow each other, the first from nought and the last without end.")


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise TypeError(f"{value!r} is no day")
    return value
