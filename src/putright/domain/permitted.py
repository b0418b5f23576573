"""Which events may be recorded on a case now, and which may not, with the reason and its authority."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from putright.domain.allocation import ANSWERS, LAW, MESSAGE
from putright.domain.allocation import FOUND as APPEAL
from putright.domain.duty import Duty, Permitted, Refused
from putright.domain.history import History
from putright.domain.owing import Reading
from putright.domain.procedure import Ask
from putright.domain.programme import Programme, Rule
from putright.domain.response import ResponsePart
from putright.domain.vocabulary import CaseStatus, DutyState, ProcedureKind

ORDER: Final = "the order in which things happen"  # where no law or policy need say so

# What must have happened first: any one of these.
AFTER: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("called_back", "call_tried"), ("call_back_requested",)),
    "discussion_declined": ("discussion_offered",),
    "discussion_held": ("discussion_offered", "discussion_requested"),
    "details_received": ("details_requested", "acknowledged"),
    "details_acknowledged": ("details_received",),
    "consent_withdrawn": ("consent_given",),
    "patient_spoken_with": ("consent_questioned",),
    "consent_answer_told": ("consent_refused", "consent_withdrawn"),
    "sharing_stopped": ("sharing_to_stop",),
    "written_record_agreed": ("written_record_sent",),
    "written_record_corrected": ("written_record_sent",),
    "exclusion_explained": ("excluded",),
    "lateness_explained": ("lateness_decided",),
    "representative_refusal_explained": ("representative_refused",),
    "contribution_received": ("contribution_requested",),
    "draft_commented": ("response_prepared",),
    "response_checked": ("response_prepared",),
    "statement_received": ("statement_requested",),
    "statement_added": ("statement_received",),
    "statement_declined": ("statement_requested",),
    "statement_taken_back": ("statement_requested",),
    "statement_put_off": ("statement_requested",),
    "statement_chased": ("statement_requested",),
    "statement_escalated": ("statement_requested",),
    "examined": ("statement_received",),
    "meeting_accepted": ("meeting_offered",),
    "meeting_declined": ("meeting_offered",),
    "meeting_time_asked": ("meeting_offered",),
    "meeting_needs_told": ("meeting_offered",),
    "meeting_held": ("meeting_offered", "meeting_requested"),
    "meeting_letter_sent": ("meeting_held",),
    "resumed": ("paused",),
    "review_requested": ("response_sent", "meeting_letter_sent"),
    "review_refused": ("review_requested",),
    "review_completed": ("review_requested",),
    "review_response_sent": ("review_completed",),
    "process_ended": ("process_started",),
    "process_referred": ("process_started",),
    "process_heard_of": ("process_started",),
    "hold_set": ("process_started",),
    "hold_reviewed": ("hold_set",),
    "hold_told": ("hold_set",),
    "issue_taken_up": ("issue_held",),
    "hold_lifted": ("hold_set",),
    "going_on_told": ("issue_taken_up",),
    "questions_asked": ("response_sent", "review_response_sent"),
    "answer_accepted": ("response_sent", "review_response_sent"),
    "questions_answered": ("questions_asked",),
    "round_opened": ("response_sent",),
    "round_told": ("round_opened",),
    "withdrawal_confirmed": ("withdrawn",),
    "take_up_asked": ("withdrawn",),
    "take_up_told": ("take_up_asked",),
    "file_kept_no_longer": ("file_kept_longer",),
    "looked_into_further": ("withdrawn",),
    "learning_recorded": ("looked_into_further",),
    "issue_withdrawal_confirmed": ("issue_withdrawn",),
    "issue_resumed": ("issue_withdrawn",),
    "issue_resumption_told": ("issue_resumed",),
    "allocation_appeal_told": ("allocation_appeal_found",),
    "allocation_appeal_decided": ("allocation_appeal_found",),
    "allocation_decision_told": ("allocation_appeal_decided",),
}
_NO_PROCESS: Final = "Nothing else is known to go on about the same matter, so link it first"
_NOTHING_HELD: Final = "Nothing of this case is held"
_WHY_AFTER: Final[Mapping[str, tuple[str, str]]] = {
    **dict.fromkeys(("process_referred", "process_heard_of", "process_ended", "hold_set"), (_NO_PROCESS, ORDER)),
    **dict.fromkeys(("hold_reviewed", "issue_taken_up", "hold_lifted"), (_NOTHING_HELD, ORDER)),
    "meeting_letter_sent": ("The letter says what took place at the meeting, so the meeting comes first", ORDER),
    "review_requested": ("A review is of an answer, and no answer has been sent yet", ORDER),
    "questions_asked": ("What is asked about an answer follows it, and no answer has been sent yet", ORDER),
    "take_up_asked": ("This complaint was not withdrawn, so there is nothing to take up again", ORDER),
    "round_opened": ("A second round follows an answer, and no answer has been sent yet", ORDER),
}

# What is done once, and again only where a duty still waits for it.
ONCE: Final = frozenset(
    {
        *("received", "registered", "acknowledged", "next_steps_told", "written_record_sent", "discussion_declined"),
        *("issues_agreed", "lateness_decided", "investigation_started", "details_acknowledged", "meeting_letter_sent"),
        *("response_signed", "response_sent", "delay_explained", "exclusion_explained", "choice_offered"),
        *("review_completed", "review_response_sent"),
    }
)
_UNSIGNED: Final = (
    "The response must be signed by the responsible person, or someone who may sign for them, before it is sent"
)
_ALREADY: Final[Mapping[str, str]] = {"received": "This complaint has already been received"}

BEFORE_RECEIPT: Final = frozenset(
    {
        *("received", "event_occurred", "came_to_notice", "call_back_requested", "called_back", "note_made"),
        "call_tried",
        *("process_started", "process_ended"),
    }
)
ONCE_ENDED: Final = frozenset(
    {
        # How somebody contacts the body is not of the case: it is dealt with whatever has become of that.
        *("contact_talked", "contact_decided", "contact_warned", "contact_limited", "contact_ended"),
        *("contact_appealed", "contact_appeal_answered", "contact_matched", "contact_unmatched"),
        *("safety_flagged", "safety_reviewed", "safety_lifted"),
        *("reopened", "note_made", "response_received", "delivery_failed", "process_started", "process_ended"),
        *("process_referred", "process_heard_of"),
        *("escalated", "transfer_told", "questions_asked", "round_opened", "take_up_asked"),
        "answer_accepted",
    }
)
_NOTICES: Final = ("timescale_changed", "extension_agreed")
# What the state of a case, or what its procedures provide for, can refuse as well.
_OF_THE_CASE: Final = frozenset({"closed", "reopened", "paused", "response_sent", "review_requested", *_NOTICES})
_RESET: Final = ("reopened", "round_opened", "review_requested", "delivery_failed", "entered_in_error")


@dataclass(slots=True)
class _Case:
    """What is asked of when an event is to be permitted or refused."""

    programmes: tuple[Programme, ...]
    history: History
    status: CaseStatus
    is_received: bool
    is_ended: bool
    meets: Mapping[str, Sequence[Duty]]  # of each event, the duties still to be done that it would meet
    surviving: frozenset[str]  # the events that still meet something after the case has ended
    held_back: Mapping[str, Duty]  # of each event that has to wait, a duty still to be done that it waits for


def permitted_and_refused(
    readings: Sequence[Reading], history: History, duties: Sequence[Duty], status: CaseStatus
) -> tuple[tuple[Permitted, ...], tuple[Refused, ...]]:
    """Every event, either with the steps it would meet or with why it may not be recorded."""
    case = _case(readings, history, duties, status)
    permitted: list[Permitted] = []
    refused: list[Refused] = []
    in_hand, happened = case.is_received and not case.is_ended, history.by_kind.keys()
    asked_for = case.meets.keys() | case.held_back.keys()
    # A case has two hundred next steps, of which all but a few turn on nothing but what happened before.
    for name, is_plain, is_once, first, too_early, alone in _kinds(case.programmes):
        if in_hand and is_plain and name not in asked_for and not (is_once and name in happened):
            if too_early is not None and first.isdisjoint(happened):
                refused.append(too_early)
            else:
                permitted.append(alone)
        elif refusal := (None if in_hand else _not_in_hand(name, case)) or _refusal(name, case):
            refused.append(refusal)
        else:
            permitted.append(_permitted(name, *dict.fromkeys([duty.step for duty in case.meets.get(name, ())])))
    if APPEAL in history.by_kind:
        permitted, refused = _of_an_appeal(permitted, refused)
    return tuple(permitted), tuple(refused)


def _of_an_appeal(permitted: list[Permitted], refused: list[Refused]) -> tuple[list[Permitted], list[Refused]]:
    """Nothing answers an appeal as a complaint: what would is refused for that before any other reason."""
    kinds = [*(each.event for each in permitted), *(each.event for each in refused)]
    instead = [
        Refused(event=kind, code="an-appeal", message=MESSAGE, authority=LAW) for kind in kinds if kind in ANSWERS
    ]
    return (
        [each for each in permitted if each.event not in ANSWERS],
        [*(each for each in refused if each.event not in ANSWERS), *instead],
    )


def _case(readings: Sequence[Reading], history: History, duties: Sequence[Duty], status: CaseStatus) -> _Case:
    meets: dict[str, list[Duty]] = {}
    held_back: dict[str, Duty] = {}
    for duty in duties:
        if duty.is_to_do:
            for event in duty.met_by:
                meets.setdefault(event, []).append(duty)
            for event in duty.rule.holds_back:
                held_back[event] = duty
    return _Case(
        programmes=tuple(reading.programme for reading in readings),
        history=history,
        status=status,
        is_received="received" in history.by_kind,
        is_ended=status is not CaseStatus.OPEN and status is not CaseStatus.RESPONDED,
        meets=meets,
        surviving=_surviving(readings),
        held_back=held_back,
    )


@lru_cache(maxsize=1024)  # a case page names the same few dozen again and again
def _permitted(kind: str, *steps: str) -> Permitted:
    return Permitted(event=kind, meets=steps)


class _Kind(NamedTuple):
    """An event that is a next step of a case, and what is said of it whenever nothing but what came before decides."""

    name: str
    is_plain: bool
    is_once: bool
    first: frozenset[str]
    too_early: Refused | None
    alone: Permitted


@lru_cache(maxsize=256)
def _kinds(programmes: tuple[Programme, ...]) -> tuple[_Kind, ...]:
    """The events that are a next step of a case; a correction is one of an entry."""
    kinds = dict.fromkeys(kind for programme in programmes for kind in programme.events if kind != "entered_in_error")
    return tuple(
        _Kind(
            name=kind,
            is_plain=kind not in _OF_THE_CASE,
            is_once=kind in ONCE,
            first=frozenset(_first_of(kind, programmes) if kind in AFTER else ()),
            too_early=_too_early(kind, programmes) if kind in AFTER else None,
            alone=_permitted(kind),
        )
        for kind in kinds
    )


def _surviving(readings: Sequence[Reading]) -> frozenset[str]:
    found: set[str] = set()
    for reading in readings:
        ended = {event.event for event in reading.ended}
        for rule in reading.programme.rules if ended else ():
            if ended <= rule.survives:
                found |= rule.met_by
    return frozenset(found)


def _not_in_hand(kind: str, case: _Case) -> Refused | None:
    if not case.is_received and kind not in BEFORE_RECEIPT:
        return _out_of_order(kind, "not-received", "No complaint has been received yet")
    if case.is_ended and kind not in ONCE_ENDED and kind not in case.surviving:
        return _out_of_order(kind, f"case-{case.status}", f"This case is {case.status}; open it again first")
    return None


def _refusal(kind: str, case: _Case) -> Refused | None:
    if kind == "reopened" and not case.is_ended:
        return _out_of_order(kind, "not-closed", "This case is not closed, so it cannot be opened again")
    if kind in ONCE and kind not in case.meets and case.history.since(kind, _RESET):
        return _already_done(kind, case.programmes)
    if _is_too_early(kind, case):
        return _too_early(kind, case.programmes)
    answer = _unsigned(kind, case) or _unanswered(kind, case) or _held_back(kind, case)
    return answer or _not_provided_for(kind, case.programmes) or _lacking(kind, case)


def _is_too_early(kind: str, case: _Case) -> bool:
    if kind not in AFTER or not case.history.by_kind.keys().isdisjoint(_first_of(kind, case.programmes)):
        return False
    return kind != "review_requested" or not _answer_is_late(case)


@lru_cache(maxsize=1024)
def _first_of(kind: str, programmes: tuple[Programme, ...]) -> tuple[str, ...]:
    """What has to come first; the outcome of a review that no procedure has completed follows the request itself."""
    first = AFTER[kind]
    if first == ("review_completed",) and not _is_waited_for("review_completed", programmes):
        return AFTER["review_completed"]
    return first


def _is_waited_for(kind: str, programmes: tuple[Programme, ...]) -> bool:
    """Whether a step is done by an event."""
    return any(kind in rule.met_by for programme in programmes for rule in programme.rules)


@lru_cache(maxsize=1024)
def _out_of_order(kind: str, code: str, message: str) -> Refused:
    return Refused(event=kind, code=code, message=message, authority=ORDER)


@lru_cache(maxsize=1024)
def _already_done(kind: str, programmes: tuple[Programme, ...]) -> Refused:
    message = _ALREADY.get(kind, f"This is already done: {_words(kind, programmes)}")
    return _out_of_order(kind, f"already-{kind.replace('_', '-')}", message)


@lru_cache(maxsize=1024)
def _too_early(kind: str, programmes: tuple[Programme, ...]) -> Refused:
    first = _first_of(kind, programmes)
    needed = " or ".join(_words(one, programmes).lower() for one in first)
    message, authority = _WHY_AFTER.get(kind, (f"This cannot be recorded before: {needed}", ORDER))
    return Refused(event=kind, code=f"not-{first[0].replace('_', '-')}", message=message, authority=authority)


def _answer_is_late(case: _Case) -> bool:
    """Whether the answer is overdue: who waits for it in vain may ask for the next stage without it."""
    return any(duty.state is DutyState.OVERDUE for duty in case.meets.get("response_sent", ()))


def _unsigned(kind: str, case: _Case) -> Refused | None:
    """What a law or a procedure says is signed is signed before it is sent."""
    if kind != "response_sent" or case.history.has("response_signed"):
        return None
    rules = ((made, rule) for made in case.programmes for rule in made.rules if kind in rule.met_by)
    asked = next((one for one in rules if ResponsePart.SIGNATURE in one[1].step.contains), None)
    if asked is None:
        return None
    return Refused(event=kind, code="not-response-signed", message=_UNSIGNED, authority=_on_the_response(*asked))


def _on_the_response(made: Programme, rule: Rule) -> str:
    """What a law says of the content of a response, where it says so in a place of its own."""
    place = made.procedure.asks.get(Ask.RESPONSE_CONTENT)
    return f"{made.procedure.cite_as} {place}" if place else rule.cites


def _unanswered(kind: str, case: _Case) -> Refused | None:
    law = _owing_an_answer(case) if kind == "closed" else None
    if law is None:
        return None
    message = (
        "The case cannot be closed before the complaint is answered in writing, withdrawn, "
        "or found not to be one that must be dealt with"
    )
    return Refused(event=kind, code="not-answered", message=message, authority=_on_the_response(*law))


def _owing_an_answer(case: _Case) -> tuple[Programme, Rule] | None:
    """The law whose response is still to be sent, and its step."""
    laws = {made.name: made for made in case.programmes if made.procedure.kind is ProcedureKind.STATUTE}
    owed = (duty for duty in case.meets.get("response_sent", ()) if duty.procedure in laws)
    return next(((laws[duty.procedure], duty.rule) for duty in owed), None)


def _held_back(kind: str, case: _Case) -> Refused | None:
    """What a step says cannot be done as long as it is owed itself."""
    duty = case.held_back.get(kind)
    if duty is None:
        return None
    first = "; or ".join(sorted(_words(event, case.programmes) for event in duty.met_by))
    message = f"Something that was promised has to be done before this: {duty.promise} Record first: {first}"
    return Refused(event=kind, code=f"holds-back-{duty.step}", message=message, authority=duty.cites)


@lru_cache(maxsize=1024)
def _not_provided_for(kind: str, programmes: tuple[Programme, ...]) -> Refused | None:
    """What the procedures of a case have no place for."""
    rules = [rule for programme in programmes for rule in programme.rules]
    code = message = ""
    if kind == "review_requested" and not _has_a_review(programmes):
        code, message = "no-review", f"This procedure has no review of its own{_next_step(programmes)}"
    elif kind == "paused" and not any(rule.pausable for rule in rules):
        code = "cannot-be-paused"
        message = "No clock of this case can be paused: the law's never stop, and the procedure provides for no pause"
    elif kind in _NOTICES and not any(rule.move and kind in rule.move.by for rule in rules):
        code, message = "cannot-be-moved", "No date of this case can be changed in this way"
    if not code:
        return None
    return Refused(event=kind, code=code, message=message, authority=programmes[0].procedure.title)


def _has_a_review(programmes: tuple[Programme, ...]) -> bool:
    """Whether a request for review begins a stage, or is itself what a step waits for."""
    begins = any("review_requested" in begins for programme in programmes for begins in programme.stages)
    return begins or _is_waited_for("review_requested", programmes)


def _next_step(programmes: Sequence[Programme]) -> str:
    ways = {way.to for programme in programmes for way in programme.procedure.goes_next}
    return ": the next step is the Ombudsman" if "ombudsman" in ways else ""


def _lacking(kind: str, case: _Case) -> Refused | None:
    for duty in case.meets.get(kind, ()):
        for need in _needs(duty, case) if duty.waiting_for else ():
            code, message = (
                f"needs-{need.replace('_', '-')}",
                f"This needs first: {_words(need, case.programmes).lower()}",
            )
            if need == "consent_given":
                code = "consent-needed"
                message = (
                    "The patient's consent is needed before the answer is given to someone else: "
                    "ask for it, or record it"
                )
            return Refused(event=kind, code=code, message=message, authority=duty.cites)
    return None


def _needs(duty: Duty, case: _Case) -> Sequence[str]:
    """What a duty still needs before it may be met; it may wait for other things as well."""
    rules = (rule for programme in case.programmes if programme.name == duty.procedure for rule in programme.rules)
    return [need for rule in rules if rule.name == duty.step for need in rule.needs if need in duty.waiting_for]


def _words(kind: str, programmes: Sequence[Programme]) -> str:
    return next((p.events[kind].words for p in programmes if kind in p.events), kind)
