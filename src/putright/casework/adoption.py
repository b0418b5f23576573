"""How does the text of a procedure become a version that a body is bound by?"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from putright.casework.adopted import digest_of, law_under, procedure_of
from putright.casework.errors import ActionRefused, refused
from putright.casework.queries.findings import findings_in
from putright.domain.duty import Refused
from putright.domain.findings import Finding, Severity
from putright.domain.programme import Programme
from putright.domain.vocabulary import ProcedureKind
from putright.gateways.file_errors import FileRefused
from putright.gateways.procedure_files import programme_from_text
from putright.records.models import Body, FurtherProcedure, Person, ProcedureVersion

LONGEST_SOURCE: Final = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """The text of a procedure to adopt: in place of the body's own, or beside it for some of its cases."""

    source: str
    beside: bool = False

    def legal_errors(self, on: date) -> tuple[Finding, ...]:
        """What in it promises less than the law, or contradicts it, on a day; it must be sound."""
        found = _findings(self.source, on)
        return tuple(finding for finding in found if finding.severity is Severity.ERROR)


def adopt(
    body: Body, adoption: Adoption, *, by: Person, signed_off_by: Person | None, on: date, now: datetime
) -> ProcedureVersion:
    """Keep a version of a body's procedure; one with legal errors only as published, signed off."""
    procedure = _programme(adoption.source)
    if procedure.procedure.kind is not ProcedureKind.PROCEDURE:
        raise refused("not-a-procedure", "This file states a law or a guide. A body adopts a procedure.")
    errors = adoption.legal_errors(on)
    if errors and signed_off_by is None:
        raise refused(
            "not-signed-off",
            "This procedure promises less than the law. The responsible person must sign that the law binds instead.",
            errors[0].authority,
        )
    digest = digest_of(adoption.source)
    own = procedure_of(body, on)
    if adoption.beside and (own is None or own.name == procedure.name):
        raise refused(
            "not-beside",
            "This would be the organisation's own procedure: one beside it has another name. Adopt it in its place.",
        )
    latest = _before(body, procedure, is_further=adoption.beside)
    if latest is not None and latest.digest == digest:
        raise refused("already-adopted", "The organisation has adopted these very words already.")
    if latest is not None and latest.adopted_on > on:
        raise refused("adopted-later", "Another version has been adopted since. Give a later day.")
    law_under(procedure, on=on, now=now)
    version = ProcedureVersion.objects.create(
        body=body,
        name=procedure.name,
        version=procedure.procedure.version or "",
        kind=procedure.procedure.kind.value,
        source=adoption.source,
        digest=digest,
        adopted_on=on,
        adopted_by=by,
        as_published=bool(errors),
        signed_off_by=signed_off_by if errors else None,
        made_at=now,
    )
    if adoption.beside:
        FurtherProcedure.objects.create(version=version)
    return version


def _before(body: Body, procedure: Programme, *, is_further: bool) -> ProcedureVersion | None:
    """The version whose place this one would take."""
    adopted = ProcedureVersion.objects.filter(body=body, further__isnull=not is_further)
    of_the_name = adopted.filter(name=procedure.name) if is_further else adopted
    return of_the_name.order_by("-adopted_on", "-id").first()


@lru_cache(maxsize=64)
def _findings(source: str, on: date) -> tuple[Finding, ...]:
    return findings_in(_programme(source), on)


def _programme(source: str) -> Programme:
    if len(source) > LONGEST_SOURCE:
        raise refused("too-long", "The file is longer than any procedure.")
    try:
        return programme_from_text(source, "the procedure")
    except FileRefused as flawed:
        errors = (Refused(code="not-sound", message=f"Line {each.line}: {each.message}") for each in flawed.errors)
        raise ActionRefused(*errors) from None
