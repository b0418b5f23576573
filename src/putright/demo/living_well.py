"""What happens in the demonstration at the group of practices: a case at every stage of its procedure."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.agree_response_period import agree_response_period
from putright.casework.actions.close_case import close_case
from putright.casework.actions.complete_investigation import complete_investigation
from putright.casework.actions.decide_remedy import decide_remedy
from putright.casework.actions.decline_discussion import decline_discussion
from putright.casework.actions.explain_delay import explain_delay
from putright.casework.actions.hold_discussion import hold_discussion
from putright.casework.actions.plan_improvement import plan_improvement
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.register import register
from putright.casework.actions.request_consent import request_consent
from putright.casework.actions.request_statement import request_statement
from putright.casework.actions.send_update import send_update
from putright.casework.actions.sign_response import sign_response
from putright.casework.actions.withdraw import withdraw
from putright.casework.response_draft import Draft
from putright.casework.said import PersonSaid
from putright.demo.beside import other_things_go_on
from putright.demo.contact import contact_is_limited
from putright.demo.stage import Stage, Tale
from putright.domain.adjustments import Adjustment, Need
from putright.domain.channels import Channel
from putright.domain.issues import Outcome, Subject
from putright.domain.reasons import DelayReason
from putright.domain.remedies import RemedyKind
from putright.domain.response import ActionConfirmation
from putright.domain.standing import Basis
from putright.letters.facts import Improvement

OFFICER = "officer"


def tales(stage: Stage) -> Iterator[Tale]:
    """Tell every story, and give each case."""
    for tell in (
        _just_come,
        _acknowledgement_due_today,
        _acknowledgement_overdue,
        _told_by_phone,
        _waiting_for_consent,
        _under_investigation,
        _three_months_gone,
        _six_months_gone,
        _ready_to_sign,
        _waiting_to_be_posted,
        _answered,
        _closed,
        _withdrawn,
    ):
        yield tell(stage)


def _person(name: str, number: int, **said: object) -> PersonSaid:
    """A made-up person, at an address that no post reaches."""
    email = f"{name.lower().replace(' ', '.')}@example.org"
    return PersonSaid(
        name=name,
        address=(f"{number} Example Road", "Southampton", "SO99 9ZZ"),
        home="southampton",
        telephone=f"07700 900{100 + number}",
        email=email,
        born_on=date(1950 + number, 1 + number % 12, 1 + number % 28),
        agrees_to_email=bool(said.get("agrees_to_email")),
        needs=str(said.get("needs", "")),
    )


def _just_come(stage: Stage) -> Tale:
    return stage.received(
        0,
        _person("Amara Exampleton", 11),
        (Subject.APPOINTMENTS, "I rang for six mornings and could not get an appointment for my daughter."),
        (Subject.COMMUNICATIONS, "Nobody told me that I could have used the online form instead."),
        wanted="I would like an appointment, and an apology.",
    )


def _acknowledgement_due_today(stage: Stage) -> Tale:
    return stage.received(
        3,
        _person("Bernard Sampler", 12),
        (Subject.PRESCRIBING, "My repeat prescription was stopped without anybody telling me."),
        wanted="To know why, and for it not to happen again.",
    )


def _acknowledgement_overdue(stage: Stage) -> Tale:
    tale = stage.received(
        5,
        _person("Carys Placeholder", 13),
        (Subject.VALUES, "The person at the desk was rude to me in front of the whole waiting room."),
        wanted="An apology.",
        channel=Channel.LETTER,
        by=OFFICER,
    )
    tale.then(2, OFFICER, add_file_note, words="Rang to say that the letter had arrived. No answer; will ring again.")
    return tale


def _told_by_phone(stage: Stage) -> Tale:
    tale = stage.received(
        2,
        replace(_person("Dilip Fictive", 14), adjustments=(Need(adjustment=Adjustment.LARGE_PRINT),)),
        (Subject.FACILITIES, "The ramp at the side door has been blocked by bins for weeks."),
        wanted="The ramp cleared and kept clear.",
        channel=Channel.TELEPHONE,
        by=OFFICER,
    )
    tale.then(2, OFFICER, acknowledge, channel=Channel.TELEPHONE)
    return tale


def _waiting_for_consent(stage: Stage) -> Tale:
    tale = stage.received(
        6,
        _person("Esther Specimen", 15),
        (
            Subject.CLINICAL_TREATMENT,
            "My father's leg ulcer was dressed by a different person each time, and it got worse.",
        ),
        wanted="An explanation for my father.",
        patient=_person("Frank Specimen", 16),
        basis=Basis.REQUESTED,
    )
    tale.posted(5, OFFICER, acknowledge)
    tale.posted(
        5,
        OFFICER,
        request_consent,
        about="how his leg ulcer was cared for",
        information=("the notes of the nursing appointments", "the care plan"),
    )
    return tale


def _under_investigation(stage: Stage) -> Tale:
    tale = stage.received(
        18,
        _person("Gethin Madeup", 17, agrees_to_email=True),
        (Subject.RECORDS, "A letter about somebody else was in the copy of my record that I was given."),
        wanted="To know who has seen mine.",
    )
    tale.posted(17, OFFICER, acknowledge)
    tale.then(
        14,
        OFFICER,
        hold_discussion,
        respond_by=stage.day(-4),
        note="Agreed what to look into. The answer may come by email.",
    )
    tale.then(
        13,
        OFFICER,
        request_statement,
        person=stage.people["witness"],
        about="how the copy of the record was put together",
        questions=("Who prints a copy when it is asked for?", "How is it checked before it is handed over?"),
        support=("Your line manager", "The staff counselling line"),
        due_on=stage.day(8),
    )
    return tale


def _three_months_gone(stage: Stage) -> Tale:
    tale = stage.received(
        60,
        _person("Hania Invented", 18),
        (Subject.ACCESS, "My referral was sent to the wrong hospital, and I lost my place."),
        (Subject.VALUES, "The person at the desk laughed when I asked about it."),
        wanted="My place back, and to know how it happened.",
    )
    tale.posted(58, OFFICER, acknowledge)
    tale.then(55, OFFICER, decline_discussion)
    other_things_go_on(tale, OFFICER, "responsible")
    return tale


def _six_months_gone(stage: Stage) -> Tale:
    tale = stage.received(
        136,
        _person("Ifan Notreal", 19),
        (Subject.CLINICAL_TREATMENT, "Two doctors told me different things about the same test."),
        wanted="One answer.",
    )
    tale.posted(130, OFFICER, acknowledge)
    tale.posted(
        68,
        OFFICER,
        send_update,
        done_so_far="We have read your notes and spoken to one of the two doctors.",
        still_to_do="The other doctor has left us. We are trying to reach them.",
        expected_on=stage.day(30),
        delay_reason="One of the doctors no longer works here.",
    )
    contact_is_limited(tale, OFFICER, "responsible")
    tale.posted(
        3,
        OFFICER,
        explain_delay,
        reason=DelayReason.AWAITING_STAFF,
        explanation="One of the two doctors has left, and has only now answered us.",
        expected_on=stage.day(-8),
        done_so_far="We have both doctors' accounts.",
    )
    return tale


def _ready_to_sign(stage: Stage) -> Tale:
    tale = stage.received(
        22,
        _person("Jocelyn Pretend", 20),
        (Subject.WAITING_TIMES, "I waited two hours past my time for a blood test."),
        (Subject.COMMUNICATIONS, "There was no notice that the clinic was running late."),
        wanted="That people are told.",
    )
    tale.posted(21, OFFICER, acknowledge)
    tale.then(18, OFFICER, agree_response_period, respond_by=stage.day(-2))
    tale.then(3, OFFICER, complete_investigation)
    _decided(tale, 2, wanted="People are told from now on: the screen in the waiting area shows each delay.")
    return tale


def _decided(tale: Tale, working_days_ago: int, *, wanted: str) -> None:
    """Two issues are concluded, and the response is drafted."""
    tale.then(
        working_days_ago,
        OFFICER,
        record_outcome,
        issue=1,
        outcome=Outcome.UPHELD,
        conclusion="The clinic began late because one of two nurses was away, and no cover had been arranged.",
        remedy_needed=True,
        remedy="Cover is now arranged the week before.",
    )
    tale.then(
        working_days_ago,
        OFFICER,
        record_outcome,
        issue=2,
        outcome=Outcome.PARTLY_UPHELD,
        conclusion="There was a notice at the desk, but none in the waiting area where you were sitting.",
        remedy_needed=True,
        remedy="Delays are shown on the screen in the waiting area.",
    )
    today = tale.stage.day(working_days_ago)
    tale.then(
        working_days_ago,
        OFFICER,
        prepare_response,
        draft=Draft(
            how_considered="We read the clinic's list for that day and spoke to the nurse and the reception team.",
            action_confirmation=ActionConfirmation.TAKEN,
            action_details="Cover is arranged a week ahead, and delays are shown on the screen.",
            apology="We are sorry that you waited so long, and that nobody told you why.",
            improvements=(Improvement(what="Show delays on the screen", who="The reception manager", done_on=today),),
            answer_to_wanted=wanted,
        ),
    )


def _waiting_to_be_posted(stage: Stage) -> Tale:
    tale = stage.received(
        25,
        _person("Keziah Nobody", 21),
        (Subject.WAITING_TIMES, "The flu clinic ran an hour late."),
        (Subject.COMMUNICATIONS, "We stood outside in the rain and nobody came out."),
        wanted="An apology.",
    )
    tale.posted(24, OFFICER, acknowledge)
    tale.then(20, OFFICER, agree_response_period, respond_by=stage.day(-1))
    tale.then(5, OFFICER, complete_investigation)
    _decided(tale, 4, wanted="You asked for an apology. You have it, and you were right to ask.")
    tale.then(0, "responsible", sign_response)
    return tale


def _answered(stage: Stage) -> Tale:
    tale = stage.received(
        35,
        _person("Lorcan Anybody", 22),
        (Subject.WAITING_TIMES, "My asthma review was put off three times."),
        (Subject.COMMUNICATIONS, "Each time I was told only when I arrived."),
        wanted="A review.",
    )
    tale.posted(34, OFFICER, acknowledge)
    tale.then(12, OFFICER, complete_investigation)
    tale.then(
        11,
        "responsible",
        decide_remedy,
        issue=1,
        kind=RemedyKind.REPAYMENT,
        words="We pay back the three bus fares that you spent for nothing.",
        by=stage.day(-6),
        pence=1_650,
    )
    _decided(tale, 10, wanted="Your asthma review is booked for next week, with the nurse whom you know.")
    tale.posted(7, "responsible", sign_response)
    tale.then(
        6,
        OFFICER,
        plan_improvement,
        owner=stage.people["responsible"],
        what="Send a text message when a review is put off, with the new day in it.",
        due_on=stage.day(-15),
        tells=True,
    )
    return tale


def _closed(stage: Stage) -> Tale:
    tale = stage.received(
        50,
        _person("Meredith Someone", 23),
        (Subject.WAITING_TIMES, "I was not called in although I had checked in on the screen."),
        (Subject.COMMUNICATIONS, "The screen said that I was next."),
        wanted="That the screen is mended.",
    )
    tale.posted(48, OFFICER, acknowledge)
    tale.then(30, OFFICER, complete_investigation)
    _decided(tale, 28, wanted="The screen was mended, and shows who is next.")
    tale.posted(25, "responsible", sign_response)
    tale.then(
        24,
        OFFICER,
        plan_improvement,
        owner=stage.people[OFFICER],
        what="Look at the check-in screen every morning before the doors open, and tick it off.",
        due_on=stage.day(2),
        lesson="A screen that is wrong does more harm than none: people stay where it sends them.",
        tells=True,
    )
    tale.then(5, OFFICER, close_case, note="No further questions have come.")
    return tale


def _withdrawn(stage: Stage) -> Tale:
    tale = stage.received(
        15,
        _person("Nadia Whoever", 24),
        (Subject.OTHER, "The car park barrier came down on my car."),
        wanted="To be told who to claim from.",
    )
    tale.then(14, OFFICER, register)
    tale.posted(14, OFFICER, acknowledge)
    tale.then(9, OFFICER, withdraw, channel=Channel.TELEPHONE, note="The insurer has settled it.")
    return tale
