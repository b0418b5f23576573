"""Which events may be recorded on a case now, and which may not, with the reason and its authority."""

from collections.abc import Mapping, Sequence
from typing import Final

from putright.domain.duty import Duty, Permitted, Refused
from putright.domain.history import History, endings
from putright.domain.programme import Programme
from putright.domain.vocabulary import CaseStatus, ProcedureKind

REGULATIONS: Final = "SI 2009/309"
ORDER: Final = "the order in which things happen"  # where no law or policy need say so

# What must have happened first: any one of these.
AFTER: Final[Mapping[str, tuple[str, ...]]] = {
    "called_back": ("call_back_requested",),
    "discussion_declined": ("discussion_offered",),
    "discussion_held": ("discussion_offered", "discussion_requested"),
    "details_received": ("details_requested", "acknowledged"),
    "details_acknowledged": ("details_received",),
    "consent_withdrawn": ("consent_given",),
    "exclusion_explained": ("excluded",),
    "contribution_received": ("contribution_requested",),
    "statement_received": ("statement_requested",),
    "examined": ("statement_received",),
    "meeting_accepted": ("meeting_offered",),
    "meeting_declined": ("meeting_offered",),
    "meeting_held": ("meeting_offered",),
    "meeting_letter_sent": ("meeting_held",),
    "resumed": ("paused",),
    "response_sent": ("response_signed",),
    "review_requested": ("response_sent", "meeting_letter_sent"),
    "review_refused": ("review_requested",),
    "review_completed": ("review_requested",),
    "review_response_sent": ("review_completed",),
    "process_ended": ("process_started",),
}
_WHY_AFTER: Final[Mapping[str, tuple[str, str]]] = {
    "response_sent": (
        "The response must be signed by the responsible person, or someone who may sign for them, before it is sent",
        f"{REGULATIONS} reg 14(2)",
    ),
    "meeting_letter_sent": ("The letter says what took place at the meeting, so the meeting comes first", ORDER),
    "review_requested": ("A review is of an answer, and no answer has been sent yet", ORDER),
}

# What is done once, and again only where a duty still waits for it.
ONCE: Final = frozenset(
    {
        "received",
        "registered",
        "acknowledged",
        "next_steps_told",
        "written_record_sent",
        "discussion_declined",
        "issues_agreed",
    }
    | {
        "lateness_decided",
        "investigation_started",
        "response_signed",
        "response_sent",
        "review_completed",
        "review_response_sent",
    }
    | {"details_acknowledged", "delay_explained", "exclusion_explained", "meeting_letter_sent", "choice_offered"}
)
_ALREADY: Final[Mapping[str, str]] = {"received": "This complaint has already been received"}

BEFORE_RECEIPT: Final = frozenset(
    {
        "received",
        "event_occurred",
        "came_to_notice",
        "call_back_requested",
        "called_back",
        "note_made",
        "process_started",
        "process_ended",
    }
)
ONCE_ENDED: Final = frozenset(
    {"reopened", "note_made", "response_received", "delivery_failed", "process_started", "process_ended", "escalated"}
)
ANSWERED: Final = (
    "response_sent",
    "review_response_sent",
    "meeting_letter_sent",
    "settled",
    "excluded",
    "representative_refused",
)
_RESET: Final = ("reopened", "review_requested", "delivery_failed", "entered_in_error")


def permitted_and_refused(
    programmes: Sequence[Programme], history: History, duties: Sequence[Duty], status: CaseStatus
) -> tuple[tuple[Permitted, ...], tuple[Refused, ...]]:
    """Every event, either with the steps it would meet or with why it may not be recorded."""
    meets: dict[str, list[Duty]] = {}
    for duty in duties:
        if duty.is_to_do:
            for event in duty.met_by:
                meets.setdefault(event, []).append(duty)
    surviving = _surviving(programmes, history)
    permitted: list[Permitted] = []
    refused: list[Refused] = []
    kinds = dict.fromkeys(kind for programme in programmes for kind in programme.events)
    kinds.pop("entered_in_error", None)  # a correction is of an entry, not a next step of the case
    for kind in kinds:
        refusal = _refusal(kind, programmes, history, meets.get(kind, ()), status, surviving)
        if refusal is not None:
            refused.append(refusal)
        else:
            permitted.append(
                Permitted(event=kind, meets=tuple(dict.fromkeys(duty.step for duty in meets.get(kind, ()))))
            )
    return tuple(permitted), tuple(refused)


def _surviving(programmes: Sequence[Programme], history: History) -> frozenset[str]:
    """The events that still meet something after the case has ended."""
    found: set[str] = set()
    for programme in programmes:
        ended = {event.event for event in endings(programme, history)}
        for rule in programme.rules if ended else ():
            if ended <= rule.survives:
                found |= rule.met_by
    return frozenset(found)


def _refusal(
    kind: str,
    programmes: Sequence[Programme],
    history: History,
    meets: Sequence[Duty],
    status: CaseStatus,
    surviving: frozenset[str],
) -> Refused | None:
    if not history.has("received") and kind not in BEFORE_RECEIPT:
        return _out_of_order(kind, "not-received", "No complaint has been received yet")
    ended = status not in (CaseStatus.OPEN, CaseStatus.RESPONDED)
    if ended and kind not in ONCE_ENDED and kind not in surviving:
        return _out_of_order(kind, f"case-{status}", f"This case is {status}; open it again first")
    if kind == "reopened" and not ended:
        return _out_of_order(kind, "not-closed", "This case is not closed, so it cannot be opened again")
    if kind in ONCE and not meets and history.since(kind, _RESET):
        message = _ALREADY.get(kind, f"This is already done: {_words(kind, programmes)}")
        return _out_of_order(kind, f"already-{kind.replace('_', '-')}", message)
    return _out_of_turn(kind, programmes, history) or _lacking(kind, meets)


def _out_of_order(kind: str, code: str, message: str) -> Refused:
    return Refused(event=kind, code=code, message=message, authority=ORDER)


def _out_of_turn(kind: str, programmes: Sequence[Programme], history: History) -> Refused | None:
    first = AFTER.get(kind)
    if first is not None and not any(history.has(one) for one in first):
        needed = " or ".join(_words(one, programmes).lower() for one in first)
        message, authority = _WHY_AFTER.get(kind, (f"This cannot be recorded before: {needed}", ORDER))
        return Refused(event=kind, code=f"not-{first[0].replace('_', '-')}", message=message, authority=authority)
    if kind == "review_requested" and not _has_review(programmes):
        message = "This procedure has no review of its own: the next step is the Ombudsman"
        return Refused(event=kind, code="no-review", message=message, authority=programmes[0].procedure.title)
    if kind == "closed" and _by_law(programmes) and not any(history.has(one) for one in ANSWERED):
        message = (
            "The case cannot be closed before the complaint is answered in writing, withdrawn, "
            "or found not to be one that must be dealt with"
        )
        return Refused(event=kind, code="not-answered", message=message, authority=f"{REGULATIONS} reg 14(2)")
    return None


def _lacking(kind: str, meets: Sequence[Duty]) -> Refused | None:
    for duty in meets:
        if duty.waiting_for and "consent_given" in duty.waiting_for:
            message = (
                "The patient's consent is needed before the answer is given to someone else: ask for it, or record it"
            )
            return Refused(event=kind, code="consent-needed", message=message, authority=duty.cites)
    return None


def _has_review(programmes: Sequence[Programme]) -> bool:
    return any(stage.begins == "review_requested" for programme in programmes for stage in programme.procedure.stages)


def _by_law(programmes: Sequence[Programme]) -> bool:
    return any(programme.procedure.kind is ProcedureKind.STATUTE for programme in programmes)


def _words(kind: str, programmes: Sequence[Programme]) -> str:
    return next((p.events[kind].words for p in programmes if kind in p.events), kind)
