"""Why is a promise due on its day, told in few words to whoever reads in another language than English?

The rules explain a day in whole English sentences, in the words of the procedure. Those stay beside this, as they were
written; here stand the beginning, the length, the end, and the bank holidays between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from putright.casework.queries.follow_promises import Promised
from putright.domain.periods import Counted, Period, Unit
from putright.domain.working_days import WEEKDAYS
from putright.web.as_written import as_written, ours
from putright.web.language import Language, spoken, translated
from putright.web.wording import nhs_date_with_weekday


def why_told(promised: Promised) -> tuple[str, ...]:
    """Return the sentences; none on a page in English, which has all of it."""
    return () if spoken() is Language.ENGLISH else tuple(_told(promised))


def _told(promised: Promised) -> Iterator[str]:
    if promised.begins_on is None:
        yield _("It begins when something else has happened first.")
        return
    if promised.counts and promised.began:
        yield _("What it is counted from: %(what)s") % {"what": translated(promised.began)}
    for counted in promised.counts:
        yield from _counted(counted)
    if promised.paused_since:
        yield _("The clock has stood still since this day: %(day)s.") % {
            "day": nhs_date_with_weekday(promised.paused_since)
        }
    elif not promised.counts:
        yield _uncounted(promised)


def _uncounted(promised: Promised) -> str:
    """Return why nothing is counted: no time is set, the law's day stands in for one of our own, or it was said."""
    if promised.by is None:
        return _("No time is set for it.")
    if promised.law_by == promised.by and not promised.is_law_alone:
        words = Markup(_("The promise has no day of its own. This is the day that the law gives: %(law)s."))  # noqa: S704
        return words % {"law": as_written(promised.law)}
    return _("This day was said, and not counted.")


def _counted(counted: Counted) -> Iterator[str]:
    yield _("Counted from: %(first)s. How long: %(length)s. The last day: %(last)s.") % {
        "first": nhs_date_with_weekday(counted.start),
        "length": _length(counted.period),
        "last": nhs_date_with_weekday(counted.due),
    }
    if not counted.skipped:
        return
    holidays = [(day, name) for day, name in counted.skipped if name not in WEEKDAYS]
    # A day on which an organisation itself was closed is called as it calls it.
    named = Markup("; ").join(
        Markup("{} ({})").format(nhs_date_with_weekday(day), ours(name)) for day, name in holidays
    )
    if named:
        words = Markup(_("Not counted: weekends, and %(holidays)s."))  # noqa: S704 - the words are the catalogue's
        yield words % {"holidays": named}
    else:
        yield _("Weekends are not counted.")


def _length(period: Period) -> str:
    """Return a period in words, a range by both its ends."""
    said = _UNITS[period.unit](period.amount)
    amount = f"{period.amount:,}" if period.least is None else f"{period.least}–{period.amount}"
    return said % {"count": amount}


_UNITS: Final = {
    Unit.WORKING_DAYS: lambda count: ngettext("%(count)s working day", "%(count)s working days", count),
    Unit.DAYS: lambda count: ngettext("%(count)s day", "%(count)s days", count),
    Unit.WEEKS: lambda count: ngettext("%(count)s week", "%(count)s weeks", count),
    Unit.MONTHS: lambda count: ngettext("%(count)s month", "%(count)s months", count),
    Unit.YEARS: lambda count: ngettext("%(count)s year", "%(count)s years", count),
    Unit.HOURS: lambda count: ngettext("%(count)s hour", "%(count)s hours", count),
}
