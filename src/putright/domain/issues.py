"""What can one issue of a complaint be about, and how can it come out?"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final


class Subject(StrEnum):
    """What an issue is about; the words are those of the yearly NHS return on written complaints."""

    ACCESS = "access"
    ADMISSIONS = "admissions"
    APPOINTMENTS = "appointments"
    CLINICAL_TREATMENT = "clinical-treatment"
    COMMISSIONING = "commissioning"
    COMMUNICATIONS = "communications"
    CONSENT = "consent"
    END_OF_LIFE = "end-of-life"
    FACILITIES = "facilities"
    INTEGRATED_CARE = "integrated-care"
    MORTUARY = "mortuary"
    PATIENT_CARE = "patient-care"
    PRESCRIBING = "prescribing"
    PRIVACY = "privacy"
    RECORDS = "records"
    RESTRAINT = "restraint"
    STAFFING = "staffing"
    TRANSPORT = "transport"
    VALUES = "values"
    WAITING_TIMES = "waiting-times"
    OTHER = "other"


class Outcome(StrEnum):
    """How an issue, or a whole complaint, came out."""

    UPHELD = "upheld"
    PARTLY_UPHELD = "partly-upheld"
    NOT_UPHELD = "not-upheld"


SUBJECT_WORDS: Final = {
    Subject.ACCESS: "Access to treatment or medicines",
    Subject.ADMISSIONS: "Admission, discharge or transfer",
    Subject.APPOINTMENTS: "Appointments, their delay or cancellation",
    Subject.CLINICAL_TREATMENT: "Clinical treatment",
    Subject.COMMISSIONING: "Which services are paid for",
    Subject.COMMUNICATIONS: "Communication",
    Subject.CONSENT: "Consent to treatment",
    Subject.END_OF_LIFE: "Care at the end of life",
    Subject.FACILITIES: "Buildings, parking, cleaning and food",
    Subject.INTEGRATED_CARE: "Services working together, such as care after hospital",
    Subject.MORTUARY: "How the body of somebody who died was cared for",
    Subject.PATIENT_CARE: "Care, including food and drink",
    Subject.PRESCRIBING: "Prescriptions",
    Subject.PRIVACY: "Privacy, dignity and belongings",
    Subject.RECORDS: "Administration, policies and records",
    Subject.RESTRAINT: "Being held, restrained or kept apart",
    Subject.STAFFING: "Number of staff",
    Subject.TRANSPORT: "Transport by ambulance",
    Subject.VALUES: "Behaviour and attitude of staff",
    Subject.WAITING_TIMES: "Waiting times",
    Subject.OTHER: "Something else",
}

OUTCOME_WORDS: Final = {
    Outcome.UPHELD: "Upheld",
    Outcome.PARTLY_UPHELD: "Partly upheld",
    Outcome.NOT_UPHELD: "Not upheld",
}


def overall_outcome(outcomes: Sequence[Outcome]) -> Outcome | None:
    """How a complaint came out whose issues came out so: upheld if all are, partly if some; nothing without issues.

    >>> overall_outcome([Outcome.UPHELD, Outcome.NOT_UPHELD]).value
    'partly-upheld'
    """
    if not outcomes:
        return None
    kinds = set(outcomes)
    return kinds.pop() if len(kinds) == 1 else Outcome.PARTLY_UPHELD
