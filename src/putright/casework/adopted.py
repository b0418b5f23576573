"""Which procedures does a body have, and which law stands under them?"""

from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256

from django.db.models import QuerySet

from putright.domain.programme import Programme
from putright.gateways.procedure_files import programme_from_text, read_file
from putright.records.models import Body, FurtherProcedure, ProcedureVersion


def procedure_of(body: Body, on: date) -> ProcedureVersion | None:
    """The procedure that a body had adopted by a day; the first it adopted, for a day before that."""
    adopted = ProcedureVersion.objects.filter(body=body, further__isnull=True)
    by_then = adopted.filter(adopted_on__lte=on).order_by("-adopted_on", "-id").first()
    return by_then or adopted.order_by("adopted_on", "id").first()


def further_of(body: Body, on: date) -> dict[str, ProcedureVersion]:
    """The procedures that a body had adopted beside its own by a day, for some of its cases, by their names."""
    adopted = ProcedureVersion.objects.filter(body=body, further__isnull=False, adopted_on__lte=on)
    return {version.name: version for version in adopted.order_by("adopted_on", "id")}


def in_line_with(version: ProcedureVersion) -> QuerySet[ProcedureVersion]:
    """The versions of which each takes the place of the one before: the last first, this one among them."""
    adopted = ProcedureVersion.objects.filter(body=version.body_id).order_by("-adopted_on", "-id")
    is_further = FurtherProcedure.objects.filter(version=version).exists()
    return (
        adopted.filter(further__isnull=False, name=version.name) if is_further else adopted.filter(further__isnull=True)
    )


def programme_of(version: ProcedureVersion) -> Programme:
    """A stored procedure, made ready to be asked."""
    return programme_from_text(version.source, version.name)


def law_under(programme: Programme, *, on: date, now: datetime) -> ProcedureVersion | None:
    """The law that a procedure stands under, kept word for word the first time it is needed; or none."""
    name = programme.procedure.under
    if name == "none":
        return None
    source = _shipped_text(name)
    law = programme_from_text(source, name).procedure
    kept, _ = ProcedureVersion.objects.get_or_create(
        digest=digest_of(source),
        body=None,
        defaults={
            "name": name,
            "version": law.version or "",
            "kind": law.kind.value,
            "source": source,
            "adopted_on": law.effective or on,
            "made_at": now,
        },
    )
    return kept


def digest_of(source: str) -> str:
    """The digest of a procedure's text."""
    return sha256(source.encode()).hexdigest()


@lru_cache(maxsize=16)
def _shipped_text(name: str) -> str:
    return read_file(name).text
