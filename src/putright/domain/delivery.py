"""May a letter go by email, when is it tried again, and when is it given up for the post?"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused
from putright.domain.periods import LONDON
from putright.domain.standing import why_not_by_email
from putright.domain.working_days import CalendarEnds, WorkingCalendar

OFFICE_OPENS: Final = time(8)
OFFICE_CLOSES: Final = time(18)
PATIENCE: Final = timedelta(days=3)
_WAITS: Final = (
    *(timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(minutes=30)),
    *(timedelta(hours=1), timedelta(hours=2), timedelta(hours=4)),
)
LONGEST_WAIT: Final = _WAITS[-1]
_SATURDAY: Final = 5


class Trouble(StrEnum):
    """Why an email did not go."""

    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed-out"
    BUSY = "busy"
    NOT_SAFE = "not-safe"
    SIGN_IN_REFUSED = "sign-in-refused"
    SENDER_REFUSED = "sender-refused"
    REFUSED_FOR_NOW = "refused-for-now"
    RECIPIENT_REFUSED = "recipient-refused"
    MESSAGE_REFUSED = "message-refused"
    NOT_AGREED = "not-agreed"
    NO_ADDRESS = "no-address"
    NO_LONGER_ALLOWED = "no-longer-allowed"
    CANNOT_BE_WRITTEN = "cannot-be-written"
    UNEXPECTED = "unexpected"
    WAITED_TOO_LONG = "waited-too-long"


TROUBLE_WORDS: Final = {
    Trouble.UNREACHABLE: "The mail server could not be reached",
    Trouble.TIMED_OUT: "The mail server did not answer in time",
    Trouble.BUSY: "The mail server takes no messages at the moment",
    Trouble.NOT_SAFE: "The connection to the mail server could not be made safe",
    Trouble.SIGN_IN_REFUSED: "The mail server refused our user name, password or key",
    Trouble.SENDER_REFUSED: "The mail server refused the address that we send from",
    Trouble.REFUSED_FOR_NOW: "The mail server said to try again later",
    Trouble.RECIPIENT_REFUSED: "The mail server refused the person’s address",
    Trouble.MESSAGE_REFUSED: "The mail server refused the message",
    Trouble.NOT_AGREED: "The person no longer agrees to letters by email",
    Trouble.NO_ADDRESS: "There is no email address for the person",
    Trouble.NO_LONGER_ALLOWED: "The case no longer allows this letter",
    Trouble.CANNOT_BE_WRITTEN: "The email could not be put together",
    Trouble.UNEXPECTED: "Something in Putright failed. The log says where",
    Trouble.WAITED_TOO_LONG: "It has waited for 3 days",
}
# No other letter would fare better, so the next waits too.
OF_THE_SERVER: Final = frozenset(
    {
        *(Trouble.UNREACHABLE, Trouble.TIMED_OUT, Trouble.BUSY),
        *(Trouble.NOT_SAFE, Trouble.SIGN_IN_REFUSED, Trouble.SENDER_REFUSED),
    }
)
# Trying again changes nothing.
FOR_GOOD: Final = frozenset(
    {
        *(Trouble.RECIPIENT_REFUSED, Trouble.MESSAGE_REFUSED, Trouble.NOT_AGREED, Trouble.NO_ADDRESS),
        *(Trouble.NO_LONGER_ALLOWED, Trouble.WAITED_TOO_LONG),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """What is known of the person whom a letter is to reach by email; staff need not have agreed to it."""

    address: str
    agreed_on: date | None = None
    is_staff: bool = False


def why_not_to(addressee: Addressee, *, on: date) -> Refused | None:
    """Why a letter that the Regulations require may not go to somebody by email on a day: SI 2009/309 reg 15."""
    if not addressee.is_staff and (refusal := why_not_by_email(addressee.agreed_on, on=on)):
        return refusal
    if not addressee.address:
        return Refused(
            code="no-e-mail-address", message="There is no email address for this person, so the letter goes by post."
        )
    return None


def wait_after(attempts: int) -> timedelta:
    """How long to wait after so many attempts that failed: longer each time, at most four hours.

    >>> wait_after(1), wait_after(2), wait_after(40)
    (datetime.timedelta(seconds=60), datetime.timedelta(seconds=300), datetime.timedelta(seconds=14400))
    """
    return _WAITS[min(max(attempts, 1), len(_WAITS)) - 1]


def next_try(trouble: Trouble, *, attempts: int, queued_at: datetime, now: datetime) -> datetime | None:
    """When to try again; nothing if it is to be given up: at once for good reasons, else after three days."""
    if trouble in FOR_GOOD or has_waited_too_long(queued_at, now):
        return None
    return now + wait_after(attempts)


def has_waited_too_long(queued_at: datetime, now: datetime) -> bool:
    """Whether a letter has waited for the mail server as long as anybody should wait for a letter."""
    return now - queued_at >= PATIENCE


def office_hours_from(instant: datetime, calendar: WorkingCalendar) -> datetime:
    """The first instant from another on at which a reminder may go: on a working day, from 8am until 6pm."""
    at = instant.astimezone(LONDON)
    if _is_working(at.date(), calendar) and at.time() < OFFICE_CLOSES:
        return max(at, datetime.combine(at.date(), OFFICE_OPENS, LONDON))
    day = at.date() + timedelta(days=1)
    while not _is_working(day, calendar):
        day += timedelta(days=1)
    return datetime.combine(day, OFFICE_OPENS, LONDON)


def _is_working(day: date, calendar: WorkingCalendar) -> bool:
    """Whether an office is open on a day; where the bank holidays are not known yet, on any weekday."""
    try:
        return calendar.is_working(day)
    except CalendarEnds:
        return day.weekday() < _SATURDAY
