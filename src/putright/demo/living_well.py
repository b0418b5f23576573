"""What happens in the demonstration at the group of practices: a case at every stage of its procedure."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.agree_response_period import agree_response_period
from putright.casework.actions.choose_path import choose_path
from putright.casework.actions.close_case import close_case
from putright.casework.actions.complete_investigation import complete_investigation
from putright.casework.actions.confirm_withdrawal import confirm_withdrawal
from putright.casework.actions.decide_remedy import decide_remedy
from putright.casework.actions.decline_discussion import decline_discussion
from putright.casework.actions.explain_delay import explain_delay
from putright.casework.actions.hold_discussion import hold_discussion
from putright.casework.actions.plan_improvement import plan_improvement
from putright.casework.actions.register import register
from putright.casework.actions.request_statement import request_statement
from putright.casework.actions.send_update import send_update
from putright.casework.actions.set_severity import set_severity
from putright.casework.actions.sign_response import sign_response
from putright.casework.actions.withdraw import withdraw
from putright.casework.actions.write_to_person import write_to_person
from putright.casework.said import IssueSaid
from putright.demo import answers
from putright.demo.after import (
    answered_long_ago,
    change_was_made,
    ombudsman_asks,
    questions_are_answered,
    remedy_is_paid,
    remedy_was_paid,
    second_round,
    something_was_changed,
)
from putright.demo.beside import other_things_go_on
from putright.demo.by_people import (
    asked_for_consent,
    meeting_is_offered,
    people_are_counted,
    people_say_how_it_went,
    people_tell_without_complaining,
)
from putright.demo.contact import contact_is_limited, limit_is_looked_at_again
from putright.demo.long_ago import needed_still, time_is_up
from putright.demo.office import papers_went_astray, people_ring, somebody_is_away
from putright.demo.practice import OFFICER, RESPONSIBLE, decided, person
from putright.demo.stage import Stage, Tale
from putright.domain.adjustments import Adjustment, Need
from putright.domain.channels import Channel
from putright.domain.issues import Subject
from putright.domain.reasons import DelayReason
from putright.domain.remedies import RemedyKind
from putright.domain.standing import Basis
from putright.domain.triage import Path, Severity

_ENDED: Final = (10, 11, 12, 13, 14)  # of the stories: answered, closed, withdrawn, long ago, and once more


def tales(stage: Stage) -> Iterator[Tale]:
    """Tell every story, and give each case."""
    told: list[Tale] = []
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
        answered_long_ago,
        second_round,
        time_is_up,
        needed_still,
    ):
        told.append(tell(stage))
        yield told[-1]
    people_say_how_it_went([told[number] for number in _ENDED], 7)
    people_are_counted(stage)
    people_ring(stage)
    people_tell_without_complaining(stage)
    somebody_is_away(stage, OFFICER, RESPONSIBLE, -6, -11)


def _just_come(stage: Stage) -> Tale:
    return stage.received(
        0,
        person("Amara Exampleton", 11),
        (Subject.APPOINTMENTS, "I rang for six mornings and could not get an appointment for my daughter."),
        IssueSaid(
            subject=Subject.COMMUNICATIONS,
            words="Nobody told me that I could have used the online form instead. I read it on your door.",
            occurred_on=stage.day(8),
            known_on=stage.day(2),
        ),
        IssueSaid(
            subject=Subject.VALUES,
            words="Some months ago I was told that my daughter was “a regular”. I have thought of it ever since.",
            occurred_on=stage.day(94),
            known_on=stage.day(94),
        ),
        wanted="I would like an appointment, and an apology.",
    )


def _acknowledgement_due_today(stage: Stage) -> Tale:
    return stage.received(
        3,
        person("Bernard Sampler", 12),
        (Subject.PRESCRIBING, "My repeat prescription was stopped without anybody telling me."),
        wanted="To know why, and for it not to happen again.",
    )


def _acknowledgement_overdue(stage: Stage) -> Tale:
    tale = stage.received(
        5,
        person("Carys Placeholder", 13),
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
        replace(person("Dilip Fictive", 14), adjustments=(Need(adjustment=Adjustment.LARGE_PRINT),)),
        (Subject.FACILITIES, "The ramp at the side door has been blocked by bins for weeks."),
        wanted="The ramp cleared and kept clear.",
        channel=Channel.TELEPHONE,
        by=OFFICER,
    )
    tale.then(2, OFFICER, acknowledge, channel=Channel.TELEPHONE)
    tale.then(2, OFFICER, set_severity, severity=Severity.LOW)
    tale.then(
        1,
        OFFICER,
        choose_path,
        path=Path.EARLY_RESOLUTION,
        why="We can move the bins this week, and tell you as soon as the ramp is clear.",
        channel=Channel.TELEPHONE,
    )
    return tale


def _waiting_for_consent(stage: Stage) -> Tale:
    tale = stage.received(
        6,
        person("Esther Specimen", 15),
        (
            Subject.CLINICAL_TREATMENT,
            "My father's leg ulcer was dressed by a different person each time, and it got worse.",
        ),
        wanted="An explanation for my father.",
        patient=person("Frank Specimen", 16),
        basis=Basis.REQUESTED,
    )
    tale.posted(5, OFFICER, acknowledge)
    code = asked_for_consent(
        tale,
        5,
        OFFICER,
        about="How your leg ulcer was cared for.",
        information=("the notes of the nursing appointments", "the care plan"),
    )
    return replace(tale, consent_code=code)


def _under_investigation(stage: Stage) -> Tale:
    tale = stage.received(
        18,
        person("Gethin Madeup", 17, agrees_to_email=True),
        (Subject.RECORDS, "A letter about somebody else was in the copy of my record that I was given."),
        wanted="To know who has seen mine.",
    )
    tale.posted(17, OFFICER, acknowledge)
    tale.then(17, OFFICER, set_severity, severity=Severity.MODERATE)
    papers_went_astray(tale)
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
    tale.writes(6, "I kept the envelope with the copy. Do you want to see it?")
    words = "Thank you, that helps. Please keep it. You can send us a photo of it from this page, both sides."
    tale.then(5, OFFICER, write_to_person, words=words)
    meeting_is_offered(tale, 1, OFFICER)
    return tale


def _three_months_gone(stage: Stage) -> Tale:
    tale = stage.received(
        60,
        person("Hania Invented", 18),
        (Subject.ACCESS, "My referral was sent to the wrong hospital, and I lost my place."),
        (Subject.VALUES, "The person at the desk laughed when I asked about it."),
        wanted="My place back, and to know how it happened.",
    )
    tale.posted(58, OFFICER, acknowledge)
    tale.then(55, OFFICER, decline_discussion)
    tale.then(55, OFFICER, set_severity, severity=Severity.MODERATE)
    other_things_go_on(tale, OFFICER, RESPONSIBLE)
    tale.writes(1, "The hospital has written to me now. I have an appointment on the first Monday of next month.")
    return tale


def _six_months_gone(stage: Stage) -> Tale:
    tale = stage.received(
        136,
        person("Ifan Notreal", 19),
        (Subject.CLINICAL_TREATMENT, "Two doctors told me different things about the same test."),
        wanted="One answer.",
    )
    tale.posted(130, OFFICER, acknowledge)
    contact_is_limited(tale, OFFICER, RESPONSIBLE)
    tale.posted(
        68,
        OFFICER,
        send_update,
        done_so_far="We have read your notes and spoken to one of the two doctors.",
        still_to_do="The other doctor has left us. We are trying to reach them.",
        expected_on=stage.day(30),
        delay_reason="One of the doctors no longer works here.",
    )
    limit_is_looked_at_again(tale, RESPONSIBLE)
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
        person("Jocelyn Pretend", 20),
        (Subject.WAITING_TIMES, "I waited two hours past my time for a blood test."),
        (Subject.COMMUNICATIONS, "There was no notice that the clinic was running late."),
        wanted="That people are told.",
    )
    tale.posted(21, OFFICER, acknowledge)
    tale.then(18, OFFICER, agree_response_period, respond_by=stage.day(-2))
    tale.then(3, OFFICER, complete_investigation)
    decided(tale, 2, answers.A_LATE_BLOOD_TEST)
    return tale


def _waiting_to_be_posted(stage: Stage) -> Tale:
    tale = stage.received(
        25,
        person("Keziah Nobody", 21),
        (Subject.WAITING_TIMES, "The flu clinic ran an hour late."),
        (Subject.COMMUNICATIONS, "We stood outside in the rain and nobody came out."),
        wanted="An apology.",
    )
    tale.posted(24, OFFICER, acknowledge)
    tale.then(20, OFFICER, agree_response_period, respond_by=stage.day(-1))
    tale.then(5, OFFICER, complete_investigation)
    decided(tale, 4, answers.A_FLU_CLINIC)
    tale.then(0, RESPONSIBLE, sign_response)
    return tale


def _answered(stage: Stage) -> Tale:
    tale = stage.received(
        35,
        person("Lorcan Anybody", 22),
        (Subject.WAITING_TIMES, "My asthma review was put off three times."),
        (Subject.COMMUNICATIONS, "Each time I was told only when I arrived."),
        wanted="A review.",
    )
    tale.posted(34, OFFICER, acknowledge)
    tale.then(12, OFFICER, complete_investigation)
    tale.then(
        11,
        RESPONSIBLE,
        decide_remedy,
        issue=1,
        kind=RemedyKind.REPAYMENT,
        words="We pay back the three bus fares that you spent for nothing.",
        by=stage.day(-6),
        pence=1_650,
    )
    decided(tale, 10, answers.AN_ASTHMA_REVIEW)
    tale.posted(7, RESPONSIBLE, sign_response)
    tale.then(
        6,
        OFFICER,
        plan_improvement,
        owner=stage.people[RESPONSIBLE],
        what="Send a text message when a review is put off, with the new day in it.",
        due_on=stage.day(-15),
        tells=True,
    )
    return tale


def _closed(stage: Stage) -> Tale:
    tale = stage.received(
        50,
        person("Meredith Someone", 23),
        (Subject.WAITING_TIMES, "I was not called in although I had checked in on the screen."),
        (Subject.COMMUNICATIONS, "The screen said that I was next."),
        wanted="That the screen is mended.",
    )
    tale.posted(48, OFFICER, acknowledge)
    tale.then(30, OFFICER, complete_investigation)
    remedy_is_paid(tale)
    decided(tale, 28, answers.A_BROKEN_SCREEN)
    tale.posted(25, RESPONSIBLE, sign_response)
    something_was_changed(tale)
    remedy_was_paid(tale)
    questions_are_answered(tale)
    change_was_made(tale)
    tale.then(5, OFFICER, close_case, note="Her questions are answered.")
    ombudsman_asks(tale)
    return tale


def _withdrawn(stage: Stage) -> Tale:
    tale = stage.received(
        15,
        person("Nadia Whoever", 24),
        (Subject.OTHER, "The car park barrier came down on my car."),
        wanted="To be told who to claim from.",
    )
    tale.then(14, OFFICER, register)
    tale.posted(14, OFFICER, acknowledge)
    tale.then(9, OFFICER, withdraw, channel=Channel.TELEPHONE, note="The insurer has settled it.")
    tale.posted(7, OFFICER, confirm_withdrawal)
    return tale
