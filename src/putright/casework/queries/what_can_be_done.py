"""What can somebody do on a case now, and what not, with the reason?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from putright.casework.improving import nothing_to_tell
from putright.casework.promises import NONE_OPEN, promises_open
from putright.casework.queries.after_shown import why_not_after
from putright.casework.queries.contact_shown import why_not_contact
from putright.casework.queries.intake_shown import Intake, why_not_intake
from putright.casework.queries.linked_shown import why_not_linked
from putright.casework.remedies import nothing_to_give
from putright.domain.access import Actor, Deed, Parts, why_not
from putright.domain.advocates import NOT_NAMED
from putright.domain.authority import why_not_shown
from putright.domain.breaches import JUDGED
from putright.domain.breaches import RULES as BREACH_RULES
from putright.domain.channels import SPOKEN, Channel
from putright.domain.clocks import NOTHING_RUNS, NOTHING_STANDS_STILL, can_be_stopped, standing_still
from putright.domain.consent_told import why_not_spoken_with, why_not_told
from putright.domain.contact import Ladder
from putright.domain.deaths import SPEAKS_THEMSELVES
from putright.domain.duty import Duty, Position, Refused
from putright.domain.holds import Hold
from putright.domain.levels import NO_LEVELS, levels_of
from putright.domain.linked import Process
from putright.domain.misplaced import NONE_TO_MOVE
from putright.domain.named_events import NONE_NAMED
from putright.domain.returns import NO_RETURN
from putright.domain.safety import NO_FLAG
from putright.domain.speaking import Speaker
from putright.domain.standing import Basis, why_not_ask_consent
from putright.domain.tasks import TASKS
from putright.domain.vocabulary import Authority, DutyState


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One action: what its button says, the events it records, and of what kind it is."""

    action: str
    words: str
    deed: Deed
    events: tuple[str, ...] = ()
    is_everyday: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """A choice as it stands for somebody on a case: the duties it would meet, or why it cannot be made."""

    action: str
    words: str
    events: tuple[str, ...]
    meets: tuple[str, ...]
    binding_on: date | None
    refusal: Refused | None
    is_everyday: bool

    @property
    def is_allowed(self) -> bool:
        """Whether it can be done now."""
        return self.refusal is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a case besides its position, by which an action may be out of place."""

    basis: Basis
    speaker: Speaker
    channel: Channel
    is_drafted: bool
    has_follow_link: bool
    intake: Intake = field(default_factory=Intake)
    has_further_procedures: bool = False
    has_named_events: bool = False
    makes_return: bool = False
    complainant_died: bool = False
    refused_after: Mapping[str, Refused] = field(default_factory=dict)
    contact: Ladder = field(default_factory=Ladder)
    processes: Sequence[Process] = ()
    holds: Sequence[Hold] = ()
    has_safety_flag: bool = False
    has_advocate: bool = False
    has_movable: bool = False  # a note or a message that may be on the wrong case


def _choice(action: str, words: str, deed: Deed, *events: str, everyday: bool = True) -> Choice:
    return Choice(action=action, words=words, deed=deed, events=events, is_everyday=everyday)


_REFUSED: Final = ("representative_refused", "representative_refusal_explained")
_KEPT: Final = ("kept", "provider_told", "details_shared")
_PROCESS_STEPS: Final = ("process_referred", "candour_told", "candour_written")

# Every action on a case that is a choice of its own, in the order in which a case usually meets them.
CHOICES: Final = (
    _choice("register", "Enter in the register", Deed.HANDLE, "registered"),
    _choice("send_written_record", "Send a written record", Deed.HANDLE, "written_record_sent"),
    _choice("answer_written_record", "Record what the person says of the copy", Deed.HANDLE, "written_record_agreed"),
    _choice("acknowledge", "Acknowledge", Deed.HANDLE, "acknowledged", "discussion_offered"),
    _choice("tell_next_steps", "Tell what happens next", Deed.HANDLE, "next_steps_told"),
    _choice("decide_lateness", "Decide on a late complaint", Deed.DECIDE, "lateness_decided", everyday=False),
    _choice("exclude_issues", "Leave something out", Deed.DECIDE, "excluded", "exclusion_explained", everyday=False),
    _choice("take_back_exclusion", "Deal with something after all", Deed.DECIDE, everyday=False),
    _choice("refuse_representative", "Not accept who complains for another", Deed.DECIDE, *_REFUSED, everyday=False),
    _choice(
        "ask_to_share", "Ask whether another organisation may be told", Deed.HANDLE, "sharing_asked", everyday=False
    ),
    _choice("record_sharing", "Record whether it may be told", Deed.HANDLE, "sharing_agreed", everyday=False),
    _choice("transfer_complaint", "Send it to the right organisation", Deed.DECIDE, "transferred", everyday=False),
    _choice("name_provider", "Say which provider it is about", Deed.HANDLE, "provider_named", everyday=False),
    _choice("keep_complaint", "Deal with it here", Deed.DECIDE, *_KEPT, everyday=False),
    _choice("pass_on_complaint", "Pass it to the provider", Deed.DECIDE, "passed_on", "transfer_told", everyday=False),
    _choice("join_complaint", "Handle it with another organisation", Deed.DECIDE, "joined", everyday=False),
    _choice("request_contribution", "Ask for a contribution", Deed.INVESTIGATE, "contribution_requested"),
    _choice("record_contribution", "Record a contribution", Deed.INVESTIGATE, "contribution_received"),
    _choice("record_lead_request", "Record what the lead asks", Deed.INVESTIGATE, "contribution_requested"),
    _choice("send_contribution", "Send our part to the lead", Deed.ANSWER, "contribution_sent"),
    _choice("leave_joint", "Answer for yourselves again", Deed.DECIDE, "joined", everyday=False),
    _choice("link_case", "Link it with another case", Deed.HANDLE, everyday=False),
    _choice("merge_case", "Put it together with another case", Deed.HANDLE, "merged", everyday=False),
    _choice("unlink_case", "Take a link back", Deed.HANDLE, everyday=False),
    _choice("split_case", "Split off a part into a case of its own", Deed.HANDLE, everyday=False),
    _choice("take_back_split", "Put back what was split off", Deed.HANDLE, everyday=False),
    _choice("link_process", "Link another process", Deed.HANDLE, "process_started", everyday=False),
    _choice("follow_up_process", "Record what was done about another process", Deed.HANDLE, *_PROCESS_STEPS),
    _choice("hold_issues", "Let an issue wait for another process", Deed.DECIDE, "hold_set", everyday=False),
    _choice("review_hold", "Look again at what is held", Deed.DECIDE, "hold_reviewed"),
    _choice("lift_hold", "Take up what was held", Deed.HANDLE, "issue_taken_up", "hold_lifted", everyday=False),
    _choice("end_process", "Record that another process has ended", Deed.HANDLE, "process_ended", everyday=False),
    _choice("request_discussion", "Record that a discussion is wanted", Deed.HANDLE, "discussion_requested"),
    _choice("hold_discussion", "Record a discussion", Deed.HANDLE, "discussion_held"),
    _choice("decline_discussion", "Record that no discussion is wanted", Deed.HANDLE, "discussion_declined"),
    _choice("plan_handling", "Plan how it is handled", Deed.HANDLE),
    _choice("agree_response_period", "Record an agreed response date", Deed.HANDLE, "response_period_agreed"),
    _choice("set_response_period", "Set the response date", Deed.HANDLE, "response_period_set"),
    _choice("set_tier", "Decide the level", Deed.HANDLE, "tier_set"),
    _choice("request_details", "Ask for details", Deed.HANDLE, "details_requested"),
    _choice("record_details", "Record details", Deed.HANDLE, "details_received"),
    _choice("acknowledge_details", "Acknowledge the details", Deed.HANDLE, "details_acknowledged"),
    _choice("request_consent", "Ask for consent", Deed.HANDLE, "consent_requested"),
    _choice("record_consent", "Record consent", Deed.HANDLE, "consent_given"),
    _choice("tell_consent_answer", "Tell what the patient's answer changes", Deed.HANDLE, "consent_answer_told"),
    _choice("tell_body_to_stop", "Tell another organisation to stop", Deed.HANDLE, "sharing_stopped"),
    _choice("ask_for_authority", "Ask what shows that they may speak", Deed.HANDLE, "authority_asked", everyday=False),
    _choice("record_authority", "Record what shows that they may speak", Deed.HANDLE, "authority_seen", everyday=False),
    _choice("record_patient_talk", "Record that the patient was spoken with", Deed.HANDLE, "patient_spoken_with"),
    _choice("settle", "Record that it is settled", Deed.HANDLE, "settled"),
    _choice("start_investigation", "Start the investigation", Deed.INVESTIGATE, "investigation_started"),
    _choice("plan_investigation", "Plan how an issue is looked into", Deed.INVESTIGATE, "investigation_planned"),
    _choice("request_records", "Ask for records", Deed.INVESTIGATE, "records_requested"),
    _choice("record_records", "Record what came of a request for records", Deed.INVESTIGATE, "records_received"),
    _choice("place_evidence", "Put evidence in its place in time", Deed.INVESTIGATE, "evidence_placed"),
    _choice("request_statement", "Ask for a statement", Deed.INVESTIGATE, "statement_requested"),
    _choice("record_statement", "Record a statement", Deed.INVESTIGATE, "statement_received"),
    _choice("put_off_statement", "Give more time for a statement", Deed.INVESTIGATE, "statement_put_off"),
    _choice("take_back_request", "Take back a request for a statement", Deed.INVESTIGATE, "statement_taken_back"),
    _choice("record_interview", "Record an interview", Deed.INVESTIGATE),
    _choice("agree_interview_note", "Record what is said of a note of an interview", Deed.INVESTIGATE),
    _choice("tell_staff", "Record what staff were told", Deed.INVESTIGATE, "staff_told_outcome", everyday=False),
    _choice("examine", "Record the examination", Deed.INVESTIGATE, "examined"),
    _choice("request_meeting", "Record that a meeting is wanted", Deed.HANDLE, "meeting_requested"),
    _choice("offer_meeting", "Offer a meeting", Deed.INVESTIGATE, "meeting_offered"),
    _choice("accept_meeting", "Record that the meeting is accepted", Deed.INVESTIGATE, "meeting_accepted"),
    _choice("decline_meeting", "Record that the meeting is declined", Deed.INVESTIGATE, "meeting_declined"),
    _choice("hold_meeting", "Record the meeting", Deed.INVESTIGATE, "meeting_held"),
    _choice("send_meeting_letter", "Write after the meeting", Deed.INVESTIGATE, "meeting_letter_sent"),
    _choice("read_from_page", "Say that it was read", Deed.HANDLE, "page_message_read"),
    _choice("write_to_person", "Write to the person", Deed.HANDLE, "page_message_sent"),
    _choice("send_update", "Tell the person how it stands", Deed.HANDLE, "update_sent"),
    _choice("change_timescale", "Change a date", Deed.HANDLE, "timescale_changed"),
    _choice("agree_extension", "Record that a longer time was agreed", Deed.HANDLE, "extension_agreed"),
    _choice("pause_clocks", "Stop a clock", Deed.HANDLE, "paused", everyday=False),
    _choice("resume_clocks", "Let a clock run again", Deed.HANDLE, "resumed", everyday=False),
    _choice("explain_delay", "Explain the delay", Deed.HANDLE, "delay_explained"),
    _choice("complete_investigation", "Complete the investigation", Deed.INVESTIGATE, "investigation_completed"),
    _choice("set_task", "Set a task", Deed.INVESTIGATE, "task_set"),
    _choice("end_task", "End a task", Deed.INVESTIGATE, "task_done", "task_dropped"),
    _choice("record_finding", "Record what was found on an issue", Deed.ANSWER, "finding_recorded"),
    _choice("record_outcome", "Record the outcome of an issue", Deed.ANSWER, "outcome_decided"),
    _choice("decide_remedy", "Decide how to put it right for the person", Deed.DECIDE, "remedy_decided"),
    _choice("record_remedy_answer", "Record what the person says of a remedy", Deed.HANDLE, "remedy_accepted"),
    _choice("give_remedy", "Record that a remedy was given", Deed.HANDLE, "remedy_given", "remedy_declined"),
    _choice("plan_improvement", "Plan what is changed because of it", Deed.ANSWER, "improvement_planned"),
    _choice("tell_improvements", "Tell the person what has changed", Deed.HANDLE, "improvement_told"),
    _choice("describe_choice", "Record the choice that was not offered", Deed.HANDLE, "choice_described"),
    _choice("offer_choice", "Record that the choice was offered", Deed.HANDLE, "choice_offered"),
    _choice("ask_choice_team", "Record that NHS England’s choice team has it", Deed.HANDLE, everyday=False),
    _choice("record_choice_team_step", "Record what the choice team did", Deed.HANDLE, everyday=False),
    _choice("answer_choice_team", "Record what the choice team was told", Deed.HANDLE, "choice_team_told"),
    _choice("withdraw_issue", "Record that a part is withdrawn", Deed.HANDLE, "issue_withdrawn", everyday=False),
    _choice("resume_issue", "Take up again what was withdrawn", Deed.HANDLE, "issue_resumed", everyday=False),
    _choice("tell_appeal_apart", "Say that it is an appeal against being on the scheme", Deed.DECIDE, everyday=False),
    _choice("record_appeal_decision", "Record the decision on the appeal", Deed.DECIDE, "allocation_appeal_decided"),
    _choice("take_up_as_complaint", "Deal with the appeal as a complaint after all", Deed.DECIDE, everyday=False),
    _choice("answer_at_once", "Answer it in one go", Deed.SIGN, "response_signed", "response_sent"),
    _choice("prepare_response", "Prepare the response", Deed.ANSWER, "response_prepared"),
    _choice("write_easy_read", "Write the response in easy read", Deed.ANSWER, "easy_read_written"),
    _choice("take_in_draft", "Take in an edited draft", Deed.ANSWER, "response_prepared", everyday=False),
    _choice("comment_on_draft", "Comment on the draft", Deed.ANSWER, "draft_commented"),
    _choice("check_response", "Check the draft of the response", Deed.ANSWER, "response_checked"),
    _choice("sign_response", "Sign the response", Deed.SIGN, "response_signed", "response_sent"),
    _choice("record_questions", "Record questions about the answer", Deed.HANDLE, "questions_asked"),
    _choice("answer_questions", "Answer questions about the answer", Deed.HANDLE, "questions_answered"),
    _choice("open_round", "Look at the same things once more", Deed.HANDLE, "round_opened", "round_told"),
    _choice("request_review", "Record a request for review", Deed.HANDLE, "review_requested"),
    _choice("decide_late_request", "Decide on a late request for review", Deed.DECIDE, everyday=False),
    _choice("complete_review", "Complete the review", Deed.REVIEW, "review_completed"),
    _choice("send_review_outcome", "Write the outcome of the review", Deed.REVIEW, "review_response_sent"),
    _choice("record_named_event", "Record what only this procedure names", Deed.HANDLE),
    _choice("record_ombudsman_request", "Record what the Ombudsman asks", Deed.HANDLE, everyday=False),
    _choice("answer_ombudsman", "Record what was sent to the Ombudsman", Deed.HANDLE, "ombudsman_answered"),
    _choice("record_ombudsman_decision", "Record what the Ombudsman decided", Deed.HANDLE, everyday=False),
    _choice("comply_with_ombudsman", "Record that a recommendation was done", Deed.ANSWER, "recommendation_done"),
    _choice("begin_copy", "Begin a copy of the file for somebody", Deed.HANDLE, everyday=False),
    _choice("mark_copy", "Take something out of the copy", Deed.HANDLE, everyday=False),
    _choice("unmark_copy", "Put something back into the copy", Deed.HANDLE, everyday=False),
    _choice("check_copy", "Look the copy over", Deed.HANDLE, everyday=False),
    _choice("give_copy", "Send the copy", Deed.HANDLE, everyday=False),
    _choice("end_copy", "Give the copy up", Deed.HANDLE, everyday=False),
    _choice("withdraw", "Record that it is withdrawn", Deed.HANDLE, "withdrawn", everyday=False),
    _choice("confirm_withdrawal", "Confirm the withdrawal in writing", Deed.HANDLE, "withdrawal_confirmed"),
    _choice("answer_take_up", "Answer whoever wants to go on after all", Deed.DECIDE, "take_up_asked", "take_up_told"),
    _choice("record_learning", "Record what was learnt all the same", Deed.INVESTIGATE, "learning_recorded"),
    _choice("close_case", "Close the case", Deed.HANDLE, "closed"),
    _choice("reopen_case", "Open the case again", Deed.HANDLE, "reopened", everyday=False),
    _choice("keep_file_longer", "Keep the file for longer", Deed.DECIDE, everyday=False),
    _choice("keep_file_no_longer", "Say that the file is no longer needed for that", Deed.DECIDE, everyday=False),
    _choice("propose_destruction", "Propose to destroy the file", Deed.DECIDE, everyday=False),
    _choice("destroy_file", "Destroy the file", Deed.DECIDE, everyday=False),
    _choice("add_file_note", "Add a note or a call", Deed.INVESTIGATE),
    _choice("record_adjustments", "Record what somebody needs", Deed.INVESTIGATE),
    _choice("flag_safety", "Set a safety flag", Deed.INVESTIGATE, everyday=False),
    _choice("review_safety_flag", "Look again at a safety flag", Deed.DECIDE, "safety_reviewed"),
    _choice("lift_safety_flag", "Lift a safety flag", Deed.DECIDE, "safety_lifted", everyday=False),
    _choice("record_death", "Record that somebody has died", Deed.HANDLE, everyday=False),
    _choice("let_speak", "Say who speaks for the complaint now", Deed.HANDLE, everyday=False),
    _choice("talk_about_contact", "Record a talk about contact", Deed.HANDLE, "contact_talked", everyday=False),
    _choice("warn_about_contact", "Warn about contact in writing", Deed.DECIDE, "contact_decided", everyday=False),
    _choice("limit_contact", "Limit contact for a time", Deed.LIMIT, "contact_decided", everyday=False),
    _choice("review_contact_limit", "Look again at the limit on contact", Deed.LIMIT, "contact_decided"),
    _choice("record_contact_appeal", "Record an appeal against the limit", Deed.HANDLE, "contact_appealed"),
    _choice("answer_contact_appeal", "Answer the appeal", Deed.LIMIT, "contact_decided", "contact_appeal_answered"),
    _choice("match_person", "Say that it is the same person", Deed.HANDLE, everyday=False),
    _choice("record_breach", "Record that personal details went astray", Deed.HANDLE, everyday=False),
    _choice("follow_up_breach", "Record what was done about a breach", Deed.HANDLE, "breach_reported", "breach_told"),
    _choice("judge_breach", "Judge how grave a breach is", Deed.DECIDE, *JUDGED.values()),
    _choice("keep_promise", "Record that a promise was kept", Deed.INVESTIGATE, "promise_kept"),
    _choice("let_promise_go", "Let a promise go", Deed.INVESTIGATE, everyday=False),
    _choice("set_severity", "Say how grave it may be", Deed.HANDLE),
    _choice("choose_path", "Choose early resolution or a closer look", Deed.HANDLE, "path_told"),
    _choice("describe_for_return", "Say what the yearly return needs", Deed.HANDLE, everyday=False),
    _choice("assign_handler", "Give the case to somebody", Deed.HANDLE),
    _choice("name_staff", "Name a member of staff complained about", Deed.HANDLE, everyday=False),
    _choice("give_case", "Give somebody access to the case", Deed.GIVE, everyday=False),
    _choice("take_back_case", "Take access back", Deed.GIVE, everyday=False),
    _choice("record_advocate", "Record whom the person named as advocate", Deed.HANDLE, everyday=False),
    _choice("record_advocate_end", "Record that an advocate helps no longer", Deed.HANDLE, everyday=False),
    _choice("restrict_case", "Restrict the case", Deed.GIVE, everyday=False),
    _choice("lift_restriction", "Lift the restriction", Deed.GIVE, everyday=False),
    _choice("put_under_procedure", "Put the case under another procedure", Deed.HANDLE, everyday=False),
    _choice("end_procedure", "Record that a procedure applies no longer", Deed.HANDLE, everyday=False),
    _choice("correct_entry", "Correct an entry", Deed.HANDLE, everyday=False),
    _choice("correct_person", "Correct who somebody is", Deed.HANDLE, everyday=False),
    _choice("move_entry", "Move an entry to another case", Deed.HANDLE, everyday=False),
    _choice("issue_follow_link", "Give a new link to follow", Deed.HANDLE, everyday=False),
    _choice("revoke_follow_link", "End the link to follow", Deed.HANDLE, everyday=False),
)


def what_can_be_done(actor: Actor, parts: Parts, position: Position, known: Known) -> tuple[Possible, ...]:
    """Every choice on a case: first those that meet what is due, soonest first, then the others, then the refused."""
    to_do = sorted(position.to_do(), key=lambda duty: duty.binding_on or date.max)
    possible = [_possible(choice, actor, parts, position, known, to_do) for choice in CHOICES]
    return tuple(sorted(possible, key=_rank))


def _possible(
    choice: Choice, actor: Actor, parts: Parts, position: Position, known: Known, to_do: Sequence[Duty]
) -> Possible:
    refusal = (
        why_not(actor, choice.deed, parts)
        or _refusal(choice, position)
        or _as_it_is(choice, parts)
        or _out_of_place(choice, position, known)
    )
    owed = [] if refusal else [duty for duty in to_do if not duty.met_by.isdisjoint(choice.events)]
    return Possible(
        action=choice.action,
        words=choice.words,
        events=choice.events,
        meets=tuple(dict.fromkeys(duty.step for duty in owed)),
        binding_on=owed[0].binding_on if owed else None,
        refusal=refusal,
        is_everyday=choice.is_everyday,
    )


def _refusal(choice: Choice, position: Position) -> Refused | None:
    if choice.action == "decide_lateness" and not any(warned.code == "out-of-time" for warned in position.warnings):
        return Refused(code="not-late", message="This complaint was made in time, so there is nothing to decide.")
    if choice.action == "write_to_person":
        return None  # whatever has become of the case
    for event in choice.events[:1]:
        return position.refusal_of(event)
    return None


def _as_it_is(choice: Choice, parts: Parts) -> Refused | None:
    """Why there is nothing to take back, to restrict or to lift; the action itself says the same."""
    match choice.action:
        case "take_back_case" if not parts.given:
            return Refused(code="not-given", message="Nobody has been given access to this case.")
        case "restrict_case" if parts.restricted:
            return Refused(code="already-restricted", message="This case is restricted already.")
        case "lift_restriction" if not parts.restricted:
            return Refused(code="not-restricted", message="This case is not restricted.")
    return None


def _out_of_place(choice: Choice, position: Position, known: Known) -> Refused | None:
    """Why an action that no rule forbids has nothing to be done with; the action itself says the same."""
    return (
        _out_of_writing(choice, known)
        or _out_of_time(choice, position)
        or _out_of_care(choice, position)
        or _out_of_procedure(choice, position, known)
        or _out_of_investigation(choice, position)
        or nothing_to_give(choice.action, position)
        or nothing_to_tell(choice.action, position)
        or why_not_contact(choice.action, known.contact, on=position.as_at)
        or why_not_after(choice.action, position, known.refused_after)
        or _out_of_hand(choice, known)
        or why_not_linked(choice.action, known.processes, known.holds)
        or why_not_intake(choice.action, known.intake)
    )


def _out_of_writing(choice: Choice, known: Known) -> Refused | None:
    """Why there is nothing to write down, to ask in writing, to draft or to sign."""
    match choice.action:
        case "request_consent" | "record_consent":
            return why_not_ask_consent(known.basis)
        case "ask_for_authority" | "record_authority":
            return why_not_shown(known.basis, known.speaker)
        case "send_written_record" if known.channel not in SPOKEN:
            message = "The complaint was made in writing, so there are no spoken words to write down."
            return Refused(code="not-spoken", message=message, authority="SI 2009/309 reg 13(2)")
        case "answer_at_once" if known.is_drafted:
            message = "A response has been drafted. Sign it, or prepare another draft."
            return Refused(code="already-drafted", message=message)
        case "sign_response" | "write_easy_read" if not known.is_drafted:
            message = "No response has been drafted yet. Prepare it first."
            return Refused(code="no-draft", message=message, authority="SI 2009/309 reg 14(2)")
    return None


def _out_of_time(choice: Choice, position: Position) -> Refused | None:
    """Why no date of the case leaves something to explain or to move."""
    match choice.action:
        case "explain_delay" if not _is_late(position):
            message = "The time that the law gives for the response has not passed."
            return Refused(code="not-late", message=message, authority="SI 2009/309 reg 14(4)")
        case "change_timescale" if not _has_a_promised_date(position):
            return Refused(code="nothing-to-move", message="Nothing promised has a date that could be changed now.")
        case "agree_extension" if not _can_be_agreed(position):
            return Refused(code="nothing-to-move", message="No date of this case can be moved by an agreement now.")
    return None


def _out_of_care(choice: Choice, position: Position) -> Refused | None:
    """Why nothing that went astray or was promised waits to be seen to."""
    match choice.action:
        case "follow_up_breach" | "judge_breach" if not _has_breach(position):
            return Refused(code="no-breach", message="Nothing on this case says that personal details went astray.")
        case "keep_promise" | "let_promise_go" if not promises_open(position):
            return NONE_OPEN
        case "tell_consent_answer":
            return why_not_told(position)
        case "record_patient_talk":
            return why_not_spoken_with(position)
    return None


def _out_of_hand(choice: Choice, known: Known) -> Refused | None:
    """Why the person, or their link, leaves nothing to do."""
    match choice.action:
        case "record_advocate_end" if not known.has_advocate:
            return NOT_NAMED
        case "move_entry" if not known.has_movable:
            return NONE_TO_MOVE
        case "review_safety_flag" | "lift_safety_flag" if not known.has_safety_flag:
            return NO_FLAG
        case "let_speak" if not known.complainant_died:
            return SPEAKS_THEMSELVES
        case "describe_for_return" if not known.makes_return:
            return NO_RETURN
        case "revoke_follow_link" if not known.has_follow_link:
            return Refused(code="already-link-revoked", message="No link of this case is open.")
    return None


def _out_of_procedure(choice: Choice, position: Position, known: Known) -> Refused | None:
    """Why the procedures of the case, or of its body, leave nothing to do."""
    match choice.action:
        case "describe_choice" | "offer_choice" if not _is_about_choice(position):
            message = "No procedure of this case asks for a choice to be offered. Put the case under one that does."
            return Refused(code="not-about-choice", message=message)
        case "set_tier" if not levels_of(position.duties):
            return NO_LEVELS
        case "pause_clocks" if not can_be_stopped(position.duties):
            return NOTHING_RUNS
        case "resume_clocks" if not standing_still(position.duties):
            return NOTHING_STANDS_STILL
        case "record_named_event" if not known.has_named_events:
            return NONE_NAMED
        case "put_under_procedure" if not known.has_further_procedures:
            return Refused(code="no-such-procedure", message="The organisation has adopted no other procedure.")
        case "end_procedure" if not _is_under_several(position):
            return Refused(code="only-procedure", message="Only one procedure governs this case.")
    return None


def _out_of_investigation(choice: Choice, position: Position) -> Refused | None:
    """Why nothing that an investigation waits for is there to be answered."""
    match choice.action:
        case "end_task" if not _is_owed(position, "task"):
            return Refused(code="no-such-task", message="No task of this case is still to be done. Set one first.")
        case "record_records" if not _is_owed(position, "records"):
            return Refused(code="no-such-request", message="No records that were asked for are still to come.")
    return None


def _is_owed(position: Position, step: str) -> bool:
    """Whether something of an investigation is still to be done, of this kind."""
    return any(duty.procedure == TASKS and duty.step == step for duty in position.to_do())


def _is_late(position: Position) -> bool:
    """Whether the relevant period of regulation 14(3) has passed, answered or not."""
    owed = (duty for duty in position.duties if duty.authority is Authority.STATUTE and duty.step == "respond")
    return any(duty.missed_on is not None or duty.state is DutyState.OVERDUE for duty in owed)


def _can_be_agreed(position: Position) -> bool:
    """Whether a date that still runs may be moved by an agreement with the person."""
    dated = (duty.rule.move for duty in position.to_do() if duty.due_on)
    return any(move is not None and "extension_agreed" in move.by for move in dated)


def _has_breach(position: Position) -> bool:
    return any(duty.procedure == BREACH_RULES and duty.about is not None for duty in position.duties)


def _has_a_promised_date(position: Position) -> bool:
    return any(duty.due_on and duty.authority is not Authority.STATUTE for duty in position.to_do())


def _rank(possible: Possible) -> tuple[bool, bool, date]:
    return (not possible.is_allowed, not possible.meets, possible.binding_on or date.max)


def _is_under_several(position: Position) -> bool:
    own = (each for each in position.duties if each.authority is Authority.POLICY)
    return len({each.procedure for each in own}) > 1


def _is_about_choice(position: Position) -> bool:
    """Whether a procedure over the case promises that a choice is offered."""
    return any("choice_offered" in duty.rule.met_by for duty in position.duties)
