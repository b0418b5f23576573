"""How are dates, times and counts written for people?

As the NHS content guide writes them: 2 April 2026, Thursday 2 April 2026, 5:30pm, midday, 3 working days. On a page in
another language the names of days and months are that language's.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from putright.domain.permitted import ORDER

LONDON = ZoneInfo("Europe/London")
MIDNIGHT, MIDDAY = time(0), time(12)
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEB_ADDRESS = re.compile(r"(https?://)?[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?", re.ASCII)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def nhs_date(day: date) -> str:
    """Return the day in words, an instant as the day it is in London.

    >>> nhs_date(date(2026, 4, 2))
    '2 April 2026'
    """
    day = _in_london(day)
    return f"{day.day} {_(MONTHS[day.month - 1])} {day.year}"


def nhs_date_with_weekday(day: date) -> str:
    """Return the day in words with its weekday.

    >>> nhs_date_with_weekday(date(2026, 4, 2))
    'Thursday 2 April 2026'
    """
    day = _in_london(day)
    return f"{_(WEEKDAYS[day.weekday()])} {nhs_date(day)}"


def nhs_time(at: datetime | time) -> str:
    """Return the time of day in words, an instant as the time it is in London.

    >>> nhs_time(time(17, 30)), nhs_time(time(9)), nhs_time(time(12)), nhs_time(time(0))
    ('5:30pm', '9am', 'midday', 'midnight')
    """
    if isinstance(at, datetime):
        at = (at.astimezone(LONDON) if at.tzinfo else at).time()
    at = at.replace(second=0, microsecond=0)
    if at in (MIDNIGHT, MIDDAY):
        return _("midnight") if at == MIDNIGHT else _("midday")
    minutes = f":{at.minute:02}" if at.minute else ""
    half = "am" if at < MIDDAY else "pm"
    return f"{at.hour % 12 or 12}{minutes}{half}"


def nhs_date_and_time(at: datetime) -> str:
    """Return the instant in words.

    >>> nhs_date_and_time(datetime(2026, 4, 2, 17, 30, tzinfo=LONDON))
    '2 April 2026 at 5:30pm'
    """
    return _("%(day)s at %(time)s") % {"day": nhs_date(at), "time": nhs_time(at)}


def plural(count: int, one: str, many: str = "") -> str:
    """Return the count with its noun in the right number.

    >>> plural(1, "working day"), plural(3, "working day"), plural(2, "person", "people")
    ('1 working day', '3 working days', '2 people')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def file_size(count: int) -> str:
    """Return a number of bytes in words.

    >>> file_size(20_000_000), file_size(640_500), file_size(12)
    ('20MB', '640KB', '12 bytes')
    """
    for unit, name in ((1_000_000, "MB"), (1_000, "KB")):
        if count >= unit:
            return f"{count / unit:.3g}{name}"
    return ngettext("%(count)s byte", "%(count)s bytes", count) % {"count": f"{count:,}"}


def web_address(written: str) -> str:
    """Return where a website leads that is written as people write it; nothing for words that are no address.

    >>> web_address("www.ombudsman.org.uk"), web_address("https://board.example.nhs.uk/help")
    ('https://www.ombudsman.org.uk', 'https://board.example.nhs.uk/help')
    >>> web_address("the practice website"), web_address("javascript:alert(1.0)")
    ('', '')
    """
    if not _WEB_ADDRESS.fullmatch(written):
        return ""
    return written if written.startswith("http") else f"https://{written}"


def _in_london(day: date) -> date:
    """Return an aware instant in London's time; a plain day, or an instant without a zone, as it is."""
    if isinstance(day, datetime) and day.tzinfo is not None:
        return day.astimezone(LONDON)
    return day


def by_law_or_policy(authority: str) -> bool:
    """Return whether it is a law or a document that says so: that one thing comes before another is nobody's rule."""
    return bool(authority) and authority != ORDER
