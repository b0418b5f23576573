"""What is the person told of a meeting, and what may they say to it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from putright.casework.errors import NotFound
from putright.casework.looks import keep_look_by_link
from putright.casework.meetings import for_calendars, last_agreed, last_offer
from putright.casework.open_link import refuse_ended
from putright.domain.chronology import Event
from putright.domain.duty import Position
from putright.domain.meeting_offers import OFFERED, MeetingAnswer, MeetingStands, may_answer, meeting_stands
from putright.domain.periods import LONDON
from putright.records.models import Case, FollowLink


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeTold:
    """One of the times that were offered: its number in the letter, and when."""

    number: int
    starts: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingTold:
    """A meeting as the person sees it: how it stands, with whom, where, the times still to come, what was agreed."""

    stands: MeetingStands
    may: tuple[MeetingAnswer, ...]
    meet_with: tuple[str, ...]
    times: tuple[TimeTold, ...]
    place: str
    reply_by: date | None
    agreed_for: datetime | None
    agreed_place: str
    in_calendars: bool


def meeting_told(case: Case, events: Sequence[Event], position: Position, as_at: date) -> MeetingTold | None:
    """The meeting that is offered or agreed; nothing where there is none, or it is over.

    The events are those in force up to that day. Times of that day are offered until it ends.
    """
    if not any(event.event == OFFERED for event in events):
        return None
    stands = meeting_stands(events, as_at)
    if stands in (MeetingStands.NONE, MeetingStands.HELD):
        return None
    offer, agreed = last_offer(case), last_agreed(case)
    ahead = agreed is not None and not agreed.called_off and stands is MeetingStands.AGREED
    times = enumerate(offer.times if offer else (), start=1)
    return MeetingTold(
        stands=stands,
        may=may_answer(position, events),
        meet_with=offer.meet_with if offer else (),
        times=tuple(
            TimeTold(number=number, starts=datetime.combine(each.on, each.starts, LONDON))
            for number, each in times
            if each.on >= as_at
        ),
        place=offer.place if offer else "",
        reply_by=offer.reply_by if offer and offer.reply_by and offer.reply_by >= as_at else None,
        agreed_for=agreed.starts.astimezone(LONDON) if agreed and ahead else None,
        agreed_place=agreed.place if agreed and ahead else "",
        in_calendars=agreed is not None and (ahead or agreed.called_off),
    )


def calendar_by_link(link: int, on: date, *, now: datetime) -> bytes:
    """The meeting of the case of a link as a file for calendars; raises NotFound where none was agreed.

    Raises ActionRefused for a link that has ended. The look is kept, as each is.
    """
    row = FollowLink.objects.select_related("case__body").filter(pk=link).first()
    if row is None:
        raise NotFound
    refuse_ended(row, on)
    agreed = last_agreed(row.case)
    if agreed is None:
        raise NotFound
    keep_look_by_link(row.case_id, now=now)
    return for_calendars(agreed, row.case.body.name)
