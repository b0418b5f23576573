"""What happens in the demonstration at the Special Allocation provider: a case at every stage of its procedure."""

from collections.abc import Iterator
from datetime import date, time

from putright.casework.actions.accept_meeting import accept_meeting
from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.acknowledge_details import acknowledge_details
from putright.casework.actions.change_timescale import change_timescale
from putright.casework.actions.close_case import close_case
from putright.casework.actions.comment_on_draft import comment_on_draft
from putright.casework.actions.complete_investigation import complete_investigation
from putright.casework.actions.complete_review import complete_review
from putright.casework.actions.decline_meeting import decline_meeting
from putright.casework.actions.end_task import end_task
from putright.casework.actions.examine import examine
from putright.casework.actions.hold_meeting import hold_meeting
from putright.casework.actions.offer_meeting import Meeting, offer_meeting
from putright.casework.actions.place_evidence import place_evidence
from putright.casework.actions.plan_investigation import Plan, plan_investigation
from putright.casework.actions.post_letter import post_letter
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_details import record_details
from putright.casework.actions.record_finding import record_finding
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.record_statement import record_statement
from putright.casework.actions.register import register
from putright.casework.actions.request_records import request_records
from putright.casework.actions.request_review import request_review
from putright.casework.actions.request_statement import request_statement
from putright.casework.actions.save_statement import save_statement
from putright.casework.actions.send_review_outcome import send_review_outcome
from putright.casework.actions.set_task import set_task
from putright.casework.actions.sign_response import sign_response
from putright.casework.actions.tell_next_steps import tell_next_steps
from putright.casework.actions.tell_staff import tell_staff
from putright.casework.queries.my_statements import my_statement, my_statements
from putright.casework.response_draft import Draft, Failing
from putright.casework.said import PersonSaid
from putright.demo.stage import Stage, Tale
from putright.domain.channels import Channel
from putright.domain.injustice import FindingSaid
from putright.domain.issues import Outcome, Subject
from putright.domain.reasons import DelayReason
from putright.domain.response import ActionConfirmation
from putright.domain.staff_told import StaffNews
from putright.domain.statements import Standing
from putright.letters.facts import Improvement, MeetingTime

MANAGER = "manager"
WANTED = "That it is put right, and that the next person is treated better."


def tales(stage: Stage) -> Iterator[Tale]:
    """Tell every story, and give each case."""
    for tell in (
        _to_be_registered,
        _acknowledged_late_by_law,
        _details_to_acknowledge,
        _statement_overdue,
        _statement_to_examine,
        _meeting_ahead,
        _meeting_letter_due,
        _detailed_reply_due,
        _timescale_changed,
        _under_review,
        _review_outcome_due,
        _finished,
        _statement_begun,
    ):
        yield tell(stage)


def _person(name: str, number: int) -> PersonSaid:
    """A made-up person, at an address that no post reaches."""
    return PersonSaid(
        name=name,
        address=(f"{number} Example Lane", "Southend-on-Sea", "SS99 9ZZ"),
        home="southend-on-sea",
        telephone=f"07700 900{100 + number}",
        email=f"{name.lower().replace(' ', '.')}@example.org",
        born_on=date(1950 + number, 1 + number % 12, 1 + number % 28),
    )


def _to_be_registered(stage: Stage) -> Tale:
    return stage.received(
        1,
        _person("Owen Allothers", 31),
        (Subject.APPOINTMENTS, "I was given an appointment forty miles from where I live."),
        wanted=WANTED,
    )


def _begun(stage: Stage, days: int, name: str, number: int, subject: Subject, words: str) -> Tale:
    """A complaint that was registered and acknowledged in good time, with a request for details."""
    tale = stage.received(
        days, _person(name, number), (subject, words), wanted=WANTED, channel=Channel.LETTER, by=MANAGER
    )
    tale.then(days - 1, MANAGER, register)
    tale.then(days - 1, MANAGER, tell_next_steps)
    tale.posted(days - 2, MANAGER, acknowledge, details_wanted=("On which day it was", "Who you spoke to"))
    return tale


def _acknowledged_late_by_law(stage: Stage) -> Tale:
    tale = stage.received(
        8,
        _person("Petra Emptyname", 32),
        (Subject.VALUES, "The security guard laughed at me when I asked for water."),
        wanted=WANTED,
        channel=Channel.LETTER,
        by=MANAGER,
    )
    tale.then(7, MANAGER, register)
    tale.then(7, MANAGER, tell_next_steps)
    tale.posted(3, MANAGER, acknowledge, details_wanted=("On which day it was",))
    return tale


def _details_to_acknowledge(stage: Stage) -> Tale:
    tale = _begun(
        stage, 9, "Quentin Blankley", 33, Subject.COMMUNICATIONS, "My telephone consultations are always cut short."
    )
    tale.then(3, MANAGER, record_details, words="It was on a Monday, twice, with the same doctor.")
    return tale


def _asked(
    stage: Stage,
    days: int,
    name: str,
    number: int,
    subject: Subject,
    words: str,
    *,
    channel: Channel = Channel.EMAIL,
) -> Tale:
    """A case in which a member of staff has been asked for a statement, `days - 6` working days ago."""
    tale = _begun(stage, days, name, number, subject, words)
    tale.then(days - 4, MANAGER, record_details, words="It was in the morning, in the second room.")
    tale.posted(days - 6, MANAGER, acknowledge_details)
    tale.then(
        days - 6,
        MANAGER,
        request_statement,
        person=stage.people["witness"],
        about="What happened between you and the person who complains.",
        questions=("What do you remember of it?", "What would you do differently?"),
        support=("Your line manager", "Occupational health", "Your trade union or professional body"),
        standing=Standing.COMPLAINED_ABOUT,
        shown=(1,),
        channel=channel,
    )
    return tale


def _statement_overdue(stage: Stage) -> Tale:
    return _asked(
        stage,
        12,
        "Rhona Dummett",
        34,
        Subject.CLINICAL_TREATMENT,
        "The dressing was left on for three weeks.",
        channel=Channel.ONLINE,
    )


def _statement_begun(stage: Stage) -> Tale:
    """A case in which the nurse has begun to write on the page of her own."""
    tale = _asked(
        stage,
        8,
        "Alma Placeholder",
        43,
        Subject.COMMUNICATIONS,
        "I was told on the telephone that my results were fine, and by letter that they were not.",
        channel=Channel.ONLINE,
    )
    witness, now = stage.actors["witness"], stage.instant(stage.day(1))
    asked = next(one for one in reversed(my_statements(witness)) if one.asked_on == stage.day(2))
    words = "I made the call on the Monday. I read the result of the wrong week from the screen, because"
    my_statement(witness, asked.number, now=now)
    save_statement(actor=witness, request=asked.number, now=now, words=words, saves=0)
    tale.then(
        2,
        MANAGER,
        set_task,
        owner=stage.people[MANAGER],
        what="Ask the laboratory when each result was reported.",
        due_on=stage.day(-2),
        issue=1,
    )
    tale.then(
        2,
        MANAGER,
        set_task,
        owner=stage.people[MANAGER],
        what="Find the letter that was sent, and who signed it.",
        due_on=stage.day(1),
    )
    plan = Plan(
        questions=("Which result was read out on the telephone?", "Why did the letter say something else?"),
        evidence=("The results as the laboratory reported them", "The letter, and who signed it"),
        people=("The nurse who rang",),
    )
    tale.then(2, MANAGER, plan_investigation, issue=1, plan=plan)
    laboratory = "the laboratory in Exampleton"
    reports = "Both results with the hour of each report."
    tale.then(2, MANAGER, request_records, of_whom=laboratory, what=reports, due_on=stage.day(-3))
    tale.then(1, MANAGER, end_task, task=tale.entry("task_set", MANAGER), is_done=True, note="It is in the notes.")
    for days_before, happened in (
        (14, "The nurse rang and said that the result was fine."),
        (11, "A letter said that the result had to be looked at again."),
    ):
        tale.then(1, MANAGER, place_evidence, happened_on=stage.day(days_before), words=happened)
    return tale


def _examining(stage: Stage, days: int, name: str, number: int, subject: Subject, words: str) -> Tale:
    """A case in which the statement has come, `days - 9` working days ago."""
    tale = _asked(stage, days, name, number, subject, words)
    tale.then(
        days - 9,
        MANAGER,
        record_statement,
        request=tale.entry("statement_requested", MANAGER),
        words="I remember the appointment. I was called away in the middle of it and should have said why.",
    )
    return tale


def _statement_to_examine(stage: Stage) -> Tale:
    return _examining(stage, 14, "Stefan Mockford", 35, Subject.COMMUNICATIONS, "The nurse walked out while I spoke.")


def _offered(stage: Stage, days: int, name: str, number: int, subject: Subject, words: str) -> Tale:
    """A case in which a meeting has been offered, `days - 12` working days ago."""
    tale = _examining(stage, days, name, number, subject, words)
    tale.then(days - 12, MANAGER, examine, note="The statement agrees with what the person told us.")
    tale.posted(
        days - 12,
        MANAGER,
        offer_meeting,
        meeting=Meeting(
            meet_with=("The nurse you saw", "The Service Manager"),
            times=(MeetingTime(on=stage.day(days - 18), starts=time(10, 30)),),
            place="The meeting room at the surgery",
            safety_considered=True,
        ),
    )
    return tale


def _meeting_ahead(stage: Stage) -> Tale:
    tale = _offered(stage, 15, "Tamsin Lookalike", 36, Subject.VALUES, "I was spoken to as if I were a child.")
    tale.then(1, MANAGER, accept_meeting)
    return tale


def _meeting_letter_due(stage: Stage) -> Tale:
    tale = _offered(stage, 22, "Umar Standin", 37, Subject.PRIVACY, "The door was open while I was examined.")
    tale.then(8, MANAGER, accept_meeting)
    tale.then(4, MANAGER, hold_meeting, note="Everybody spoke. The nurse apologised.")
    return tale


def _concluded(stage: Stage, days: int, name: str, number: int, subject: Subject, words: str) -> Tale:
    """A case in which no meeting was wanted and the investigation is done, `days - 15` working days ago."""
    tale = _offered(stage, days, name, number, subject, words)
    tale.then(days - 14, MANAGER, decline_meeting)
    tale.then(days - 15, MANAGER, complete_investigation)
    tale.then(
        days - 15,
        MANAGER,
        record_finding,
        issue=1,
        finding=FindingSaid(
            should="Our policy on appointments, section 4: whoever must leave the room says why and for how long.",
            happened="The nurse’s statement and the log of the door agree: she left for eleven minutes without a word.",
            fell_short=True,
            impact="The person did not know whether anybody would come back, and was upset for the rest of the day.",
            severity=2,
        ),
    )
    tale.then(
        days - 15,
        MANAGER,
        record_outcome,
        issue=1,
        outcome=Outcome.PARTLY_UPHELD,
        conclusion="The appointment was interrupted, and you were not told why. What was decided in it was right.",
        remedy_needed=True,
        remedy="A notice on the door and a second nurse on call.",
    )
    tale.then(
        days - 15,
        MANAGER,
        prepare_response,
        draft=Draft(
            how_considered="We read your notes, asked the nurse for a statement and compared it with what you told us.",
            action_confirmation=ActionConfirmation.TAKEN,
            action_details="A second nurse is on call in the mornings.",
            apology="We are sorry that you were left without an explanation.",
            staff_response="I was called away to an emergency and should have said so before I left the room.",
            suggestions=("You can ask to be seen by another nurse next time.",),
            improvements=(_second_nurse(stage.day(days - 15)),),
            answer_to_wanted="It is put right: a second nurse is on call, so that nobody is left waiting.",
            failings=(_LEFT,),
        ),
    )
    return tale


_LEFT = Failing(
    issue=1,
    should="Whoever must leave the room during an appointment says why, and for how long.",
    effect="You did not know whether anybody would come back, and were upset for the rest of the day.",
)


def _second_nurse(done_on: date) -> Improvement:
    return Improvement(what="Have a second nurse on call in the mornings", who="The lead nurse", done_on=done_on)


def _detailed_reply_due(stage: Stage) -> Tale:
    tale = _concluded(stage, 18, "Verity Sampleson", 38, Subject.PATIENT_CARE, "My blood pressure was taken in a rush.")
    tale.then(2, "responsible", comment_on_draft, words="Say what the nurse would do today as well.")
    draft = Draft(
        how_considered=(
            "We read your notes and the log of the door, asked the nurse for a statement and compared both with what"
            " you told us."
        ),
        action_confirmation=ActionConfirmation.TAKEN,
        action_details="A second nurse is on call in the mornings, and a notice at the door says so.",
        apology="We are sorry that you were left without an explanation, and that nobody came back.",
        staff_response="I was called away to an emergency. Today I would say so at the door, and how long I may be.",
        suggestions=("You can ask to be seen by another nurse next time.",),
        improvements=(_second_nurse(stage.day(3)),),
        failings=(_LEFT,),
    )
    tale.then(1, MANAGER, prepare_response, draft=draft)
    return tale


def _timescale_changed(stage: Stage) -> Tale:
    tale = _examining(stage, 13, "Winston Testbury", 39, Subject.RECORDS, "My old address is still on my record.")
    tale.posted(
        2,
        MANAGER,
        change_timescale,
        step="examine",
        new_date=stage.day(-6),
        reason=DelayReason.AWAITING_RECORDS,
        explanation="We have asked your last surgery for the rest of your record, and need it before we can go on.",
    )
    return tale


def _reviewed(stage: Stage, days: int, name: str, number: int, subject: Subject, words: str) -> Tale:
    """A case answered and sent for review, `days - 22` working days ago."""
    tale = _concluded(stage, days, name, number, subject, words)
    tale.posted(days - 17, "responsible", sign_response)
    tale.then(
        days - 19,
        MANAGER,
        tell_staff,
        news=StaffNews.OUTCOME,
        people=[stage.people["witness"]],
        words="It was upheld in part. We say now who rings back, and when. Nobody did wrong on purpose.",
    )
    tale.then(days - 22, MANAGER, request_review, words="The answer does not say why nobody came back to me.")
    return tale


def _under_review(stage: Stage) -> Tale:
    return _reviewed(stage, 31, "Xanthe Modelmaker", 40, Subject.COMMUNICATIONS, "Nobody came back to the room.")


def _finding(tale: Tale, working_days_ago: int) -> None:
    tale.then(
        working_days_ago,
        "reviewer",
        complete_review,
        words="The decision stands. The response should have said why nobody came back.",
    )


def _review_outcome_due(stage: Stage) -> Tale:
    tale = _reviewed(stage, 34, "Yusuf Prototype", 41, Subject.COMMUNICATIONS, "I was never told the result.")
    _finding(tale, 4)
    return tale


def _finished(stage: Stage) -> Tale:
    tale = _reviewed(stage, 60, "Zelda Facsimile", 42, Subject.COMMUNICATIONS, "Two letters said different things.")
    _finding(tale, 30)
    # The Medical Director writes; the Service Manager takes the letter to the post.
    letter = tale.then(
        28,
        "reviewer",
        send_review_outcome,
        how_reviewed="I read the file and the response, and spoke to the nurse.",
        position="The decision stands, but the response should have told you more.",
        reasons="The notes and the statement agree with each other. What was missing was an explanation.",
        apology="I am sorry that you had to ask twice.",
    ).letter
    tale.then(28, MANAGER, post_letter, letter=letter)
    tale.then(6, MANAGER, close_case, note="Told of the Ombudsman; no further questions.")
    return tale
