"""Which events can happen on a case, what each may say, and the closed sets of words the rules use."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class FactKind(StrEnum):
    """What kind of value a fact of an event holds; never narrative."""

    DATE = "date"
    CODE = "code"
    CODES = "codes"
    STEP = "step"
    STEPS = "steps"
    FLAG = "flag"
    NUMBER = "number"


class ProcedureKind(StrEnum):
    """What kind of document a file states."""

    STATUTE = "statute"
    CODE = "code"
    PROCEDURE = "procedure"
    GUIDE = "guide"


NO_LAW = "none"  # what a file says that stands under no law


class Authority(StrEnum):
    """On whose authority a duty is owed."""

    POLICY = "policy"
    CODE = "code"
    STATUTE = "statute"
    AGREEMENT = "agreement"


class Strength(StrEnum):
    """How strongly a promise is made: must, aim or may."""

    MUST = "must"
    AIM = "aim"
    MAY = "may"


class Effect(StrEnum):
    """What it means that a date has passed."""

    BREACH = "breach"
    TARGET = "target"
    LAPSES = "lapses"
    CLOSES = "closes"


class DutyState(StrEnum):
    """Where a duty stands on a day; overdue always means still to be done."""

    NOT_STARTED = "not-started"
    OPEN = "open"
    MET = "met"
    MET_LATE = "met-late"
    OVERDUE = "overdue"
    MISSED = "missed"
    LAPSED = "lapsed"
    CANCELLED = "cancelled"


class CaseStatus(StrEnum):
    """Where a case stands on a day."""

    OPEN = "open"
    RESPONDED = "responded"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    TRANSFERRED = "transferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKind:
    """One kind of event: its name, its words, and the facts it may carry."""

    name: str
    words: str
    facts: Mapping[str, FactKind] = field(default_factory=dict)


# Any event may say which step it concerns, why, how it was made, and which issue it is about.
COMMON_FACTS: Mapping[str, FactKind] = {
    "step": FactKind.STEP,
    "reason": FactKind.CODE,
    "channel": FactKind.CODE,
    "issue": FactKind.CODE,
}

_DATE = {"date": FactKind.DATE}
_SAFETY = {"who": FactKind.CODE, "date": FactKind.DATE}
_CHANGE = {"step": FactKind.STEP, "date": FactKind.DATE, "reason": FactKind.CODE}
_CALL = {"direction": FactKind.CODE, "with": FactKind.CODE, "minutes": FactKind.NUMBER}
_RECEIVED = {
    "channel": FactKind.CODE,
    "service": FactKind.CODE,
    "payer": FactKind.CODE,
    "subject": FactKind.CODE,
    "capacity": FactKind.CODE,
    "basis": FactKind.CODE,
    "speaks_as": FactKind.CODE,
    "through_another": FactKind.FLAG,
    "can_decide": FactKind.FLAG,
    "patient_age": FactKind.NUMBER,
    "first_received_on": FactKind.DATE,
    "from_body": FactKind.CODE,
    "raised_before": FactKind.CODE,
    "procedure": FactKind.CODE,
}
_PROCEDURE = {"procedure": FactKind.CODE}
_CHOICE = {"kind": FactKind.CODE, "referred_on": FactKind.DATE, "applies": FactKind.FLAG}
_BODY = {"body": FactKind.CODE}
_RETURN = {
    "age": FactKind.CODE,
    "status": FactKind.CODE,
    **dict.fromkeys(("services", "clinical", "staff_groups"), FactKind.CODES),
    **dict.fromkeys(("outside_agency", "counted_apart"), FactKind.FLAG),
}
_CASE = {"case": FactKind.CODE}
_CONTACT = {"rung": FactKind.CODE, "date": FactKind.DATE}
_COPY = {"copy": FactKind.NUMBER}
_LATENESS = dict.fromkeys(("accepted", "good_reasons", "still_possible"), FactKind.FLAG)


def _kind(name: str, words: str, facts: Mapping[str, FactKind] | None = None) -> tuple[str, EventKind]:
    return name, EventKind(name=name, words=words, facts={**COMMON_FACTS, **(facts or {})})


CORE_EVENTS: Mapping[str, EventKind] = dict(
    [
        _kind("event_occurred", "What is complained of happened"),
        _kind("came_to_notice", "The person came to know of it"),
        _kind(
            "concern_raised",
            "It was raised with us before, not as a complaint",
            {"feedback": FactKind.NUMBER, "feedback_kind": FactKind.CODE},
        ),
        _kind("received", "The complaint was received", _RECEIVED),
        _kind("call_back_requested", "A call back was asked for"),
        _kind("called_back", "The person was called back"),
        _kind("call_tried", "The person was rung, and nobody answered"),
        _kind("written_record_sent", "A written copy of the spoken complaint was sent"),
        _kind("written_record_agreed", "The person agreed that the written copy is right"),
        _kind("written_record_corrected", "The person put the written copy right"),
        _kind("registered", "The complaint was entered in the register"),
        _kind("next_steps_told", "The person was told what happens next"),
        _kind("acknowledged", "The complaint was acknowledged"),
        _kind("discussion_offered", "A discussion of the handling was offered"),
        _kind("discussion_requested", "The person asked for a discussion"),
        _kind("discussion_declined", "The offer of a discussion was declined"),
        _kind("discussion_held", "The handling was discussed"),
        _kind("response_period_agreed", "The time for the response was agreed", _DATE),
        _kind("response_period_set", "The time for the response was set and told", _DATE),
        _kind("issues_agreed", "The issues were agreed"),
        _kind(
            "handling_planned",
            "It was agreed or set how the complaint is handled",
            {"agreed": FactKind.FLAG, "paper": FactKind.NUMBER},
        ),
        _kind("handling_plan_sent", "The person was sent what was agreed on the handling"),
        _kind("settled", "The matter was settled", {"satisfied": FactKind.FLAG}),
        _kind("consent_requested", "The patient's consent was asked for"),
        _kind("consent_given", "The patient gave consent", {"extent": FactKind.CODE}),
        _kind("consent_refused", "The patient refused consent"),
        _kind("consent_withdrawn", "The patient withdrew consent"),
        _kind("consent_questioned", "The patient said that they did not know of the complaint"),
        _kind("patient_spoken_with", "The patient was spoken with alone"),
        _kind(
            "sharing_to_stop",
            "Another body is to be told that the patient's consent ended or changed",
            {**_BODY, "change": FactKind.CODE},
        ),
        _kind("sharing_stopped", "Another body was told that the patient's consent ended or changed", _BODY),
        _kind("authority_asked", "The person was asked for what shows that they may speak for the patient", _DATE),
        _kind(
            "authority_seen",
            "What shows that somebody may speak for the patient was looked at",
            {"shown": FactKind.CODE, "seen_as": FactKind.CODE, "enough": FactKind.FLAG, "paper": FactKind.NUMBER},
        ),
        _kind("consent_answer_told", "The person was told in writing what the patient's answer on consent changes"),
        _kind("details_requested", "Details were asked for"),
        _kind("details_received", "Details were received"),
        _kind("details_acknowledged", "The details were acknowledged"),
        _kind("lateness_decided", "It was decided whether a late complaint is taken up", _LATENESS),
        _kind("lateness_explained", "The person was told in writing why a late complaint is not taken up"),
        _kind("excluded", "The complaint was found not to be one that must be dealt with", {"ground": FactKind.CODE}),
        _kind("exclusion_explained", "The decision not to deal with it was explained in writing"),
        _kind("representative_refused", "The representative was not accepted"),
        _kind("representative_refusal_explained", "The representative was told in writing why they were not accepted"),
        _kind("sharing_asked", "The person was asked whether another body may be told", _BODY),
        _kind("sharing_agreed", "The person agreed that another body is told", _BODY),
        _kind("sharing_refused", "The person does not want another body to be told", _BODY),
        _kind("transferred", "The complaint was sent to the right body", {"to": FactKind.CODE}),
        _kind("transfer_told", "The person was told which body has the complaint now", _BODY),
        _kind("provider_named", "The complaint was found to be about a provider that this body pays", _BODY),
        _kind("details_shared", "The provider was sent the details of the complaint", _BODY),
        _kind("provider_told", "The provider was told who deals with the complaint", _BODY),
        _kind("kept", "The commissioner kept the complaint"),
        _kind("passed_on", "The commissioner passed the complaint on", {"to": FactKind.CODE}),
        _kind("joint_asked", "The person asked that another body looks into it too", _BODY),
        _kind("joined", "The complaint is handled jointly", {"lead": FactKind.CODE, "as": FactKind.CODE, **_BODY}),
        _kind("contribution_requested", "A contribution was asked of another body", {**_BODY, **_DATE}),
        _kind("contribution_received", "A contribution was received", _BODY),
        _kind("contribution_sent", "What the body that leads asked for was sent to it"),
        _kind("procedure_changed", "The complaint was found to belong under another procedure", {"to": FactKind.CODE}),
        _kind("procedure_applied", "A further procedure came to apply", _PROCEDURE),
        _kind("procedure_ended", "A procedure no longer applies", _PROCEDURE),
        _kind("tier_set", "The tier was set", {"tier": FactKind.CODE}),
        _kind("severity_set", "It was judged how grave it may be", {"severity_level": FactKind.CODE}),
        _kind("path_chosen", "It was decided how the complaint is dealt with", {"path": FactKind.CODE}),
        _kind("path_told", "The person was told how the complaint is dealt with"),
        _kind("investigation_started", "The investigation began"),
        _kind("investigation_planned", "It was planned how an issue is looked into"),
        _kind(
            "evidence_placed", "A piece of evidence was put in its place in time", {**_DATE, "paper": FactKind.NUMBER}
        ),
        _kind("statement_requested", "A member of staff was asked for a statement"),
        _kind("statement_received", "A statement was received"),
        _kind("statement_added", "Something was added to a statement"),
        _kind("statement_declined", "A statement was declined"),
        _kind("statement_taken_back", "A request for a statement was taken back"),
        _kind("statement_put_off", "More time was given for a statement", _DATE),
        _kind("statement_chased", "Somebody was reminded of a statement", {"notice": FactKind.CODE, **_DATE}),
        _kind("statement_escalated", "Whoever asked was told that a statement does not come", _DATE),
        _kind("interview_held", "Somebody was interviewed", {"whom": FactKind.CODE}),
        _kind(
            "interview_note_agreed",
            "Whoever was interviewed said whether the note is right",
            {"accepted": FactKind.FLAG},
        ),
        _kind("staff_told", "Staff were told that there is a complaint"),
        _kind("staff_shown_answer", "Staff were shown what the answer says about them"),
        _kind("staff_told_outcome", "Staff were told how the complaint ended"),
        _kind("examined", "The statement and the person's information were examined"),
        _kind("meeting_requested", "The person asked for a meeting"),
        _kind("meeting_offered", "A meeting was offered", _DATE),
        _kind("meeting_accepted", "The offer of a meeting was accepted", _DATE),
        _kind("meeting_declined", "The offer of a meeting was declined"),
        _kind("meeting_time_asked", "The person asked for another time for the meeting"),
        _kind("meeting_needs_told", "The person told what they need at the meeting"),
        _kind("meeting_held", "The meeting was held"),
        _kind("meeting_letter_sent", "The letter about the meeting was sent"),
        _kind("investigation_completed", "The investigation was completed"),
        _kind(
            "finding_recorded",
            "What was found on an issue was recorded",
            {"fell_short": FactKind.FLAG, "severity": FactKind.NUMBER},
        ),
        _kind("outcome_decided", "The outcome of an issue was decided", {"outcome": FactKind.CODE}),
        _kind("update_sent", "The person was told how things stand"),
        _kind("timescale_changed", "A timescale was changed and the change explained", _CHANGE),
        _kind("extension_agreed", "A longer time was agreed", _CHANGE),
        _kind("extension_confirmed", "The longer time was confirmed in writing", _CHANGE),
        _kind("delay_explained", "The delay was explained in writing"),
        _kind("paused", "Clocks were paused", {"steps": FactKind.STEPS}),
        _kind("resumed", "Clocks were started again", {"steps": FactKind.STEPS}),
        _kind("response_signed", "The response was signed"),
        _kind("response_sent", "The response was sent"),
        _kind("response_received", "The response was received"),
        _kind("answer_accepted", "The person said that the answer is enough for them"),
        _kind("questions_asked", "Something was asked about the answer"),
        _kind("improvement_told", "The person was told what has changed"),
        _kind("questions_answered", "What was asked about the answer was answered", {"already": FactKind.FLAG}),
        _kind("round_opened", "The same issues were taken up once more", {"round": FactKind.NUMBER}),
        _kind("round_told", "The person was told what is looked at once more"),
        _kind("delivery_failed", "A letter or message did not arrive"),
        _kind("review_requested", "A review was asked for", {"level": FactKind.CODE}),
        _kind("review_refused", "A review was refused"),
        _kind("late_request_accepted", "A late request was accepted"),
        _kind("review_completed", "The review was completed"),
        _kind("review_response_sent", "The outcome of the review was sent"),
        _kind("choice_described", "It was written down which choice was not offered", _CHOICE),
        _kind("choice_offered", "A choice was offered", {"remedy": FactKind.CODE}),
        _kind("choice_advised", "NHS England's choice team advised on the choice"),
        _kind("choice_directed", "NHS England's choice team pointed the person to the right place"),
        _kind("choice_engaged", "NHS England's choice team took the choice up with those concerned", _DATE),
        _kind("process_started", "Another process began", {"process": FactKind.CODE, **_DATE}),
        _kind("process_referred", "It was passed on to whoever deals with such a process"),
        _kind("process_heard_of", "Something was heard of another process"),
        _kind("process_ended", "Another process ended", {"process": FactKind.CODE, "outcome": FactKind.CODE}),
        _kind("hold_set", "It was decided that something waits for another process", _DATE),
        _kind("issue_held", "An issue, or the whole complaint, was held"),
        _kind("hold_told", "The person was told in writing what is held", _DATE),
        _kind("hold_reviewed", "It was looked at again whether something must wait", _DATE),
        _kind("issue_taken_up", "A held issue was taken up again"),
        _kind("hold_lifted", "Nothing waits for the other process any more"),
        _kind("going_on_told", "The person was told in writing that a held issue was taken up again"),
        _kind("allocation_appeal_found", "It was found to be an appeal against being on the scheme", _BODY),
        _kind("allocation_appeal_told", "The person was told who decides the appeal"),
        _kind("allocation_appeal_decided", "The panel decided on the appeal", {"decision": FactKind.CODE}),
        _kind("allocation_decision_told", "The person was told what was decided on the appeal"),
        _kind("returned_premature", "The complaint was sent back as made too early"),
        _kind("linked", "The case was linked with another one", _CASE),
        _kind("unlinked", "The link with another case was taken back", _CASE),
        _kind("moved_away", "An entry was moved to another case", _CASE),
        _kind("moved_here", "An entry was moved here from another case", _CASE),
        _kind("merged", "The case was put together with another one of the same complaint", _CASE),
        _kind("taken_in", "Another record of the same complaint was put together with this one", _CASE),
        _kind("split_off", "An issue was split off into a case of its own", _CASE),
        _kind("split_from", "The case was split off from another one of the same complaint", _CASE),
        _kind("split_taken_back", "What had been split off went back to the other case", _CASE),
        _kind("withdrawal_asked", "The person wants to withdraw, and the patient is to be asked"),
        _kind("withdrawn", "The complaint was withdrawn"),
        _kind("withdrawal_confirmed", "The withdrawal was confirmed in writing"),
        _kind("take_up_asked", "The person wants to go on with the complaint that was withdrawn"),
        _kind("take_up_told", "The person was told whether the complaint that was withdrawn goes on"),
        _kind("looked_into_further", "It was decided to look into it all the same, for safety and learning"),
        _kind("learning_recorded", "What was learnt from it was written down"),
        _kind("issue_withdrawn", "The person withdrew an issue"),
        _kind("issue_withdrawal_confirmed", "It was confirmed in writing which issue was withdrawn"),
        _kind("issue_resumed", "The person wants an answer to an issue after all"),
        _kind("issue_resumption_told", "The person was told that the issue is looked into again"),
        _kind("closed", "The case was closed"),
        _kind("file_kept_longer", "The file is to be kept for longer", {"why": FactKind.CODE, **_DATE}),
        _kind("file_kept_no_longer", "The file need not be kept for longer for that reason"),
        _kind("destruction_proposed", "It was proposed to destroy the file"),
        _kind("file_destroyed", "The file was destroyed", {"papers": FactKind.NUMBER}),
        _kind("reopened", "The case was opened again"),
        _kind("escalated", "The complaint went further", {"to": FactKind.CODE}),
        _kind("struck_out", "The complaint was struck out"),
        _kind("death_learnt", "It was learnt that somebody has died", {"who": FactKind.CODE, "date": FactKind.DATE}),
        _kind("person_corrected", "Who somebody of the case is was put right", {"who": FactKind.CODE}),
        _kind("spoken_for", "Somebody else speaks for the complaint from now on", {"basis": FactKind.CODE}),
        _kind("adjustments_recorded", "It was recorded what somebody needs", {"who": FactKind.CODE}),
        _kind("note_made", "A note was put on the file", _CALL),
        _kind("return_described", "It was said what the yearly return asks of the complaint", _RETURN),
        _kind("subject_changed", "What an issue is about was put in another word", {"subject": FactKind.CODE}),
        _kind("contact_talked", "The person was spoken with about how they contact the body"),
        _kind("contact_decided", "A step about how the person contacts the body was decided", _CONTACT),
        _kind("contact_warned", "The person was warned in writing about how they contact the body"),
        _kind("contact_limited", "The person was told that their contact is limited until a day", _DATE),
        _kind("contact_ended", "The person was told that their contact is limited no longer"),
        _kind("contact_appealed", "The person asked somebody else to look at the limit on their contact"),
        _kind("contact_appeal_answered", "The person was told that the limit on their contact stays"),
        _kind("contact_matched", "The person was found to be one who contacts the body on another case", _CASE),
        _kind("contact_unmatched", "The person was found not to be one who contacts the body on another case", _CASE),
        _kind("safety_flagged", "Something was to be known first by whoever meets or rings somebody", _SAFETY),
        _kind("safety_reviewed", "It was looked at again whether a safety flag is needed, and it is", _DATE),
        _kind("safety_lifted", "A safety flag was lifted"),
        _kind("handler_assigned", "The case was given to somebody to handle"),
        _kind("case_given", "Somebody was given access to the case", {"role": FactKind.CODE}),
        _kind("case_taken_back", "Somebody's access to the case was taken back", {"role": FactKind.CODE}),
        _kind("case_restricted", "The case was restricted"),
        _kind("restriction_lifted", "The restriction was lifted"),
        _kind("letter_prepared", "A letter was written, ready to send", {"letter": FactKind.CODE}),
        _kind("letter_cancelled", "A letter was put aside unsent", {"letter": FactKind.CODE}),
        _kind("letter_redirected", "A letter is to go another way", {"letter": FactKind.CODE}),
        _kind("letter_held_up", "A letter could not be sent by email yet", {"letter": FactKind.CODE}),
        _kind("letter_given_up", "A letter could not be sent by email and goes by post", {"letter": FactKind.CODE}),
        _kind("virus_found", "A virus was found in a paper, which is held back", {"paper": FactKind.NUMBER}),
        _kind("message_received", "A message came in and was put on the file"),
        _kind("email_agreed", "The person agreed to letters by email"),
        _kind("email_declined", "The person no longer agrees to letters by email"),
        _kind("response_prepared", "A draft of the response was written"),
        _kind("easy_read_written", "The response was written in easy read"),
        _kind("easy_read_sent", "The response was sent in easy read"),
        _kind("draft_commented", "Somebody commented on the draft of the response"),
        _kind("response_checked", "Somebody else checked the draft of the response", {"accepted": FactKind.FLAG}),
        _kind("copy_begun", "A copy of the file was begun, for somebody to have", {**_COPY, "to": FactKind.CODE}),
        _kind("copy_marked", "Something was taken out of a copy of the file", _COPY),
        _kind("copy_unmarked", "Something was put back into a copy of the file", _COPY),
        _kind("copy_checked", "Somebody looked over a copy of the file", {**_COPY, "accepted": FactKind.FLAG}),
        _kind("copy_made", "A copy of the file was made", {**_COPY, "papers": FactKind.NUMBER}),
        _kind("copy_given", "A copy of the file was sent", _COPY),
        _kind("copy_ended", "A copy of the file was given up", _COPY),
        _kind("link_issued", "A link to follow the case was given"),
        _kind("link_revoked", "A link to follow the case was ended"),
        _kind("advocate_named", "The person named an advocate", {"may": FactKind.CODES, "until": FactKind.DATE}),
        _kind("advocate_ended", "An advocate stopped helping the person", {"who": FactKind.CODE}),
        _kind(
            "advocate_comes",
            "An advocate said whether they come to a meeting",
            {"comes": FactKind.FLAG, "meeting": FactKind.DATE},
        ),
        _kind("entered_in_error", "An entry was found to be a mistake"),
    ]
)

# What ends a request without an answer: nothing is owed because of it any more.
RELEASES: Mapping[str, frozenset[str]] = {
    "statement_requested": frozenset({"statement_declined", "statement_taken_back"}),
}

# What ends a case under every procedure, whatever its file says: the other case goes on in its place.
ENDS_EVERYWHERE = frozenset({"merged", "split_taken_back"})

# What takes a procedure away from a case, so that it gives way to another.
GIVES_WAY = frozenset({"procedure_changed", "procedure_ended"})

# What comes to the body from somebody else, so that the day it counts as come can be another.
ARRIVES = frozenset(
    {
        *("received", "call_back_requested", "discussion_requested", "discussion_declined", "details_received"),
        *("consent_given", "consent_refused", "consent_withdrawn", "contribution_received", "contribution_requested"),
        "consent_questioned",
        *("statement_received", "meeting_accepted", "meeting_declined", "review_requested", "withdrawn"),
        *("take_up_asked", "meeting_time_asked", "meeting_needs_told"),
        *("statement_added", "statement_declined"),
        *("sharing_agreed", "sharing_refused", "joint_asked", "written_record_agreed", "written_record_corrected"),
        *("questions_asked", "answer_accepted", "withdrawal_asked"),
        "contact_appealed",
    }
)

# What the body itself sends or says, so that it can fail to arrive.
SENT_BY_THE_BODY = frozenset(
    {
        *("written_record_sent", "next_steps_told", "acknowledged", "discussion_offered", "response_period_set"),
        *("consent_requested", "details_requested", "details_acknowledged", "exclusion_explained", "passed_on"),
        *("contribution_requested", "statement_requested", "meeting_offered", "meeting_letter_sent", "update_sent"),
        *("timescale_changed", "delay_explained", "response_sent", "review_refused", "review_response_sent"),
        *("choice_offered", "returned_premature", "representative_refusal_explained", "sharing_asked"),
        *("hold_told", "going_on_told"),
        *("lateness_explained", "extension_confirmed", "handling_plan_sent"),
        *("contact_warned", "contact_limited", "contact_ended", "contact_appeal_answered"),
        *("transfer_told", "details_shared", "provider_told"),
        "path_told",
        *("questions_answered", "round_told", "improvement_told"),
        *("withdrawal_confirmed", "take_up_told"),
        "consent_answer_told",
        *("authority_asked", "sharing_stopped"),
        "copy_given",
        "easy_read_sent",
    }
)
