"""What may follow an answer: questions about it, or a second round of looking at the same things?"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Duty, Position, Refused
from putright.domain.vocabulary import Authority

RULES: Final = "after-the-answer"  # the rules that come over a case with the first question, or the first further round
ASKED, ANSWERED = "questions_asked", "questions_answered"
OPENED, TOLD = "round_opened", "round_told"
DRAFTED: Final = "response_prepared"

NO_QUESTIONS: Final = Refused(
    code="no-questions", message="Nothing was asked about the answer that is still to be answered."
)


def questions_open(position: Position) -> tuple[Duty, ...]:
    """What was asked about the answer and is still to be answered, the soonest first."""
    return tuple(duty for duty in position.to_do() if duty.procedure == RULES and ANSWERED in duty.met_by)


def rounds_before(events: Sequence[Event]) -> int:
    """How many rounds of answering a case has had so far, the first one counted."""
    return 1 + sum(event.event == OPENED for event in in_force(events))


def first_answered_on(events: Sequence[Event]) -> date | None:
    """The day of the answer before, where what is written now is the answer of a further round."""
    standing = in_force(events)
    sent = [event.on for event in standing if event.event == "response_sent"]
    return sent[0] if sent and any(event.event == OPENED for event in standing) else None


def round_told_of(position: Position) -> Duty | None:
    """The answer that is owed for the round that is open; nothing where none is."""
    owed = (duty for duty in position.to_do() if duty.about is not None and "response_sent" in duty.met_by)
    return next((duty for duty in owed if duty.authority is Authority.CODE), None)


def why_not_a_round(position: Position, *, about_the_same: bool = True) -> Refused | None:
    """Why the same things are not taken up in a round of their own; nothing if they are.

    What is new is a complaint of its own with its own time; and where the procedure gives a review, that is the way.
    """
    if not about_the_same:
        message = (
            "What is new is a complaint of its own, with a time of its own. Enter it as a new complaint, and link the"
            " two cases."
        )
        return Refused(code="something-new", message=message)
    if refusal := position.refusal_of(OPENED):
        return refusal
    if position.permits("review_requested"):
        message = "The procedure of this case gives a review, so that is the way on. Record the request for a review."
        return Refused(code="has-a-review", message=message)
    if round_told_of(position) is not None:
        return Refused(
            code="already-round-opened", message="This is looked at once more already, and not answered yet."
        )
    return None


def why_not_the_old_draft(events: Sequence[Event]) -> Refused | None:
    """Why a draft of an earlier round cannot be signed in a later one; nothing if it is of this round."""
    for event in reversed(in_force(events)):
        if event.event == DRAFTED:
            return None
        if event.event == OPENED:
            message = (
                "No response has been drafted in this round. The last draft is of the answer that was sent before."
            )
            return Refused(code="no-draft", message=message, authority="SI 2009/309 reg 14(2)")
    return None
