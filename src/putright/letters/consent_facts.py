"""What must be known before the letter is written that tells what a patient's answer on consent changes?"""

from dataclasses import dataclass
from datetime import date

from putright.letters.facts import Correspondence


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAnswered:
    """Whoever complains for a patient is told that the patient said no, or took consent back; never why they did."""

    correspondence: Correspondence
    patient_name: str
    answered_on: date
    taken_back: bool = False
    own_complaint: bool = False
    ombudsman_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityRequest:
    """Whoever speaks for a patient is asked what shows that they may; `not_enough` is what the first lacked."""

    correspondence: Correspondence
    patient_name: str
    wanted: str
    not_enough: str = ""
    reply_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentEnded:
    """Another organisation is told what a patient no longer agrees to; `may_still` is what it may still use."""

    correspondence: Correspondence
    received_on: date
    complainant_name: str
    patient_name: str
    changed_on: date
    may_still: tuple[str, ...] = ()
