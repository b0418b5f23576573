"""What can the person do with the answer: say that it is enough, ask about it, ask for a review, go further?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.domain.afterwards import ASKED as QUESTIONS
from putright.domain.chronology import Event, in_force
from putright.domain.duty import Duty, Position, Refused, WayOn
from putright.domain.ombudsman import TO
from putright.domain.reviewing import REQUESTED
from putright.domain.vocabulary import CaseStatus, DutyState, Effect

ACCEPTED: Final = "answer_accepted"
_CLOSED: Final = "closed"
ANSWERS: Final = frozenset({"response_sent", "review_response_sent"})
_OF_THE_REVIEW: Final = frozenset({*ANSWERS, REQUESTED, "review_refused"})
_AFTER_IT: Final = frozenset({*ANSWERS, ACCEPTED, REQUESTED, "round_opened", "reopened"})

NOT_ANSWERED: Final = Refused(
    code="not-answered", message="There is no answer from us that you have not told us about already."
)
NO_REVIEW: Final = Refused(
    code="no-review-now", message="We cannot be asked to look again now. Tell us, and we say what you can do instead."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOpen:
    """That a review can be asked for, until when where the procedure says, and whether there is an answer to review."""

    until: date | None
    is_answered: bool


def unclosed(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events of a case without its being closed since it was last opened, and without what corrects that.

    By them it is seen what would be open were the case opened again.
    """
    opened = max((place for place, event in enumerate(events) if event.event == "reopened"), default=-1)
    closed = {place for place, event in enumerate(events) if event.event == _CLOSED and place > opened}
    names = {events[place].id for place in closed} - {None}
    return tuple(event for place, event in enumerate(events) if place not in closed and event.corrects not in names)


def answered_on(events: Sequence[Event]) -> date | None:
    """The day of the last answer; nothing where none was sent."""
    return max((event.on for event in in_force(events) if event.event in ANSWERS), default=None)


def may_accept(position: Position, events: Sequence[Event]) -> bool:
    """Whether the person can say that the answer is enough: it was sent, and nothing was opened or said since."""
    if position.status not in (CaseStatus.RESPONDED, CaseStatus.CLOSED):
        return False
    return _last(events, _AFTER_IT) in ANSWERS


def may_ask_about(position: Position, events: Sequence[Event]) -> bool:
    """Whether something can be asked about the answer."""
    return answered_on(events) is not None and position.refusal_of(QUESTIONS) is None


def review_open(position: Position, events: Sequence[Event]) -> ReviewOpen | None:
    """The review that can be asked for now; nothing where there is none, it is asked for, or its day has passed.

    Whoever waits in vain for a late answer can ask for it without one, as the procedure permits. Of a closed case the
    position is the one that it would have were it open: asking opens it again.
    """
    last = _last(events, _OF_THE_REVIEW)
    if not position.permits(REQUESTED) or last not in ("response_sent", None):
        return None
    if review_ended_on(position) is not None:
        return None
    until = min((duty.due_on for duty in _limits(position, DutyState.OPEN) if duty.due_on), default=None)
    return ReviewOpen(until=until, is_answered=last is not None)


def review_ended_on(position: Position) -> date | None:
    """The last day on which a review could be asked for, where that has passed; whoever is late can still say why."""
    if _limits(position, DutyState.OPEN):
        return None
    return max((duty.due_on for duty in _limits(position, DutyState.LAPSED) if duty.due_on), default=None)


def way_to_ombudsman(position: Position) -> WayOn | None:
    """The way to the Ombudsman, where it is open; that it is late to go does not close it."""
    return next((way for way in position.ways_on if way.to == TO and way.open), None)


def why_not_accept(position: Position, events: Sequence[Event]) -> Refused | None:
    """Why the person cannot say that the answer is enough; nothing if they can."""
    return None if may_accept(position, events) else NOT_ANSWERED


def why_not_ask_review(position: Position, events: Sequence[Event]) -> Refused | None:
    """Why the person cannot ask for a review by their link; nothing if they can."""
    return None if review_open(position, events) else NO_REVIEW


def _limits(position: Position, state: DutyState) -> tuple[Duty, ...]:
    limits = (duty for duty in position.duties if duty.effect is Effect.LAPSES and REQUESTED in duty.rule.met_by)
    return tuple(duty for duty in limits if duty.state is state)


def _last(events: Sequence[Event], kinds: frozenset[str]) -> str | None:
    return next((event.event for event in reversed(in_force(events)) if event.event in kinds), None)
