"""Which procedures has a body adopted, and which is in force?"""

from dataclasses import dataclass
from datetime import date

from putright.casework.adopted import further_of, procedure_of, programme_of
from putright.casework.errors import refuse
from putright.domain.access import Actor, Deed, why_not_here
from putright.records.models import Body, ProcedureVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionShown:
    """A version of a procedure, by whom it was adopted, and who signed where it promises less than the law."""

    title: str
    version: str
    digest: str
    adopted_on: date
    adopted_by: str
    as_published: bool
    signed_off_by: str
    is_in_force: bool
    is_beside: bool


def versions_of(actor: Actor, on: date) -> tuple[VersionShown, ...]:
    """Every version that the actor's body has adopted, the last first, for those who administer it."""
    refuse(why_not_here(actor, Deed.ADMINISTER))
    body = Body.objects.get(pk=actor.body_id)
    further = further_of(body, on)
    in_force = {version.pk for version in (procedure_of(body, on), *further.values()) if version}
    rows = ProcedureVersion.objects.filter(body=body).select_related("adopted_by", "signed_off_by", "further")
    return tuple(
        VersionShown(
            title=programme_of(row).procedure.title,
            version=row.version,
            digest=row.digest,
            adopted_on=row.adopted_on,
            adopted_by=row.adopted_by.name if row.adopted_by else "",
            as_published=row.as_published,
            signed_off_by=row.signed_off_by.name if row.signed_off_by else "",
            is_in_force=row.pk in in_force,
            is_beside=hasattr(row, "further"),
        )
        for row in rows.order_by("-adopted_on", "-id")
    )
