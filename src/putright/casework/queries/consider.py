"""What would a body adopt with this text, and what does the checker find in it on a day?"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from putright.casework.adoption import LONGEST_SOURCE, Adoption
from putright.casework.errors import ActionRefused, refused
from putright.casework.queries.findings import findings_in
from putright.domain.duty import Refused
from putright.domain.findings import Finding, Severity
from putright.domain.vocabulary import ProcedureKind
from putright.gateways.file_errors import FileRefused
from putright.gateways.procedure_files import is_guide, path_of, read_file, read_procedure, shipped_names


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingShown:
    """A finding and the line of the text on which it is."""

    finding: Finding
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """A text that can be adopted: its title, and everything that a reader should know of it first."""

    adoption: Adoption
    title: str
    version: str
    findings: tuple[FindingShown, ...]

    @property
    def must_be_signed_off(self) -> bool:
        """Whether it promises less than the law somewhere, so that it can be adopted as published alone."""
        return any(each.finding.severity is Severity.ERROR for each in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedProcedure:
    """A procedure that comes with this program."""

    name: str
    title: str


@lru_cache(maxsize=8)
def consider(source: str, *, on: date) -> Considered:
    """Hold a text against the law, against itself and against the day; raises ActionRefused if it cannot be read."""
    if len(source) > LONGEST_SOURCE:
        raise refused("too-long", f"The file is longer than {LONGEST_SOURCE:,} characters: no procedure is.")
    try:
        read = read_procedure(source, file="the procedure")
    except FileRefused as flawed:
        errors = [Refused(code="not-sound", message=f"Line {each.line}: {each.message}") for each in flawed.errors]
        raise ActionRefused(*errors) from None
    procedure = read.programme.procedure
    if procedure.kind is not ProcedureKind.PROCEDURE:
        raise refused("not-a-procedure", "This file states a law or a guide. A body adopts a procedure.")
    found = findings_in(read.programme, on)
    return Considered(
        adoption=Adoption(source=source),
        title=procedure.title,
        version=procedure.version or "",
        findings=tuple(FindingShown(finding=each, line=read.line(each.where)) for each in found),
    )


def shipped_procedures() -> tuple[ShippedProcedure, ...]:
    """The procedures to choose from, by title: neither laws nor guides."""
    read = (read_file(name).programme.procedure for name in shipped_names() if not is_guide(path_of(name)))
    found = (ShippedProcedure(name=one.name, title=one.title) for one in read if one.kind is ProcedureKind.PROCEDURE)
    return tuple(sorted(found, key=lambda one: one.title))


def shipped_source(name: str) -> str:
    """The text of a procedure that comes with this program."""
    return read_file(name).text
