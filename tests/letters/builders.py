"""Facts for letters about fictional people, complete unless a test says otherwise."""

from dataclasses import replace
from datetime import date, time

from putright.domain.response import (
    ActionConfirmation,
    IssueAnswer,
    Ombudsman,
    ResponseContent,
    Signatory,
    Signature,
    SigningRole,
)
from putright.letters.every_letter import LetterFacts
from putright.letters.facts import (
    Acknowledgement,
    ConsentRequest,
    Contact,
    Correspondence,
    DetailsAcknowledgement,
    FinalResponse,
    Handler,
    Improvement,
    MeetingNote,
    MeetingOffer,
    MeetingTime,
    NextStep,
    ProgressUpdate,
    Recipient,
    ResponsePeriod,
    ReviewOutcome,
    SixMonthNotice,
    StatementRequest,
    TimescaleChange,
    Writer,
    WrittenRecord,
)

SURGERY = Contact(
    name="Willow Lane Surgery",
    address=("1 Willow Lane", "Exampleton", "EX1 1AA"),
    phone="01632 960001",
    email="complaints@willowlane.example.nhs.uk",
    website="www.willowlane.example.nhs.uk",
)
ADVOCACY = Contact(
    name="Exampleshire Complaints Advocacy",
    phone="01632 960100",
    email="help@advocacy.example.org",
    website="www.advocacy.example.org",
)
OMBUDSMAN = Contact(
    name="Parliamentary and Health Service Ombudsman",
    address=("Citygate", "51 Mosley Street", "Manchester", "M2 3HQ"),
    phone="0345 015 4033",
    website="www.ombudsman.org.uk",
)
LOCAL_OMBUDSMAN = Contact(
    name="Local Government and Social Care Ombudsman", phone="01632 960200", website="www.lgo.example.org"
)
HEALTHWATCH = Contact(name="Healthwatch Exampleshire", phone="01632 960300", email="hello@hw.example.org")


def a_correspondence(**changes) -> Correspondence:
    facts = Correspondence(
        sender=SURGERY,
        recipient=Recipient(
            name="Ms Grace Okafor",
            greeting="Ms Okafor",
            address=("Flat 2", "14 Station Road", "Exampleton", "EX2 2BB"),
        ),
        reference="7K2M-9QXR",
        written_on=date(2026, 4, 7),
        handler=Handler(name="Sam Patel", post="Complaints Officer", phone="01632 960002"),
        writer=Writer(name="Dr Ann Example", post="Senior Partner"),
        advocacy=ADVOCACY,
        ombudsman=OMBUDSMAN,
    )
    return replace(facts, **changes)


def an_acknowledgement(**changes) -> Acknowledgement:
    facts = Acknowledgement(
        correspondence=a_correspondence(),
        received_on=date(2026, 4, 2),
        how_received="by phone",
        next_steps=(
            NextStep(what="We will phone you to agree how we look into your complaint.", by=date(2026, 4, 16)),
            NextStep(what="We will ask the people who looked after you what happened."),
            NextStep(what="We will write to you with our answer.", by=date(2026, 5, 29)),
        ),
        patient_name="Mr Daniel Okafor",
        issues=("You waited four hours to be seen.", "Nobody told you why."),
        details_wanted=("the day and the time when this happened", "who you spoke to, if you know"),
        consent_wanted=True,
        answer_by=date(2026, 10, 1),
        pledges=("We will tell you how things stand at least once a month.",),
    )
    return replace(facts, **changes)


def a_details_acknowledgement(**changes) -> DetailsAcknowledgement:
    facts = DetailsAcknowledgement(
        correspondence=a_correspondence(),
        details_received_on=date(2026, 4, 14),
        issues=("You waited four hours to be seen.", "Nobody told you why."),
        next_steps=(NextStep(what="We will write to you with our answer.", by=date(2026, 5, 29)),),
    )
    return replace(facts, **changes)


def a_written_record(**changes) -> WrittenRecord:
    facts = WrittenRecord(
        correspondence=a_correspondence(),
        spoken_on=date(2026, 4, 2),
        taken_by="Lee Example, receptionist",
        record=(
            "I came in at nine and I was not seen until one.\n\nI asked twice at the desk. Both times I was "
            "told to sit down and wait. My son was in pain the whole time."
        ),
        outcome_wanted="I want someone to say sorry, and I want to know why it took so long.",
    )
    return replace(facts, **changes)


def a_statement_request(**changes) -> StatementRequest:
    facts = StatementRequest(
        correspondence=a_correspondence(
            recipient=Recipient(name="Nurse Robin Example", greeting="Robin", address=("Willow Lane Surgery",))
        ),
        received_on=date(2026, 4, 2),
        about="A patient waited from 9am to 1pm on 31 March 2026. Their mother asked at the desk twice.",
        questions=("What happened that morning?", "What did you say when you were asked how long it would be?"),
        due_on=date(2026, 4, 21),
        support=("your line manager", "your trade union", "the staff support line: 01632 960400"),
    )
    return replace(facts, **changes)


def a_consent_request(**changes) -> ConsentRequest:
    facts = ConsentRequest(
        correspondence=a_correspondence(
            recipient=Recipient(
                name="Mr Daniel Okafor", greeting="Mr Okafor", address=("Flat 2", "14 Station Road", "EX2 2BB")
            )
        ),
        representative_name="Ms Grace Okafor",
        about="How long you waited to be seen on 31 March 2026.",
        information=("what your notes say about 31 March 2026", "what our staff tell us about that day"),
        shared_with=("Ms Grace Okafor",),
        web_page="https://complaints.example.nhs.uk/consent",
        web_code="K7QM-2X4P-9TBD-H3VN",
        web_link="https://complaints.example.nhs.uk/consent/code/K7QM-2X4P-9TBD-H3VN",
        form_code="ZX00-20GD-C1EZ",
        reply_by=date(2026, 4, 28),
    )
    return replace(facts, **changes)


def a_meeting_offer(**changes) -> MeetingOffer:
    facts = MeetingOffer(
        correspondence=a_correspondence(),
        meet_with=("Nurse Robin Example", "Sam Patel, Complaints Officer"),
        times=(
            MeetingTime(on=date(2026, 5, 5), starts=time(14, 30)),
            MeetingTime(on=date(2026, 5, 7), starts=time(9)),
        ),
        place="Willow Lane Surgery, in the quiet room",
        topics=("why you waited so long", "what we said to you at the desk"),
        reply_by=date(2026, 4, 30),
    )
    return replace(facts, **changes)


def some_improvements() -> tuple[Improvement, ...]:
    return (
        Improvement(
            what="There is now a board at the desk that shows how long the wait is.",
            who="The practice manager",
            done_on=date(2026, 4, 27),
        ),
        Improvement(
            what="Everyone at the desk will be trained to tell people why they wait.",
            who="The reception lead",
            due_on=date(2026, 6, 30),
        ),
        Improvement(what="We will look at our waiting times every month.", who="The partners"),
    )


def a_meeting_note(**changes) -> MeetingNote:
    facts = MeetingNote(
        correspondence=a_correspondence(written_on=date(2026, 5, 11)),
        held_on=date(2026, 5, 5),
        present=("Ms Grace Okafor", "Nurse Robin Example", "Sam Patel"),
        what_took_place=(
            "You told us what the morning was like for you and your son.\n\nRobin said sorry. Robin explained "
            "that two doctors were ill that day, and agreed that you should have been told."
        ),
        lessons=("People can bear a wait better when they know why.", "We had no plan for a morning like that."),
        improvements=some_improvements(),
        answer_by=date(2026, 10, 1),
        review_by="our Medical Director",
        review_time="10 working days",
    )
    return replace(facts, **changes)


def a_timescale_change(**changes) -> TimescaleChange:
    facts = TimescaleChange(
        correspondence=a_correspondence(),
        promise="We send you a detailed answer.",
        first_date=date(2026, 5, 29),
        new_date=date(2026, 6, 12),
        reason="One of the doctors we need to speak to is ill. We expect them back on 1 June.",
        answer_by=date(2026, 10, 1),
    )
    return replace(facts, **changes)


def a_response_period(**changes) -> ResponsePeriod:
    facts = ResponsePeriod(
        correspondence=a_correspondence(),
        how_handled="We will read the notes of that day. We will ask the two people at the desk what happened.",
        respond_by=date(2026, 5, 29),
    )
    return replace(facts, **changes)


def a_progress_update(**changes) -> ProgressUpdate:
    facts = ProgressUpdate(
        correspondence=a_correspondence(written_on=date(2026, 7, 2)),
        received_on=date(2026, 4, 2),
        done_so_far="We have read the notes. We have spoken to one of the two people at the desk.",
        still_to_do="We need to speak to the other person.",
        expected_on=date(2026, 7, 31),
        delay_reason="The person we need to speak to has been ill.",
    )
    return replace(facts, **changes)


def a_six_month_notice(**changes) -> SixMonthNotice:
    facts = SixMonthNotice(
        correspondence=a_correspondence(written_on=date(2026, 10, 2)),
        received_on=date(2026, 4, 2),
        period_ended_on=date(2026, 10, 1),
        reason="The hospital that we need to hear from has not yet answered us.",
        expected_on=date(2026, 10, 30),
        done_so_far="We have read the notes and asked everyone at our surgery.",
    )
    return replace(facts, **changes)


def a_response_content(**changes) -> ResponseContent:
    facts = ResponseContent(
        how_considered=(
            "Sam Patel looked into your complaint. Sam read the notes of 31 March and looked at the times on our "
            "computer. Sam spoke to the nurse and the two people at the desk.\n\nSam compared what we did with "
            "our own rule for busy days."
        ),
        answers=(
            IssueAnswer(
                issue="You waited four hours to be seen",
                conclusion="You came at 9am and were seen at 1pm. That is too long. Two doctors were ill, and we "
                "did not ask for help from another surgery. We should have done.",
                remedial_action_needed=True,
                remedial_action="We need a plan for days when doctors are ill.",
            ),
            IssueAnswer(
                issue="Nobody told you why",
                conclusion="The notes show that you asked twice. You were told to wait, but not why.",
                remedial_action_needed=True,
                remedial_action="People who wait need to be told why, and how long it may be.",
            ),
            IssueAnswer(
                issue="Your son's notes were lost",
                conclusion="We found the notes. They were with the nurse all morning.",
                remedial_action_needed=False,
            ),
        ),
        action_confirmation=ActionConfirmation.TAKEN_AND_PROPOSED,
        action_details="",
        ombudsmen=frozenset({Ombudsman.HEALTH_SERVICE}),
        signature=a_signature(),
    )
    return replace(facts, **changes)


def a_signature(**changes) -> Signature:
    facts = Signature(
        signatory=Signatory(
            name="Dr Ann Example",
            post="Senior Partner and responsible person",
            role=SigningRole.RESPONSIBLE_PERSON,
            since=date(2024, 4, 1),
        ),
        signed_on=date(2026, 5, 28),
    )
    return replace(facts, **changes)


def a_final_response(**changes) -> FinalResponse:
    facts = FinalResponse(
        correspondence=a_correspondence(written_on=date(2026, 5, 28)),
        received_on=date(2026, 4, 2),
        content=a_response_content(),
        patient_name="Mr Daniel Okafor",
        apology="We are very sorry that you and your son waited four hours, and that we did not tell you why.",
        improvements=some_improvements(),
        ombudsman_by=date(2027, 3, 31),
    )
    return replace(facts, **changes)


def a_review_outcome(**changes) -> ReviewOutcome:
    facts = ReviewOutcome(
        correspondence=a_correspondence(
            written_on=date(2026, 6, 24), writer=Writer(name="Dr Mo Example", post="Medical Director")
        ),
        requested_on=date(2026, 6, 4),
        reviewed_by="Dr Mo Example, our Medical Director,",
        completed_on=date(2026, 6, 18),
        how_reviewed="I read your letter, our answer and everything that people told us. I spoke to Sam Patel.",
        position="We were wrong to make you wait, and wrong not to tell you why. We did not lose any notes.",
        reasons="The times on our computer show the wait. The nurse had the notes with her all morning.",
        apology="I am sorry for what happened to you and your son.",
        improvements=some_improvements(),
        ombudsman_by=date(2027, 3, 31),
        healthwatch=HEALTHWATCH,
    )
    return replace(facts, **changes)


HANDLING_FACTS: dict[str, LetterFacts] = {
    "acknowledgement": an_acknowledgement(),
    "details-acknowledgement": a_details_acknowledgement(),
    "written-record": a_written_record(),
    "statement-request": a_statement_request(),
    "consent-request": a_consent_request(),
    "meeting-offer": a_meeting_offer(),
    "meeting-note": a_meeting_note(),
    "timescale-change": a_timescale_change(),
    "response-period": a_response_period(),
    "progress-update": a_progress_update(),
    "six-month-notice": a_six_month_notice(),
    "final-response": a_final_response(),
    "review-outcome": a_review_outcome(),
}
