"""Which time of day did a person mean by what they typed?"""

from __future__ import annotations

import re
from datetime import time

from django import forms
from django.core.exceptions import ValidationError

from putright.web.forms.look import SMALL, Component, look_for, said
from putright.web.wording import nhs_time

_TIME = re.compile(r"([0-9]{1,2})(?:[:.]?([0-9]{2}))?\s*(am|pm|noon|midday)?")
_NOON = 12


def clock_time(text: str) -> time | None:
    """The time of day that was meant, or nothing.

    >>> clock_time("10:30"), clock_time("2pm"), clock_time("2.15 pm"), clock_time("1430")
    (datetime.time(10, 30), datetime.time(14, 0), datetime.time(14, 15), datetime.time(14, 30))
    >>> clock_time("midday"), clock_time("12.30am"), clock_time("25:00"), clock_time("soon")
    (datetime.time(12, 0), datetime.time(0, 30), None, None)
    """
    typed = text.strip().lower()
    if typed in ("noon", "midday", "12 noon", "12 midday"):
        return time(_NOON)
    found = _TIME.fullmatch(typed)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half in ("am", "pm") and not 1 <= hour <= _NOON:
        return None
    if half == "pm" and hour < _NOON:
        hour += _NOON
    if half == "am" and hour == _NOON:
        hour = 0
    try:
        return time(hour, minute)
    except ValueError:
        return None


class TimeField(forms.Field):
    """A time of day in one box."""

    def __init__(
        self, label: str, *, required: str = "", hint: str = "For example, 10:30am", size: str = SMALL
    ) -> None:
        """Ask for a time of day."""
        self.look = look_for(Component.INPUT, label, hint=hint, size=size, required=required, parameters={"width": 10})
        super().__init__(required=bool(required), error_messages=said(required))

    def to_python(self, value: str | time | None) -> time | None:
        """Return the time that was typed, or say how to type one."""
        if isinstance(value, time):
            return value
        if not value or not value.strip():
            return None
        read = clock_time(value)
        if read is None:
            raise ValidationError("Enter a time, like 10:30am or 14:00", code="unreadable")
        return read

    def prepare_value(self, value: str | time | None) -> str:
        """Return a time as people write it."""
        return nhs_time(value) if isinstance(value, time) else value or ""
