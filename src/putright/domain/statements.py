"""Whom may one ask for a statement, how do they stand to the complaint, and when is somebody reminded of it?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused
from putright.domain.working_days import CalendarEnds, WorkingCalendar

_SATURDAY: Final = 5


class Standing(StrEnum):
    """How somebody who is asked for a statement stands to what is complained of."""

    WAS_THERE = "was-there"
    COMPLAINED_ABOUT = "complained-about"
    EXPERT = "expert"


class Asked(StrEnum):
    """How far a request for a statement has come."""

    WAITING = "waiting"
    GIVEN = "given"
    DECLINED = "declined"
    TAKEN_BACK = "taken-back"


class Declining(StrEnum):
    """Why somebody gives no statement."""

    WAS_NOT_THERE = "was-not-there"
    DOES_NOT_REMEMBER = "does-not-remember"
    ADVISED_NOT_TO = "advised-not-to"
    NOT_ABLE = "not-able"
    CONFLICT = "conflict-of-interest"
    OTHER = "other"


class Notice(StrEnum):
    """What an email about a statement says; none says anything of the complaint."""

    ASKED = "asked"
    SOON = "soon"
    OVERDUE = "overdue"
    STILL_OVERDUE = "still-overdue"
    PUT_OFF = "put-off"
    TAKEN_BACK = "taken-back"
    GIVEN = "given"
    ADDED = "added"
    DECLINED = "declined"
    ESCALATED = "escalated"


STANDING_WORDS: Final = {
    Standing.WAS_THERE: "Was there, or knows of it",
    Standing.COMPLAINED_ABOUT: "Is complained about",
    Standing.EXPERT: "Outside expert, for independent advice",
}
ASKED_WORDS: Final = {
    Asked.WAITING: "Waiting",
    Asked.GIVEN: "Given",
    Asked.DECLINED: "Declined",
    Asked.TAKEN_BACK: "Taken back",
}
DECLINING_WORDS: Final = {
    Declining.WAS_NOT_THERE: "I was not there and know nothing of it",
    Declining.DOES_NOT_REMEMBER: "I do not remember it, and the notes do not help me",
    Declining.ADVISED_NOT_TO: "I have been advised not to, by a union, a defence body or a lawyer",
    Declining.NOT_ABLE: "I am not able to at present, because of illness or leave",
    Declining.CONFLICT: "I have a conflict of interest",
    Declining.OTHER: "Another reason",
}

# To whoever asked; the others go to whoever is asked.
TO_THE_ASKER: Final = frozenset({Notice.GIVEN, Notice.ADDED, Notice.DECLINED, Notice.ESCALATED})

# What need not be sent any more once there is an answer.
WHILE_IT_WAITS: Final = frozenset({Notice.ASKED, Notice.SOON, Notice.OVERDUE, Notice.STILL_OVERDUE, Notice.PUT_OFF})

# When somebody is reminded, in working days after the last day for the reply; a minus sign is before it.
LADDER: Final = ((Notice.SOON, -2), (Notice.OVERDUE, 1), (Notice.STILL_OVERDUE, 5))
ESCALATED_AFTER: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request that waits: when it was made, by when the reply is to come, and what was sent about that day."""

    asked_on: date
    due_on: date
    sent: Collection[Notice] = ()
    can_answer: bool = True  # whether whoever is asked works here still, and can be written to


def why_not_ask(*, is_asker: bool, handles: bool, has_left: bool, waits: bool) -> Refused | None:
    """Why somebody may not be asked for a statement on a case; nothing if they may."""
    if is_asker:
        message = "You cannot ask yourself for a statement. Give the case to somebody else first."
        return Refused(code="yourself", message=message)
    if handles:
        message = "This person has the case. Give it to somebody else before you ask them."
        return Refused(code="handles-the-case", message=message)
    if has_left:
        message = "This person has left. Write to them by post, or ask somebody else who knows."
        return Refused(code="has-left", message=message)
    if waits:
        message = "This person has been asked already and has not answered. Remind them, or take that request back."
        return Refused(code="already-asked", message=message)
    return None


def notices_due(request: Request, *, today: date, calendar: WorkingCalendar) -> tuple[Notice, ...]:
    """What is to be sent today about a request that waits: a reminder, and word to whoever asked.

    Of reminders whose days have passed unnoticed only the last is sent. Nobody is reminded on the day they are asked,
    nor who cannot answer: of that whoever asked is told at once.
    """
    if not request.can_answer:
        return _unless_sent(Notice.ESCALATED, request)
    reached = [notice for notice, days in LADDER if _has_come(request, days, today, calendar)]
    if reached == [Notice.SOON] and today > request.due_on:
        reached = []
    reminder = _unless_sent(reached[-1], request) if reached else ()
    is_late = _has_come(request, ESCALATED_AFTER, today, calendar)
    return (*reminder, *(_unless_sent(Notice.ESCALATED, request) if is_late else ()))


def _unless_sent(notice: Notice, request: Request) -> tuple[Notice, ...]:
    return () if notice in request.sent else (notice,)


def _has_come(request: Request, days: int, today: date, calendar: WorkingCalendar) -> bool:
    day = working_days_from(request.due_on, days, calendar)
    return request.asked_on < day <= today


def working_days_from(day: date, days: int, calendar: WorkingCalendar) -> date:
    """The day so many working days after another, or before it; where the bank holidays are not known, of weekdays."""
    try:
        return calendar.add(day, days)
    except CalendarEnds:
        step = timedelta(days=1 if days > 0 else -1)
        while days:
            day += step
            days -= step.days if day.weekday() < _SATURDAY else 0
        return day
