"""Which bodies take complaints here, and how do they handle them? For anybody to read: regulation 16."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.casework.adopted import procedure_of, programme_of
from putright.casework.errors import NotFound
from putright.domain.programme import Programme
from putright.records.models import Body, ProcedureVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyShown:
    """A body and how to reach it."""

    code: str
    name: str
    address: tuple[str, ...]
    telephone: str
    email: str
    website: str
    area: str


SHORT: Final = 12  # of a digest: enough to tell the versions of one body apart in an address


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionShown:
    """One version of a body's procedure: since when it is adopted, and the short digest by which it is addressed."""

    version: str
    adopted_on: date
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedurePage:
    """One version of a body's procedure, whether it is the one in force on the day, and all there are, latest first."""

    body: BodyShown
    programme: Programme
    short: str
    is_in_force: bool
    versions: tuple[VersionShown, ...]
    adopted_on: date
    as_published: bool
    signed_off_by: str
    source: str
    digest: str


def bodies_public() -> tuple[BodyShown, ...]:
    """Every body that has adopted a procedure here, by name."""
    adopted = ProcedureVersion.objects.filter(body__isnull=False).values("body")
    return tuple(body_shown(row) for row in Body.objects.filter(pk__in=adopted).order_by("name"))


def is_set_up() -> bool:
    """Whether any body has been set up on this site."""
    return Body.objects.exists()


def body_public(code: str) -> BodyShown:
    """One body; raises NotFound."""
    row = Body.objects.filter(code=code).first()
    if row is None:
        raise NotFound
    return body_shown(row)


def procedure_page(code: str, on: date, *, short: str | None = None) -> ProcedurePage:
    """The procedure of a body on a day, or the version of a short digest; raises NotFound where there is none."""
    row = Body.objects.filter(code=code).first()
    in_force = procedure_of(row, on) if row else None
    if row is None or in_force is None:
        raise NotFound
    rows = ProcedureVersion.objects.filter(body=row).order_by("-adopted_on", "-id")
    version = in_force if short is None else rows.filter(digest__startswith=short).first()
    if version is None or (short is not None and len(short) != SHORT):
        raise NotFound
    return ProcedurePage(
        body=body_shown(row),
        programme=programme_of(version),
        short=version.digest[:SHORT],
        is_in_force=version.digest == in_force.digest,
        versions=tuple(
            VersionShown(version=each.version, adopted_on=each.adopted_on, short=each.digest[:SHORT]) for each in rows
        ),
        adopted_on=version.adopted_on,
        as_published=version.as_published,
        signed_off_by=version.signed_off_by.post if version.signed_off_by else "",
        source=version.source,
        digest=version.digest,
    )


def body_shown(row: Body) -> BodyShown:
    """A body as pages show it."""
    return BodyShown(
        code=row.code,
        name=row.name,
        address=tuple(row.address.splitlines()),
        telephone=row.telephone,
        email=row.email,
        website=row.website,
        area=row.area,
    )
