"""Is every action refused, with its reason, when it may not be done, and is nothing written then?"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

from putright.casework import actions
from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import Call, Promise, add_file_note
from putright.casework.actions.assign_handler import assign_handler
from putright.casework.actions.begin_copy import begin_copy
from putright.casework.actions.choose_path import choose_path
from putright.casework.actions.close_case import close_case
from putright.casework.actions.complete_review import complete_review
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.decide_remedy import decide_remedy
from putright.casework.actions.end_appointment import end_appointment
from putright.casework.actions.exclude_issues import exclude_issues
from putright.casework.actions.flag_safety import flag_safety
from putright.casework.actions.follow_up_breach import FollowUp, follow_up_breach
from putright.casework.actions.follow_up_process import ProcessStep
from putright.casework.actions.give_case import give_case
from putright.casework.actions.hold_issues import hold_issues
from putright.casework.actions.keep_promise import keep_promise
from putright.casework.actions.limit_contact import limit_contact
from putright.casework.actions.link_process import link_process
from putright.casework.actions.name_staff import name_staff
from putright.casework.actions.offer_meeting import Meeting
from putright.casework.actions.plan_investigation import Plan
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_breach import record_breach
from putright.casework.actions.record_consent import Consent
from putright.casework.actions.record_contact_appeal import record_contact_appeal
from putright.casework.actions.record_death import record_death
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.record_remedy_answer import record_remedy_answer
from putright.casework.actions.register import register
from putright.casework.actions.request_review import request_review
from putright.casework.actions.request_statement import request_statement
from putright.casework.actions.restrict_case import restrict_case
from putright.casework.actions.revoke_follow_link import revoke_follow_link
from putright.casework.actions.set_severity import set_severity
from putright.casework.actions.sign_response import sign_response
from putright.casework.actions.talk_about_contact import talk_about_contact
from putright.casework.actions.withdraw import withdraw
from putright.casework.advocates import AdvocateSaid
from putright.casework.contact_written import Considered
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.other_bodies import BodyTold
from putright.casework.response_draft import Draft
from putright.casework.said import FileSaid, PersonSaid
from putright.casework.verification import verify
from putright.domain import triage
from putright.domain.access import Role
from putright.domain.adjustments import Adjustment, Need
from putright.domain.allocation import AppealDecision
from putright.domain.authority import SeenAs, Shown
from putright.domain.breaches import How, Risk
from putright.domain.calls import SpokenWith
from putright.domain.channels import Channel
from putright.domain.choice import ChoiceKind, ChoiceRemedy
from putright.domain.choice_team import AskedBy, TeamStep
from putright.domain.contact import ContactTerm
from putright.domain.copies import CopyFor, WhyOut
from putright.domain.deaths import Who
from putright.domain.easy_read import EasyRead
from putright.domain.handling import HandlingPlan
from putright.domain.holds import Grounds
from putright.domain.injustice import FindingSaid
from putright.domain.interviews import Interviewed
from putright.domain.issues import Outcome
from putright.domain.joint import JointPart
from putright.domain.keeping import KeptFor
from putright.domain.linked import ProcessKind
from putright.domain.ombudsman import Asks, Decision, Recommendation
from putright.domain.reasons import DelayReason
from putright.domain.refusing import Unaccepted
from putright.domain.remedies import RemedyKind
from putright.domain.response import ActionConfirmation
from putright.domain.returns import ReturnSaid
from putright.domain.safety import Danger
from putright.domain.scope import Ground
from putright.domain.staff_told import StaffNews
from putright.domain.standing import Basis
from putright.gateways.file_kinds import WORD
from putright.letters.facts import Improvement, MeetingTime
from putright.records.models import Appointment, Case, Document, Event, OutboxLetter
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, an_office, at

TUESDAY = date(2026, 4, 7)  # after Easter Monday
WEDNESDAY = date(2026, 4, 8)
THURSDAY = date(2026, 4, 9)
THE_CHOICE = {"kind": ChoiceKind.NAMED_TEAM, "referred_on": None, "applies": True, "words": "No team was named."}


def nothing(_: Story) -> None:
    """The complaint has only been received."""


def judged_grave(story: Story) -> None:
    story.does(set_severity, "mo", TUESDAY, severity=triage.Severity.HIGH)


def looked_closer(story: Story) -> None:
    told = {"channel": Channel.TELEPHONE, "why": "It is grave."}
    story.does(choose_path, "mo", TUESDAY, path=triage.Path.CLOSER_LOOK, **told)


def entered(story: Story) -> None:
    story.does(register, "mo", TUESDAY)


def closed(story: Story) -> None:
    story.does(withdraw, "mo", TUESDAY)


def a_copy(story: Story) -> None:
    story.does(begin_copy, "mo", TUESDAY, to=CopyFor.PERSON, why="They asked for it.")


def told_by_phone(story: Story) -> None:
    story.does(acknowledge, "mo", TUESDAY, channel=Channel.TELEPHONE)


def asked(story: Story) -> None:
    story.does(
        request_statement,
        "mo",
        TUESDAY,
        person=story.office.people["sam"],
        about="A talk",
        questions=("What was said?",),
    )


def concluded(story: Story) -> None:
    story.does(
        record_outcome,
        "mo",
        TUESDAY,
        issue=1,
        outcome=Outcome.UPHELD,
        conclusion="It was rude.",
        remedy_needed=True,
        remedy="Training.",
    )


def drafted(story: Story) -> None:
    concluded(story)
    complete = Draft(
        how_considered="We asked.",
        apology="We are sorry.",
        improvements=(Improvement(what="Training", who="The manager"),),
        action_confirmation=ActionConfirmation.TAKEN,
    )
    story.does(prepare_response, "mo", TUESDAY, draft=complete)


def signed(story: Story) -> None:
    drafted(story)
    story.does(sign_response, "rosa", TUESDAY)


def answered(story: Story) -> None:
    drafted(story)
    story.posts("mo", TUESDAY, story.does(sign_response, "rosa", TUESDAY))


def answered_without_outcome(story: Story) -> None:
    answered(story)
    row = story.case.issues.get()
    row.outcome, row.conclusion = "", None
    row.save()


def in_review(story: Story) -> None:
    answered(story)
    story.does(request_review, "mo", TUESDAY, words="Please look again.")


def unlinked(story: Story) -> None:
    story.does(revoke_follow_link, "mo", TUESDAY)


def with_a_letter_waiting(story: Story) -> None:
    answered(story)
    story.does(acknowledge, "mo", TUESDAY)


def reviewed(story: Story) -> None:
    in_review(story)
    story.does(complete_review, "max", TUESDAY, words="It stands.")


def promised(story: Story) -> None:
    promise = Promise(words="Ring back.", by=WEDNESDAY)
    story.does(add_file_note, "mo", TUESDAY, words="A call.", promise=promise)


def promise_kept(story: Story) -> None:
    promised(story)
    story.does(keep_promise, "mo", TUESDAY, promise=5)


def gone_astray(story: Story) -> None:
    story.does(record_breach, "mo", TUESDAY, words="It went to number 3.", how=How.WRONG_ADDRESS)


def reported_astray(story: Story) -> None:
    gone_astray(story)
    story.does(follow_up_breach, "mo", TUESDAY, breach=4, done=FollowUp.REPORTED, words="Reference 4711.")


def death_learnt(story: Story) -> None:
    story.does(record_death, "mo", TUESDAY, **DEATH)


FARES = {"kind": RemedyKind.REPAYMENT, "words": "Your fares.", "by": date(2026, 4, 24), "pence": 4_250}


NO_DOCUMENT = FileSaid(name="draft.docx", media_type=WORD, content=b"Only words.")
BELL = {"owner": "sam", "what": "A bell at the desk.", "due_on": date(2026, 5, 1)}


def remedy_declined(story: Story) -> None:
    story.does(decide_remedy, "mo", TUESDAY, issue=1, **FARES)
    story.does(record_remedy_answer, "mo", TUESDAY, remedy=story.case.chain_count, accepts=False)


def an_inquest(story: Story) -> None:
    story.does(link_process, "mo", TUESDAY, process=ProcessKind.INQUEST, words="It opened in March.")


def concluded_beside_it(story: Story) -> None:
    concluded(story)
    an_inquest(story)


def candour(story: Story) -> None:
    story.does(link_process, "mo", TUESDAY, process=ProcessKind.CANDOUR, words="She broke her hip.")


def flagged(story: Story) -> None:
    story.does(flag_safety, "olu", TUESDAY, **FLAG)


def held_for_it(story: Story) -> None:
    an_inquest(story)
    story.does(hold_issues, "mo", TUESDAY, process=4, **HOLD)


def given_to_ines(story: Story) -> None:
    story.does(assign_handler, "mo", TUESDAY, handler=story.office.people["ines"])


def ines_may_come_near(story: Story) -> None:
    story.does(give_case, "mo", TUESDAY, person=story.office.people["ines"], role=Role.INVESTIGATOR)


def ines_is_named(story: Story) -> None:
    story.does(name_staff, "mo", TUESDAY, person=story.office.people["ines"])


def kept_to_mo_and_ines(story: Story) -> None:
    ines_may_come_near(story)
    story.does(restrict_case, "mo", TUESDAY, reason="The person works here.")


def left_out(story: Story) -> None:
    story.does(exclude_issues, "mo", TUESDAY, issues=(1,), ground=Ground.OMBUDSMAN, reasons="They have it.")


def without_words(story: Story) -> None:
    Document.objects.filter(case=story.case, kind="narrative").update(text="")


def a_meeting(**said: Any) -> Meeting:
    plain: dict[str, Any] = {
        "meet_with": ("Sam Staff",),
        "times": (MeetingTime(on=date(2026, 4, 20), starts=time(10)),),
        "place": "1 Example Street",
        "safety_considered": True,
    }
    return Meeting(**{**plain, **said})


@dataclass
class Refused:
    """An action tried by somebody on Wednesday 8 April, after something, and the code of the refusal."""

    action: str
    code: str
    said: dict[str, Any] = field(default_factory=dict)
    after: Callable[[Story], None] = nothing
    who: str = "mo"
    on: date = WEDNESDAY


BEFORE = date(2026, 4, 1)
ENGLAND = BodyTold(code="nhs-england")
TAKEN_UP = {"good_reasons": True, "still_possible": True}
LEFT_OUT = {"issues": (1,), "ground": Ground.OMBUDSMAN, "reasons": "They have it."}
NO_FINDING = FindingSaid(should="", happened="It was.", fell_short=False)
UPHELD = {"outcome": Outcome.UPHELD, "conclusion": "It was rude.", "remedy_needed": False}
LATE = {"reason": DelayReason.OTHER, "explanation": "Much to do.", "expected_on": date(2026, 11, 2)}
MOVED = {"reason": DelayReason.OTHER, "explanation": "Much to do.", "new_date": date(2026, 5, 8)}
UPDATE = {"done_so_far": "Asked.", "still_to_do": "Write."}
FINAL = {"how_reviewed": "Read.", "position": "It stands.", "reasons": "The facts."}
WROTE = {"present": ("Pat",), "what_took_place": "A talk.", "lessons": ("One.",), "improvements": ()}

ASTRAY = {"words": "It went to number 3.", "how": How.WRONG_ADDRESS}
JUDGEMENT = {"risk": Risk.LIKELY, "reasons": "It is about her health."}
REPORT = {"done": FollowUp.REPORTED, "words": "Reference 4711."}

THE_FILE = {"asks": Asks.FILE, "words": "Send us the file.", "answer_by": date(2026, 5, 8)}
NOT_UPHELD = {"decision": Decision.NOT_UPHELD, "words": "No failing was found."}
SAY_SORRY = Recommendation(what="Say sorry.", by=date(2026, 5, 8))
KEPT = {"why": KeptFor.CLAIM, "words": "A solicitor wrote.", "look_again_on": date(2026, 10, 8)}
ROUND = {"words": "It does not say who it was.", "issues": (1,)}

CONSIDERED = Considered(adjustments="None.", vulnerability="None.", meeting="Offered.", reprisal="Another handles it.")
NOT_ALL = Considered(adjustments="None.", vulnerability="None.", meeting=" ", reprisal="Another handles it.")
TALK = {"words": "We asked her to ring once a week.", "helps": "A fixed day."}
WARNING = {"what_happened": "14 calls.", "what_we_ask": "Ring less.", "entries": (3,), "considered": CONSIDERED}
LIMIT = {
    "terms": frozenset({ContactTerm.IN_WRITING}),
    "arranged": "Write to Mo.",
    "until": date(2026, 7, 8),
    "why": "20 calls.",
    "entries": (3,),
    "considered": CONSIDERED,
}
IN_DANGER = {**LIMIT, "danger": "Somebody was followed to her car."}
REVIEW = {**LIMIT, "until": date(2026, 9, 8)}
del REVIEW["entries"]


def talked_of_contact(story: Story) -> None:
    story.does(talk_about_contact, "mo", TUESDAY, **TALK)


def contact_to_be_limited(story: Story) -> None:
    story.does(limit_contact, "rosa", TUESDAY, **IN_DANGER)


def contact_limited(story: Story) -> None:
    story.posts("mo", TUESDAY, story.does(limit_contact, "rosa", TUESDAY, **IN_DANGER))


def limit_appealed_against(story: Story) -> None:
    contact_limited(story)
    story.does(record_contact_appeal, "mo", TUESDAY, words="I cannot write.")


LARGE_PRINT = Need(adjustment=Adjustment.LARGE_PRINT)
DEATH = {"died": Who.COMPLAINANT, "words": "Her daughter rang."}
SPEAKER = {
    "person": PersonSaid(name="Dora Example", telephone="01632 960002"),
    "basis": Basis.DECEASED,
    "words": "The executor.",
}

HOLD = {
    "issues": (1,),
    "grounds": Grounds(prejudice="The coroner hears her."),
    "asked_by": "The coroner",
    "asked_how": Channel.LETTER,
    "review_on": date(2026, 5, 6),
}

FLAG_KEPT = {"what_to_do": "Two of us.", "why": "It may happen again.", "review_on": date(2026, 10, 7)}
FLAG = {"whose": Who.COMPLAINANT, "danger": Danger.VIOLENCE, **FLAG_KEPT}

CONCLUDED = {"issue": 1, "outcome": Outcome.UPHELD, "conclusion": "It was so.", "remedy_needed": False}

OF_THEM = {"whom": Who.COMPLAINANT, "is_another": False, "why": "A slip."}

TABLE = [
    Refused("accept_meeting", "not-meeting-offered"),
    Refused("acknowledge", "already-acknowledged", {"channel": Channel.TELEPHONE}, told_by_phone),
    Refused("acknowledge", "e-mail-not-agreed", {"channel": Channel.EMAIL}),
    Refused("acknowledge", "before-receipt", {"channel": Channel.TELEPHONE}, on=date(2026, 4, 1)),
    Refused("acknowledge", "in-the-future", {"channel": Channel.TELEPHONE}, on=date(2026, 4, 9)),
    Refused("acknowledge", "not-in-writing", {"channel": Channel.VOICEMAIL}),
    Refused("acknowledge_details", "not-details-received"),
    Refused("agree_extension", "nothing-to-move", {"step": "examine", **MOVED}),
    Refused("agree_extension", "promised-in-the-past", {**MOVED, "step": "respond", "new_date": BEFORE}),
    Refused("add_file_note", "nothing-written", {"words": "  "}),
    Refused("add_file_note", "too-long", {"words": "x" * 100_001}),
    Refused("add_file_note", "nobody-named", {"words": "A call.", "call": Call(spoken_with=SpokenWith.SOMEBODY_ELSE)}),
    Refused("add_file_note", "not-so-long", {"words": "A call.", "call": Call(minutes=601)}),
    Refused("agree_response_period", "promised-in-the-past", {"respond_by": TUESDAY}),
    Refused("answer_questions", "no-questions", {"answer": "It was Robin."}),
    Refused("answer_written_record", "not-written-record-sent", {"agrees": True}),
    Refused("answer_written_record", "nothing-written", {"agrees": False, "words": " "}),
    Refused("answer_at_once", "already-drafted", {"outcomes": (), "draft": Draft()}, drafted, "rosa"),
    Refused("ask_to_share", "own-body", {"body": BodyTold(code="commisceo"), "why": "They know."}),
    Refused("ask_to_share", "no-address", {"body": BodyTold(name="Somebody Else"), "why": "They know."}),
    Refused("ask_to_share", "no-such-body", {"body": BodyTold(code="phso"), "why": "They know."}),
    Refused("assign_handler", "not-a-handler", {"handler": "sam"}),
    Refused("assign_handler", "already-handler-assigned", {"handler": "mo"}),
    Refused("cancel_letter", "no-such-letter", {"letter": 99}),
    Refused("change_email_agreement", "not-agreed", {"agrees": False}),
    Refused("change_email_agreement", "no-e-mail-address", {"agrees": True, "email": "pat"}),
    Refused("change_timescale", "nothing-to-move", {"step": "examine", **MOVED}),
    Refused("change_timescale", "law-does-not-move", {"step": "respond", **MOVED}),
    Refused("check_response", "no-draft", {"is_ready": True}),
    Refused("check_response", "own-draft", {"is_ready": True}, drafted),
    Refused("comment_on_draft", "no-draft", {"words": "Good."}),
    Refused("comment_on_draft", "nothing-written", {"words": " "}, drafted),
    Refused("close_case", "not-answered"),
    Refused("close_case", "letter-waiting", after=with_a_letter_waiting),
    Refused("close_case", "outcome-missing", after=answered_without_outcome),
    Refused("complete_investigation", "case-withdrawn", after=closed),
    Refused("complete_review", "not-your-role", {"words": "It stands."}),
    Refused("complete_review", "already-review-completed", {"words": "Again."}, reviewed, "max"),
    Refused("correct_entry", "no-such-entry", {"entry": 99, "reason": "A slip."}),
    Refused("correct_entry", "received-stands", {"entry": 3, "reason": "A slip."}),
    Refused("correct_entry", "not-correctable", {"entry": 6, "reason": "A slip."}, signed),
    Refused(
        "correct_entry", "before-receipt", {"entry": 4, "reason": "A slip.", "right_day": date(2026, 4, 1)}, entered
    ),
    Refused("answer_ombudsman", "nothing-asked", {"request": 1, "words": "The file."}),
    Refused("comply_with_ombudsman", "nothing-recommended", {"recommendation": 1, "words": "Done."}),
    Refused("record_ombudsman_decision", "no-recommendations", {**NOT_UPHELD, "recommendations": (SAY_SORRY,)}),
    Refused("record_ombudsman_decision", "nothing-written", {**NOT_UPHELD, "words": " "}),
    Refused("record_ombudsman_request", "before-it-was-asked", {**THE_FILE, "answer_by": TUESDAY}),
    Refused("record_ombudsman_request", "nothing-written", {**THE_FILE, "words": " "}),
    Refused("confirm_withdrawal", "nothing-to-confirm"),
    Refused("tell_consent_answer", "nothing-to-tell"),
    Refused("tell_body_to_stop", "nobody-to-tell", {"body": "not-in-the-register"}),
    Refused("ask_for_authority", "nothing-to-show", {"wanted": "Please show us the grant."}),
    Refused("record_authority", "nothing-to-show", {"shown": Shown.GRANT, "seen_as": SeenAs.COPY, "is_enough": True}),
    Refused("record_patient_talk", "nobody-unaware", {"words": "She knew.", "was_alone": True}),
    Refused("answer_take_up", "not-withdrawn", {"accepted": True, "words": ""}),
    Refused("destroy_file", "not-ended"),
    Refused("destroy_file", "not-your-role", after=closed, who="olu"),
    Refused("begin_copy", "no-reason", {"to": CopyFor.PERSON, "why": " "}),
    Refused("begin_copy", "no-address", {"to": CopyFor.COURT, "why": "An inquest.", "name": "HM Coroner"}),
    Refused("begin_copy", "copy-open", {"to": CopyFor.PERSON, "why": "They asked."}, a_copy),
    Refused("mark_copy", "no-copy", {"why": WhyOut.SOMEBODY_ELSE, "words": ("rudely",)}),
    Refused("mark_copy", "no-paper", {"why": WhyOut.SOMEBODY_ELSE}, a_copy),
    Refused("mark_copy", "no-such-paper", {"why": WhyOut.SOMEBODY_ELSE, "papers": (99,)}, a_copy),
    Refused("mark_copy", "ground-not-shown", {"why": WhyOut.SERIOUS_HARM, "papers": (1,)}, a_copy),
    Refused("mark_copy", "not-a-ground", {"why": WhyOut.CANNOT_BE_SHOWN, "papers": (1,)}, a_copy),
    Refused("mark_copy", "words-not-found", {"why": WhyOut.STAFF_PRIVATE, "papers": (1,), "words": ("Robin",)}, a_copy),
    Refused("unmark_copy", "no-copy", {"mark": 1}),
    Refused("unmark_copy", "no-such-mark", {"mark": 1}, a_copy),
    Refused("check_copy", "no-copy", {"is_ready": True}),
    Refused("check_copy", "own-copy", {"is_ready": True}, a_copy),
    Refused("check_copy", "no-reason", {"is_ready": False}, a_copy, who="olu"),
    Refused("give_copy", "no-copy"),
    Refused("give_copy", "not-looked-over", after=a_copy),
    Refused("give_copy", "not-by-email", {"channel": Channel.EMAIL}, a_copy),
    Refused("end_copy", "no-copy", {"reason": "A slip."}),
    Refused("end_copy", "no-reason", {"reason": " "}, a_copy),
    Refused("keep_file_longer", "promised-in-the-past", {**KEPT, "look_again_on": TUESDAY}),
    Refused("keep_file_longer", "no-such-hold", {**KEPT, "hold": 3}),
    Refused("keep_file_no_longer", "no-such-hold", {"hold": 3, "words": "The claim is over."}),
    Refused("propose_destruction", "kept-until", {"words": "It is old."}, closed),
    Refused("record_learning", "nothing-further", {"words": "A door."}),
    Refused("decide_late_request", "not-late", {"accepted": True, "reasons": "They were ill."}),
    Refused("decide_late_request", "not-your-role", {"accepted": True, "reasons": "They were ill."}, who="olu"),
    Refused("decide_lateness", "not-late", {**TAKEN_UP, "reasons": "It was in time."}, who="rosa"),
    Refused("decide_lateness", "not-your-role", {**TAKEN_UP, "reasons": "Good ones."}, who="olu"),
    Refused("decline_discussion", "not-discussion-offered"),
    Refused("decline_meeting", "not-meeting-offered"),
    Refused("examine", "not-statement-received"),
    Refused("exclude_issues", "not-your-role", LEFT_OUT, who="olu"),
    Refused("exclude_issues", "no-such-issue", {**LEFT_OUT, "issues": (1, 2)}),
    Refused("exclude_issues", "no-such-issue", {**LEFT_OUT, "issues": ()}),
    Refused("exclude_issues", "nothing-written", {**LEFT_OUT, "reasons": " "}),
    Refused("exclude_issues", "not-settled-at-once", {**LEFT_OUT, "ground": Ground.SETTLED_AT_ONCE}),
    Refused("exclude_issues", "has-an-outcome", LEFT_OUT, concluded),
    Refused("exclude_issues", "already-answered", LEFT_OUT, answered),
    Refused("exclude_issues", "already-excluded", LEFT_OUT, left_out),
    Refused("correct_entry", "excluded-stands", {"entry": 4, "reason": "A slip."}, left_out),
    Refused("pause_clocks", "cannot-be-paused", {"steps": ("respond",), "why": "Busy."}),
    Refused("record_named_event", "no-event-of-its-own", {"event": "panel_fixed"}),
    Refused("request_meeting", "case-withdrawn", after=closed),
    Refused("resume_clocks", "not-paused", {"steps": ("respond",)}),
    Refused("set_tier", "no-levels", {"tier": "green", "why": "Small."}),
    Refused("take_back_exclusion", "not-excluded", {"issue": 1, "reasons": "They have not."}),
    Refused("take_back_exclusion", "letter-waiting", {"issue": 1, "reasons": "They have not."}, left_out),
    Refused(
        "refuse_representative",
        "not-a-representative",
        {"ground": Unaccepted.NOT_ASKED_BY_THE_PATIENT, "reasons": "She said no."},
    ),
    Refused("end_task", "no-such-task", {"task": 1, "is_done": True}),
    Refused("explain_delay", "not-late", LATE),
    Refused(
        "record_advocate", "not-your-role", {"advocate": AdvocateSaid(name="Nia Example")}, ines_may_come_near, "ines"
    ),
    Refused("record_advocate", "no-help-chosen", {"advocate": AdvocateSaid(name="Nia Example")}),
    Refused("record_advocate_end", "no-advocate", {"advocate": 99}),
    Refused("give_case", "not-your-role", {"person": "ines", "role": Role.INVESTIGATOR}, who="olu"),
    Refused("give_case", "no-such-person", {"person": 0, "role": Role.INVESTIGATOR}),
    Refused("give_case", "not-given-in-this-role", {"person": "ada", "role": Role.ADMINISTRATOR}),
    Refused("give_case", "does-not-hold-the-role", {"person": "sam", "role": Role.ADVOCATE}),
    Refused("give_case", "named-in-the-case", {"person": "ines", "role": Role.INVESTIGATOR}, ines_is_named),
    Refused("give_case", "already-given", {"person": "ines", "role": Role.INVESTIGATOR}, ines_may_come_near),
    Refused("give_case", "ends-before-it-begins", {"person": "ines", "role": Role.INVESTIGATOR, "until_on": TUESDAY}),
    Refused("set_severity", "no-reason", {"severity": triage.Severity.LOW}, judged_grave),
    Refused("set_severity", "already-severity-set", {"severity": triage.Severity.HIGH}, judged_grave),
    Refused("choose_path", "no-reason", {"path": triage.Path.CLOSER_LOOK, "why": " "}),
    Refused(
        "choose_path", "already-path-chosen", {"path": triage.Path.CLOSER_LOOK, "why": "It is grave."}, looked_closer
    ),
    Refused("choose_path", "case-withdrawn", {"path": triage.Path.CLOSER_LOOK, "why": "It is grave."}, closed),
    Refused("describe_for_return", "no-return", {"said": ReturnSaid()}),
    Refused("describe_choice", "referred-later", {**THE_CHOICE, "referred_on": date(2026, 4, 30)}),
    Refused("end_procedure", "only-procedure", {"procedure": "commisceo"}),
    Refused("offer_choice", "no-choice-described", {"remedy": ChoiceRemedy.MOVED, "words": "Another hospital."}),
    Refused("ask_choice_team", "no-choice-described", {"asked_by": AskedBy.PERSON, "words": "One hospital was named."}),
    Refused("record_choice_team_step", "not-with-choice-team", {"step": TeamStep.ADVISED, "words": "A letter."}),
    Refused("answer_choice_team", "nothing-asked", {"request": 1, "words": "Five hospitals are offered."}),
    # The others of these three are in test_choice_team.py.
    Refused("withdraw_issue", "last-issue", {"issue": 1, "said_by": Channel.TELEPHONE}),
    Refused("withdraw_issue", "no-such-issue", {"issue": 2, "said_by": Channel.TELEPHONE}),
    Refused("resume_issue", "not-withdrawn", {"issue": 1}),
    # The others of these two are in test_issue_withdrawal.py.
    Refused("tell_appeal_apart", "no-such-issue", {"issues": (2,), "why": "It is about being on it."}),
    Refused("tell_appeal_apart", "no-such-procedure", {"issues": (1,), "why": "It is about being on it."}),
    Refused("record_appeal_decision", "not-an-appeal", {"decision": AppealDecision.STAYS, "reasons": "They wrote."}),
    Refused("take_up_as_complaint", "not-an-appeal", {"reasons": "It is about the service."}),
    # The others of these three are in test_allocation.py.
    Refused("put_under_procedure", "already-under-it", {"procedure": "commisceo", "in_place": False}),
    Refused("put_under_procedure", "no-such-procedure", {"procedure": "ombudsman", "in_place": False}),
    Refused("hold_discussion", "not-discussion-offered"),
    Refused("hold_meeting", "not-meeting-offered"),
    Refused("talk_about_contact", "not-considered", {**TALK, "helps": " "}),
    Refused("warn_about_contact", "not-your-role", {**WARNING, "danger": "A threat."}, who="olu"),
    Refused("warn_about_contact", "talk-first", WARNING),
    Refused("warn_about_contact", "no-evidence", {**WARNING, "entries": ()}, talked_of_contact),
    Refused("warn_about_contact", "no-such-entry", {**WARNING, "entries": (99,)}, talked_of_contact),
    Refused(
        "warn_about_contact",
        "not-considered",
        {**WARNING, "considered": Considered(adjustments="", vulnerability="None.")},
        talked_of_contact,
    ),
    Refused("limit_contact", "not-your-role", LIMIT),
    Refused("limit_contact", "warning-first", LIMIT, talked_of_contact, "rosa"),
    Refused("limit_contact", "no-evidence", {**LIMIT, "entries": ()}, talked_of_contact, "rosa"),
    Refused("limit_contact", "no-terms", {**IN_DANGER, "terms": frozenset()}, who="rosa"),
    Refused("limit_contact", "too-long", {**IN_DANGER, "until": date(2026, 10, 9)}, who="rosa"),
    Refused("limit_contact", "no-way-open", {**IN_DANGER, "arranged": " "}, who="rosa"),
    Refused("limit_contact", "not-considered", {**IN_DANGER, "considered": NOT_ALL}, who="rosa"),
    Refused("limit_contact", "already-limited", IN_DANGER, contact_limited, "rosa"),
    Refused("review_contact_limit", "not-limited", REVIEW, who="rosa"),
    Refused("review_contact_limit", "not-told-yet", REVIEW, contact_to_be_limited, "rosa"),
    Refused("review_contact_limit", "not-your-role", REVIEW, contact_limited),
    Refused("review_contact_limit", "too-long", {**REVIEW, "until": date(2026, 10, 9)}, contact_limited, "rosa"),
    Refused("record_contact_appeal", "not-limited", {"words": "It is wrong."}),
    Refused("record_contact_appeal", "nothing-written", {"words": " "}, contact_limited),
    Refused("record_contact_appeal", "already-appealed", {"words": "Again."}, limit_appealed_against),
    Refused("answer_contact_appeal", "no-appeal", {"ends": True, "why": "Yes."}, contact_limited, "rosa"),
    Refused("answer_contact_appeal", "own-decision", {"ends": True, "why": "Yes."}, limit_appealed_against, "rosa"),
    Refused("answer_contact_appeal", "not-your-role", {"ends": True, "why": "Yes."}, limit_appealed_against),
    Refused("match_person", "no-such-other-case", {"other": "ZZZZ-ZZZZ", "is_same": True, "why": "The same."}),
    Refused(
        "record_interview", "support-not-told", {"whom": Interviewed.STAFF, "name": "Sam", "words": "I was there."}
    ),
    Refused("agree_interview_note", "no-such-interview", {"interview": 1, "agrees": True}),
    Refused("tell_staff", "nobody-named", {"news": StaffNews.COMPLAINT, "people": (), "support_told": True}),
    Refused("tell_staff", "not-concerned", {"news": StaffNews.COMPLAINT, "people": (1,), "support_told": True}),
    Refused("plan_handling", "no-manner", {"plan": HandlingPlan(issues=("The wait",), how=()), "agreed": True}),
    Refused("record_adjustments", "needed-twice", {"whose": Who.COMPLAINANT, "needs": (LARGE_PRINT, LARGE_PRINT)}),
    Refused("record_death", "in-the-future", {**DEATH, "died_on": date(2026, 4, 9)}),
    Refused("record_death", "nothing-written", {**DEATH, "words": " "}),
    Refused("record_death", "already-death-learnt", DEATH, death_learnt),
    Refused("let_speak", "speaks-themselves", SPEAKER),
    Refused("let_speak", "no-way-to-reach", {**SPEAKER, "person": PersonSaid(name="Dora")}, death_learnt),
    Refused("let_speak", "no-name", {**SPEAKER, "person": PersonSaid(name=" ")}, death_learnt),
    Refused("record_breach", "nothing-written", {"words": "", "how": How.OTHER}),
    Refused("record_breach", "not-so-many", {**ASTRAY, "people": 0}),
    Refused("record_breach", "in-the-future", {**ASTRAY, "known_at": time(10, 1)}),
    Refused("record_breach", "no-such-letter", {**ASTRAY, "letter": 1}),
    Refused("judge_breach", "no-such-breach", {"breach": 3, **JUDGEMENT}),
    Refused("judge_breach", "not-your-role", {"breach": 4, **JUDGEMENT}, gone_astray, "olu"),
    Refused("judge_breach", "nothing-written", {"breach": 4, "risk": Risk.HIGH, "reasons": ""}, gone_astray),
    Refused("judge_breach", "before-what-it-follows", {"breach": 4, **JUDGEMENT}, gone_astray, on=MAUNDY_THURSDAY),
    Refused("follow_up_breach", "no-such-breach", {"breach": 3, **REPORT}),
    Refused("follow_up_breach", "already-breach-reported", {"breach": 4, **REPORT}, reported_astray),
    Refused("decide_remedy", "no-amount", {"issue": 1, **FARES, "pence": None}),
    Refused("decide_remedy", "by-in-the-past", {"issue": 1, **FARES, "by": MAUNDY_THURSDAY}),
    Refused("decide_remedy", "not-your-role", {"issue": 1, **FARES}, who="olu"),
    Refused("record_remedy_answer", "no-such-remedy", {"remedy": 3, "accepts": True}),
    Refused("record_remedy_answer", "already-remedy-answered", {"remedy": 4, "accepts": True}, remedy_declined),
    Refused("give_remedy", "no-such-remedy", {"remedy": 3, "words": "Payment 4711."}),
    Refused("give_remedy", "remedy-declined", {"remedy": 4, "words": "Payment 4711."}, remedy_declined),
    Refused("split_case", "nothing-left", {"issues": (1,), "why": "They are two matters."}),
    Refused("split_case", "no-such-issue", {"issues": (2,), "why": "They are two matters."}),
    Refused("split_case", "case-not-open", {"issues": (1,), "why": "They are two matters."}, closed),
    Refused("take_back_split", "no-such-other-case", {"other": "ZZZZ-ZZZZ", "why": "It is one matter."}),
    Refused("plan_improvement", "names-somebody", {**BELL, "what": "A bell for Pat."}),
    Refused("plan_improvement", "promised-in-the-past", {**BELL, "due_on": MAUNDY_THURSDAY}),
    Refused("tell_improvements", "nothing-to-tell"),
    Refused("link_process", "nothing-written", {"process": ProcessKind.CLAIM, "words": " "}),
    Refused("link_process", "in-the-future", {"process": ProcessKind.CLAIM, "words": "It.", "began_on": THURSDAY}),
    Refused("follow_up_process", "no-such-process", {"process": 3, "done": ProcessStep.HEARD, "words": "They wrote."}),
    Refused(
        "follow_up_process", "not-candour", {"process": 4, "done": ProcessStep.TOLD, "words": "We met."}, an_inquest
    ),
    Refused(
        "follow_up_process", "not-candour-told", {"process": 4, "done": ProcessStep.WRITTEN, "words": "It."}, candour
    ),
    Refused("end_process", "no-such-process", {"process": 3, "words": "It ended."}),
    Refused("end_process", "candour-still-owed", {"process": 4, "words": "It ended."}, candour),
    Refused("end_process", "still-held", {"process": 4, "words": "It never was.", "by_mistake": True}, held_for_it),
    Refused("hold_issues", "no-such-process", {"process": 3, **HOLD}),
    Refused("hold_issues", "not-your-role", {"process": 4, **HOLD}, an_inquest, "olu"),
    Refused("hold_issues", "no-such-issue", {"process": 4, **HOLD, "issues": (2,)}, an_inquest),
    Refused("hold_issues", "already-held", {"process": 4, **HOLD}, held_for_it),
    Refused("hold_issues", "no-prejudice", {"process": 4, **HOLD, "grounds": Grounds()}, an_inquest),
    Refused("hold_issues", "review-not-ahead", {"process": 4, **HOLD, "review_on": WEDNESDAY}, an_inquest),
    Refused("hold_issues", "never-held-for", {"process": 4, **HOLD}, candour),
    Refused("hold_issues", "has-an-outcome", {"process": 5, **HOLD}, concluded_beside_it),
    Refused("review_hold", "no-such-hold", {"hold": 4, "review_on": date(2026, 5, 6), "words": "It."}),
    Refused("review_hold", "already-queued", {"hold": 5, "review_on": date(2026, 5, 6), "words": "It."}, held_for_it),
    Refused("lift_hold", "no-such-hold", {"hold": 4, "issues": (1,), "words": "It ended."}),
    Refused("lift_hold", "not-held", {"hold": 5, "issues": (2,), "words": "It ended."}, held_for_it),
    Refused("record_outcome", "issue-held", CONCLUDED, held_for_it),
    Refused("flag_safety", "review-not-ahead", {**FLAG, "review_on": WEDNESDAY}),
    Refused("flag_safety", "review-too-far", {**FLAG, "review_on": date(2026, 10, 9)}),
    Refused("flag_safety", "nothing-written", {**FLAG, "what_to_do": " "}),
    Refused("flag_safety", "nothing-written", {**FLAG, "why": " "}),
    Refused("review_safety_flag", "no-safety-flag", {"flag": 4, **FLAG_KEPT}),
    Refused("review_safety_flag", "not-your-role", {"flag": 4, **FLAG_KEPT}, flagged, "olu"),
    Refused("review_safety_flag", "review-not-ahead", {"flag": 4, **FLAG_KEPT, "review_on": WEDNESDAY}, flagged),
    Refused("lift_safety_flag", "no-safety-flag", {"flag": 4, "why": "It is over."}),
    Refused("lift_safety_flag", "nothing-written", {"flag": 4, "why": " "}, flagged),
    Refused("lift_safety_flag", "not-your-role", {"flag": 4, "why": "It is over."}, flagged, "olu"),
    Refused("keep_promise", "no-such-promise", {"promise": 3}),
    Refused("keep_promise", "already-promise-kept", {"promise": 5}, promise_kept),
    Refused("keep_promise", "before-what-it-follows", {"promise": 5}, promised, on=MAUNDY_THURSDAY),
    Refused("let_promise_go", "no-such-promise", {"promise": 3, "reason": "Not wanted."}),
    Refused("let_promise_go", "nothing-written", {"promise": 5, "reason": " "}, promised),
    Refused("issue_follow_link", "not-your-role", who="ines", after=given_to_ines),
    Refused("lift_restriction", "not-restricted", {"reason": "It is over."}),
    Refused("lift_restriction", "not-your-role", {"reason": "It is over."}, kept_to_mo_and_ines, "ines"),
    Refused("correct_person", "no-name", {"person": PersonSaid(name=" "), **OF_THEM}),
    Refused("correct_person", "no-way-to-reach", {"person": PersonSaid(name="Pat"), **OF_THEM}),
    Refused(
        "correct_person", "complains-themselves", {**OF_THEM, "whom": Who.PATIENT, "person": PersonSaid(name="Pat")}
    ),
    # The others of correct_person are in test_wrong_person.py.
    # The others of move_entry are in test_misplaced.py, which has two cases.
    Refused("move_entry", "no-such-other-case", {"entry": 1, "other": "00000000", "why": "Mixed up."}),
    Refused("name_staff", "already-named", {"person": "sam"}, asked),
    Refused("name_provider", "not-a-commissioner", {"provider": ENGLAND}),
    Refused("offer_meeting", "safety-not-considered", {"meeting": a_meeting(safety_considered=False)}),
    Refused(
        "offer_meeting",
        "promised-in-the-past",
        {"meeting": a_meeting(times=(MeetingTime(on=TUESDAY, starts=time(9)),))},
    ),
    Refused("open_round", "not-response-sent", ROUND),
    Refused("open_round", "has-a-review", ROUND, answered),
    Refused("open_round", "something-new", {**ROUND, "about_the_same": False}, answered),
    Refused("pass_on_complaint", "not-a-commissioner", {"why": "They gave the care."}),
    Refused("join_complaint", "sharing-not-agreed", {"other": ENGLAND, "part": JointPart.LEAD, "why": "Both."}),
    Refused("join_complaint", "not-your-role", {"other": ENGLAND, "part": JointPart.LEAD, "why": "Both."}, who="olu"),
    Refused("link_case", "no-such-other-case", {"other": "ZZZZ-ZZZZ", "why": "They belong together."}),
    Refused("merge_case", "no-such-other-case", {"other": "nonsense", "why": "The same."}),
    Refused("unlink_case", "no-such-other-case", {"other": "", "why": "They do not."}),
    Refused("leave_joint", "not-joint", {"why": "They need longer."}),
    Refused("record_contribution", "not-joint", {"request": 1, "words": "Three hours."}),
    Refused("record_lead_request", "not-joint", {"words": "What did you find?"}),
    Refused("request_contribution", "not-joint", {"body": "nhs-england", "questions": ("Who?",), "reply_by": TUESDAY}),
    Refused("send_contribution", "not-joint", {"what_we_did": "We asked.", "findings": "Nothing."}),
    Refused("keep_complaint", "not-a-commissioner", {"why": "They asked."}),
    Refused("place_evidence", "no-such-paper", {"happened_on": TUESDAY, "words": "It was.", "shown_by": 99}),
    Refused("plan_investigation", "nothing-asked", {"issue": 1, "plan": Plan(questions=(" ",))}),
    Refused("post_letter", "no-such-letter", {"letter": 99}),
    Refused("prepare_response", "case-withdrawn", {"draft": Draft()}, closed),
    Refused("record_consent", "no-evidence", {"answer": Consent.GIVEN}),
    Refused("record_details", "nothing-written", {"words": ""}, told_by_phone),
    Refused("record_finding", "no-such-issue", {"issue": 2, "finding": NO_FINDING}),
    Refused("record_finding", "no-standard", {"issue": 1, "finding": NO_FINDING}),
    Refused("record_outcome", "no-such-issue", {"issue": 2, **UPHELD}),
    Refused("record_outcome", "nothing-written", {"issue": 1, **UPHELD, "remedy_needed": True}),
    Refused("write_easy_read", "no-draft", {"easy": EasyRead()}),
    Refused("write_easy_read", "case-withdrawn", {"easy": EasyRead()}, closed),
    Refused("take_in_draft", "not-a-document", {"file": NO_DOCUMENT}),
    Refused("take_in_draft", "case-withdrawn", {"file": NO_DOCUMENT}, closed),
    Refused("record_questions", "not-response-sent", {"words": "Who was it?"}),
    Refused("record_questions", "nothing-written", {"words": " "}, answered),
    Refused("record_sharing", "no-evidence", {"body": "nhs-england", "agreed": True}),
    Refused("record_sharing", "no-such-body", {"body": "phso", "agreed": True, "words": "Yes."}),
    Refused("put_off_statement", "no-such-request", {"request": 1, "due_on": date(2026, 4, 20), "reason": "Leave."}),
    Refused("record_statement", "no-such-request", {"request": 1, "words": "I remember."}),
    Refused("record_records", "no-such-request", {"request": 1, "came": True, "words": "Here."}),
    Refused("register", "already-registered", after=entered),
    Refused("register", "case-withdrawn", after=closed),
    Refused("reopen_case", "not-closed", {"reason": "More came up."}),
    Refused("request_consent", "no-consent-to-ask", {"about": "Your care", "information": ("All",)}),
    Refused("request_details", "nothing-written", {"wanted": ""}),
    Refused("request_discussion", "case-withdrawn", after=closed),
    Refused("request_records", "nobody-named", {"of_whom": " ", "what": "Notes.", "due_on": date(2026, 4, 20)}),
    Refused("request_review", "not-response-sent", {"words": "Please look again."}),
    Refused("request_statement", "yourself", {"person": "mo", "about": "A talk", "questions": ("What?",)}),
    Refused("restrict_case", "nothing-written", {"reason": " "}),
    Refused("read_from_page", "nothing-to-read", {"entry": 1}),
    Refused("restrict_case", "already-restricted", {"reason": "Again."}, kept_to_mo_and_ines),
    Refused("revoke_follow_link", "already-link-revoked", after=unlinked),
    Refused("send_by_email", "no-such-letter", {"letter": 99}),
    Refused("send_by_post", "no-such-letter", {"letter": 99}),
    Refused("send_meeting_letter", "not-meeting-held", WROTE),
    Refused("send_review_outcome", "not-your-role", FINAL, in_review),
    Refused("send_review_outcome", "not-review-completed", FINAL, in_review, "max"),
    Refused("send_update", "promised-in-the-past", {**UPDATE, "expected_on": TUESDAY}),
    Refused("send_written_record", "letter-incomplete", after=without_words),
    Refused("set_response_period", "promised-too-far", {"respond_by": date(2036, 1, 1), "how_handled": "Slowly."}),
    Refused("set_task", "no-such-person", {"owner": 0, "what": "Read.", "due_on": date(2026, 4, 20)}),
    Refused("settle", "case-withdrawn", {"satisfied": True}, closed),
    Refused("sign_response", "no-draft", who="rosa"),
    Refused("sign_response", "not-your-role", after=drafted),
    Refused("sign_response", "already-queued", after=signed, who="rosa"),
    Refused("start_investigation", "case-withdrawn", after=closed),
    Refused("take_back_case", "not-given", {"part": 99}),
    Refused("take_back_case", "not-your-role", {"part": 4}, ines_may_come_near, "ines"),
    Refused("take_back_posting", "no-such-letter", {"letter": 99}),
    Refused("take_back_request", "no-such-request", {"request": 1, "reason": "Not needed."}),
    Refused("tell_next_steps", "case-withdrawn", after=closed),
    Refused("transfer_complaint", "sharing-not-agreed", {"to": ENGLAND, "why": "It is for them."}),
    Refused("transfer_complaint", "case-withdrawn", {"to": ENGLAND, "why": "It is for them."}, closed),
    Refused("transfer_complaint", "not-your-role", {"to": ENGLAND, "why": "It is for them."}, who="olu"),
    Refused("withdraw", "case-withdrawn", after=closed),
    Refused("write_to_person", "nothing-written", {"words": " "}),
]


def try_it(story: Story, row: Refused) -> None:
    action = getattr(import_module(f"putright.casework.actions.{row.action}"), row.action)
    said = {
        name: story.office.people[value] if isinstance(value, str) and name in ("person", "handler", "owner") else value
        for name, value in row.said.items()
    }
    action(
        actor=story.office.actor(row.who, WEDNESDAY),
        case=story.reference,
        on=row.on,
        now=at(WEDNESDAY),
        means=story.office.means,
        **said,
    )


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.action}, {row.code}")
def test_it_is_refused_and_nothing_is_written(commisceo: Office, row: Refused, tmp_path: Path) -> None:
    story = a_story(commisceo)
    row.after(story)
    before = what_is_kept(story)

    with pytest.raises(ActionRefused) as refused:
        try_it(story, row)

    assert refused.value.refusal.code == row.code
    assert len(refused.value.refusal.message.split()) > 4
    assert what_is_kept(story) == before


def what_is_kept(story: Story) -> tuple[object, ...]:
    case = Case.objects.filter(pk=story.case.pk).values().get()
    rows = [list(model.objects.order_by("pk").values()) for model in (Event, Document, OutboxLetter)]
    return case, rows, sorted(story.office.means.files.names())


def test_every_action_on_a_case_has_a_refusal_here() -> None:
    every = {module.name for module in iter_modules(actions.__path__)}
    by_its_reference = {"give_to_stand_in", "take_as_stand_in"}  # refused in test_who_may_come_near.py
    on_a_message = {"file_message", "note_message_seen", "put_message_aside"}  # refused in test_incoming.py
    of_the_whole_body = {"end_improvement", "change_improvement"}  # refused in test_improvements.py
    by_a_link = {"ask_to_go_on", "answer_meeting"}  # refused in test_withdrawing.py and test_meetings.py
    by_a_link |= {"withdraw_by_link", "say_how_it_went"}  # refused in test_withdrawing.py and test_experience.py
    by_a_link |= {"accept_answer", "ask_about_answer", "ask_for_review"}  # refused in test_answered.py
    # Refused in test_advocates.py and test_advocate_drafts.py: by the person and by whom they named.
    of_advocates = {"name_advocate", "end_advocate", "stop_as_advocate", "say_whether_advocate_comes"}
    of_advocates |= {"write_advocate_draft", "take_back_advocate_draft", "change_advocate_draft_files"}
    of_advocates |= {"send_advocate_draft", "send_back_advocate_draft"}
    by_a_link |= {"answer_consent", "take_back_consent"}  # refused in test_consent.py
    # Refused in test_page_talk.py and, of pages, in test_following_talk.py.
    by_a_link |= {"send_message", "ask_for_update", "change_contact", "ask_for_email_code", "confirm_new_email"}
    by_a_link |= {"stop_letters_by_email"}  # refused in test_stop_email.py
    not_on_a_case_yet = {"note_call", "note_call_tried"}  # refused in test_calls.py and test_call_backs.py
    # Refused in test_statements.py: done by whoever was asked, on a page of their own.
    on_their_own_page = {"add_to_statement", "decline_statement", "give_statement", "save_statement"}
    not_on_a_case = {
        # Of feedback: refused in test_feedback.py.
        *("change_feedback", "close_feedback", "note_feedback", "record_feedback", "reopen_feedback"),
        "accept_invitation",
        "add_passkey",
        "adopt_procedure",
        "appoint_person",
        "ask_for_call_back",  # refused in test_call_backs.py
        "count_about_person",  # refused in test_equalities.py
        "give_feedback",  # refused in tests/web/public/test_tell_us.py
        # Of what is not sent yet: refused in test_saved.py.
        *("save_complaint", "open_saved", "forget_saved", "mail_saved"),
        *("ask_for_follow_code", "open_by_code"),  # refused in tests/jobs/test_follow_codes.py
        "ask_for_password_link",
        "begin_authenticator",
        "change_organisation",
        "change_password",
        "confirm_authenticator",
        "end_appointment",
        "give_password_link",
        "invite_person",
        "let_in_again",
        "link_identity",
        *("load_organisations", "note_successors"),  # of published lists: refused in test_organisations.py
        "mark_printed",
        *not_on_a_case_yet,
        *of_advocates,
        *by_a_link,
        "receive_complaint",
        "record_leaving",
        "record_absence",
        "end_absence",
        "put_in_team",
        "remove_passkey",
        "renew_password",
        "renew_recovery_codes",
        "reset_second_factor",
        "revoke_invitation",
        "set_up_body",
        "sign_out_devices",
    }

    elsewhere = not_on_a_case | on_a_message | on_their_own_page | by_its_reference | of_the_whole_body
    assert {row.action for row in TABLE} == every - elsewhere


class TestWhatSomebodyMayNotSee:
    """They are not told that it is there."""

    def test_another_bodys_case(self, commisceo: Office, tmp_path: Path) -> None:
        other = an_office(tmp_path, code="another")
        story = a_story(commisceo)

        with pytest.raises(NotFound):
            Story(other, story.reference).does(add_file_note, "mo", WEDNESDAY, words="Hello")

    def test_a_case_that_names_them(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        story.does(
            request_statement, "mo", TUESDAY, person=commisceo.people["olu"], about="A talk", questions=("What?",)
        )

        with pytest.raises(NotFound):
            story.does(add_file_note, "olu", WEDNESDAY, words="Let me explain.")

    def test_a_reference_that_was_guessed(self, commisceo: Office) -> None:
        for reference in ("00000000", "nonsense", "", "00000001"):
            with pytest.raises(NotFound):
                Story(commisceo, reference).does(close_case, "mo", WEDNESDAY)

    def test_a_case_after_their_appointment_has_ended(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        held = Appointment.objects.get(person=commisceo.people["mo"])
        end_appointment(
            actor=commisceo.actor("ada"), appointment=held.pk, last_day=MAUNDY_THURSDAY, now=at(MAUNDY_THURSDAY)
        )

        with pytest.raises(NotFound):
            story.does(add_file_note, "mo", WEDNESDAY, words="One more thing.")


def test_a_correction_of_an_entry_that_was_made_stands_beside_it(commisceo: Office) -> None:
    story = a_story(commisceo)
    story.does(register, "mo", WEDNESDAY)
    number = story.case.events.get(event="registered").number

    story.does(correct_entry, "mo", WEDNESDAY, entry=number, reason="It was done on Tuesday.", right_day=TUESDAY)

    assert story.events()[-2:] == [("registered", WEDNESDAY), ("registered", TUESDAY)]
    assert story.case.duties.get(step="register").state == "met"
    assert verify(commisceo.means).misfits == ()
