"""What must be known before the letters are written that are sent while it is found out who is to deal with it?"""

from dataclasses import dataclass
from datetime import date

from putright.letters.facts import Contact, Correspondence


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueTold:
    """One thing complained of, as another body is told of it: what it is about, and the person's own words."""

    number: str
    subject: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingRequest:
    """The person is asked whether another body may be sent their complaint."""

    correspondence: Correspondence
    body_name: str
    why: str
    provider: bool = False
    reply_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintSentOn:
    """Another body is sent a complaint that is for it to deal with, with all that it needs to begin."""

    correspondence: Correspondence
    received_on: date
    how_received: str
    complainant: Contact
    basis: str
    issues: tuple[IssueTold, ...]
    agreement: str
    why: str
    first_received_on: date | None = None
    patient: Contact | None = None
    born_on: date | None = None
    nhs_number: str | None = None
    needs: str | None = None
    email_agreed: bool = False
    occurred_on: date | None = None
    known_on: date | None = None
    outcome_wanted: str | None = None
    acknowledged_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferNotice:
    """The person is told which body has their complaint now, why, and what happens next."""

    correspondence: Correspondence
    body: Contact
    body_name: str
    why: str
    agreed: bool = False
    provider: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptNotice:
    """The person is told that the commissioner deals with their complaint itself."""

    correspondence: Correspondence
    body_name: str
    why: str
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderNotice:
    """A provider is told that the commissioner deals with a complaint about it; the details where the person agreed."""

    correspondence: Correspondence
    received_on: date
    why: str
    complainant_name: str | None = None
    patient_name: str | None = None
    issues: tuple[IssueTold, ...] = ()
    reply_by: date | None = None
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExclusionNotice:
    """The person is told what will not be dealt with, on which ground, why, and what goes on."""

    correspondence: Correspondence
    issues: tuple[str, ...]
    ground: str
    reasons: str
    instead: str
    others: tuple[str, ...] = ()
    ombudsman_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExclusionTakenBack:
    """The person is told that something will be looked into after all."""

    correspondence: Correspondence
    issues: tuple[str, ...]
    reasons: str
    answer_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepresentativeRefused:
    """Somebody who complains for another is told that they are not accepted, and why."""

    correspondence: Correspondence
    patient_name: str
    ground: str
    reasons: str
    patient_can_complain: bool = False
    ombudsman_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LateComplaintNotice:
    """The person is told that a complaint came too late to be taken up, and why, on both questions of the law."""

    correspondence: Correspondence
    received_on: date
    last_day: date
    reasons: str
    no_good_reason: bool = False
    not_possible: bool = False
    ombudsman_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JointNotice:
    """The person is told that two organisations look into their complaint together, and which of them answers."""

    correspondence: Correspondence
    body: Contact
    body_name: str
    why: str
    we_lead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JointEnded:
    """The person is told that this organisation answers for itself again."""

    correspondence: Correspondence
    why: str
    answer_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionRequest:
    """Another organisation is asked for its part of a joint answer."""

    correspondence: Correspondence
    received_on: date
    complainant_name: str
    issues: tuple[IssueTold, ...]
    questions: tuple[str, ...]
    reply_by: date
    patient_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionSent:
    """The organisation that leads is sent this one's part of a joint answer."""

    correspondence: Correspondence
    complainant_name: str
    what_we_did: str
    findings: str
    improvements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PutTogether:
    """The person is told that two records of one complaint were put together, and which reference counts."""

    correspondence: Correspondence
    other_reference: str
    received_on: date
