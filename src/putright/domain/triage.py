"""How grave may a complaint be, on which path is it dealt with, and who is fit to handle it?

The NHS Complaint Standards: early resolution for what is simple, a closer look for the rest, and from one to the other
without the person complaining again. Severity is for the staff alone; what it did to the person is found on each issue.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused
from putright.domain.issues import Subject
from putright.domain.roles import Role
from putright.domain.standing import Basis

STANDARDS: Final = "NHS Complaint Standards"


class Severity(StrEnum):
    """How grave what is complained of may be, as far as is known at first."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Path(StrEnum):
    """How a complaint is dealt with."""

    EARLY_RESOLUTION = "early-resolution"
    CLOSER_LOOK = "closer-look"


SEVERITY_WORDS: Final = {Severity.LOW: "Low", Severity.MODERATE: "Moderate", Severity.HIGH: "High"}
SEVERITY_MEANS: Final = {
    Severity.LOW: "Annoying or inconvenient, soon over, and easily put right.",
    Severity.MODERATE: "Care or treatment may have fallen short, or it weighed on the person for a while.",
    Severity.HIGH: "Somebody may have died of it, been harmed or been put at risk, or many people are concerned.",
}
PATH_WORDS: Final = {Path.EARLY_RESOLUTION: "Early resolution", Path.CLOSER_LOOK: "Closer look"}
PATH_MEANS: Final = {
    Path.EARLY_RESOLUTION: "Simple, with little in dispute: explained, apologised for or put right within days.",
    Path.CLOSER_LOOK: "Looked into by somebody who was not part of it, in a time that the person is told.",
}
# Who handles what is so grave: whoever may handle the graver may handle the lighter.
_SENIOR: Final = frozenset(
    {Role.COMPLAINTS_MANAGER, Role.SERVICE_MANAGER, Role.RESPONSIBLE_PERSON, Role.DELEGATE, Role.STAND_IN}
)
FIT: Final = {
    Severity.LOW: _SENIOR | {Role.COMPLAINTS_OFFICER, Role.INVESTIGATOR},
    Severity.MODERATE: _SENIOR | {Role.COMPLAINTS_OFFICER, Role.INVESTIGATOR},
    Severity.HIGH: _SENIOR,
}
WHO_HANDLES: Final = {
    Severity.LOW: "Anybody who handles complaints can take it.",
    Severity.MODERATE: "Whoever handles it was not part of what is complained of.",
    Severity.HIGH: "A manager handles it, and the responsible person is told the same day.",
}
_GRAVE: Final = frozenset({Subject.END_OF_LIFE, Subject.MORTUARY, Subject.RESTRAINT})
_OF_CARE: Final = frozenset(
    {
        *(Subject.CLINICAL_TREATMENT, Subject.PATIENT_CARE, Subject.PRESCRIBING, Subject.CONSENT),
        *(Subject.INTEGRATED_CARE, Subject.PRIVACY, Subject.STAFFING),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What is proposed before anybody has read the words, and why; a person decides."""

    severity: Severity
    path: Path
    because: str


def proposed(subjects: Collection[Subject], basis: Basis) -> Proposed:
    """What the bare facts of a complaint suggest: never more than a beginning."""
    if basis is Basis.DECEASED:
        return Proposed(severity=Severity.HIGH, path=Path.CLOSER_LOOK, because="the patient has died")
    if _GRAVE.intersection(subjects):
        because = "it is about the end of life, restraint or the care of somebody who died"
        return Proposed(severity=Severity.HIGH, path=Path.CLOSER_LOOK, because=because)
    if _OF_CARE.intersection(subjects):
        return Proposed(severity=Severity.MODERATE, path=Path.CLOSER_LOOK, because="it is about care or treatment")
    if len(subjects) > 1:
        because = "several things are complained of"
        return Proposed(severity=Severity.LOW, path=Path.CLOSER_LOOK, because=because)
    because = "one thing is complained of, and it is not about care or treatment"
    return Proposed(severity=Severity.LOW, path=Path.EARLY_RESOLUTION, because=because)


def is_fit(roles: Collection[Role], severity: Severity | None) -> bool:
    """Whether somebody in these roles is to handle a complaint as grave as this."""
    return severity is None or not FIT[severity].isdisjoint(roles)


def why_not_severity(severity: Severity, *, stands: Severity | None, reason: str) -> Refused | None:
    """Why the severity cannot be set so: one that changes what was said before needs a reason; nothing if it can."""
    if severity is stands:
        message = f"It is set to {SEVERITY_WORDS[severity].lower()} already."
        return Refused(code="already-severity-set", message=message)
    if stands is not None and not reason.strip():
        message = "Say why it is judged otherwise now: both are kept."
        return Refused(code="no-reason", message=message)
    return None


def why_not_path(path: Path, *, stands: Path | None, is_investigated: bool, reason: str) -> Refused | None:
    """Why a complaint cannot take this path; nothing if it can. Once it is looked into there is no way back."""
    if path is stands:
        message = f"It is on this path already: {PATH_WORDS[path].lower()}."
        return Refused(code="already-path-chosen", message=message, authority=STANDARDS)
    if path is Path.EARLY_RESOLUTION and is_investigated:
        message = "The investigation has begun, so it gets the closer look that the person was told of."
        return Refused(code="already-looked-into", message=message, authority=STANDARDS)
    if not reason.strip():
        return Refused(code="no-reason", message="Say why this path suits the complaint.", authority=STANDARDS)
    return None
