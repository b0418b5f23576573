"""What is still open to somebody whose complaint was answered or closed, and what is its last day?

Nobody is left at an end that says nothing: where no way on is left, that is said, and what can be done all the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from putright.domain.answered import may_ask_about, review_ended_on, review_open, way_to_ombudsman
from putright.domain.chronology import Event
from putright.domain.duty import Position
from putright.domain.ombudsman import TO, with_ombudsman_since
from putright.domain.vocabulary import CaseStatus

_ENDED: Final = frozenset({CaseStatus.RESPONDED, CaseStatus.CLOSED})


class Left(StrEnum):
    """A way that is left, in the order in which they are told."""

    LOOK_AGAIN = "look-again"
    LOOK_AGAIN_LATE = "look-again-late"
    NOT_CONTENT = "not-content"
    QUESTIONS = "questions"
    OMBUDSMAN = "ombudsman"
    OMBUDSMAN_LATE = "ombudsman-late"
    WITH_OMBUDSMAN = "with-ombudsman"
    ELSEWHERE = "elsewhere"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class WayLeft:
    """One way that is left, and its last day; none where it has none. Of one that is late the day has passed."""

    way: Left
    last_day: date | None = None
    words: str = ""  # of one elsewhere, as the law or the procedure puts it


def ways_left(position: Position, events: Sequence[Event], if_open: Position) -> tuple[WayLeft, ...]:
    """Every way that is left once a case was answered or closed; none while it is dealt with, or went elsewhere.

    `events` are those up to the day of the position; `if_open` is the position without its being closed.
    """
    if position.status not in _ENDED:
        return ()
    found = (*_with_us(position, events, if_open), *_outside(position, events))
    return found if any(one.way is not Left.QUESTIONS for one in found) else (*found, WayLeft(way=Left.NOTHING))


def _with_us(position: Position, events: Sequence[Event], if_open: Position) -> Iterator[WayLeft]:
    """What the body itself can still do: a review where the procedure has one, else a second look; and questions."""
    review, ended_on = review_open(if_open, events), review_ended_on(if_open)
    may_ask = may_ask_about(position, events)
    if review is not None:
        yield WayLeft(way=Left.LOOK_AGAIN, last_day=review.until)
    elif ended_on is not None:
        yield WayLeft(way=Left.LOOK_AGAIN_LATE, last_day=ended_on)
    elif may_ask and not _has_a_review(if_open):
        yield WayLeft(way=Left.NOT_CONTENT)
        return
    if may_ask:
        yield WayLeft(way=Left.QUESTIONS)


def _has_a_review(position: Position) -> bool:
    """Whether the procedures of a case know of a review at all."""
    return any("review_response_sent" in duty.met_by or "review_completed" in duty.met_by for duty in position.duties)


def _outside(position: Position, events: Sequence[Event]) -> Iterator[WayLeft]:
    if with_ombudsman_since(events) is not None:
        yield WayLeft(way=Left.WITH_OMBUDSMAN)
    elif way_to_ombudsman(position):
        on = position.as_at.date() if isinstance(position.as_at, datetime) else position.as_at
        last_day = next((way.last_day for way in position.ways_on if way.to == TO and way.last_day), None)
        is_late = last_day is not None and last_day < on
        yield WayLeft(way=Left.OMBUDSMAN_LATE if is_late else Left.OMBUDSMAN, last_day=last_day)
    for way in {way.to: way for way in reversed(position.ways_on) if way.open and way.to != TO}.values():
        yield WayLeft(way=Left.ELSEWHERE, last_day=way.last_day, words=way.words or way.to)
