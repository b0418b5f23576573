"""Which procedure files are read together: for one case, or to show one file beside its law?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from putright.domain.programme import Programme
from putright.domain.vocabulary import NO_LAW
from putright.gateways.file_errors import FileError, FileRefused
from putright.gateways.procedure_files import ReadFile, laws, path_of, read_file, with_their_laws


def over_one_case(names: Iterable[str]) -> Sequence[Programme]:
    """The procedures named for one case, each once, and the codes and laws they stand under.

    Raises FileRefused where two that differ have one name and take effect together, or where some stand under one
    another in a circle.
    """
    found: dict[tuple[str, date | None], Programme] = {}
    for made in (read_file(name).programme for name in names):
        other = found.setdefault((made.name, made.procedure.effective), made)
        if other.procedure != made.procedure:
            message = f"two files are called {made.name}: give one of them another name, or say when each is effective"
            raise _refused(made.name, message)
    together = with_their_laws(found.values())
    above = {made.name: made.procedure.under for made in together}
    for name in above:
        if circle := _circle(name, above):
            raise _refused(name, circle)
    return together


def _circle(name: str, above: Mapping[str, str]) -> str | None:
    """What is wrong where a file stands under itself, if only by way of others."""
    passed = [name]
    while (under := above.get(passed[-1])) is not None and under not in passed[1:]:
        if under != name:
            passed.append(under)
        elif len(passed) == 1:
            return "it cannot stand under itself: name the law it stands under, or write under: none"
        else:
            return f"these stand under one another in a circle: {', '.join(passed)}: write under: none in one of them"
    return None


def laws_beside(read: ReadFile) -> Sequence[Programme]:
    """What one file stands under, up to the law: what is shipped, or a file of that name in the same folder."""
    found = [read.programme]
    while (under := found[-1].procedure.under) not in (NO_LAW, *(made.name for made in found)):
        found.append(laws()[under] if under in laws() else _beside(read, under))
    return found[1:]


def _beside(read: ReadFile, under: str) -> Programme:
    path = path_of(read.file).with_name(f"{under}.yaml")
    if path.is_file():
        return read_file(str(path)).programme
    message = f"it stands under {under}, which is not shipped: put {path.name} beside it, or write under: none"
    raise _refused(read.file, message)


def _refused(file: str, message: str) -> FileRefused:
    return FileRefused([FileError(file=file, line=1, message=message)])
