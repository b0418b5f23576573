"""When does a promised period end, and what was counted to get there?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from putright.domain.working_days import WEEKDAYS, WorkingCalendar

LONDON: Final = ZoneInfo("Europe/London")
MONTH_NAMES: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
LISTED_ONE_BY_ONE: Final = 6  # of more skipped days than this the weekends are summed up, or they would bury the date


class Unit(StrEnum):
    """What a period is counted in."""

    WORKING_DAYS = "working-days"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    HOURS = "hours"


class Counting(StrEnum):
    """Whether a period starts after a day (day 0), begins with it (day 1), or is counted back from it."""

    AFTER = "after"
    BEGINNING_WITH = "beginning-with"
    BEFORE = "before"


# No published promise is longer than a century: a longer one is a slip of the keyboard.
A_CENTURY: Final = {
    Unit.WORKING_DAYS: 26_100,
    Unit.DAYS: 36_525,
    Unit.WEEKS: 5_218,
    Unit.MONTHS: 1_200,
    Unit.YEARS: 100,
    Unit.HOURS: 876_600,
}
# Looking a member up on its class costs as much as adding the working days, so the sums compare with these.
_WORKING_DAYS, _DAYS, _WEEKS, _MONTHS, _YEARS, _HOURS = Unit
_AFTER, _BEGINNING_WITH, _BEFORE = Counting
_new = tuple.__new__  # makes a named tuple without its own constructor, which takes half the time of `count`

_NEXT_IS_1 = "The start is day 0, even if it is not a working day; day 1 is the next working day."
_START_IS_1 = "The start is day 1; if it is not a working day, the next working day is day 1."
_FROM_NEXT = "The start is day 0, and every day counts."
_FROM_START = "The start is day 1, and every day counts."
_CORRESPONDING = "It ends on the corresponding date, or on the last day of a month that has no such date."
_DAY_BEFORE = "It ends on the day before the corresponding date, or on the last day of a month that has no such date."
_BACK_WORKING = "It is counted back: the day it is counted from is day 0, and day 1 is the working day before it."
_BACK = "It is counted back: the day it is counted from is day 0, and every day counts."
_BACK_CORRESPONDING = (
    "It is counted back to the corresponding date, or to the last day of a month that has no such date."
)
_NO_TIME = "No time of day is known, so it ends on the last day on which the hours can run out."
# docs/rules/periods.md lists these too, with what comes of each.
CONVENTIONS: Final = {
    (Unit.WORKING_DAYS, Counting.AFTER): _NEXT_IS_1,
    (Unit.WORKING_DAYS, Counting.BEGINNING_WITH): _START_IS_1,
    (Unit.DAYS, Counting.AFTER): _FROM_NEXT,
    (Unit.DAYS, Counting.BEGINNING_WITH): _FROM_START,
    (Unit.WEEKS, Counting.AFTER): _FROM_NEXT,
    (Unit.WEEKS, Counting.BEGINNING_WITH): _FROM_START,
    (Unit.MONTHS, Counting.AFTER): _CORRESPONDING,
    (Unit.MONTHS, Counting.BEGINNING_WITH): _DAY_BEFORE,
    (Unit.YEARS, Counting.AFTER): _CORRESPONDING,
    (Unit.YEARS, Counting.BEGINNING_WITH): _DAY_BEFORE,
    (Unit.HOURS, Counting.AFTER): _NO_TIME,
    (Unit.WORKING_DAYS, Counting.BEFORE): _BACK_WORKING,
    (Unit.DAYS, Counting.BEFORE): _BACK,
    (Unit.WEEKS, Counting.BEFORE): _BACK,
    (Unit.MONTHS, Counting.BEFORE): _BACK_CORRESPONDING,
    (Unit.YEARS, Counting.BEFORE): _BACK_CORRESPONDING,
}
UNSTATED_KIND: Final = "The document does not say which kind of days it means; the kind in brackets is our reading."


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A length of time as a document promises it: "3 working days", "2-5 days", "6 months beginning with".

    `least` is the low end of a range. `reading` says that the document wrote "days" without saying which
    kind, and that the kind is our reading; it is then written in brackets.
    """

    amount: int
    unit: Unit
    counting: Counting = Counting.AFTER
    least: int | None = None
    reading: bool = False

    def __post_init__(self) -> None:
        unit = self.unit.replace("-", " ")
        if not 0 <= self.amount <= A_CENTURY[self.unit]:
            raise ValueError(f"{self.amount} {unit}: a period is from 0 to {A_CENTURY[self.unit]} {unit}")
        if self.least is not None and not 0 < self.least < self.amount:
            raise ValueError(f"{self.least}-{self.amount} {unit}: a range goes from less to more")
        if self.reading and self.unit not in (Unit.WORKING_DAYS, Unit.DAYS):
            raise ValueError(f"{self.amount} ({unit}): only days can be of an unstated kind")
        if self.counting is Counting.BEGINNING_WITH and self.unit is Unit.HOURS:
            raise ValueError(f"{self.amount} hours beginning with: hours run from an instant, so write “after”")
        if self.counting is Counting.BEFORE and self.unit is Unit.HOURS:
            raise ValueError(f"{self.amount} hours before: count back in days, or say an hour with “by”")
        if self.counting is Counting.BEFORE and self.least is not None:
            raise ValueError(f"{self.least}-{self.amount} {unit} before: count back by one number, not by a range")
        if self.counting is Counting.BEGINNING_WITH and self.amount == 0:
            raise ValueError(f"0 {unit} beginning with: a period that has a first day is at least 1 long")

    def __str__(self) -> str:
        amount = str(self.amount) if self.least is None else f"{self.least}-{self.amount}"
        kind, _, noun = self.unit.rpartition("-")
        if self.reading:
            kind = f"({kind or 'calendar'})"
        noun = noun.removesuffix("s") if self.amount == 1 else noun
        beginning = "" if self.counting is _AFTER else self.counting.replace("-", " ")
        return " ".join(part for part in (amount, kind, noun, beginning) if part)


class Counted(NamedTuple):
    """A period counted from a day: its last day, and how that day was arrived at.

    The due date and the days skipped are read from the same tables, so that the explanation cannot differ
    from the date, and nothing of the explanation is made before it is asked for. It is a named tuple because
    one is made for every duty of every case, and making a frozen dataclass costs twice as much as the sum.
    """

    period: Period
    start: date
    due: date
    calendar: WorkingCalendar

    @property
    def earliest(self) -> date | None:
        """The day that the low end of a range gives; `None` when the period is not a range."""
        return earliest_of(self.period, self.start, self.calendar)

    @property
    def rolled_from(self) -> date | None:
        """The day on which the period ends, where it is due on the next working day instead."""
        end = end_of(self.period, self.start, self.calendar)
        return None if end == self.due else end

    @property
    def skipped(self) -> tuple[tuple[date, str], ...]:
        """The days of a period of working days that were not counted, each with the reason."""
        if self.period.unit is not _WORKING_DAYS:
            return ()
        if self.period.counting is _BEFORE:
            return self.calendar.non_working(self.due, self.start - timedelta(days=1))
        skipped = self.calendar.non_working(self.start, self.due)
        if self.period.counting is _AFTER:
            return skipped
        reason = self.calendar.why_not_working(self.start)
        return skipped if reason is None else ((self.start, reason), *skipped)

    @property
    def convention(self) -> str:
        """The counting convention in words."""
        return CONVENTIONS[self.period.unit, self.period.counting]

    def words(self) -> str:
        """The whole calculation in plain words, for somebody who asks why it is this day."""
        after = " after" if self.period.counting is _AFTER else ""
        earliest = self.earliest
        low_end = "" if earliest is None else f"from {in_words(earliest)} to "
        sentences = [
            f"{self.period}{after} {in_words(self.start)}: {low_end}{in_words(self.due)}.",
            self.convention,
        ]
        if (rolled_from := self.rolled_from) is not None:
            sentences.append(f"{in_words(rolled_from)} is not a working day, so it is the next one.")
        if self.period.reading:
            sentences.append(UNSTATED_KIND)
        if skipped := self.skipped:
            sentences.append(f"Not counted: {', '.join(_named(skipped))}.")
        return " ".join(sentences)


def count(period: Period, start: date, calendar: WorkingCalendar) -> Counted:
    """Count a period from the day it starts from; what comes back holds the last day and its explanation.

    >>> from putright.domain.working_days import working_calendar
    >>> year = working_calendar("example", {date(2026, 4, 3): "Good Friday"}, date(2026, 1, 1), date(2026, 12, 31))
    >>> print(count(Period(amount=1, unit=Unit.WORKING_DAYS), date(2026, 4, 2), year).due)
    2026-04-06
    """
    if period.unit is _WORKING_DAYS and period.counting is _AFTER:  # most promises: spared a fifth of the cost
        due = calendar.add(start, period.amount)
    else:
        due = _end(period, period.amount, start, calendar)
    return _new(Counted, (period, start, due, calendar))


def end_of(period: Period, start: date, calendar: WorkingCalendar) -> date:
    """The last day of a period: what is done on that day is done in time."""
    return _end(period, period.amount, start, calendar)


def earliest_of(period: Period, start: date, calendar: WorkingCalendar) -> date | None:
    """The day that the low end of a range gives; `None` when the period is not a range."""
    return None if period.least is None else _end(period, period.least, start, calendar)


def lengthen(day: date, period_unit: Unit, by: int, calendar: WorkingCalendar) -> date:
    """A date moved on by a pause, in working days on a clock of working days and in days on any other."""
    if by < 0:
        raise ValueError(f"A pause lengthens a period, and {by} days would shorten it")
    return calendar.add(day, by) if period_unit is _WORKING_DAYS else day + timedelta(days=by)


def months_after(day: date, months: int) -> date:
    """The corresponding date so many months later; a month without one gives its last day.

    >>> months_after(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    return _corresponding(day, months, after=True)


def hours_after(at: datetime, hours: int) -> datetime:
    """The instant at which so many hours have really gone by, clock changes allowed for, in London time."""
    if at.tzinfo is None:
        raise ValueError(f"{at} does not say its time zone, so hours cannot be counted from it")
    return (at.astimezone(UTC) + timedelta(hours=hours)).astimezone(LONDON)


def next_office_close(at: datetime, opens: time, closes: time, calendar: WorkingCalendar) -> datetime:
    """The time at which the office closes on the next working day after the London day of `at`.

    The hour of `at` makes no difference: a message left before the office opens is owed its answer by the
    same time as one left after it has closed.
    """
    if opens >= closes:
        raise ValueError(f"An office that opens at {opens} cannot close at {closes}")
    received_on = hours_after(at, 0).date()
    return datetime.combine(calendar.add(received_on, 1), closes, tzinfo=LONDON)


def convention_of(period: Period) -> str:
    """The counting convention of a period, in one sentence."""
    return CONVENTIONS[period.unit, period.counting]


@lru_cache(maxsize=8192)  # a page names the same few days again and again
def in_words(day: date) -> str:
    """A day as people write it: Thursday 2 April 2026."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _end(period: Period, amount: int, start: date, calendar: WorkingCalendar) -> date:
    unit, after = period.unit, period.counting is _AFTER
    if period.counting is _BEFORE:
        return _back(unit, amount, start, calendar)
    if unit is _WORKING_DAYS:
        return calendar.add(start, amount if after else amount - calendar.is_working(start))
    if unit is _DAYS or unit is _WEEKS:
        days = amount * 7 if unit is _WEEKS else amount
        return start + timedelta(days=days if after else days - 1)
    if unit is _HOURS:
        return _last_day_of_hours(start, amount)
    return _corresponding(start, amount * 12 if unit is _YEARS else amount, after=after)


def _back(unit: Unit, amount: int, start: date, calendar: WorkingCalendar) -> date:
    """The day so long before another."""
    if unit is _WORKING_DAYS:
        return calendar.add(start, -amount)
    if unit is _DAYS or unit is _WEEKS:
        return start - timedelta(days=amount * 7 if unit is _WEEKS else amount)
    return _corresponding(start, -amount * 12 if unit is _YEARS else -amount, after=True)


def _corresponding(start: date, months: int, *, after: bool) -> date:
    """The corresponding date (Dodds v Walker [1981] 1 WLR 1027); a month without one gives its last day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    try:
        corresponding = date(year, month + 1, start.day)
    except ValueError:  # no such date in that month: its last day is the day before the first of the next
        year, month = divmod(year * 12 + month + 1, 12)
        return date(year, month + 1, 1) - timedelta(days=1)
    return corresponding if after else corresponding - timedelta(days=1)


def _last_day_of_hours(start: date, hours: int) -> date:
    """The last day on which the hours can run out: they are counted from the end of the day they start on."""
    if hours == 0:
        return start
    midnight = datetime.combine(start + timedelta(days=1), time.min, tzinfo=LONDON)
    return (hours_after(midnight, hours) - timedelta.resolution).date()


def _named(skipped: tuple[tuple[date, str], ...]) -> Iterator[str]:
    shown = [(day, reason) for day, reason in skipped if reason not in WEEKDAYS]
    weekends = len(skipped) - len(shown)
    if weekends <= 1 or len(skipped) <= LISTED_ONE_BY_ONE:
        shown = list(skipped)
    else:
        yield f"{weekends} days at weekends"
    for day, reason in shown:
        yield in_words(day) if reason in WEEKDAYS else f"{in_words(day)} ({reason})"
