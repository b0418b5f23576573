"""What can be done on a case once it is answered or ended, and why not?"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from putright.casework.keeping import why_not_keeping
from putright.domain.afterwards import NO_QUESTIONS, questions_open, why_not_a_round
from putright.domain.chronology import Event
from putright.domain.duty import Position, Refused
from putright.domain.reviewing import NOT_LATE, late_request_of, why_not_review
from putright.domain.withdrawing import CONFIRMED_ALREADY, NOTHING_TO_LEARN, confirmation_owed, learning_owed

NOTHING_REFUSED: Final[Mapping[str, Refused]] = {}

_BY_POSITION: Final[Mapping[str, Callable[[Position], Refused | None]]] = {
    "answer_questions": lambda position: None if questions_open(position) else NO_QUESTIONS,
    "open_round": why_not_a_round,
    "decide_late_request": lambda position: None if late_request_of(position) else NOT_LATE,
    "confirm_withdrawal": lambda position: None if confirmation_owed(position) else CONFIRMED_ALREADY,
    "record_learning": lambda position: None if learning_owed(position) else NOTHING_TO_LEARN,
}


def refused_after(events: Sequence[Event], position: Position, person: int, today: date) -> dict[str, Refused]:
    """Why what follows the end of a case cannot be done by somebody, by its action, as the entries alone can tell."""
    part = why_not_review(events, person)
    reviewing = {"complete_review": part, "send_review_outcome": part} if part else {}
    return {**reviewing, **why_not_keeping(events, position, person, today)}


def why_not_after(action: str, position: Position, refused: Mapping[str, Refused]) -> Refused | None:
    """Why an action that follows an answer or the end of a case cannot be done now; nothing if it can, or is another."""
    if action in refused:
        return refused[action]
    ask = _BY_POSITION.get(action)
    return ask(position) if ask else None
