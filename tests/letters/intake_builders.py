"""Facts for the letters that are written while it is found out who is to deal with a complaint; people are made up."""

from dataclasses import replace
from datetime import date

from putright.letters.consent_facts import AuthorityRequest, ConsentAnswered, ConsentEnded
from putright.letters.every_letter import LetterFacts
from putright.letters.facts import Contact, Recipient
from putright.letters.intake_facts import (
    ComplaintSentOn,
    ContributionRequest,
    ContributionSent,
    ExclusionNotice,
    ExclusionTakenBack,
    IssueTold,
    JointEnded,
    JointNotice,
    KeptNotice,
    LateComplaintNotice,
    ProviderNotice,
    PutTogether,
    RepresentativeRefused,
    SharingRequest,
    TransferNotice,
)
from tests.letters.builders import a_correspondence

HOSPITAL = Contact(
    name="Exampleton General Hospital",
    address=("Complaints team", "9 Hill Road", "Exampleton", "EX9 9ZZ"),
    phone="01632 960009",
)
TO_THE_HOSPITAL = Recipient(name=HOSPITAL.name, greeting="complaints team", address=HOSPITAL.address)
ISSUES = (
    IssueTold(number="1", subject="Waiting times", words="I waited four hours to be seen.\n\nNobody came."),
    IssueTold(number="2", subject="Communication", words="Nobody told me why."),
)


def a_sharing_request(**changes) -> SharingRequest:
    facts = SharingRequest(
        correspondence=a_correspondence(),
        body_name=HOSPITAL.name,
        why="You told us about a visit to the hospital. They gave you the care, so they know what happened.",
        provider=True,
        reply_by=date(2026, 4, 21),
    )
    return replace(facts, **changes)


def a_complaint_sent_on(**changes) -> ComplaintSentOn:
    facts = ComplaintSentOn(
        correspondence=replace(a_correspondence(), recipient=TO_THE_HOSPITAL),
        received_on=date(2026, 4, 2),
        how_received="by letter",
        complainant=Contact(name="Ms Grace Okafor", address=("Flat 2", "14 Station Road"), phone="01632 960777"),
        basis="The patient has asked them to complain.",
        issues=ISSUES,
        agreement="The person told us by phone on 7 April 2026 that we may send it to you.",
        why="It is about your ward. It is not about us.",
        first_received_on=date(2026, 3, 30),
        patient=Contact(name="Mr Daniel Okafor", address=("3 Mill Lane",)),
        born_on=date(1951, 3, 9),
        nhs_number="999 012 3456",
        needs="Please use large print.",
        occurred_on=date(2026, 3, 16),
        known_on=date(2026, 3, 20),
        outcome_wanted="I want someone to say sorry.",
        acknowledged_on=date(2026, 4, 7),
    )
    return replace(facts, **changes)


def a_transfer_notice(**changes) -> TransferNotice:
    facts = TransferNotice(
        correspondence=a_correspondence(),
        body=HOSPITAL,
        body_name=HOSPITAL.name,
        why="You told us about their ward. We do not run it.",
        agreed=True,
    )
    return replace(facts, **changes)


def a_kept_notice(**changes) -> KeptNotice:
    facts = KeptNotice(
        correspondence=a_correspondence(),
        body_name=HOSPITAL.name,
        why="You would rather hear from us.",
    )
    return replace(facts, **changes)


def a_provider_notice(**changes) -> ProviderNotice:
    facts = ProviderNotice(
        correspondence=replace(a_correspondence(), recipient=TO_THE_HOSPITAL),
        received_on=date(2026, 4, 2),
        why="The person would rather hear from us.",
        complainant_name="Ms Grace Okafor",
        patient_name="Mr Daniel Okafor",
        issues=ISSUES,
        questions=("How long was the wait that day?",),
        reply_by=date(2026, 4, 30),
    )
    return replace(facts, **changes)


def an_exclusion_notice(**changes) -> ExclusionNotice:
    facts = ExclusionNotice(
        correspondence=a_correspondence(),
        issues=("Waiting times",),
        ground="the same thing has been looked into already",
        reasons="We answered this on 4 March 2025. You have our answer.",
        instead="If you are not happy with that answer, you can go to the Ombudsman.",
        others=("Communication",),
    )
    return replace(facts, **changes)


def an_exclusion_taken_back(**changes) -> ExclusionTakenBack:
    facts = ExclusionTakenBack(
        correspondence=a_correspondence(),
        issues=("Waiting times",),
        reasons="Our answer of 4 March 2025 was about another day.",
        answer_by=date(2026, 10, 1),
    )
    return replace(facts, **changes)


def a_representative_refused(**changes) -> RepresentativeRefused:
    facts = RepresentativeRefused(
        correspondence=a_correspondence(),
        patient_name="Mr Daniel Okafor",
        ground="the patient has not asked for the complaint to be made",
        reasons="We asked Mr Okafor. He said no.",
        patient_can_complain=True,
    )
    return replace(facts, **changes)


def a_consent_answered(**changes) -> ConsentAnswered:
    facts = ConsentAnswered(
        correspondence=a_correspondence(),
        patient_name="Mr Daniel Okafor",
        answered_on=date(2026, 4, 14),
        taken_back=True,
    )
    return replace(facts, **changes)


def an_authority_request(**changes) -> AuthorityRequest:
    facts = AuthorityRequest(
        correspondence=a_correspondence(),
        patient_name="Mr Daniel Okafor",
        wanted="Please send us a copy of the lasting power of attorney for health and welfare, or show it to us.",
        not_enough="The power that you sent is over property and money.",
        reply_by=date(2026, 4, 28),
    )
    return replace(facts, **changes)


def a_consent_ended(**changes) -> ConsentEnded:
    facts = ConsentEnded(
        correspondence=replace(a_correspondence(), recipient=TO_THE_HOSPITAL),
        received_on=date(2026, 4, 2),
        complainant_name="Ms Grace Okafor",
        patient_name="Mr Daniel Okafor",
        changed_on=date(2026, 4, 14),
        may_still=("what the notes say about 16 March",),
    )
    return replace(facts, **changes)


def a_late_complaint_notice(**changes) -> LateComplaintNotice:
    facts = LateComplaintNotice(
        correspondence=a_correspondence(),
        received_on=date(2026, 4, 2),
        last_day=date(2025, 4, 1),
        reasons="The notes of that year are gone. The people who were there have left.",
        not_possible=True,
    )
    return replace(facts, **changes)


def a_joint_notice(**changes) -> JointNotice:
    facts = JointNotice(
        correspondence=a_correspondence(),
        body=HOSPITAL,
        body_name=HOSPITAL.name,
        why="You were with us first, and then with them.",
        we_lead=True,
    )
    return replace(facts, **changes)


def a_joint_ended(**changes) -> JointEnded:
    facts = JointEnded(
        correspondence=a_correspondence(), why="The hospital needs longer than we do.", answer_by=date(2026, 10, 1)
    )
    return replace(facts, **changes)


def a_contribution_request(**changes) -> ContributionRequest:
    facts = ContributionRequest(
        correspondence=replace(a_correspondence(), recipient=TO_THE_HOSPITAL),
        received_on=date(2026, 4, 2),
        complainant_name="Ms Grace Okafor",
        patient_name="Mr Daniel Okafor",
        issues=ISSUES,
        questions=("How long was the wait that day?",),
        reply_by=date(2026, 4, 30),
    )
    return replace(facts, **changes)


def a_contribution(**changes) -> ContributionSent:
    facts = ContributionSent(
        correspondence=replace(a_correspondence(), recipient=TO_THE_HOSPITAL),
        complainant_name="Ms Grace Okafor",
        what_we_did="We read the notes and spoke to the nurse.",
        findings="Nobody rang the ward.",
        improvements=("We ring the ward each time.",),
    )
    return replace(facts, **changes)


def a_put_together(**changes) -> PutTogether:
    facts = PutTogether(correspondence=a_correspondence(), other_reference="3ABC-4DEF", received_on=date(2026, 4, 2))
    return replace(facts, **changes)


INTAKE_FACTS: dict[str, LetterFacts] = {
    "sharing-request": a_sharing_request(),
    "complaint-sent-on": a_complaint_sent_on(),
    "complaint-passed-on": a_complaint_sent_on(),
    "transfer-notice": a_transfer_notice(),
    "appeal-sent-on": a_complaint_sent_on(),
    "appeal-transfer-notice": a_transfer_notice(),
    "kept-notice": a_kept_notice(),
    "provider-notice": a_provider_notice(),
    "put-together": a_put_together(),
    "joint-notice": a_joint_notice(),
    "joint-ended": a_joint_ended(),
    "contribution-request": a_contribution_request(),
    "contribution": a_contribution(),
    "exclusion-notice": an_exclusion_notice(),
    "exclusion-taken-back": an_exclusion_taken_back(),
    "representative-refused": a_representative_refused(),
    "consent-answer": a_consent_answered(),
    "authority-request": an_authority_request(),
    "consent-ended": a_consent_ended(),
    "late-complaint": a_late_complaint_notice(),
}
