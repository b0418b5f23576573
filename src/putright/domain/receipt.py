"""On which day does what arrives count as come, where a body says so of weekends and of late hours?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from putright.domain.chronology import Event
from putright.domain.periods import LONDON
from putright.domain.vocabulary import ARRIVES
from putright.domain.working_days import WorkingCalendar

_FORM: Final = re.compile(r"next working day(?: after ([01][0-9]|2[0-3]):([0-5][0-9]))?")
EXPECTED: Final = "“next working day” or “next working day after 16:00”"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfReceipt:
    """What arrives on a day not worked counts as come on the next; after an hour as well, where one is set."""

    after: time | None = None
    arrives: frozenset[str] = ARRIVES  # the events that come from outside, the procedure's own among them

    def of(self, event: Event, calendar: WorkingCalendar) -> date:
        """The day on which an event counts as come; what the body does itself counts on its own day."""
        if event.event not in self.arrives:
            return event.on
        if self.after is not None and event.at is not None and event.at.astimezone(LONDON).time() > self.after:
            return calendar.add(event.on, 1)
        return calendar.roll_forward(event.on)


def receipt_from(text: str, *, own: Iterable[str] = ()) -> DayOfReceipt | None:
    """Reads “next working day after 16:00”; nothing where it is not one of the two forms.

    `own` are the events of the procedure's own that come to the body from outside.
    """
    found = _FORM.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    after = time(int(found[1]), int(found[2])) if found[1] else None
    return DayOfReceipt(after=after, arrives=ARRIVES.union(own))
