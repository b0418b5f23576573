"""In which word and colour does a page say where a duty stands? The word says it all; the colour only helps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from putright.domain.vocabulary import DutyState


@dataclass(frozen=True, slots=True)
class Tag:
    """A short word in a box, in a colour of the NHS design system, or plain."""

    text: str
    colour: str = ""


_SETTLED = {
    DutyState.NOT_STARTED: Tag("Not started", "white"),
    DutyState.MET: Tag("Done", "green"),
    DutyState.MET_LATE: Tag("Done late", "orange"),
    DutyState.OVERDUE: Tag("Overdue", "red"),
    DutyState.MISSED: Tag("Missed", "red"),
    DutyState.LAPSED: Tag("Lapsed", "grey"),
    DutyState.CANCELLED: Tag("No longer needed", "grey"),
}


def duty_tag(state: DutyState, *, binding_on: date | None, today: date, paused: bool = False) -> Tag:
    """Return the tag of a duty; it is late once the date that binds has passed, whichever paper that date stands in.

    >>> duty_tag(DutyState.OPEN, binding_on=date(2026, 4, 9), today=date(2026, 4, 8))
    Tag(text='Due tomorrow', colour='grey')
    """
    if state is not DutyState.OPEN:
        return _SETTLED[state]
    if paused:
        return Tag("Paused", "purple")
    if binding_on and binding_on < today:
        return _SETTLED[DutyState.OVERDUE]
    if binding_on == today:
        return Tag("Due today", "yellow")
    if binding_on == today + timedelta(days=1):
        return Tag("Due tomorrow", "grey")
    return Tag("To do", "blue")
