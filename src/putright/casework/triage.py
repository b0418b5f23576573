"""How grave is a case judged to be, on which path is it, and is whoever has it fit to handle it?"""

from datetime import date

from putright.casework.appointments import actor_of
from putright.domain.triage import SEVERITY_WORDS, WHO_HANDLES, Path, Severity, is_fit
from putright.records.models import Case


def severity_of(case: Case) -> Severity | None:
    """How grave it is judged to be; nothing while nobody has."""
    return Severity(case.severity) if case.severity else None


def path_of(case: Case) -> Path | None:
    """On which path it is; nothing while nobody has chosen."""
    return Path(case.path) if case.path else None


def who_is_to_handle(case: Case, *, on: date) -> str:
    """Who is to handle a case as grave as this, and whether whoever has it is; nothing while nobody has judged it."""
    severity = severity_of(case)
    if severity is None:
        return ""
    says = f"{SEVERITY_WORDS[severity]} severity: {WHO_HANDLES[severity][:1].lower()}{WHO_HANDLES[severity][1:]}"
    handler = case.handler
    if handler is None or is_fit(actor_of(handler.pk, case.body_id, on=on).roles, severity):
        return says
    return f"{says} It is with {handler.name}, who is no manager: give the case to one."
