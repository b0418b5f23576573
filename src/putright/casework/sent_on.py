"""What is another organisation told when a complaint is sent to it, so that nobody has to say it twice?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from putright.casework.adjustments import needs_in_words
from putright.casework.body_letters import send_to_body, to_body
from putright.casework.correspondence import correspondence, lines
from putright.casework.issue_words import issues_of, outcome_wanted
from putright.casework.letter_queue import send_letter
from putright.casework.other_bodies import OtherBody
from putright.casework.perform import CaseInHand
from putright.domain.channels import CHANNEL_WORDS, Channel
from putright.domain.chronology import Event, in_force, issue_of
from putright.domain.issues import SUBJECT_WORDS, Subject
from putright.domain.splitting import days_of_issue
from putright.domain.standing import FOOTINGS, Basis
from putright.letters.facts import Contact
from putright.letters.intake_facts import ComplaintSentOn, IssueTold, TransferNotice
from putright.letters.wording import in_words
from putright.records.models import Case, Issue, Person

# As one writes it of the person to somebody else.
_BASIS_WORDS = {
    Basis.SELF: "The person is the patient.",
    Basis.AFFECTED: "The person was affected themselves by what was done or not done.",
    Basis.REQUESTED: "The patient has asked them to complain.",
    Basis.CHILD: "The patient is a child.",
    Basis.LACKS_CAPACITY: "The patient cannot decide this for themselves.",
    Basis.PHYSICAL_INCAPACITY: "The patient is not physically able to complain.",
    Basis.DECEASED: "The patient has died.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingOn:
    """How a complaint goes to another organisation: by which two letters, why, and how both go."""

    letter: str
    told_by: str
    why: str
    agreement: str
    agreed: bool
    is_provider: bool
    body_channel: Channel
    channel: Channel


def send_on(hand: CaseInHand, body: OtherBody, sending: SendingOn) -> None:
    """Write to the organisation with everything it needs, and to the person about where their complaint is now.

    What the first letter means ends the case, on the day on which it goes.
    """
    facts = _complaint(hand, body, sending)
    send_to_body(hand, sending.letter, facts, channel=sending.body_channel, saying={"to": body.code})
    told = TransferNotice(
        correspondence=correspondence(hand, to=hand.case.complainant),
        body=body.contact,
        body_name=body.name,
        why=sending.why,
        agreed=sending.agreed,
        provider=sending.is_provider,
    )
    send_letter(hand, sending.told_by, told, channel=sending.channel, saying={"body": body.code})


def issues_told(case: Case, events: Sequence[Event] = ()) -> tuple[IssueTold, ...]:
    """Each thing complained of, as another organisation is told of it; with its day, where the events give it one."""
    return tuple(
        IssueTold(
            number=str(issue.number),
            subject=_subject(issue, events),
            words=issue.narrative.text or "",
        )
        for issue in issues_of(case)
        if not issue.exclusion
    )


def _complaint(hand: CaseInHand, body: OtherBody, sending: SendingOn) -> ComplaintSentOn:
    case, events = hand.case, in_force(hand.events)
    speaks_for_another = FOOTINGS[Basis(case.basis)].speaks_for_another
    patient = case.patient if case.patient_id != case.complainant_id else None
    first = case.complaint.first_received_on
    return ComplaintSentOn(
        correspondence=to_body(hand, body),
        received_on=case.received_on,
        how_received=CHANNEL_WORDS[Channel(case.channel)],
        complainant=_contact(case.complainant),
        basis=_BASIS_WORDS[Basis(case.basis)],
        issues=issues_told(case, events),
        agreement=sending.agreement,
        why=sending.why,
        first_received_on=first if first < case.received_on else None,
        patient=_contact(patient) if patient is not None and speaks_for_another else None,
        born_on=case.patient.born_on,
        nhs_number=_spaced(case.patient.nhs_number),
        needs=needs_in_words(case.complainant) or None,
        email_agreed=case.complainant.email_agreed_on is not None,
        occurred_on=_day_of(events, "event_occurred"),
        known_on=_day_of(events, "came_to_notice"),
        outcome_wanted=outcome_wanted(case),
        acknowledged_on=_day_of(events, "acknowledged"),
    )


def _subject(issue: Issue, events: Sequence[Event]) -> str:
    """What an issue is about, and when it happened where it has a day of its own."""
    words, (occurred_on, _) = SUBJECT_WORDS[Subject(issue.subject)], days_of_issue(events, issue.number)
    return f"{words} ({in_words(occurred_on)})" if occurred_on else words


def _contact(person: Person) -> Contact:
    return Contact(
        name=person.name,
        address=lines(person.address),
        phone=person.telephone or None,
        email=person.email or None,
    )


def _spaced(nhs_number: str) -> str | None:
    return f"{nhs_number[:3]} {nhs_number[3:6]} {nhs_number[6:]}" if nhs_number else None


def _day_of(events: Sequence[Event], kind: str) -> date | None:
    return next((event.on for event in events if event.event == kind and issue_of(event) is None), None)
