"""What time is it? The only module of Putright that asks the machine; everything else is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
NOON = time(12)


class Clock(Protocol):
    """Something that can be asked for the time, at an edge, once a request."""

    def now(self) -> datetime:
        """Return the present instant, aware, in the time zone of Europe/London."""
        ...


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """Return the machine's present instant, in the time zone of Europe/London."""
        return datetime.now(tz=LONDON)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still, for the demo and for the tests: the site as at one instant."""

    at: datetime

    def __post_init__(self) -> None:
        """Refuse an instant of unstated zone: 00:30 is another day in London than in UTC all summer."""
        if self.at.tzinfo is None:
            message = f"{self.at.isoformat()} does not say its time zone"
            raise ValueError(message)

    def now(self) -> datetime:
        """Return the fixed instant, in the time zone of Europe/London."""
        return self.at.astimezone(LONDON)


def noon_on(day: date) -> datetime:
    """Return midday of a day in London, which stands for a day of which no time is given."""
    return datetime.combine(day, NOON, tzinfo=LONDON)
