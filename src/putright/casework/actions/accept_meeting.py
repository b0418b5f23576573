"""The person would like to come to the meeting that was offered."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.meetings import LASTS, agree
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.entry import why_not_a_promise
from putright.letters.facts import MeetingTime
from putright.records.models import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """When and where people agreed to meet, and for how long at most."""

    on: date
    starts: time
    place: str
    lasts: timedelta = LASTS


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
    if not agreed.place.strip():
        raise refused("no-place", "Say where people meet, or how: a room, a telephone number, a link.")
    when = MeetingTime(on=agreed.on, starts=agreed.starts)
    return agree(hand, when, agreed.place.strip(), lasts=agreed.lasts)
