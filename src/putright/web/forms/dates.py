"""Which day did a person mean by what they typed in the three boxes of a date?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from putright.web.wording import MONTHS

PARTS = ("day", "month", "year")
_WORDS = re.compile(r"[\s/.,\-]+")
_DAY = re.compile(r"([0-9]{1,2})(st|nd|rd|th)?")
_MONTH_BY_WORD = {word: number for number, name in enumerate(MONTHS, 1) for word in (name.lower(), name[:3].lower())}
_MONTH_BY_WORD["sept"] = 9


@dataclass(frozen=True, slots=True)
class TypedDate:
    """What was typed, box by box, kept as it was typed."""

    day: str = ""
    month: str = ""
    year: str = ""

    @classmethod
    def of(cls, day: date) -> TypedDate:
        """Return the boxes as a person would fill them for this day."""
        return cls(str(day.day), str(day.month), str(day.year))

    def __bool__(self) -> bool:
        return any(box.strip() for box in (self.day, self.month, self.year))


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why it is no date: the end of a sentence that begins with the date's name, and the boxes to look at."""

    because: str
    parts: tuple[str, ...]


def read_date(typed: TypedDate) -> date | Unreadable:
    """Return the day that was meant, or what is wrong.

    >>> read_date(TypedDate("2", "April", "2026"))
    datetime.date(2026, 4, 2)
    >>> read_date(TypedDate("31", "6", "2026")).because
    'must be a real date. June has 30 days'
    """
    boxes = _spread(typed)
    missing = tuple(part for part, box in zip(PARTS, boxes, strict=True) if not box)
    if missing:
        return Unreadable(f"must include a {' and a '.join(missing)}", missing)
    day, month, year = _DAY.fullmatch(boxes[0]), _month(boxes[1]), boxes[2]
    if not day:
        return Unreadable("must have a day that is a number, like 27", ("day",))
    if not month:
        return Unreadable("must have a month from 1 to 12, or its name", ("month",))
    if not re.fullmatch(r"[0-9]{4}", year):
        return Unreadable("must have a year of 4 numbers, like 2026", ("year",))
    return _real_date(int(day[1]), month, int(year))


def _spread(typed: TypedDate) -> tuple[str, str, str]:
    """Return the three boxes in lower case; a whole date pasted in the first one is taken apart."""
    boxes = tuple(box.strip().lower() for box in (typed.day, typed.month, typed.year))
    words = [word for word in _WORDS.split(boxes[0]) if word]
    if not any(boxes[1:]) and len(words) == len(PARTS):
        boxes = tuple(reversed(words)) if re.fullmatch(r"[0-9]{4}", words[0]) else tuple(words)
    return boxes[0], boxes[1], boxes[2]


def _month(box: str) -> int | None:
    if re.fullmatch(r"[0-9]{1,2}", box):
        return int(box) if 1 <= int(box) <= len(MONTHS) else None
    return _MONTH_BY_WORD.get(box)


def _real_date(day: int, month: int, year: int) -> date | Unreadable:
    try:
        return date(year, month, day)
    except ValueError:
        last = _last_day(month, year)
    if not last:
        return Unreadable("must have a year of 4 numbers, like 2026", ("year",))
    in_year = f" in {year}" if month == 2 else ""  # noqa: PLR2004 - February
    return Unreadable(f"must be a real date. {MONTHS[month - 1]} has {last} days{in_year}", ("day",))


def _last_day(month: int, year: int) -> int:
    """Return how many days the month has, or nothing where there is no such year."""
    for day in (31, 30, 29, 28):
        try:
            return date(year, month, day).day
        except ValueError:
            continue
    return 0
