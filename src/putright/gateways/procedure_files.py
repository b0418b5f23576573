"""How a procedure file becomes a procedure: strict, with every error's file, line and cure."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from putright.domain import procedure as written
from putright.domain.procedure import Procedure
from putright.domain.programme import ProcedureFlawed, Programme
from putright.domain.understanding import programme_of
from putright.domain.vocabulary import ProcedureKind
from putright.gateways.file_errors import FileError, FileRefused
from putright.gateways.shipped import shipped
from putright.gateways.yaml_lines import NotPlain, Plain, Where, did_you_mean, line_of, read_plain

# Keys that are written with a space in the file, because they are read aloud.
SPOKEN = {
    "later of": "later_of",
    "earlier of": "earlier_of",
    "by tier": "by_tier",
    "all of": "all_of",
    "any of": "any_of",
}
_WRITTEN = {field: spoken for spoken, field in SPOKEN.items()}


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")
    procedure: Procedure


_SHAPE = TypeAdapter(_File)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReadFile:
    """A procedure file that was read: its programme, its text, and the line of each part of it."""

    programme: Programme
    text: str
    lines: dict[Where, int]
    file: str

    def line(self, where: Where) -> int:
        """The line on which a part of the file stands."""
        return line_of(_spoken(where), self.lines)


def read_procedure(text: str, *, file: str) -> ReadFile:
    """Reads the text of a procedure file; raises FileRefused with every error, its line and its cure."""
    try:
        plain, lines = read_plain(text)
    except NotPlain as refused:
        raise FileRefused([FileError(file=file, line=refused.line, message=refused.message)]) from None
    if not isinstance(plain, dict):
        raise FileRefused(
            [FileError(file=file, line=1, message="a procedure file is keys with values, the first of them name:")]
        )
    try:
        made = _SHAPE.validate_python({"procedure": _renamed(plain)})
    except ValidationError as refused:
        errors = (_shape_error(error, lines, file) for error in _telling(refused.errors()))
        raise FileRefused(sorted(set(errors), key=lambda error: error.line)) from None
    try:
        programme = programme_of(made.procedure)
    except ProcedureFlawed as refused:
        flaws = (
            FileError(file=file, line=line_of(_spoken(f.where), lines), message=_at(f.where, f.message))
            for f in refused.flaws
        )
        raise FileRefused(sorted(set(flaws), key=lambda error: error.line)) from None
    return ReadFile(programme=programme, text=text, lines=lines, file=file)


def read_file(name_or_path: str) -> ReadFile:
    """Reads a shipped procedure by its name, or a file by its path; raises FileRefused."""
    path = path_of(name_or_path)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise FileRefused(
            [FileError(file=str(path), line=1, message="the file is not text in UTF-8: save it as UTF-8")]
        ) from None
    except OSError as failed:
        message = (
            f"the file cannot be read ({failed.strerror}); the shipped procedures are: {', '.join(shipped_names())}"
        )
        raise FileRefused([FileError(file=name_or_path, line=1, message=message)]) from None
    return read_procedure(text, file=name_or_path)


def path_of(name_or_path: str) -> Path:
    """The path of a shipped procedure's file, or the path that was given."""
    if "/" not in name_or_path and not name_or_path.endswith((".yaml", ".yml")):
        return shipped("procedures") / f"{name_or_path}.yaml"
    return Path(name_or_path)


def shipped_names() -> tuple[str, ...]:
    """The names of the procedures that come with the product, guides left out."""
    files = sorted(shipped("procedures").glob("*.yaml"))
    return tuple(path.stem for path in files if not is_guide(path))


def is_guide(path: Path) -> bool:
    """Whether a file says that it is a guide, whose routes are read by `guide_files`."""
    try:
        return any(line.strip() == "kind: guide" for line in path.read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return False


@lru_cache(maxsize=64)
def programme(name: str) -> Programme:
    """A shipped procedure, read once a process."""
    return read_file(name).programme


@lru_cache(maxsize=512)
def programme_from_text(text: str, name: str) -> Programme:
    """A procedure from its stored text, read once a process; raises FileRefused."""
    return read_procedure(text, file=name).programme


def law_of(made: Programme) -> Programme | None:
    """The law that a procedure stands under, or none."""
    under = made.procedure.under
    return None if under == "none" else programme(under)


def procedure_schema() -> str:
    """The JSON Schema of a procedure file, for editors; keys as they are written in the file."""
    schema = TypeAdapter(Procedure).json_schema()
    text = json.dumps(_closed(schema), indent=2)
    for field, spoken in _WRITTEN.items():
        text = text.replace(f'"{field}":', f'"{spoken}":')
    return text


def _closed(part: object) -> object:
    if isinstance(part, list):
        return [_closed(item) for item in part]
    if not isinstance(part, dict):
        return part
    made = {key: _closed(value) for key, value in part.items()}
    if "properties" in made:
        made.setdefault("additionalProperties", False)
    return made


def _renamed(plain: Plain) -> Plain:
    if isinstance(plain, list):
        return [_renamed(item) for item in plain]
    if isinstance(plain, dict):
        return {SPOKEN.get(key, key): _renamed(value) for key, value in plain.items()}
    return plain


def _spoken(where: Where) -> Where:
    return tuple(_WRITTEN.get(part, part) if isinstance(part, str) else part for part in where)


def _at(where: Where, message: str) -> str:
    return f"{'.'.join(str(part) for part in _spoken(where))}: {message}"


# What pydantic calls the branches of “a text or one of these”; they are no part of the path in the file.
_BRANCHES = {"str", "Combined", "Group", "tuple[str, ...]", "function-wrap[_to_tuple()]"}


def _telling(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """The errors worth showing: of a choice between forms, those of the form that was tried."""
    kept = []
    for error in errors:
        branch = next(
            (str(part) for part in error["loc"] if str(part) in _BRANCHES or str(part).startswith("tuple[")), None
        )
        if branch and not _tried(branch, error, errors):
            continue
        kept.append(error)
    return kept or errors


def _tried(branch: str, error: ErrorDetails, errors: list[ErrorDetails]) -> bool:
    place = [str(part) for part in error["loc"]].index(branch)
    rivals = [other for other in errors if other["loc"][:place] == error["loc"][:place] and len(other["loc"]) > place]
    deepest = max(len(other["loc"]) for other in rivals)
    return len(error["loc"]) == deepest or branch == "str"


def _shape_error(error: ErrorDetails, lines: dict[Where, int], file: str) -> FileError:
    loc = [part for part in error["loc"][1:] if str(part) not in _BRANCHES and not str(part).startswith("tuple[")]
    where: Where = _spoken(tuple(loc))
    return FileError(file=file, line=line_of(where, lines), message=_at(where, _cure(error, where)))


_CURES: Mapping[str, str] = {
    "missing": "this key is missing: every such part must have it",
    "missing_argument": "this key is missing: every such part must have it",
    "missing_keyword_only_argument": "this key is missing: every such part must have it",
    "date_from_datetime_parsing": "this must be a date such as 2026-04-02",
    "date_parsing": "this must be a date such as 2026-04-02",
    "date_type": "this must be a date such as 2026-04-02",
    "int_parsing": "this must be a whole number",
    "int_type": "this must be a whole number",
    "dict_type": "this must be keys with values under it",
    "mapping_type": "this must be keys with values under it",
    "dataclass_type": "this must be keys with values under it",
    "tuple_type": "this must be a list, such as [first, second]",
    "list_type": "this must be a list, such as [first, second]",
    "bool_parsing": "this must be true or false",
    "bool_type": "this must be true or false",
}


def _cure(error: ErrorDetails, where: Where) -> str:
    kind, given = error["type"], error["input"]
    if kind == "unexpected_keyword_argument":
        return f"there is no key {where[-1]} here; {did_you_mean(str(where[-1]), _keys_at(where))}"
    if kind == "string_type":
        return _FORM if isinstance(given, dict | list) else f"this must be text; put quotes round {given!r}"
    if kind == "enum":
        return f"{given!r} is not one of {error.get('ctx', {}).get('expected', 'the values allowed')}"
    return _CURES.get(kind, str(error["msg"]))


_FORM = (
    "this must be a text such as “3 working days after received”, "
    "or one of the forms “later of”, “earlier of”, “by tier”, “all of”, “any of”"
)


_ITEMS: Mapping[str, type] = {
    "steps": written.Step,
    "stages": written.Stage,
    "pledges": written.Pledge,
    "events": written.OwnEvent,
    "goes_next": written.GoesNext,
    "mentions": written.Mention,
    "unclear": written.Unclear,
}
_PARTS: Mapping[str, type] = {
    "accepts": written.Accepts,
    "representation": written.Representation,
    "pauses": written.Pauses,
}


def _keys_at(where: Where) -> list[str]:
    """The keys that may stand where an unknown one was found."""
    match where:
        case (*above, _) if "may_move" in above:
            shape: type = written.MayMove
        case (str(part), _, _) if part in _ITEMS:
            shape = _ITEMS[part]
        case (str(part), _) if part in _PARTS:
            shape = _PARTS[part]
        case (_,):
            shape = Procedure
        case _:
            return list(SPOKEN)
    return [_WRITTEN.get(field.name, field.name) for field in fields(shape)]


def value_of(procedure: Procedure) -> str:
    """A procedure as the JSON value that its file states."""
    value = TypeAdapter(Procedure).dump_python(procedure, mode="json", exclude_defaults=True)
    return json.dumps(_respoken(value), indent=2, ensure_ascii=False)


def _respoken(value: object) -> object:
    if isinstance(value, list):
        return [_respoken(item) for item in value]
    if isinstance(value, dict):
        return {_WRITTEN.get(key, key): _respoken(part) for key, part in value.items()}
    return value


def laws() -> Mapping[str, Programme]:
    """The statutes and codes that come with the product, by name."""
    made = {name: programme(name) for name in shipped_names()}
    return {name: one for name, one in made.items() if one.procedure.kind in _LAWS}


_LAWS = (ProcedureKind.STATUTE, ProcedureKind.CODE)
