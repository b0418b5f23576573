"""Which bodies take complaints here, and how do they handle them? For anybody to read: regulation 16."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from putright.casework.adopted import further_of, in_line_with, procedure_of, programme_of
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
    reports_as: str


_ONE_DAY: Final = timedelta(days=1)
SHORT: Final = 12  # of a digest: enough to tell the versions of one body apart in an address


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionShown:
    """One version of a body's procedure: since when it is adopted, and the short digest by which it is addressed."""

    version: str
    adopted_on: date
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherShown:
    """Another procedure of the same body, and the short digest of its version in force."""

    title: str
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedurePage:
    """One version of a body's procedure, whether it is the one in force on the day, and all there are, latest first.

    It governs the complaints received from the day it was adopted, the first version also those before, until another
    was adopted: `governs_from` and `governs_until`. `governs_none` says that another took its place on the same day.
    """

    body: BodyShown
    programme: Programme
    short: str
    is_in_force: bool
    versions: tuple[VersionShown, ...]
    adopted_on: date
    first_adopted_on: date  # these very words can be adopted again after others
    governs_from: date | None
    governs_until: date | None
    governs_none: bool
    as_published: bool
    signed_off_by: str
    source: str
    digest: str
    is_beside: bool
    others: tuple[OtherShown, ...]


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
    version = in_force if short is None else _version_of(row, short)
    rows = tuple(in_line_with(version))
    in_force = next((each for each in rows if each.adopted_on <= on), rows[-1])
    place = rows.index(version)
    until = rows[place - 1].adopted_on - _ONE_DAY if place else None
    return ProcedurePage(
        body=body_shown(row),
        programme=programme_of(version),
        short=version.digest[:SHORT],
        is_in_force=version.digest == in_force.digest,
        versions=_shown(rows),
        adopted_on=version.adopted_on,
        first_adopted_on=min(each.adopted_on for each in rows if each.digest == version.digest),
        governs_from=version.adopted_on if place + 1 < len(rows) else None,
        governs_until=until,
        governs_none=until is not None and until < version.adopted_on and place + 1 < len(rows),
        as_published=version.as_published,
        signed_off_by=version.signed_off_by.post if version.signed_off_by else "",
        source=version.source,
        digest=version.digest,
        is_beside=hasattr(version, "further"),
        others=_others(row, version, on),
    )


def _others(body: Body, version: ProcedureVersion, on: date) -> tuple[OtherShown, ...]:
    """The procedures that the body keeps to besides: those for some complaints, and beside such a one its own."""
    there = [*filter(None, (procedure_of(body, on),)), *further_of(body, on).values()]
    return tuple(
        OtherShown(title=programme_of(each).procedure.title, short=each.digest[:SHORT])
        for each in there
        if each.name != version.name
    )


def _version_of(body: Body, short: str) -> ProcedureVersion:
    adopted = ProcedureVersion.objects.filter(body=body, digest__startswith=short)
    version = adopted.order_by("-adopted_on", "-id").first() if len(short) == SHORT else None
    if version is None:
        raise NotFound
    return version


def versions_public(code: str) -> tuple[VersionShown, ...]:
    """Every version that a body has adopted, the last first; none for a body that there is not."""
    return _shown(ProcedureVersion.objects.filter(body__code=code).order_by("-adopted_on", "-id"))


def _shown(rows: Iterable[ProcedureVersion]) -> tuple[VersionShown, ...]:
    return tuple(
        VersionShown(version=each.version, adopted_on=each.adopted_on, short=each.digest[:SHORT]) for each in rows
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
        reports_as=row.reports_as,
    )
