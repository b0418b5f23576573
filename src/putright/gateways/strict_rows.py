"""How does a plain value become one row of a known shape? No key too many, none missing, every error with its cure."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ConfigDict, ValidationError, create_model
from pydantic_core import ErrorDetails

from putright.gateways.file_errors import FileError, FileRefused
from putright.gateways.yaml_lines import NotPlain, Plain, Where, did_you_mean, line_of, read_plain

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Text:
    """A YAML file that was read: its plain value, and the line of each part of it."""

    file: str
    plain: Plain
    lines: dict[Where, int]


def text_of(path: Path) -> Text:
    """The plain value of a YAML file; raises FileRefused."""
    try:
        plain, lines = read_plain(path.read_text(encoding="utf-8"))
    except OSError as failed:
        problem = f"the file cannot be read ({failed.strerror})"
        raise FileRefused([FileError(file=path.name, line=1, message=problem)]) from None
    except UnicodeDecodeError:
        problem = "the file is not text in UTF-8: save it as UTF-8"
        raise FileRefused([FileError(file=path.name, line=1, message=problem)]) from None
    except NotPlain as refused:
        raise FileRefused([FileError(file=path.name, line=refused.line, message=refused.message)]) from None
    return Text(path.name, plain, lines)


class Shape(Generic[T]):
    """A kind of row, and which kinds stand under its keys, so that a wrong key can be put right."""

    def __init__(self, kind: type[T], **under: type) -> None:
        self._kind = kind
        self._under = under
        # The model round the dataclass is what forbids keys that it does not have.
        self._model = create_model(kind.__name__, __config__=ConfigDict(extra="forbid"), row=(kind, ...))

    def read(self, plain: Plain, text: Text, place: Where = ()) -> T:
        """The row that a plain value makes; raises FileRefused with everything wrong with it."""
        try:
            made: Any = self._model.model_validate({"row": plain})  # its one field is of the kind, made at run time
        except ValidationError as refused:
            raise FileRefused(self._errors(refused, text, place)) from None
        row: T = made.row
        return row

    def _errors(self, refused: ValidationError, text: Text, place: Where) -> Iterator[FileError]:
        for error in refused.errors():
            where = (*place, *error["loc"][1:])
            spoken = ".".join(str(part) for part in where)
            yield FileError(
                file=text.file, line=line_of(where, text.lines), message=f"{spoken}: {self._cure(error, where)}"
            )

    def _cure(self, error: ErrorDetails, where: Where) -> str:
        match error["type"]:
            case "unexpected_keyword_argument":
                return f"there is no key {where[-1]} here; {did_you_mean(str(where[-1]), self._keys(where))}"
            case "missing" | "missing_argument" | "missing_keyword_only_argument":
                return "this key is missing: every such row must have it"
            case "dataclass_type":
                return "this must be keys with values, such as {body: phso, kind: ombudsman}"
            case "date_from_datetime_parsing" | "date_type" | "date_parsing":
                return "this must be a date such as 2026-04-02"
            case "string_type":
                return f"this must be text; put quotes round {error['input']!r}"
            case _:
                return str(error["msg"])

    def _keys(self, where: Where) -> list[str]:
        kind: Any = next((shape for key, shape in self._under.items() if key in where), self._kind)
        return [field.name for field in fields(kind)]  # every kind of row is a dataclass
