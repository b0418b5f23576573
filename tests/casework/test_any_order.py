"""Whatever people do, in whatever order: is a case always sound, or told why not?"""

from collections.abc import Callable
from datetime import date, time, timedelta
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from putright.casework.actions.follow_up_breach import FollowUp
from putright.casework.actions.follow_up_process import ProcessStep
from putright.casework.actions.offer_meeting import Meeting
from putright.casework.actions.plan_investigation import Plan
from putright.casework.actions.record_consent import Consent
from putright.casework.advocates import AdvocateSaid
from putright.casework.contact_written import Considered
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.other_bodies import BodyTold
from putright.casework.queries.case_page import case_page
from putright.casework.queries.what_can_be_done import CHOICES
from putright.casework.response_draft import Draft
from putright.casework.said import FileSaid, PersonSaid
from putright.casework.verification import verify
from putright.domain import triage
from putright.domain.access import Role
from putright.domain.adjustments import Adjustment, Need
from putright.domain.advocates import Help
from putright.domain.allocation import AppealDecision
from putright.domain.authority import SeenAs, Shown
from putright.domain.breaches import How, Risk
from putright.domain.channels import Channel
from putright.domain.choice import ChoiceKind, ChoiceRemedy
from putright.domain.choice_team import AskedBy, TeamStep
from putright.domain.contact import ContactTerm
from putright.domain.copies import CopyFor, WhyOut
from putright.domain.deaths import Who
from putright.domain.easy_read import EasyLine, EasyRead
from putright.domain.handling import HandlingPlan
from putright.domain.holds import Grounds
from putright.domain.injustice import FindingSaid
from putright.domain.interviews import Interviewed
from putright.domain.issues import Outcome
from putright.domain.joint import JointPart
from putright.domain.keeping import KeptFor
from putright.domain.linked import ProcessKind
from putright.domain.ombudsman import Asks, Decision
from putright.domain.reasons import DelayReason
from putright.domain.refusing import Unaccepted
from putright.domain.remedies import RemedyKind
from putright.domain.response import ActionConfirmation
from putright.domain.returns import Dimension, ReturnSaid
from putright.domain.safety import Danger
from putright.domain.scope import Ground
from putright.domain.staff_told import StaffNews
from putright.domain.standing import Basis
from putright.domain.vocabulary import CaseStatus
from putright.gateways.file_kinds import WORD
from putright.letters.facts import Improvement, MeetingTime
from putright.records.models import OutboxLetter
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, an_office, at

pytestmark = pytest.mark.django_db


ENGLAND = BodyTold(code="nhs-england")
CONSIDERED = Considered(adjustments="None.", vulnerability="None.", meeting="Offered.", reprisal="Another handles it.")
LIMIT = {
    "terms": frozenset({ContactTerm.IN_WRITING}),
    "arranged": "Write to Mo.",
    "why": "Calls.",
    "considered": CONSIDERED,
    "danger": "A threat.",
}

_offices = count(1)


def said(action: str, story: Story, on: date) -> dict[str, Any]:
    """What somebody would say with an action, on a day."""
    ahead = on + timedelta(days=30)
    fixed: dict[str, Callable[[], dict[str, Any]]] = {
        "add_file_note": lambda: {"words": "She called."},
        "agree_extension": lambda: {
            "step": "review",
            "new_date": ahead,
            "reason": DelayReason.OTHER,
            "explanation": "Leave.",
        },
        "agree_response_period": lambda: {"respond_by": ahead},
        "assign_handler": lambda: {"handler": story.office.people["ines"]},
        "change_timescale": lambda: {
            "step": "review",
            "new_date": ahead,
            "reason": DelayReason.OTHER,
            "explanation": "Leave.",
        },
        "pause_clocks": lambda: {"steps": ("review",), "why": "Leave."},
        "record_named_event": lambda: {"event": "panel_fixed"},
        "resume_clocks": lambda: {"steps": ("review",)},
        "set_tier": lambda: {"tier": "green", "why": "Small."},
        "complete_review": lambda: {"words": "It stands."},
        "correct_entry": lambda: {"entry": story.case.chain_count, "reason": "A slip."},
        "answer_written_record": lambda: {"agrees": True},
        "ask_to_share": lambda: {"body": ENGLAND, "why": "They pay for it."},
        "decide_lateness": lambda: {"good_reasons": True, "still_possible": True, "reasons": "Good ones."},
        "exclude_issues": lambda: {"issues": (1,), "ground": Ground.OMBUDSMAN, "reasons": "They have it."},
        "describe_choice": lambda: {
            "kind": ChoiceKind.LONG_WAIT,
            "referred_on": date(2026, 1, 5),
            "applies": True,
            "words": "A year.",
        },
        "set_severity": lambda: {"severity": triage.Severity.HIGH, "reason": "It is grave."},
        "choose_path": lambda: {"path": triage.Path.CLOSER_LOOK, "why": "It is grave."},
        "describe_for_return": lambda: {"said": ReturnSaid(labels={Dimension.STAFF: frozenset({"nursing"})})},
        "end_procedure": lambda: {"procedure": story.case.procedures.get(place=0).procedure.name},
        "follow_up_breach": lambda: {
            "breach": latest(story, "breach_found"),
            "done": FollowUp.REPORTED,
            "words": "By telephone.",
        },
        "talk_about_contact": lambda: {"words": "We spoke.", "helps": "Nothing."},
        "warn_about_contact": lambda: {
            "what_happened": "Calls.",
            "what_we_ask": "Fewer.",
            "entries": (story.case.chain_count,),
            "considered": CONSIDERED,
            "danger": "A threat.",
        },
        "limit_contact": lambda: {**LIMIT, "until": ahead, "entries": (story.case.chain_count,)},
        "review_contact_limit": lambda: {"why": "It goes well.", "considered": CONSIDERED},
        "record_contact_appeal": lambda: {"words": "It is wrong."},
        "answer_contact_appeal": lambda: {"ends": False, "why": "It is right."},
        "match_person": lambda: {"other": story.reference, "is_same": True, "why": "The same."},
        "judge_breach": lambda: {"breach": latest(story, "breach_found"), "risk": Risk.UNLIKELY, "reasons": "Shut."},
        "decide_remedy": lambda: {"issue": 1, "kind": RemedyKind.CARE, "words": "You are seen again.", "by": ahead},
        "record_remedy_answer": lambda: {"remedy": latest(story, "remedy_decided"), "accepts": True},
        "give_remedy": lambda: {"remedy": latest(story, "remedy_decided"), "words": "On the ward."},
        "plan_improvement": lambda: {
            "owner": story.office.people["sam"],
            "what": "A bell.",
            "due_on": ahead,
            "tells": True,
        },
        "write_easy_read": lambda: {
            "easy": EasyRead(
                found=(EasyLine(words="We got it wrong."),),
                next=(EasyLine(words="We say sorry."),),
                unhappy=(EasyLine(words="You can go to the Ombudsman."),),
            )
        },
        "take_in_draft": lambda: {"file": FileSaid(name="draft.docx", media_type=WORD, content=b"Only words.")},
        "keep_promise": lambda: {"promise": latest(story, "promise_made")},
        "let_promise_go": lambda: {"promise": latest(story, "promise_made"), "reason": "They rang."},
        "let_speak": lambda: {
            "person": PersonSaid(name="Viv Example", address=("2 Sample Road",)),
            "basis": Basis.DECEASED,
            "words": "Their daughter.",
        },
        "answer_questions": lambda: {"answer": "It was Robin."},
        "begin_copy": lambda: {"to": CopyFor.PERSON, "why": "They asked for it."},
        "mark_copy": lambda: {"papers": (1,), "why": WhyOut.NOT_ASKED_FOR},
        "unmark_copy": lambda: {"mark": 1},
        "check_copy": lambda: {"is_ready": True},
        "end_copy": lambda: {"reason": "They want it no more."},
        "keep_file_longer": lambda: {"why": KeptFor.CLAIM, "words": "A solicitor wrote.", "look_again_on": ahead},
        "keep_file_no_longer": lambda: {"hold": latest(story, "file_kept_longer"), "words": "The claim is over."},
        "propose_destruction": lambda: {"words": "It is old."},
        "record_ombudsman_request": lambda: {"asks": Asks.FILE, "words": "Send us the file.", "answer_by": ahead},
        "answer_ombudsman": lambda: {"request": latest(story, "ombudsman_asked"), "words": "The file."},
        "record_ombudsman_decision": lambda: {"decision": Decision.NOT_UPHELD, "words": "No failing was found."},
        "comply_with_ombudsman": lambda: {"recommendation": latest(story, "ombudsman_recommended"), "words": "Done."},
        "answer_take_up": lambda: {"accepted": True, "words": ""},
        "record_learning": lambda: {"words": "A door did not shut."},
        "decide_late_request": lambda: {"accepted": True, "reasons": "They were ill."},
        "open_round": lambda: {"words": "It does not say who.", "issues": (1,)},
        "record_questions": lambda: {"words": "Who was it?"},
        "offer_choice": lambda: {"remedy": ChoiceRemedy.MOVED, "words": "Two hospitals."},
        "withdraw_issue": lambda: {"issue": 1, "said_by": Channel.TELEPHONE},
        "resume_issue": lambda: {"issue": 1},
        "tell_appeal_apart": lambda: {"issues": (1,), "why": "It is about being on it.", "decided_by": ENGLAND},
        "record_appeal_decision": lambda: {"decision": AppealDecision.STAYS, "reasons": "They wrote."},
        "take_up_as_complaint": lambda: {"reasons": "It is about the service."},
        "ask_choice_team": lambda: {"asked_by": AskedBy.PERSON, "words": "One hospital was named."},
        "record_choice_team_step": lambda: {
            "step": TeamStep.ENGAGED,
            "words": "They ask which were named.",
            "answer_by": ahead,
        },
        "answer_choice_team": lambda: {"request": latest(story, "choice_engaged"), "words": "Five are named now."},
        "put_under_procedure": lambda: {"procedure": "choice-commissioner", "in_place": False},
        "record_breach": lambda: {"words": "A letter to next door.", "how": How.WRONG_PERSON},
        "record_interview": lambda: {"whom": Interviewed.PATIENT, "words": "I was there."},
        "agree_interview_note": lambda: {"interview": latest(story, "interview_held"), "agrees": True},
        "tell_staff": lambda: {
            "news": StaffNews.COMPLAINT,
            "people": [story.office.people["sam"]],
            "support_told": True,
        },
        "plan_handling": lambda: {
            "plan": HandlingPlan(issues=("It.",), how=("We ask.",), respond_by=ahead),
            "agreed": True,
            "why": "They rang.",
        },
        "record_adjustments": lambda: {
            "whose": Who.COMPLAINANT,
            "needs": (Need(adjustment=Adjustment.LARGE_PRINT),),
            "words": "She rang.",
        },
        "record_death": lambda: {"died": Who.PATIENT, "words": "The ward rang."},
        "explain_delay": lambda: {"reason": DelayReason.OTHER, "explanation": "Leave.", "expected_on": ahead},
        "join_complaint": lambda: {"other": ENGLAND, "part": JointPart.LEAD, "why": "It is about both."},
        "split_case": lambda: {"issues": (1,), "why": "They are two matters."},
        "take_back_split": lambda: {"other": story.reference, "why": "It is one matter."},
        "link_process": lambda: {"process": ProcessKind.INQUEST, "words": "It opened in March."},
        "follow_up_process": lambda: {
            "process": latest(story, "process_started"),
            "done": ProcessStep.HEARD,
            "words": "They wrote.",
        },
        "end_process": lambda: {"process": latest(story, "process_started"), "words": "It ended."},
        "hold_issues": lambda: {
            "process": latest(story, "process_started"),
            "issues": (1,),
            "grounds": Grounds(prejudice="The coroner hears her."),
            "asked_by": "The coroner",
            "asked_how": Channel.LETTER,
            "review_on": ahead,
        },
        "review_hold": lambda: {"hold": latest(story, "hold_set"), "review_on": ahead, "words": "Not yet."},
        "flag_safety": lambda: {
            "whose": Who.COMPLAINANT,
            "danger": Danger.VIOLENCE,
            "what_to_do": "Two of us.",
            "why": "A threat.",
            "review_on": ahead,
        },
        "review_safety_flag": lambda: {
            "flag": latest(story, "safety_flagged"),
            "what_to_do": "Two of us.",
            "why": "It may happen again.",
            "review_on": ahead,
        },
        "lift_safety_flag": lambda: {"flag": latest(story, "safety_flagged"), "why": "It is over."},
        "lift_hold": lambda: {"hold": latest(story, "hold_set"), "issues": (1,), "words": "It ended."},
        "correct_person": lambda: {
            "whom": Who.COMPLAINANT,
            "person": PersonSaid(name="Pat Sample", telephone="01632 960001"),
            "is_another": True,
            "why": "Mixed up.",
        },
        "move_entry": lambda: {"entry": story.case.chain_count, "other": story.reference, "why": "Mixed up."},
        "link_case": lambda: {"other": story.reference, "why": "They belong together."},
        "merge_case": lambda: {"other": story.reference, "why": "The same."},
        "unlink_case": lambda: {"other": story.reference, "why": "They do not."},
        "leave_joint": lambda: {"why": "They need longer."},
        "record_contribution": lambda: {"request": latest(story, "contribution_requested"), "words": "Three hours."},
        "record_lead_request": lambda: {"words": "What did you find?"},
        "request_contribution": lambda: {"body": ENGLAND.code, "questions": ("Who?",), "reply_by": ahead},
        "send_contribution": lambda: {"what_we_did": "We asked.", "findings": "Nothing."},
        "keep_complaint": lambda: {"why": "They asked us to."},
        "name_provider": lambda: {"provider": ENGLAND},
        "give_case": lambda: {"person": story.office.people["ines"], "role": Role.INVESTIGATOR},
        "record_advocate": lambda: {"advocate": AdvocateSaid(name="Nia Example", helps=frozenset({Help.READ}))},
        "record_advocate_end": lambda: {"advocate": latest(story, "advocate_named")},
        "lift_restriction": lambda: {"reason": "They have left."},
        "restrict_case": lambda: {"reason": "They work here."},
        "take_back_case": lambda: {"part": latest(story, "case_given")},
        "name_staff": lambda: {"person": story.office.people["sam"]},
        "offer_meeting": lambda: {
            "meeting": Meeting(
                meet_with=("Sam",),
                times=(MeetingTime(on=ahead, starts=time(10)),),
                place="Here",
                safety_considered=True,
            )
        },
        "answer_at_once": lambda: {"outcomes": (), "draft": Draft(how_considered="We asked.")},
        "pass_on_complaint": lambda: {"why": "They gave the care."},
        "prepare_response": lambda: {
            "draft": Draft(how_considered="We asked.", action_confirmation=ActionConfirmation.TAKEN)
        },
        "tell_body_to_stop": lambda: {"body": ENGLAND.code, "may_still": ("The notes.",)},
        "ask_for_authority": lambda: {"wanted": "Please show us the grant."},
        "record_authority": lambda: {"shown": Shown.GRANT, "seen_as": SeenAs.COPY, "is_enough": True},
        "record_patient_talk": lambda: {"words": "She knew.", "was_alone": True},
        "record_consent": lambda: {"answer": Consent.GIVEN, "scope": "For this complaint."},
        "record_details": lambda: {"words": "More."},
        "record_outcome": lambda: {
            "issue": 1,
            "outcome": Outcome.UPHELD,
            "conclusion": "It was so.",
            "remedy_needed": False,
        },
        "record_sharing": lambda: {"body": ENGLAND.code, "agreed": True, "words": "Yes."},
        "refuse_representative": lambda: {"ground": Unaccepted.NOT_ASKED_BY_THE_PATIENT, "reasons": "She said no."},
        "record_statement": lambda: {"request": latest(story, "statement_requested"), "words": "I remember."},
        "check_response": lambda: {"is_ready": False, "words": "It does not say sorry."},
        "comment_on_draft": lambda: {"words": "Say sorry."},
        "end_task": lambda: {"task": latest(story, "task_set"), "is_done": True},
        "place_evidence": lambda: {"happened_on": date(2026, 3, 16), "words": "They were there."},
        "plan_investigation": lambda: {"issue": 1, "plan": Plan(questions=("Who?",))},
        "put_off_statement": lambda: {
            "request": latest(story, "statement_requested"),
            "due_on": ahead,
            "reason": "Leave.",
        },
        "record_finding": lambda: {
            "issue": 1,
            "finding": FindingSaid(should="This.", happened="That.", fell_short=True, impact="Harm.", severity=2),
        },
        "record_records": lambda: {"request": latest(story, "records_requested"), "came": True, "words": "Here."},
        "request_records": lambda: {"of_whom": "the surgery", "what": "Notes.", "due_on": ahead},
        "set_task": lambda: {"owner": story.office.people["mo"], "what": "Read it.", "due_on": ahead},
        "take_back_request": lambda: {"request": latest(story, "statement_requested"), "reason": "A slip."},
        "sign_response": lambda: {"why_as_it_is": "They asked for a few lines."},
        "reopen_case": lambda: {"reason": "More came up."},
        "request_consent": lambda: {"about": "Your stay", "information": ("All",)},
        "request_details": lambda: {"wanted": "The day."},
        "request_review": lambda: {"words": "Please look again."},
        "request_statement": lambda: {
            "person": story.office.people["sam"],
            "about": "A talk",
            "questions": ("What?",),
            "due_on": ahead,
        },
        "send_meeting_letter": lambda: {
            "present": ("Pat",),
            "what_took_place": "A talk.",
            "lessons": ("One.",),
            "improvements": (Improvement(what="Training", who="Us", done_on=on),),
        },
        "send_review_outcome": lambda: {"how_reviewed": "Read.", "position": "It stands.", "reasons": "The facts."},
        "send_update": lambda: {"done_so_far": "Asked.", "still_to_do": "Write.", "expected_on": ahead},
        "read_from_page": lambda: {"entry": latest(story, "page_message_received")},
        "write_to_person": lambda: {"words": "Thank you."},
        "set_response_period": lambda: {"respond_by": ahead, "how_handled": "By asking."},
        "settle": lambda: {"satisfied": True},
        "take_back_exclusion": lambda: {"issue": 1, "reasons": "They have not."},
        "transfer_complaint": lambda: {"to": ENGLAND, "why": "It is theirs.", "agreed_by": Channel.TELEPHONE},
    }
    return fixed.get(action, dict)()


def latest(story: Story, event: str) -> int:
    numbers = story.case.events.filter(event=event).order_by("-number").values_list("number", flat=True)
    return numbers.first() or 1


def does(story: Story, action: str, who: str, on: date) -> str:
    """Have somebody try something; answer what came of it."""
    function = getattr(import_module(f"putright.casework.actions.{action}"), action)
    try:
        story.does(function, who, on, **said(action, story, on))
    except ActionRefused as refused:
        return refused.refusal.code
    except NotFound:
        return "not-found"
    return "done"


def posts_everything(story: Story, who: str, on: date) -> None:
    post_letter = import_module("putright.casework.actions.post_letter").post_letter
    waiting = OutboxLetter.objects.filter(case=story.case, state="queued").values_list("document__number", flat=True)
    for number in list(waiting):
        try:
            story.does(post_letter, who, on, letter=number)
        except (ActionRefused, NotFound):
            continue


def is_sound(story: Story, on: date) -> None:
    """The chain fits, what is kept follows from it, the page can be made, and every refusal says something."""
    assert verify(story.office.means).misfits == ()
    assert story.case.status in set(CaseStatus)
    page = case_page(story.office.actor("rosa", on), story.reference, on, now=at(on, 12))
    assert all(choice.is_allowed or (choice.refusal and choice.refusal.message) for choice in page.choices)
    assert len(page.chronology) == story.case.chain_count


ACTIONS = [choice.action for choice in CHOICES]
PEOPLE = ["mo", "mo", "mo", "olu", "rosa", "max", "ines"]
steps = st.lists(
    st.tuples(st.sampled_from(ACTIONS), st.sampled_from(PEOPLE), st.integers(0, 20), st.booleans()),
    min_size=1,
    max_size=25,
)


@pytest.mark.parametrize("procedure", ["commisceo", "living-well-partnership"])
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps, for_another=st.booleans())
def test_any_walk_leaves_a_sound_case(
    tmp_path: Path, procedure: str, steps: list[tuple[str, str, int, bool]], for_another: bool
) -> None:
    # Every walk has an office of its own; they share a store, as bodies do.
    office = an_office(tmp_path, procedure=procedure, code=f"office-{next(_offices)}", seed=str(_offices))
    story, on = begun(office, for_another=for_another), MAUNDY_THURSDAY
    for action, who, days, posts in steps:
        on += timedelta(days=days)
        does(story, action, who, on)
        if posts:
            posts_everything(story, who, on)

    is_sound(story, on)


def begun(office: Office, *, for_another: bool) -> Story:
    if not for_another:
        return a_story(office)
    gwen = PersonSaid(name="Gwen Example", address=("3 Sample Road",), born_on=date(1958, 5, 1))
    return a_story(office, channel=Channel.TELEPHONE, basis=Basis.REQUESTED, patient=gwen)


def test_what_the_page_offers_can_be_done(tmp_path: Path) -> None:
    """Every choice that is shown as allowed is tried by whoever it is shown to, until nothing is left to offer."""
    office = an_office(tmp_path)
    story = a_story(office)
    on = MAUNDY_THURSDAY
    tried: set[str] = set()
    for day in range(60):
        on = MAUNDY_THURSDAY + timedelta(days=day)
        for who in ("mo", "rosa", "max"):
            while left := sorted(offered(story, who, on) - tried - ENDING):
                outcome = does(story, left[0], who, on)
                tried.add(left[0])
                assert outcome in {"done", *NEEDS_MORE.get(left[0], ())}, (left[0], outcome)
                posts_everything(story, "mo", on)

    assert {"register", "acknowledge", "examine", "sign_response", "send_review_outcome"} <= tried
    is_sound(story, on)


def offered(story: Story, who: str, on: date) -> set[str]:
    try:
        page = case_page(story.office.actor(who, on), story.reference, on, now=at(on))
    except NotFound:
        return set()
    return {choice.action for choice in page.choices if choice.is_allowed}


ENDING = {
    "tell_appeal_apart",
    "withdraw",
    "close_case",
    "settle",
    "correct_entry",
    "reopen_case",
    "transfer_complaint",
    "exclude_issues",
}

# What an allowed action may still be refused for, by what is said with it.
NEEDS_MORE = {
    "accept_meeting": {"before-what-it-follows"},
    "agree_interview_note": {"no-such-interview"},
    "tell_staff": {"not-concerned"},
    "answer_contact_appeal": {"own-decision"},
    "match_person": {"the-same-case"},
    "assign_handler": {"already-handler-assigned"},
    "check_response": {"own-draft", "no-draft"},
    "check_copy": {"own-copy"},
    "put_off_statement": {"no-such-request", "already-statement-received"},
    "take_back_request": {"already-statement-received"},
    "take_in_draft": {"not-a-document"},
    "change_timescale": {"nothing-to-move", "does-not-move"},
    "agree_extension": {"nothing-to-move", "does-not-move"},
    "answer_at_once": {"conclusions", "action-confirmation", "already-drafted"},
    "explain_delay": {"not-late"},
    "give_case": {"already-given"},
    "record_advocate": {"too-many-advocates", "named-too-often"},
    "join_complaint": {"sharing-not-agreed"},
    "split_case": {"nothing-left"},
    "hold_issues": {"already-held", "has-an-outcome"},
    "record_outcome": {"issue-held"},
    "record_finding": {"issue-held"},
    "review_hold": {"already-queued"},
    "link_case": {"the-same-case"},
    "move_entry": {"the-same-case"},
    "merge_case": {"the-same-case"},
    "name_staff": {"already-named"},
    "open_round": {"has-a-review"},
    "request_consent": {"no-consent-to-ask"},
    "record_statement": {"already-statement-received"},
    "sign_response": {"no-draft", "conclusions"},
    "take_back_case": {"not-given"},
    "revoke_follow_link": {"already-link-revoked"},
}
