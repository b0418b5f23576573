"""Which procedures does a body have, and which law stands under them?"""

from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256

from putright.domain.programme import Programme
from putright.gateways.procedure_files import programme_from_text, read_file
from putright.records.models import Body, ProcedureVersion


def procedure_of(body: Body, on: date) -> ProcedureVersion | None:
    """The procedure that a body had adopted by a day; the first it adopted, for a day before that."""
    adopted = ProcedureVersion.objects.filter(body=body)
    by_then = adopted.filter(adopted_on__lte=on).order_by("-adopted_on", "-id").first()
    return by_then or adopted.order_by("adopted_on", "id").first()


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
