"""How is a meeting written so that anybody's calendar takes it in? As iCalendar, RFC 5545, in a few lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

CALENDAR: Final = "text/calendar"
_LONGEST_LINE: Final = 75  # octets: RFC 5545 section 3.1
_END: Final = "\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """A meeting for a calendar; calendars are shared, so the title says nothing of what it is about."""

    uid: str
    made_at: datetime
    starts: datetime
    lasts: timedelta
    title: str
    place: str
    sequence: int = 0  # rises each time that the same meeting is moved or called off
    called_off: bool = False


def as_calendar(entry: CalendarEntry) -> bytes:
    """The entry as a file; its instants are UTC, which every calendar shows in its owner's time."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Putright//Meetings//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{entry.uid}",
        f"SEQUENCE:{entry.sequence}",
        f"STATUS:{'CANCELLED' if entry.called_off else 'CONFIRMED'}",
        f"DTSTAMP:{_instant(entry.made_at)}",
        f"DTSTART:{_instant(entry.starts)}",
        f"DTEND:{_instant(entry.starts.astimezone(UTC) + entry.lasts)}",
        f"SUMMARY:{escaped(entry.title)}",
        f"LOCATION:{escaped(entry.place)}",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{part}{_END}" for line in lines for part in _folded(line)).encode()


def escaped(text: str) -> str:
    r"""A text as a value: RFC 5545 section 3.3.11.

    >>> escaped("Room 1; ring, then\nwait")
    'Room 1\\; ring\\, then\\nwait'
    """
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return text


def _instant(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _folded(line: str) -> Iterator[str]:
    """A line in parts that are short enough, no character cut in two: each but the first begins with a space."""
    part = ""
    for character in line:
        if len(f"{part}{character}".encode()) > _LONGEST_LINE:
            yield part
            part = " "
        part += character
    yield part
