"""May an entry with this date be written on a case today?"""

from datetime import date
from typing import Final

from putright.domain.chronology import Event
from putright.domain.duty import Duty, Refused
from putright.domain.periods import in_words
from putright.domain.vocabulary import CORE_EVENTS

LONGEST_AGO: Final = 3  # years; nobody types in a letter that arrived longer ago without looking twice
LONGEST_AHEAD: Final = 5  # years
EARLIEST_MATTER: Final = date(1948, 7, 5)  # the first day of the health service


def why_not_received_on(on: date, *, today: date) -> Refused | None:
    """Why a complaint cannot have been received on this day; nothing if it can."""
    if on > today:
        return _in_the_future(on)
    if on < _years_from(today, -LONGEST_AGO):
        message = f"{in_words(on)} is more than three years ago. Check the year."
        return Refused(code="too-long-ago", message=message)
    return None


def why_not_happened_on(on: date, *, today: date) -> Refused | None:
    """Why what is complained of cannot have happened, or come to notice, on this day; nothing if it can."""
    if on > today:
        return _in_the_future(on)
    if on < EARLIEST_MATTER:
        return Refused(
            code="too-long-ago", message=f"{in_words(on)} is before there was a health service. Check the year."
        )
    return None


def why_not_on(on: date, *, received_on: date, today: date) -> Refused | None:
    """Why nothing can have been done on the case on this day; nothing if it can."""
    if on > today:
        return _in_the_future(on)
    if on < received_on:
        message = f"{in_words(on)} is before the complaint was received, on {in_words(received_on)}. Check the date."
        return Refused(code="before-receipt", message=message)
    return None


def why_not_yet(on: date, duties: tuple[Duty, ...]) -> Refused | None:
    """Why a step cannot have been done on a day before it was begun; nothing if one of the duties had begun by then."""
    starts = [duty.starts_on for duty in duties if duty.starts_on is not None]
    if not starts or on >= min(starts):
        return None
    first = min(duties, key=lambda duty: duty.starts_on or date.max)
    return Refused(
        code="not-begun",
        message=f"This could not be done before {in_words(min(starts))}, when it began to be owed. Check the date.",
        authority=first.cites,
    )


def why_not_before_what_it_follows(on: date, earlier: tuple[Event, ...]) -> Refused | None:
    """Why something cannot have been done on a day before what it follows; nothing if any of these came by then."""
    if not earlier or on >= min(event.on for event in earlier):
        return None
    first = min(earlier, key=lambda event: event.on)
    words = CORE_EVENTS[first.event].words if first.event in CORE_EVENTS else first.event
    message = f"This comes after: {words.lower()}, on {in_words(first.on)}. Check the date."
    return Refused(code="before-what-it-follows", message=message)


def why_not_a_promise(promised_on: date, *, on: date) -> Refused | None:
    """Why a day cannot be promised on a day; nothing if it lies ahead, within five years."""
    if promised_on < on:
        return Refused(
            code="promised-in-the-past", message=f"{in_words(promised_on)} has passed: give a day that lies ahead."
        )
    if promised_on > _years_from(on, LONGEST_AHEAD):
        return Refused(
            code="promised-too-far", message=f"{in_words(promised_on)} is more than five years ahead. Check the year."
        )
    return None


def _years_from(day: date, years: int) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return date(day.year + years, day.month, 28 if leap_day else day.day)


def _in_the_future(on: date) -> Refused:
    return Refused(code="in-the-future", message=f"{in_words(on)} is in the future. Give the day on which it happened.")
