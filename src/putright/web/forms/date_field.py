"""Which questions are answered by a day, and which days will do?"""

from __future__ import annotations

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from putright.web.forms.dates import TypedDate, Unreadable, read_date
from putright.web.forms.look import SMALL, Component, look_for, said
from putright.web.forms.widgets import DateBoxes
from putright.web.language import translated
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
        name: str = gettext_noop("The date"),
        required: str = "",
        hint: str = gettext_noop("For example, 27 3 2026"),
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
        read = read_date(value, translated(self.name))
        if isinstance(read, Unreadable):
            self.wrong_parts = read.parts
            raise ValidationError(read.because, code="unreadable")
        return read

    def validate(self, value: date | None) -> None:
        """Refuse a day outside the limits, saying which day today is."""
        super().validate(value)
        if value and (wrong := self._beyond(value)):
            raise ValidationError(wrong[0] % {"name": translated(self.name), "day": nhs_date(wrong[1])}, code="beyond")

    def _beyond(self, day: date) -> tuple[str, date] | None:
        """Return what is wrong and the day that it names, or nothing."""
        if day < self.earliest:
            return _("%(name)s must be on or after %(day)s"), self.earliest
        if not (self.not_after_today or self.not_before_today):
            return None
        if self.today is None:
            raise ValueError("this date is compared with today, and the form was given no day")
        if self.not_after_today and day > self.today:
            return _("%(name)s must be today or earlier. Today is %(day)s"), self.today
        if self.not_before_today and day < self.today:
            return _("%(name)s must be today or later. Today is %(day)s"), self.today
        return None
