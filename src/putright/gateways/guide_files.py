"""Which routes are printed, by guides and by the procedures that name where else to go?"""

from functools import cache
from pathlib import Path

from putright.domain.directory_rows import BodyKind
from putright.domain.guide import Guide, Route, guide_from
from putright.domain.procedure import Mention, Pledge, Procedure, Unclear
from putright.domain.vocabulary import ProcedureKind
from putright.gateways.directory_files import directory
from putright.gateways.file_errors import FileError, FileRefused
from putright.gateways.procedure_files import programme, shipped_names
from putright.gateways.shipped import shipped
from putright.gateways.strict_rows import Shape, text_of
from putright.gateways.yaml_lines import line_of

_GUIDE = Shape(Guide, routes=Route, mentions=Mention, pledges=Pledge, unclear=Unclear)


def guide_names() -> tuple[str, ...]:
    """The names of the guides that come with the product."""
    files = sorted(shipped("procedures").glob("*.yaml"))
    return tuple(path.stem for path in files if path.stem not in shipped_names())


def read_guide(path: Path) -> Guide:
    """The guide that a file makes; raises FileRefused with every error found in it."""
    text = text_of(path)
    made = _GUIDE.read(text.plain, text)
    if made.kind is not ProcedureKind.GUIDE:
        problem = f"kind: {made.kind} is not read here; a guide says kind: guide"
        raise FileRefused([FileError(file=path.name, line=line_of(("kind",), text.lines), message=problem)])
    return made


@cache
def guide(name: str) -> Guide:
    """A shipped guide, read once a process."""
    return read_guide(shipped("procedures") / f"{name}.yaml")


@cache
def guides() -> tuple[Guide, ...]:
    """Every printed route there is: those of the shipped guides, and those that the shipped procedures print."""
    printed = [guide(name) for name in guide_names()]
    made = (_as_guide(programme(name).procedure) for name in shipped_names())
    return (*printed, *(each for each in made if each))


def _as_guide(procedure: Procedure) -> Guide | None:
    """A procedure as a guide to its own complaints: a provider's own, or an Ombudsman's; guides print the others."""
    body = directory().bodies.get(procedure.body or "")
    if body is None or body.kind not in (BodyKind.PROVIDER, BodyKind.OMBUDSMAN):
        return None
    return guide_from(procedure, is_provider=body.kind is BodyKind.PROVIDER)
