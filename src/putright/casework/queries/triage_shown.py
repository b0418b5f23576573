"""How grave are some cases judged to be, and on which path are they, for a list of them?"""

from collections.abc import Sequence
from dataclasses import dataclass

from putright.domain.triage import Path, Severity
from putright.records.models import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """What was decided of a case when it was first looked at; nothing while nobody has."""

    severity: Severity | None = None
    path: Path | None = None


NOT_TRIAGED = Triage()


def triage_from(severity: str, path: str) -> Triage:
    """What the columns of a case say."""
    return Triage(severity=Severity(severity) if severity else None, path=Path(path) if path else None)


def triage_of(numbers: Sequence[int]) -> dict[int, Triage]:
    """The same of some cases by their numbers, by one query; whoever asks may see them."""
    rows = Case.objects.filter(pk__in=list(numbers)).values_list("pk", "severity", "path")
    return {pk: triage_from(severity, path) for pk, severity, path in rows}
