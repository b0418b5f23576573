"""How a procedure file becomes a procedure: strict, with every error's file, line and cure."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from putright.domain.procedure import Procedure
from putright.domain.programme import ProcedureFlawed, Programme
from putright.domain.understanding import programme_of
from putright.domain.vocabulary import NO_LAW, ProcedureKind
from putright.gateways.file_errors import FileError, FileRefused
from putright.gateways.procedure_errors import SPOKEN, SPOKEN_OF_PAUSES, WRITTEN, misread, shape_errors, spoken, told_at
from putright.gateways.shipped import shipped
from putright.gateways.yaml_lines import NotPlain, Plain, Where, line_of, read_plain


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
        return line_of(spoken(where), self.lines)


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
    if mistaken := list(misread(plain, (), lines, file)):
        raise FileRefused(mistaken)
    try:
        made = _SHAPE.validate_python({"procedure": _renamed_file(plain)})
    except ValidationError as refused:
        errors = shape_errors(refused.errors(), lines, file)
        raise FileRefused(sorted(dict.fromkeys(errors), key=lambda error: error.line)) from None
    try:
        programme = programme_of(made.procedure)
    except ProcedureFlawed as refused:
        flaws = (
            FileError(file=file, line=line_of(spoken(f.where), lines), message=told_at(f.where, f.message))
            for f in refused.flaws
        )
        raise FileRefused(sorted(dict.fromkeys(flaws), key=lambda error: error.line)) from None
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
    """The path of a shipped procedure's file, of an example as `examples/NAME`, or the path that was given."""
    if "/" not in name_or_path.removeprefix("examples/") and not name_or_path.endswith((".yaml", ".yml")):
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
    return None if under == NO_LAW else programme(under)


def with_their_laws(given: Iterable[Programme]) -> list[Programme]:
    """Procedures, and after them the codes and laws they stand under: those given, else those that are shipped.

    Raises FileRefused where a law that is named is neither.
    """
    found = list(dict.fromkeys(given))
    named = {made.name for made in found}
    for made in found:  # what is added is looked at in its turn: a code stands under a law
        if made.procedure.under not in (NO_LAW, *named):
            named.add(made.procedure.under)
            found.append(_shipped_law(made))
    return found


def _shipped_law(made: Programme) -> Programme:
    """The shipped law or code that a procedure stands under."""
    under = made.procedure.under
    if under in laws():
        return programme(under)
    message = f"it stands under {under}, which is not shipped: name the file of {under} as well, or write under: none"
    raise FileRefused([FileError(file=made.name, line=1, message=message)])


def _renamed_file(plain: dict[str, Plain]) -> dict[str, Plain]:
    """The file with its keys as the values of the language name them; “from” is a key of pauses alone."""
    return {
        key: _renamed(value, SPOKEN | SPOKEN_OF_PAUSES if key == "pauses" else SPOKEN) for key, value in plain.items()
    }


def _renamed(plain: Plain, names: Mapping[str, str]) -> Plain:
    if isinstance(plain, list):
        return [_renamed(item, names) for item in plain]
    if isinstance(plain, dict):
        return {names.get(key, key): _renamed(value, names) for key, value in plain.items()}
    return plain


def value_of(procedure: Procedure) -> str:
    """A procedure as the JSON value that its file states."""
    value = TypeAdapter(Procedure).dump_python(procedure, mode="json", exclude_defaults=True)
    return json.dumps(_respoken(value), indent=2, ensure_ascii=False)


def _respoken(value: object) -> object:
    if isinstance(value, list):
        return [_respoken(item) for item in value]
    if isinstance(value, dict):
        return {WRITTEN.get(key, key): _respoken(part) for key, part in value.items()}
    return value


def laws() -> Mapping[str, Programme]:
    """The statutes and codes that come with the product, by name."""
    made = {name: programme(name) for name in shipped_names()}
    return {name: one for name, one in made.items() if one.procedure.kind in _LAWS}


_LAWS = (ProcedureKind.STATUTE, ProcedureKind.CODE)
