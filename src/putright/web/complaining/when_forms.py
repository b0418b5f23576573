"""When did it happen, when did the person know of it, and was that within the 12 months of regulation 12?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.utils.translation import gettext_noop as _

from putright.domain.periods import Period, Unit, end_of
from putright.gateways.calendar_files import calendar_named
from putright.web.forms import Choice, DateField, PageForm, RadiosField, TextareaField, TextField
from putright.web.forms.dates import PARTS, TypedDate, read_date
from putright.web.forms.numbered import box_of
from putright.web.journey import Answers

SAME: Final = "same"  # of something else: the days are those of the first thing
ALLOWED: Final = Period(amount=12, unit=Unit.MONTHS)


class WhenForm(PageForm):
    """When it happened, as well as the person knows."""

    occurred = RadiosField(
        _("When did it happen?"),
        (
            Choice("exact", _("I know the date"), reveals=("occurred_on",)),
            Choice("about", _("I know roughly when"), reveals=("occurred_about",)),
            Choice("unknown", _("I do not know")),
        ),
        hint=_("If it went on for some time, tell us the last time that it happened."),
        required=_("Choose how well you know when it happened"),
    )
    occurred_on = DateField(
        _("The date it happened"),
        name=_("The date it happened"),
        required=_("Enter the date it happened"),
        not_after_today=True,
    )
    occurred_about = TextField(
        _("Roughly when?"),
        required=_("Say roughly when it happened"),
        hint=_("For example: in spring 2026, or from March to June 2026"),
    )


class FurtherWhenForm(WhenForm):
    """When something else happened that the person complains of as well."""

    occurred = RadiosField(
        _("When did that happen?"),
        (
            Choice(SAME, _("The same as for the first thing"), _("We will use the same days for it")),
            Choice("exact", _("I know the date"), reveals=("occurred_on",)),
            Choice("about", _("I know roughly when"), reveals=("occurred_about",)),
            Choice("unknown", _("I do not know")),
        ),
        hint=_("If it went on for some time, tell us the last time that it happened."),
        required=_("Choose how well you know when that happened"),
    )


class NoticedForm(PageForm):
    """When the person first knew of it."""

    noticed = RadiosField(
        _("When did you first know about it?"),
        (
            Choice("then", _("When it happened")),
            Choice("exact", _("Later, and I know the date"), reveals=("known_on",)),
            Choice("about", _("Later, and I know roughly when"), reveals=("known_about",)),
        ),
        hint=_("You may have found out later, for example from a letter or from your notes."),
        required=_("Choose when you first knew about it"),
    )
    known_on = DateField(
        _("The date you first knew"),
        name=_("The date you first knew about it"),
        required=_("Enter the date you first knew about it"),
        not_after_today=True,
    )
    known_about = TextField(
        _("Roughly when did you first know?"),
        required=_("Say roughly when you first knew about it"),
        hint=_("For example: in autumn 2026"),
    )


class SoonerForm(PageForm):
    """Why the complaint was not made within 12 months."""

    sooner = TextareaField(
        _("Was there a reason why you could not complain sooner?"),
        hint=_("For example: you were ill, you were grieving, or you did not know that you could complain."),
        rows=5,
        max_length=5_000,
    )


def may_be_late(answers: Answers, number: int = 1) -> bool:
    """Whether no day that the person gave of a thing is within the 12 months of regulation 12; the later one counts.

    This only decides whether to ask for a reason: what the day of receipt means is for the position of the case.
    """
    if answers.today is None or not answers.one(box_of("noticed", number)):
        return False
    calendar = calendar_named("england-and-wales")
    return not any(end_of(ALLOWED, day, calendar) >= answers.today for day in _days(answers, number))


def _days(answers: Answers, number: int) -> Iterator[date]:
    for choice, box in (("occurred", "occurred_on"), ("noticed", "known_on")):
        if answers.one(box_of(choice, number)) == "exact":
            read = day_typed(answers, box_of(box, number))
            if read is not None:
                yield read


def day_typed(answers: Answers, box: str) -> date | None:
    """Return the day that was typed in the boxes of a date, or nothing where it is none."""
    read = read_date(TypedDate(*(answers.one(f"{box}-{part}") for part in PARTS)))
    return read if isinstance(read, date) else None
