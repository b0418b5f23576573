"""How does a meeting stand that was offered to the person, and what may they say to it now?"""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Position, Refused

RULES: Final = (
    "meetings"  # the rules that come over a case when the person asks for another time, or for something there
)
OFFERED, ACCEPTED, DECLINED, HELD = "meeting_offered", "meeting_accepted", "meeting_declined", "meeting_held"
ANOTHER, NEEDS = "meeting_time_asked", "meeting_needs_told"


class MeetingStands(StrEnum):
    """How a meeting stands."""

    NONE = "none"
    OFFERED = "offered"
    AGREED = "agreed"
    ANOTHER_TIME = "another-time"
    DECLINED = "declined"
    HELD = "held"


class MeetingAnswer(StrEnum):
    """What the person says to a meeting."""

    COME = "come"
    ANOTHER_TIME = "another-time"
    NOT_MEET = "not-meet"


_STANDS: Final = {
    OFFERED: MeetingStands.OFFERED,
    ACCEPTED: MeetingStands.AGREED,
    ANOTHER: MeetingStands.ANOTHER_TIME,
    DECLINED: MeetingStands.DECLINED,
    HELD: MeetingStands.HELD,
}
# Whoever declined may think better of it; once people have met, or on the day after, there is nothing left to say.
_MAY: Final = {
    MeetingStands.OFFERED: tuple(MeetingAnswer),
    MeetingStands.AGREED: (MeetingAnswer.ANOTHER_TIME, MeetingAnswer.NOT_MEET),
    MeetingStands.ANOTHER_TIME: (MeetingAnswer.COME, MeetingAnswer.NOT_MEET),
    MeetingStands.DECLINED: (MeetingAnswer.COME, MeetingAnswer.ANOTHER_TIME),
}
NO_MEETING: Final = Refused(
    code="no-meeting-to-answer", message="There is no meeting that is still to come. Tell us if you would like to meet."
)
ALREADY_SAID: Final = Refused(
    code="already-said", message="You have told us this already. You do not have to tell us again."
)
NO_TIME: Final = Refused(code="time-passed", message="This time has passed. Choose another one, or ask us for one.")


def meeting_stands(events: Sequence[Event], on: date) -> MeetingStands:
    """How the meeting stands that was offered last, on a day; none where the day that was agreed has passed."""
    said = [event for event in in_force(events) if event.event in _STANDS]
    if not said:
        return MeetingStands.NONE
    stands = _STANDS[said[-1].event]
    day = said[-1].facts.get("date")
    passed = stands is MeetingStands.AGREED and isinstance(day, date) and day < on
    return MeetingStands.NONE if passed else stands


def may_answer(position: Position, events: Sequence[Event]) -> tuple[MeetingAnswer, ...]:
    """What the person may say to the meeting now; nothing where none was offered, or the complaint has ended."""
    if position.refusal_of(ACCEPTED) is not None:
        return ()
    on = position.as_at.date() if isinstance(position.as_at, datetime) else position.as_at
    return _MAY.get(meeting_stands(events, on), ())


def why_not_answer(answer: MeetingAnswer, position: Position, events: Sequence[Event]) -> Refused | None:
    """Why the person cannot say this to a meeting; nothing if they can."""
    may = may_answer(position, events)
    if answer in may:
        return None
    return ALREADY_SAID if may else NO_MEETING
