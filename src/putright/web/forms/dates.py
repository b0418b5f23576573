"""Which day did a person mean by what they typed in the three boxes of a date?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from putright.web.language import Language
from putright.web.wording import MONTHS

PARTS = ("day", "month", "year")
_WORDS = re.compile(r"[\s/.,\-]+")
_DAY = re.compile(r"([0-9]{1,2})(st|nd|rd|th)?")
_MONTH_BY_WORD = {word: number for number, name in enumerate(MONTHS, 1) for word in (name.lower(), name[:3].lower())}
_MONTH_BY_WORD["sept"] = 9
_SHORTEST = 3  # letters by which a month is known from every other, in Welsh too
# Sentences and not parts of them, because another language puts them together in its own order.
_MISSING: Final = {
    ("day",): _("%(name)s must include a day"),
    ("month",): _("%(name)s must include a month"),
    ("year",): _("%(name)s must include a year"),
    ("day", "month"): _("%(name)s must include a day and a month"),
    ("day", "year"): _("%(name)s must include a day and a year"),
    ("month", "year"): _("%(name)s must include a month and a year"),
    PARTS: _("%(name)s must include a day, a month and a year"),
}
_NO_DAY: Final = _("%(name)s must have a day that is a number, like 27")
_NO_MONTH: Final = _("%(name)s must have a month from 1 to 12, or its name")
_NO_YEAR: Final = _("%(name)s must have a year of 4 numbers, like 2026")
_TOO_LONG: Final = _("%(name)s must be a real date. %(month)s has %(days)s days")
_TOO_LONG_IN: Final = _("%(name)s must be a real date. %(month)s has %(days)s days in %(year)s")
_FEBRUARY: Final = 2


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
    """Why it is no date: a sentence in the language of the page, with the date's name; and the boxes to look at."""

    because: str
    parts: tuple[str, ...]


def read_date(typed: TypedDate, name: str = "The date") -> date | Unreadable:
    """Return the day that was meant, or what is wrong with the date of this name.

    >>> read_date(TypedDate("2", "April", "2026"))
    datetime.date(2026, 4, 2)
    >>> read_date(TypedDate("31", "6", "2026")).because
    'The date must be a real date. June has 30 days'
    """
    boxes = _spread(typed)
    missing = tuple(part for part, box in zip(PARTS, boxes, strict=True) if not box)
    if missing:
        return Unreadable(gettext(_MISSING[missing]) % {"name": name}, missing)
    day, month, year = _DAY.fullmatch(boxes[0]), _month(boxes[1]), boxes[2]
    if not day:
        return Unreadable(gettext(_NO_DAY) % {"name": name}, ("day",))
    if not month:
        return Unreadable(gettext(_NO_MONTH) % {"name": name}, ("month",))
    if not re.fullmatch(r"[0-9]{4}", year):
        return Unreadable(gettext(_NO_YEAR) % {"name": name}, ("year",))
    return _real_date(int(day[1]), month, int(year), name)


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
    return _MONTH_BY_WORD.get(box) or _month_in_any_language(box)


def _month_in_any_language(box: str) -> int | None:
    """Return the month of this name, or of this beginning of one, in a language of ours, whichever the page is in.

    Whoever changes the language half way keeps the days that they typed.
    """
    if len(box) < _SHORTEST:
        return None
    for language in Language:
        with override(language.value):
            names = [gettext(name).lower() for name in MONTHS]
        if found := next((number for number, name in enumerate(names, 1) if name.startswith(box)), None):
            return found
    return None


def _real_date(day: int, month: int, year: int, name: str) -> date | Unreadable:
    try:
        return date(year, month, day)
    except ValueError:
        last = _last_day(month, year)
    if not last:
        return Unreadable(gettext(_NO_YEAR) % {"name": name}, ("year",))
    words = gettext(_TOO_LONG_IN if month == _FEBRUARY else _TOO_LONG)
    month_name = gettext(MONTHS[month - 1])
    return Unreadable(words % {"name": name, "month": month_name, "days": last, "year": year}, ("day",))


def _last_day(month: int, year: int) -> int:
    """Return how many days the month has, or nothing where there is no such year."""
    for day in (31, 30, 29, 28):
        try:
            return date(year, month, day).day
        except ValueError:
            continue
    return 0
