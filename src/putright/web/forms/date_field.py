"""Which questions are answered by a day, and which days will do?"""

from __future__ import annotations

from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from putright.web.forms.dates import TypedDate, Unreadable, read_date
from putright.web.forms.look import SMALL, Component, look_for, said
from putright.web.forms.widgets import DateBoxes
from putright.web.wording import nhs_date

LONG_AGO = date(1900, 1, 1)


class DateField(forms.Field):
    """A day in three boxes. `name` begins the sentence that says what is wrong: "The date it happened".

    The form hands over `today`; nothing here asks what day it is.
    """

    widget = DateBoxes
    today: date | None = None
    wrong_parts: tuple[str, ...] = ()

    def __init__(
        self,
        label: str,
        *,
        name: str = "The date",
        required: str = "",
        hint: str = "For example, 27 3 2026",
        size: str = SMALL,
        not_after_today: bool = False,
        not_before_today: bool = False,
        earliest: date = LONG_AGO,
        birth: bool = False,
    ) -> None:
        """Ask for a day; `birth` lets a browser fill in the person's own date of birth."""
        self.look = look_for(
            Component.DATE, label, hint=hint, size=size, required=required, parameters={"birth": birth}
        )
        self.name, self.earliest = name, earliest
        self.not_after_today, self.not_before_today = not_after_today, not_before_today
        super().__init__(required=bool(required), error_messages=said(required))

    def to_python(self, value: TypedDate | date | None) -> date | None:
        """Return the day that was typed, or say which boxes to look at."""
        if isinstance(value, date):
            return value
        if not value:
            return None
        read = read_date(value)
        if isinstance(read, Unreadable):
            self.wrong_parts = read.parts
            raise ValidationError(f"{self.name} {read.because}", code="unreadable")
        return read

    def validate(self, value: date | None) -> None:
        """Refuse a day outside the limits, saying which day today is."""
        super().validate(value)
        if value and (wrong := self._beyond(value)):
            raise ValidationError(f"{self.name} must be {wrong}", code="beyond")

    def _beyond(self, day: date) -> str:
        if day < self.earliest:
            return f"on or after {nhs_date(self.earliest)}"
        if not (self.not_after_today or self.not_before_today):
            return ""
        if self.today is None:
            raise ValueError("this date is compared with today, and the form was given no day")
        if self.not_after_today and day > self.today:
            return f"today or earlier. Today is {nhs_date(self.today)}"
        if self.not_before_today and day < self.today:
            return f"today or later. Today is {nhs_date(self.today)}"
        return ""
