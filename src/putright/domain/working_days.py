"""Which days are working days, and how many of them lie between two dates?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONDAY_TO_FRIDAY: Final = (0, 1, 2, 3, 4)


class CalendarEnds(ValueError):
    """A date outside the years whose bank holidays are loaded; `year` is the first one that is missing."""

    def __init__(self, calendar: "WorkingCalendar", year: int) -> None:
        covered = f"{calendar.first.year} to {calendar.last.year}"
        super().__init__(
            f"The bank holidays of {year} are not loaded: the calendar “{calendar.name}” covers {covered}. "
            f"Add every bank holiday published for {year} to that calendar, and for any year between."
        )
        self.calendar = calendar.name
        self.year = year


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCalendar:
    """The working days of one nation, or of a body that also keeps closure days of its own.

    Every answer is read from tables made once, so it costs the same for 3 working days as for 300.
    """

    name: str
    holidays: Mapping[date, str] = field(repr=False, hash=False)
    first: date
    last: date
    working_weekdays: tuple[int, ...] = MONDAY_TO_FRIDAY
    # The working days in order; how many of them there are up to and including each loaded day; all other
    # days in order, each with the reason; and the ordinal of the day before the first.
    _working: tuple[date, ...] = field(init=False, repr=False, compare=False)
    _counted_to: Mapping[date, int] = field(init=False, repr=False, compare=False)
    _closed: tuple[tuple[date, str], ...] = field(init=False, repr=False, compare=False)
    _day_0: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        _refuse_unusable(self)
        holidays = dict(sorted(self.holidays.items()))
        working: list[date] = []
        closed: list[tuple[date, str]] = []
        counted_to: dict[date, int] = {}
        for ordinal in range(self.first.toordinal(), self.last.toordinal() + 1):
            day = date.fromordinal(ordinal)
            weekday = day.weekday()
            if day in holidays:
                closed.append((day, holidays[day]))
            elif weekday in self.working_weekdays:
                working.append(day)
            else:
                closed.append((day, WEEKDAYS[weekday]))
            counted_to[day] = len(working)
        if not working:
            raise ValueError(f"The calendar “{self.name}” has no working day at all")
        # The one moment at which a frozen value may still be filled.
        object.__setattr__(self, "holidays", MappingProxyType(holidays))
        object.__setattr__(self, "_working", tuple(working))
        object.__setattr__(self, "_counted_to", counted_to)
        object.__setattr__(self, "_closed", tuple(closed))
        object.__setattr__(self, "_day_0", self.first.toordinal() - 1)

    def is_working(self, day: date) -> bool:
        """Whether `day` is a working day."""
        return self._working[self._count_to(day) - 1] == day  # place -1 is the last, which is not `day` either

    def add(self, day: date, working_days: int) -> date:
        """The n-th working day strictly after `day`; `day` is day 0 and is not moved, working day or not.

        Nought gives `day` itself; a negative number counts the working days strictly before it.

        >>> fridays_off = working_calendar(
        ...     "example", {date(2026, 4, 3): "Good Friday"}, date(2026, 1, 1), date(2026, 12, 31)
        ... )
        >>> fridays_off.add(date(2026, 4, 2), 1)
        datetime.date(2026, 4, 6)
        """
        if working_days < 1:
            return self._count_back(day, -working_days)
        try:
            return self._working[self._counted_to[day] + working_days - 1]
        except (KeyError, IndexError):
            raise self._cannot_count(day, past_the_end=True) from None

    def roll_forward(self, day: date) -> date:
        """`day` if it is a working day, otherwise the first working day after it."""
        return day if self.is_working(day) else self.add(day, 1)

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days there are after `start`, up to and including `end`; negative backwards."""
        return self._count_to(end) - self._count_to(start)

    def working_days_in(self, start: date, end: date) -> int:
        """How many working days a pause took that began on `start` and was over by `end`, not in it."""
        try:
            to_start, to_end = self._counted_to[start], self._counted_to[end]
        except KeyError as unknown:
            raise self._cannot_count(unknown.args[0]) from None
        working = self._working
        return to_end - (working[to_end - 1] == end) - to_start + (working[to_start - 1] == start)

    def non_working(self, start: date, end: date) -> tuple[tuple[date, str], ...]:
        """The days after `start`, up to and including `end`, that are not working days, with the reasons."""
        try:
            to_start = start.toordinal() - self._day_0 - self._counted_to[start]
            to_end = end.toordinal() - self._day_0 - self._counted_to[end]
        except KeyError as unknown:
            raise self._cannot_count(unknown.args[0]) from None
        return self._closed[to_start:to_end]

    def why_not_working(self, day: date) -> str | None:
        """The reason why `day` is not a working day ("Sunday", "Good Friday"); `None` when it is one."""
        if self.is_working(day):
            return None
        return self._closed[day.toordinal() - self._day_0 - self._counted_to[day] - 1][1]

    def with_closures(self, closures: Mapping[date, str]) -> "WorkingCalendar":
        """The same calendar with a body's own closure days; a bank holiday among them keeps its name."""
        return WorkingCalendar(
            name=self.name,
            holidays={**closures, **self.holidays},
            first=self.first,
            last=self.last,
            working_weekdays=self.working_weekdays,
        )

    def _count_to(self, day: date) -> int:
        try:
            return self._counted_to[day]
        except KeyError:
            raise self._cannot_count(day) from None

    def _count_back(self, day: date, working_days: int) -> date:
        place = self._count_to(day) - self.is_working(day) - working_days
        if working_days == 0:
            return day
        if place < 0:
            raise self._cannot_count(day)
        return self._working[place]

    def _cannot_count(self, day: date, *, past_the_end: bool = False) -> Exception:
        if isinstance(day, datetime):
            return TypeError(f"Working days are counted between dates, and {day!r} is an instant")
        if not self.first <= day <= self.last:
            return CalendarEnds(self, day.year)
        return CalendarEnds(self, self.last.year + 1 if past_the_end else self.first.year - 1)


def working_calendar(
    name: str,
    holidays: Mapping[date, str],
    first: date,
    last: date,
    *,
    working_weekdays: Sequence[int] = MONDAY_TO_FRIDAY,
) -> WorkingCalendar:
    """The calendar from 1 January to 31 December of loaded years, in which the named holidays are not worked.

    Weekdays are numbered from 0, Monday. A calendar that could not be counted on is refused.
    """
    weekdays = tuple(sorted(set(working_weekdays)))
    return WorkingCalendar(name=name, holidays=holidays, first=first, last=last, working_weekdays=weekdays)


def _refuse_unusable(calendar: WorkingCalendar) -> None:
    first, last = calendar.first, calendar.last
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31) or last < first:
        raise ValueError(f"A calendar covers whole years, and {first} to {last} is not that")
    if not calendar.working_weekdays or not set(calendar.working_weekdays) <= set(range(7)):
        raise ValueError(
            f"A calendar has at least one working weekday, 0 to 6 from Monday: {calendar.working_weekdays}"
        )
    for day, name in calendar.holidays.items():
        if isinstance(day, datetime):
            raise ValueError(f"{name} is given as an instant, {day!r}: give the date")
        if not first <= day <= last:
            raise ValueError(f"{name}, {day}, is outside the years of the calendar, {first.year} to {last.year}")
        if not name.strip():
            raise ValueError(f"The day {day} is not worked, but no reason is given: name it")
