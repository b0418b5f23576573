"""Which meeting was offered to the person, which was agreed, and how do calendars hear of a change?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from putright.casework.perform import CaseInHand
from putright.domain.chronology import Event, in_force
from putright.domain.meeting_offers import HELD
from putright.domain.periods import LONDON
from putright.letters.calendar_entry import CALENDAR, CalendarEntry, as_calendar
from putright.letters.facts import MeetingTime
from putright.records.models import AgreedMeeting, Case, Document, OfferedMeeting
from putright.records.models.outbox_letter import State

KIND: Final = "calendar-entry"
# What papers are called in which the person says something of a meeting.
WITH_THEM: Final = "Who comes to the meeting with the person"
NEEDED_THERE: Final = "What the person needs at the meeting"
TO_ASK: Final = "What the person wants to ask at the meeting"
LASTS: Final = timedelta(hours=1)
_UID_BYTES: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A meeting as its letter offers it: with whom, where, at which times, and by when an answer is hoped for."""

    meet_with: tuple[str, ...]
    times: tuple[MeetingTime, ...]
    place: str
    reply_by: date | None


def note_offer(hand: CaseInHand, letter: Document, offered: Offered) -> None:
    """Keep what a letter offers, so that the person can choose among the times once it has gone."""
    OfferedMeeting.objects.create(
        case=hand.case,
        letter=letter,
        meet_with=list(offered.meet_with),
        times=[[each.on.isoformat(), each.starts.isoformat("minutes")] for each in offered.times],
        place=offered.place,
        reply_by=offered.reply_by,
    )


def last_offer(case: Case) -> Offered | None:
    """What was offered in the last such letter that has gone; nothing where none has."""
    gone = OfferedMeeting.objects.filter(case=case, letter__letter__state=State.POSTED)
    row = gone.order_by("-letter__letter__posted_on", "-pk").first()
    if row is None:
        return None
    times = (MeetingTime(on=date.fromisoformat(on), starts=time.fromisoformat(at)) for on, at in row.times)
    return Offered(meet_with=tuple(row.meet_with), times=tuple(times), place=row.place, reply_by=row.reply_by)


def last_agreed(case: Case) -> AgreedMeeting | None:
    """The meeting as calendars have it, called off or not; nothing where none was ever agreed."""
    return AgreedMeeting.objects.filter(case=case).order_by("-pk").first()


def agree(hand: CaseInHand, when: MeetingTime, place: str, *, lasts: timedelta = LASTS) -> Document:
    """Keep when and where people meet, and put a file for calendars on the case; one that is moved stays the same one.

    The file does not say what the meeting is about, for calendars are shared.
    """
    starts = datetime.combine(when.on, when.starts, LONDON)
    uid, sequence = _same_or_new(hand)
    row = AgreedMeeting.objects.create(
        case=hand.case,
        uid=uid,
        sequence=sequence,
        starts=starts,
        ends=starts.astimezone(UTC) + lasts,  # an hour is an hour also where the clocks change
        place=place,
        made_at=hand.now,
    )
    return hand.keep_file(KIND, "The meeting, for a calendar", CALENDAR, for_calendars(row, hand.case.body.name))


def call_off(hand: CaseInHand) -> list[Document]:
    """Tell calendars that the meeting does not take place; nothing where they have none that is still to come."""
    last = last_agreed(hand.case)
    if last is None or last.called_off or last.starts <= hand.now:
        return []
    row = AgreedMeeting.objects.create(
        case=hand.case,
        uid=last.uid,
        sequence=last.sequence + 1,
        starts=last.starts,
        ends=last.ends,
        place=last.place,
        called_off=True,
        made_at=hand.now,
    )
    content = for_calendars(row, hand.case.body.name)
    return [hand.keep_file(KIND, "The meeting is called off, for a calendar", CALENDAR, content)]


def for_calendars(row: AgreedMeeting, body: str) -> bytes:
    """A meeting as a file that anybody's calendar takes in."""
    return as_calendar(
        CalendarEntry(
            uid=row.uid,
            made_at=row.made_at,
            starts=row.starts,
            lasts=row.ends - row.starts,
            title=f"Meeting with {body}",
            place=row.place,
            sequence=row.sequence,
            called_off=row.called_off,
        )
    )


def _same_or_new(hand: CaseInHand) -> tuple[str, int]:
    """The name of the meeting in calendars, and its number there: the next one where it is only moved."""
    last = last_agreed(hand.case)
    if last is None or last.called_off or _was_held(hand.events, since=last.made_at.astimezone(LONDON).date()):
        return hand.means.secrets.random(_UID_BYTES).hex(), 0
    return last.uid, last.sequence + 1


def _was_held(events: Sequence[Event], *, since: date) -> bool:
    return any(event.event == HELD and event.on >= since for event in in_force(events))
