"""Which bodies take complaints here, and how do they handle them? For anybody to read: regulation 16."""

from dataclasses import dataclass
from datetime import date

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedurePage:
    """The procedure of a body that is in force on a day, and the law it stands under."""

    body: BodyShown
    programme: Programme
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


def procedure_page(code: str, on: date) -> ProcedurePage:
    """The procedure of a body on a day; raises NotFound where it has none."""
    row = Body.objects.filter(code=code).first()
    version = procedure_of(row, on) if row else None
    if row is None or version is None:
        raise NotFound
    return ProcedurePage(
        body=body_shown(row),
        programme=programme_of(version),
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
    )
