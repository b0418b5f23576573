"""The person would like to come to the meeting that was offered."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.entry import why_not_a_promise
from putright.domain.periods import LONDON
from putright.letters.calendar_entry import CALENDAR, CalendarEntry, as_calendar
from putright.records.models import Document

_UID_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """When and where people agreed to meet, and for how long at most."""

    on: date
    starts: time
    place: str
    lasts: timedelta = timedelta(hours=1)


def accept_meeting(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    agreed: Agreed | None = None,
) -> Done:
    """Record that the offer of a meeting was accepted; where a time was agreed, make an entry for calendars of it."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if agreed is None:
            hand.record("meeting_accepted")
        else:
            refuse(why_not_a_promise(agreed.on, on=on))
            hand.permit("meeting_accepted")
            hand.record("meeting_accepted", facts={"date": agreed.on}, papers=[_for_calendars(hand, agreed)])
    return hand.done()


def _for_calendars(hand: CaseInHand, agreed: Agreed) -> Document:
    """A file that anybody's calendar takes in; it does not say what the meeting is about."""
    if not agreed.place.strip():
        raise refused("no-place", "Say where people meet, or how: a room, a telephone number, a link.")
    entry = CalendarEntry(
        uid=hand.means.secrets.random(_UID_BYTES).hex(),
        made_at=hand.now,
        starts=datetime.combine(agreed.on, agreed.starts, LONDON),
        lasts=agreed.lasts,
        title=f"Meeting with {hand.case.body.name}",
        place=agreed.place.strip(),
    )
    return hand.keep_file("calendar-entry", "The meeting, for a calendar", CALENDAR, as_calendar(entry))
