"""What happens in the demonstration at the hospital trust: levels, agreed dates, consent, and another body's part."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.agree_extension import agree_extension
from putright.casework.actions.ask_to_share import ask_to_share
from putright.casework.actions.choose_path import choose_path
from putright.casework.actions.complete_investigation import complete_investigation
from putright.casework.actions.flag_safety import flag_safety
from putright.casework.actions.join_complaint import join_complaint
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.record_sharing import record_sharing
from putright.casework.actions.request_consent import request_consent
from putright.casework.actions.request_contribution import request_contribution
from putright.casework.actions.request_meeting import request_meeting
from putright.casework.actions.request_review import request_review
from putright.casework.actions.send_update import send_update
from putright.casework.actions.set_severity import set_severity
from putright.casework.actions.set_tier import set_tier
from putright.casework.actions.sign_response import sign_response
from putright.casework.actions.start_investigation import start_investigation
from putright.casework.other_bodies import UNLISTED, BodyTold
from putright.casework.response_draft import Draft
from putright.casework.said import PersonSaid
from putright.demo.by_people import asked_for_consent, patient_answers
from putright.demo.inquest import somebody_died
from putright.demo.office import somebody_rings
from putright.demo.stage import Stage, Tale
from putright.domain.channels import Channel
from putright.domain.deaths import Who
from putright.domain.issues import Outcome, Subject
from putright.domain.joint import JointPart
from putright.domain.reasons import DelayReason
from putright.domain.response import ActionConfirmation
from putright.domain.safety import Danger
from putright.domain.standing import Basis
from putright.domain.triage import Path, Severity
from putright.letters.facts import Improvement

OFFICER: Final = "officer"
COUNCIL: Final = BodyTold(name="Exampleton Council, adult social care", address=("Civic Hall", "Exampleton", "EX9 9ZZ"))


def tales(stage: Stage) -> Iterator[Tale]:
    """Tell every story, and give each case."""
    for tell in (
        _to_be_assessed,
        _green,
        _longer_agreed,
        _with_the_council,
        _consent_awaited,
        _further_questions,
    ):
        yield tell(stage)
    yield from somebody_died(stage, _person("Henrietta Unwritten", 75), _person("Alfred Unwritten", 50))
    somebody_rings(
        stage,
        OFFICER,
        "Rang about her mother on the stroke ward. Will write, or ring again.",
    )


def _person(name: str, number: int) -> PersonSaid:
    """A made-up person, at an address that no post reaches."""
    return PersonSaid(
        name=name,
        address=(f"{number} Example Hill", "Exampleton", "EX9 9ZZ"),
        telephone=f"07700 900{100 + number}",
        email=f"{name.lower().replace(' ', '.')}@example.org",
        born_on=date(1880 + number, 1 + number % 12, 1 + number % 28),
    )


def _to_be_assessed(stage: Stage) -> Tale:
    """A complaint whose level is due to be decided tomorrow."""
    tale = stage.received(
        4,
        _person("Agnes Nonesuch", 61),
        (Subject.WAITING_TIMES, "I lay on a trolley in the corridor of the emergency department for eleven hours."),
        (Subject.PATIENT_CARE, "Nobody gave me my tablets in that time, though I asked twice."),
        wanted="To know why, and what is done about it.",
    )
    tale.posted(2, OFFICER, acknowledge)
    return tale


def _of_a_level(
    stage: Stage, days: int, person: PersonSaid, level: str, words: str, *, patient: PersonSaid | None = None
) -> Tale:
    """A complaint acknowledged and sorted into its level in time, `days - 4` working days ago."""
    tale = stage.received(
        days,
        person,
        (Subject.CLINICAL_TREATMENT, words),
        wanted="An explanation.",
        patient=patient,
        basis=Basis.REQUESTED if patient else Basis.SELF,
    )
    tale.posted(days - 2, OFFICER, acknowledge)
    tale.posted(days - 4, "manager", set_tier, tier=level, why="We have to ask the people of each service you name.")
    return tale


def _green(stage: Stage) -> Tale:
    tale = _of_a_level(
        stage, 12, _person("Bertram Vacant", 62), "green", "My discharge letter named a medicine I was never given."
    )
    tale.then(8, OFFICER, start_investigation)
    tale.then(1, OFFICER, request_meeting, words="He would like to meet the ward pharmacist.")
    return tale


def _longer_agreed(stage: Stage) -> Tale:
    """A daughter complains; her mother answered on the web what of hers may be told, and kept one thing to herself."""
    mother = _person("Perdita Blank", 43)
    words = "My mother's hip operation was put off three times, twice on the day."
    tale = _of_a_level(stage, 24, _person("Cordelia Blank", 63), "green", words, patient=mother)
    code = asked_for_consent(
        tale,
        19,
        OFFICER,
        about="Why your hip operation was put off.",
        information=("the list of the operating theatre", "your notes from before the operation"),
    )
    patient_answers(tale, 14, code, told=(1,), name=mother.name)
    told = {"done_so_far": "We have read the list of the theatre.", "still_to_do": "We ask the surgeon."}
    tale.posted(5, OFFICER, send_update, **told, expected_on=stage.day(-1))
    tale.posted(
        3,
        "manager",
        agree_extension,
        step="answer",
        new_date=stage.day(-12),
        reason=DelayReason.AWAITING_STAFF,
        explanation="The surgeon whom we need to ask is away until next week.",
        agreed_words="She would rather have a full answer than a quick one.",
    )
    return tale


def _with_the_council(stage: Stage) -> Tale:
    """The trust leads, and the council that arranged the care at home has still to answer its questions."""
    tale = _of_a_level(
        stage, 16, _person("Dafydd Imaginary", 64), "red", "I was sent home at night, and nobody came to care for me."
    )
    tale.then(11, OFFICER, ask_to_share, body=COUNCIL, why="They arranged the care at home.", channel=Channel.TELEPHONE)
    tale.then(10, OFFICER, record_sharing, body=UNLISTED, agreed=True, words="Yes.", channel=Channel.TELEPHONE)
    tale.posted(
        9,
        "responsible",
        join_complaint,
        other=COUNCIL,
        part=JointPart.LEAD,
        why="You told us about the ward and about the care at home. One of us answers for both.",
    )
    tale.posted(
        8,
        OFFICER,
        request_contribution,
        body=UNLISTED,
        questions=("When were you told of the discharge?", "Why did nobody come that night?"),
        reply_by=stage.day(-4),
    )
    return tale


def _consent_awaited(stage: Stage) -> Tale:
    tale = stage.received(
        9,
        _person("Elspeth Fictional", 65),
        (Subject.COMMUNICATIONS, "Nobody told my mother that her scan had been read wrongly until she asked."),
        wanted="To know when it was noticed, and by whom.",
        patient=_person("Frieda Fictional", 36),
        basis=Basis.REQUESTED,
    )
    tale.posted(7, OFFICER, acknowledge)
    tale.posted(
        7,
        OFFICER,
        request_consent,
        about="Your scan, and what you were told about it.",
        information=("the radiology notes",),
    )
    tale.posted(5, "manager", set_tier, tier="amber", why="Two departments were part of it.")
    tale.then(4, OFFICER, set_severity, severity=Severity.MODERATE, reason="A scan was read wrongly.")
    tale.then(
        4, OFFICER, choose_path, path=Path.CLOSER_LOOK, why="Two departments are asked.", channel=Channel.TELEPHONE
    )
    tale.then(
        4,
        OFFICER,
        flag_safety,
        whose=Who.PATIENT,
        danger=Danger.UNSAFE_TO_RING,
        what_to_do="Ring her daughter, not her. Leave no message, and send nothing that names the scan.",
        why="Her daughter told us that somebody at home reads her letters and takes her telephone.",
        review_on=stage.day(-90),
    )
    return tale


def _further_questions(stage: Stage) -> Tale:
    """A complaint that was answered, and about whose answer the person has questions."""
    tale = _of_a_level(
        stage, 36, _person("Gwilym Unlisted", 67), "green", "My stitches opened, and I was told to wait until Monday."
    )
    tale.then(20, OFFICER, complete_investigation)
    tale.then(
        18,
        OFFICER,
        record_outcome,
        issue=1,
        outcome=Outcome.UPHELD,
        conclusion="You should have been seen on the day you rang. The advice you were given was wrong.",
        remedy_needed=True,
        remedy="Whoever rings about a wound is now put through to a nurse of the ward.",
    )
    tale.then(
        17,
        OFFICER,
        prepare_response,
        draft=Draft(
            how_considered="We listened to the recording of your call, read your notes and asked the ward.",
            action_confirmation=ActionConfirmation.TAKEN,
            action_details="Calls about a wound go to the ward.",
            apology="We are sorry for the pain and the worry of that weekend.",
            answer_to_wanted="You asked for an explanation. It is above, and the matron is glad to talk about it.",
            improvements=(
                Improvement(what="Calls about a wound go to the ward.", who="The matron", done_on=stage.day(19)),
            ),
        ),
    )
    tale.posted(14, "responsible", sign_response)
    tale.then(6, OFFICER, request_review, words="Who decides at the weekend who is seen?")
    return tale
