"""What do the figures of a body count: over which days, in which ages, and against which date?

They are never mixed: what the body promises of itself, what it told the person, and what the law asks. Each figure is
of cases, and opens them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

SOON_DAYS: Final = 7


class FigurePeriod(StrEnum):
    """Over which days complaints were received that a figure counts."""

    THIS_MONTH = "this-month"
    LAST_MONTH = "last-month"
    THREE_MONTHS = "three-months"
    TWELVE_MONTHS = "twelve-months"
    FINANCIAL_YEAR = "financial-year"
    LAST_FINANCIAL_YEAR = "last-financial-year"


class FigureGroup(StrEnum):
    """What is counted."""

    DUE = "due"
    AGE = "age"
    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    PERSON = "person"
    PERSON_OVERDUE = "person-overdue"


class DueWhen(StrEnum):
    """When the next thing on a case is due."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    NOTHING = "nothing"


class CaseAge(StrEnum):
    """For how many whole weeks an open case has been here."""

    UNDER_4 = "under-4"
    UNDER_8 = "under-8"
    UNDER_13 = "under-13"
    UNDER_26 = "under-26"
    OVER = "26-or-more"


class MeasuredBy(StrEnum):
    """Against which date something is held."""

    PROMISE = "promise"
    FIRST_TOLD = "first-told"
    AGREED = "agreed"
    STATUTE = "statute"


class Timeliness(StrEnum):
    """How something stands against its date."""

    IN_TIME = "in-time"
    LATE = "late"
    TO_DO = "to-do"


PERIOD_WORDS: Final = {
    FigurePeriod.THIS_MONTH: "This month",
    FigurePeriod.LAST_MONTH: "Last month",
    FigurePeriod.THREE_MONTHS: "This month and the two before",
    FigurePeriod.TWELVE_MONTHS: "This month and the eleven before",
    FigurePeriod.FINANCIAL_YEAR: "This financial year, from 1 April",
    FigurePeriod.LAST_FINANCIAL_YEAR: "Last financial year",
}
DUE_WORDS: Final = {
    DueWhen.OVERDUE: "Overdue",
    DueWhen.TODAY: "Due today",
    DueWhen.SOON: "Due in the next 7 days",
    DueWhen.LATER: "Due later",
    DueWhen.NOTHING: "Open, and nothing due",
}
AGE_WORDS: Final = {
    CaseAge.UNDER_4: "Under 4 weeks",
    CaseAge.UNDER_8: "4 to 7 weeks",
    CaseAge.UNDER_13: "8 to 12 weeks",
    CaseAge.UNDER_26: "13 to 25 weeks",
    CaseAge.OVER: "26 weeks or more",
}
MEASURED_WORDS: Final = {
    MeasuredBy.PROMISE: "By our own promise",
    MeasuredBy.FIRST_TOLD: "By the day first told to the person",
    MeasuredBy.AGREED: "By the day told, as amended last",
    MeasuredBy.STATUTE: "By the law",
}
# What is held against which date: no day is told to the person by which a complaint is acknowledged. Regulation 17(c)
# has the answer held against the period that was told and the amended one: both are of all who were told of one.
MEASURES: Final = (
    (FigureGroup.ACKNOWLEDGED, MeasuredBy.PROMISE),
    (FigureGroup.ACKNOWLEDGED, MeasuredBy.STATUTE),
    (FigureGroup.ANSWERED, MeasuredBy.PROMISE),
    (FigureGroup.ANSWERED, MeasuredBy.FIRST_TOLD),
    (FigureGroup.ANSWERED, MeasuredBy.AGREED),
    (FigureGroup.ANSWERED, MeasuredBy.STATUTE),
)
_WEEKS_BELOW: Final = {CaseAge.UNDER_4: 4, CaseAge.UNDER_8: 8, CaseAge.UNDER_13: 13, CaseAge.UNDER_26: 26}
_MONTHS_BACK: Final = {FigurePeriod.THIS_MONTH: 0, FigurePeriod.THREE_MONTHS: 2, FigurePeriod.TWELVE_MONTHS: 11}
_APRIL: Final = 4
_MOST_DIGITS: Final = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Some days, the first and the last both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure: what it counts, which part of that, and for a measure against which date; its name in an address."""

    group: FigureGroup
    part: str = ""
    by: MeasuredBy | None = None

    @property
    def name(self) -> str:
        """How it is named in an address."""
        return ".".join(filter(None, (self.group.value, self.by.value if self.by else "", self.part)))


def days_of(period: FigurePeriod, today: date) -> Days:
    """The days of a period as they stand on a day: no day that is still to come is among them."""
    if period in _MONTHS_BACK:
        return Days(first=_month(today, -_MONTHS_BACK[period]), last=today)
    if period is FigurePeriod.LAST_MONTH:
        return Days(first=_month(today, -1), last=_month(today, 0) - timedelta(days=1))
    begun = date(today.year if today.month >= _APRIL else today.year - 1, _APRIL, 1)
    if period is FigurePeriod.FINANCIAL_YEAR:
        return Days(first=begun, last=today)
    return Days(first=begun.replace(year=begun.year - 1), last=begun - timedelta(days=1))


def received_in(age: CaseAge, today: date) -> tuple[date | None, date]:
    """From which day until which day a case of an age was received, both included; no first day for the oldest."""
    ages = list(CaseAge)
    younger = ages[: ages.index(age)]
    last = today - timedelta(weeks=_WEEKS_BELOW[younger[-1]]) if younger else today
    below = _WEEKS_BELOW.get(age)
    return (today - timedelta(weeks=below) + timedelta(days=1) if below else None, last)


def figure_named(name: str) -> Figure | None:
    """The figure that an address names; nothing where there is none of that name."""
    group, *rest = name.split(".")
    if group not in set(FigureGroup):
        return None
    return _figure(FigureGroup(group), tuple(rest))


def _figure(group: FigureGroup, rest: tuple[str, ...]) -> Figure | None:
    match group, rest:
        case FigureGroup.DUE, (part,) if part in set(DueWhen):
            return Figure(group=group, part=part)
        case FigureGroup.AGE, (part,) if part in set(CaseAge):
            return Figure(group=group, part=part)
        case FigureGroup.RECEIVED, ():
            return Figure(group=group)
        case ((FigureGroup.PERSON | FigureGroup.PERSON_OVERDUE), (part,)) if _is_number(part):
            return Figure(group=group, part=str(int(part)))
        case _, (by, part) if (group, by) in MEASURES and part in set(Timeliness):
            return Figure(group=group, by=MeasuredBy(by), part=part)
    return None


def _is_number(part: str) -> bool:
    return part.isascii() and part.isdecimal() and len(part) <= _MOST_DIGITS


def _month(day: date, by: int) -> date:
    """The first day of the month that lies so many months from a day's own."""
    year, month = divmod(day.year * 12 + day.month - 1 + by, 12)
    return date(year, month + 1, 1)
