"""What can be done on a case once it is answered or ended, and why not?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.casework.copies import why_not_copies
from putright.casework.keeping import why_not_keeping
from putright.domain.afterwards import NO_QUESTIONS, questions_open, why_not_a_round
from putright.domain.allocation import DECISION_WORDS as APPEAL_WORDS
from putright.domain.allocation import NOT_AN_APPEAL, appeal_of, why_not_decided
from putright.domain.allocation import decision_of as decision_on_appeal
from putright.domain.choice_team import (
    NOT_ASKED,
    RESULT_WORDS,
    team_requests_open,
    why_not_asked,
    with_choice_team,
)
from putright.domain.choice_team import NOTHING_ASKED as TEAM_ASKED_NOTHING
from putright.domain.chronology import Event
from putright.domain.duty import Position, Refused
from putright.domain.ombudsman import (
    DECISION_WORDS,
    NOTHING_ASKED,
    NOTHING_RECOMMENDED,
    Decision,
    decided_by_ombudsman,
    recommendations_open,
    requests_open,
    with_ombudsman_since,
)
from putright.domain.page_talk import NOTHING_TO_READ, unread
from putright.domain.reviewing import NOT_LATE, late_request_of, why_not_review
from putright.domain.withdrawing import (
    CONFIRMED_ALREADY,
    NOTHING_TO_LEARN,
    confirmation_owed,
    learning_owed,
    why_not_answered,
)

_BY_POSITION: Final[Mapping[str, Callable[[Position], Refused | None]]] = {
    "answer_questions": lambda position: None if questions_open(position) else NO_QUESTIONS,
    "open_round": why_not_a_round,
    "decide_late_request": lambda position: None if late_request_of(position) else NOT_LATE,
    "answer_ombudsman": lambda position: None if requests_open(position) else NOTHING_ASKED,
    "answer_choice_team": lambda position: None if team_requests_open(position) else TEAM_ASKED_NOTHING,
    "comply_with_ombudsman": lambda position: None if recommendations_open(position) else NOTHING_RECOMMENDED,
    "read_from_page": lambda position: None if unread(position) else NOTHING_TO_READ,
    "confirm_withdrawal": lambda position: None if confirmation_owed(position) else CONFIRMED_ALREADY,
    "answer_take_up": why_not_answered,
    "record_learning": lambda position: None if learning_owed(position) else NOTHING_TO_LEARN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OmbudsmanShown:
    """Where the case stands with the Ombudsman: since when it is there, or how it was decided and when.

    `choice_team` is where it stands with NHS England's choice team, in words, and `choice_team_on` since when;
    `appeal` says that the case is an appeal against being on the Special Allocation Scheme, or what was decided on it.
    """

    since: date | None = None
    decided_on: date | None = None
    decision: str = ""
    choice_team: str = ""
    choice_team_on: date | None = None
    appeal: str = ""


def ombudsman_shown(events: Sequence[Event]) -> OmbudsmanShown:
    """How the head of a case tells of the Ombudsman."""
    decided = decided_by_ombudsman(events)
    team, since = _choice_team(events)
    if decided is None:
        return OmbudsmanShown(
            since=with_ombudsman_since(events), choice_team=team, choice_team_on=since, appeal=_appeal(events)
        )
    words = DECISION_WORDS[Decision(str(decided.facts["decision"]))]
    return OmbudsmanShown(decided_on=decided.on, decision=words, choice_team=team, choice_team_on=since)


def _appeal(events: Sequence[Event]) -> str:
    if appeal_of(events) is None:
        return ""
    decided = decision_on_appeal(events)
    return APPEAL_WORDS[decided] if decided else "Against being on the Special Allocation Scheme"


def _choice_team(events: Sequence[Event]) -> tuple[str, date | None]:
    known = with_choice_team(events)
    if known is None:
        return "", None
    if known.finished is None or known.result is None:
        return "With NHS England’s choice team since", known.asked.on
    return f"{RESULT_WORDS[known.result]}, said on", known.finished.on


def _why_not_choice_team(events: Sequence[Event]) -> dict[str, Refused]:
    known = with_choice_team(events)
    refused = {"ask_choice_team": why_not_asked(events)}
    if known is None or known.finished is not None:
        refused["record_choice_team_step"] = NOT_ASKED
    return {action: refusal for action, refusal in refused.items() if refusal}


def refused_after(events: Sequence[Event], position: Position, person: int, today: date) -> dict[str, Refused]:
    """Why what follows the end of a case cannot be done by somebody, by its action, as the entries alone can tell."""
    part = why_not_review(events, person)
    reviewing = {"complete_review": part, "send_review_outcome": part} if part else {}
    return {
        **reviewing,
        **why_not_copies(events),
        **_why_not_choice_team(events),
        **_why_not_appeal(events),
        **why_not_keeping(events, position, person, today),
    }


def _why_not_appeal(events: Sequence[Event]) -> dict[str, Refused]:
    """What is told apart or decided once: nothing of a case that is no appeal, and no appeal a second time."""
    if appeal_of(events) is not None:
        already = Refused(code="already-an-appeal", message="This case is an appeal already.")
        decided = why_not_decided(events)
        ends = {"record_appeal_decision": decided, "take_up_as_complaint": decided}
        return {"tell_appeal_apart": already, **{action: why for action, why in ends.items() if why}}
    return dict.fromkeys(("record_appeal_decision", "take_up_as_complaint"), NOT_AN_APPEAL)


def why_not_after(action: str, position: Position, refused: Mapping[str, Refused]) -> Refused | None:
    """Why an action that follows an answer or the end of a case cannot be done now; nothing if it can be."""
    if action in refused:
        return refused[action]
    ask = _BY_POSITION.get(action)
    return ask(position) if ask else None
