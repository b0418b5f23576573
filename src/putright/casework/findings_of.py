"""What was found on the issues of a case? The latest finding of each stands, unless it was entered in error."""

from putright.records.models import Case, Event, IssueFinding


def findings_of(case: Case) -> dict[int, IssueFinding]:
    """The finding that stands on each issue, by its number."""
    corrected = Event.objects.filter(case=case, corrects__isnull=False).values("corrects")
    rows = IssueFinding.objects.filter(case=case).exclude(entry__in=corrected)
    rows = rows.select_related("should", "happened", "impact").order_by("entry")
    return {row.issue: row for row in rows}
