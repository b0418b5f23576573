"""Who may complain, and what is needed before a patient's affairs are told to somebody else?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused

CHILD_BELOW: Final = 18  # regulation 2
OLDEST: Final = 130


class Basis(StrEnum):
    """On what footing a person complains: regulation 5(1) and (2)."""

    SELF = "self"
    AFFECTED = "affected"
    REQUESTED = "requested"
    CHILD = "child"
    LACKS_CAPACITY = "lacks-capacity"
    PHYSICAL_INCAPACITY = "physical-incapacity"
    DECEASED = "deceased"


class Needed(StrEnum):
    """What is needed before the complainant is told anything about the patient."""

    NOTHING = "nothing"
    CONSENT = "the patient's consent"
    CONSENT_BY_ANY_MEANS = "the patient's consent, given in any way they can"
    CONSENT_FOR_DETAILS = "the patient's consent, for anything about the patient"
    EVIDENCE_OF_AUTHORITY = "evidence of the authority to act"
    REASONABLE_GROUNDS = "reasonable grounds for not complaining themselves"
    CHILDS_CONSENT = "the child's own consent"


# Where the patient is asked for their agreement, and somebody waits for it.
ASKED_OF_THE_PATIENT: Final = frozenset({Needed.CONSENT, Needed.CONSENT_BY_ANY_MEANS, Needed.CHILDS_CONSENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Footing:
    """One footing: how it is said to the person, whether they speak for another, what is needed, and by what law."""

    words: str
    speaks_for_another: bool
    needed: Needed
    authority: str


FOOTINGS: Final = {
    Basis.SELF: Footing(
        words="I am the patient, or the service was given to me",
        speaks_for_another=False,
        needed=Needed.NOTHING,
        authority="SI 2009/309 reg 5(1)(a)",
    ),
    Basis.AFFECTED: Footing(
        words="I was affected myself by what was done or not done",
        speaks_for_another=False,
        needed=Needed.CONSENT_FOR_DETAILS,
        authority="SI 2009/309 reg 5(1)(b)",
    ),
    Basis.REQUESTED: Footing(
        words="The patient has asked me to complain for them",
        speaks_for_another=True,
        needed=Needed.CONSENT,
        authority="SI 2009/309 reg 5(2)(d)",
    ),
    Basis.CHILD: Footing(
        words="The patient is a child, under 18",
        speaks_for_another=True,
        needed=Needed.REASONABLE_GROUNDS,
        authority="SI 2009/309 reg 5(2)(b) and (3)",
    ),
    Basis.LACKS_CAPACITY: Footing(
        words="The patient cannot decide this for themselves",
        speaks_for_another=True,
        needed=Needed.EVIDENCE_OF_AUTHORITY,
        authority="SI 2009/309 reg 5(2)(c)(ii)",
    ),
    Basis.PHYSICAL_INCAPACITY: Footing(
        words="The patient is not physically able to complain",
        speaks_for_another=True,
        needed=Needed.CONSENT_BY_ANY_MEANS,
        authority="SI 2009/309 reg 5(2)(c)(i)",
    ),
    Basis.DECEASED: Footing(
        words="The patient has died",
        speaks_for_another=True,
        needed=Needed.EVIDENCE_OF_AUTHORITY,
        authority="SI 2009/309 reg 5(2)(a)",
    ),
}

_CAN_CONSENT: Final = (
    Needed.CONSENT,
    Needed.CONSENT_BY_ANY_MEANS,
    Needed.CONSENT_FOR_DETAILS,
    Needed.REASONABLE_GROUNDS,
)


def capacity_of(basis: Basis) -> str:
    """The fact that a received complaint states: `self`, or `representative` for another."""
    return "representative" if FOOTINGS[basis].speaks_for_another else "self"


def age_on(born_on: date, on: date) -> int:
    """How many years old a person is on a day.

    >>> age_on(date(2008, 4, 3), date(2026, 4, 2)), age_on(date(2008, 4, 2), date(2026, 4, 2))
    (17, 18)
    """
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def why_not_on_this_footing(basis: Basis, patient_age: int | None) -> Refused | None:
    """Why what is said of the patient cannot be; nothing if it can."""
    if patient_age is not None and not 0 <= patient_age <= OLDEST:
        return Refused(code="absurd-age", message="This date of birth cannot be right. Check it.")
    if basis is Basis.CHILD and patient_age is not None and patient_age >= CHILD_BELOW:
        return Refused(
            code="not-a-child",
            message="A person of 18 or over is not a child: choose how else the complaint is made for them.",
            authority="SI 2009/309 reg 2",
        )
    return None


def why_not_ask_consent(basis: Basis) -> Refused | None:
    """Why nobody's consent can be asked for; nothing if it can."""
    footing = FOOTINGS[basis]
    if footing.needed is Needed.NOTHING:
        message = "People complain about their own care without anybody's consent."
    elif footing.needed not in _CAN_CONSENT:
        message = f"The patient cannot give consent here. What is needed is {footing.needed}."
    else:
        return None
    return Refused(code="no-consent-to-ask", message=message, authority=footing.authority)


def why_not_by_email(agreed_on: date | None, *, on: date) -> Refused | None:
    """Why a letter that the Regulations require may not go by e-mail; nothing if the person agreed to it before."""
    if agreed_on is not None and agreed_on <= on:
        return None
    return Refused(
        code="e-mail-not-agreed",
        message="The person has not agreed to letters by e-mail, so this one goes by post.",
        authority="SI 2009/309 reg 15",
    )
