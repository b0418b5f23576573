"""A complaint is received: from the person online, or typed in by staff from a letter, an email or what was said."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Final

from putright.casework import adopted, said
from putright.casework.adjustments import to_keep
from putright.casework.case_keys import keep_keys
from putright.casework.case_parts import keep_in_sight
from putright.casework.errors import NotFound, refuse, refused
from putright.casework.feedback_hand import become_complaint
from putright.casework.follow_links import give_link
from putright.casework.form_files import forget_form
from putright.casework.means import Means
from putright.casework.message_papers import open_from
from putright.casework.perform import CaseInHand, all_or_nothing, day_of, holding
from putright.casework.return_said import DESCRIBED, checked, facts_said
from putright.casework.said import ComplaintSaid, PersonSaid
from putright.casework.saved_complaints import forget_sent
from putright.casework.together import note_together
from putright.domain.access import Actor, Deed, Parts, why_not, why_not_here
from putright.domain.channels import Channel
from putright.domain.chronology import FactValue
from putright.domain.references import RANDOM_BYTES, reference_from, reference_shown
from putright.domain.speaking import can_decide
from putright.domain.speaking import facts_said as facts_of_speaker
from putright.domain.standing import Basis, capacity_of
from putright.records.models import Body, Case, CaseProcedure, Complaint, Document, Issue, Person
from putright.records.models.person import Part

IDENTITY_BYTES: Final = 16
TAKEN_BY: Final = "taken-by"  # the paper that says to whom a complaint was spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the person is given: the reference, and the secret of the link to follow the case, shown once."""

    reference: str
    secret: str
    version: int


def receive_complaint(
    *,
    actor: Actor | None,
    body: str,
    complaint: ComplaintSaid,
    channel: Channel,
    on: date,
    now: datetime,
    form: str | None = None,
    message: int | None = None,
    feedback: int | None = None,
    means: Means | None = None,
) -> Receipt:
    """Open a case for a complaint to a body; `actor` is nobody where the person sent it online themselves.

    `form` names the sending of one form, so that sending it twice does not make two complaints: regulations 6(1), 13.
    `feedback` is a concern or the like from which it comes: both then name each other.
    `message` is one from the tray in which the complaint came: its words and files go on the case with it.
    """
    said.check(complaint, received_on=on, today=day_of(now))
    row = Body.objects.filter(code=body).first()
    if row is None:
        raise NotFound
    if actor is not None:
        refuse(why_not(actor, Deed.RECEIVE, Parts(body_id=row.pk)))
    with all_or_nothing(means) as keeping:
        case = _new_case(row, actor, complaint, channel, on=on, now=now, form=form, means=keeping.means)
        by_id = actor.person_id if actor else case.complainant_id
        with holding(case, keeping, by_id=by_id, on=on, now=now) as hand:
            _record(hand, complaint, channel)
            if actor is not None:
                keep_in_sight(hand, actor)
            if actor is not None and message is not None:
                open_from(hand, actor, message)
            if actor is not None and feedback is not None:
                become_complaint(hand, actor, feedback)
        secret = give_link(case, on=on, now=now, means=keeping.means)
        if form is not None:
            forget_form(form)
            forget_sent(form)
    return Receipt(reference=case.reference, secret=secret, version=case.version)


def _new_case(
    body: Body,
    actor: Actor | None,
    complaint: ComplaintSaid,
    channel: Channel,
    *,
    on: date,
    now: datetime,
    form: str | None,
    means: Means,
) -> Case:
    version = adopted.procedure_of(body, on)
    if version is None:
        raise refused("no-procedure", f"{body.name} has not adopted a complaints procedure here yet.")
    complainant = _person(body, complaint.complainant, on=on, now=now)
    case = Case.objects.create(
        reference=unused_reference(means),
        body=body,
        complaint=_complaint(body, complaint, on=on, now=now, form=form, means=means),
        complainant=complainant,
        patient=_person(body, complaint.patient, on=on, now=now) if complaint.patient else complainant,
        basis=complaint.basis.value,
        channel=channel.value,
        received_on=on,
        handler_id=actor.person_id if actor and why_not_here(actor, Deed.HANDLE) is None else None,
        made_at=now,
        computed_on=day_of(now),
        version=0,
    )
    law = adopted.law_under(adopted.programme_of(version), on=on, now=now)
    for place, procedure in enumerate(filter(None, (version, law))):
        CaseProcedure.objects.create(case=case, procedure=procedure, place=place, from_on=on)
    keep_keys(case)
    return case


def _complaint(
    body: Body, complaint: ComplaintSaid, *, on: date, now: datetime, form: str | None, means: Means
) -> Complaint:
    new = {
        "identity": means.secrets.random(IDENTITY_BYTES).hex(),
        "body": body,
        "first_received_on": complaint.first_received_on or on,
        "made_at": now,
    }
    if form is None:
        return Complaint.objects.create(**new)
    # Of two sendings of one form at the same moment the second waits here for the first, and is told.
    kept, is_new = Complaint.objects.get_or_create(form_digest=sha256(form.encode()).hexdigest(), defaults=new)
    if is_new:
        return kept
    reference = reference_shown(Case.objects.filter(complaint=kept).values_list("reference", flat=True)[0])
    raise refused("already-received", f"This complaint has already been received. Its reference is {reference}.")


def _person(body: Body, person: PersonSaid, *, on: date, now: datetime) -> Person:
    return Person.objects.create(
        body=body,
        part=Part.PUBLIC,
        name=person.name.strip(),
        addressed_as=person.addressed_as.strip(),
        address="\n".join(line.strip() for line in person.address if line.strip()),
        home=person.home.strip(),
        telephone=person.telephone.strip(),
        email=person.email.strip(),
        needs=person.needs.strip(),
        adjustments=to_keep(person.adjustments),
        adjustments_on=on if person.adjustments else None,
        born_on=person.born_on,
        nhs_number="".join(person.nhs_number.split()),
        email_agreed_on=on if person.agrees_to_email else None,
        made_at=now,
    )


def unused_reference(means: Means) -> str:
    """A reference that no case has."""
    while True:
        reference = reference_from(means.secrets.random(RANDOM_BYTES))
        if not Case.objects.filter(reference=reference).exists():
            return reference


def _record(hand: CaseInHand, complaint: ComplaintSaid, channel: Channel) -> None:
    _note_days(hand, complaint, issue=None)
    for number, issue in enumerate(complaint.issues, start=1):
        _note_days(hand, issue, issue=number)
    papers = [_issue(hand, number, issue) for number, issue in enumerate(complaint.issues, start=1)]
    if complaint.outcome_wanted.strip():
        papers.append(
            hand.keep_text("outcome-wanted", "What the person would like to happen", complaint.outcome_wanted)
        )
    papers += [hand.keep_text("further-answer", each.title, each.words) for each in complaint.further]
    papers += hand.keep_if_said("other-body", "Which organisation received it first", complaint.from_body_name)
    papers += hand.keep_if_said(TAKEN_BY, "Who took the complaint", complaint.taken_by)
    papers += [hand.keep_what_came("attachment", file) for file in complaint.files]
    hand.note(
        "received",
        at=hand.now if hand.on == hand.today and channel is Channel.ONLINE else None,
        facts={**_facts(complaint, channel, on=hand.on), "procedure": hand.programmes[0].name},
        papers=papers,
    )
    if complaint.together is not None:
        note_together(hand, complaint.together, channel)
    if complaint.severity is not None:
        hand.case.severity = complaint.severity.value
        hand.note("severity_set", on=hand.today, facts={"severity_level": complaint.severity.value})
    if complaint.for_return and complaint.for_return.says_anything:
        said = checked(complaint.for_return, hand.case.body.reports_as, hand.on)
        hand.note(DESCRIBED, on=hand.today, facts=facts_said(said))


def _note_days(hand: CaseInHand, told: ComplaintSaid | said.IssueSaid, *, issue: int | None) -> None:
    """Note when it happened and when the person knew of it: of the whole complaint, or of one issue."""
    if told.occurred_on is not None:
        hand.note("event_occurred", on=told.occurred_on, issue=issue)
    if told.known_on is not None:
        hand.note("came_to_notice", on=told.known_on, issue=issue)


def _issue(hand: CaseInHand, number: int, issue: said.IssueSaid) -> Document:
    narrative = hand.keep_text("narrative", f"Issue {number}, in the person's words", issue.words)
    Issue.objects.create(case=hand.case, number=number, subject=issue.subject.value, narrative=narrative)
    return narrative


def _facts(complaint: ComplaintSaid, channel: Channel, *, on: date) -> dict[str, FactValue]:
    facts: dict[str, FactValue] = {
        "channel": channel.value,
        "capacity": capacity_of(complaint.basis),
        "basis": complaint.basis.value,
    }
    age = complaint.patient_age(on)
    if age is not None:
        facts["patient_age"] = age
    decides = complaint.speaker.can_decide
    if complaint.basis is Basis.CHILD:
        decides = can_decide(age, said=decides)
    facts |= facts_of_speaker(replace(complaint.speaker, can_decide=decides))
    if complaint.service:
        facts["service"] = complaint.service
    if complaint.first_received_on is not None:
        facts["first_received_on"] = complaint.first_received_on
    if complaint.from_body:
        facts["from_body"] = complaint.from_body
    if complaint.raised_before is not None:
        facts["raised_before"] = complaint.raised_before.value
    return facts
