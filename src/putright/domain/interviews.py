"""With whom was somebody interviewed, and may what they said be kept and agreed?"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Refused

HELD: Final = "interview_held"
AGREED: Final = "interview_note_agreed"


class Interviewed(StrEnum):
    """Who was interviewed, as far as the chronology says: never a name."""

    STAFF = "staff"
    COMPLAINANT = "complainant"
    PATIENT = "patient"
    SOMEBODY_ELSE = "somebody-else"


INTERVIEWED_WORDS: Final = {
    Interviewed.STAFF: "Somebody who works here",
    Interviewed.COMPLAINANT: "The person who complains",
    Interviewed.PATIENT: "The patient",
    Interviewed.SOMEBODY_ELSE: "Somebody else",
}


def why_not_interviewed(whom: Interviewed, *, is_named: bool, support_told: bool) -> Refused | None:
    """Why an interview cannot be recorded; nothing if it can: staff are told first where they find support."""
    if whom in (Interviewed.STAFF, Interviewed.SOMEBODY_ELSE) and not is_named:
        return Refused(code="nobody-named", message="Say who was interviewed: a name and a post.")
    if whom is Interviewed.STAFF and not support_told:
        message = "Tell whoever is interviewed first where they find support, and confirm that you have."
        return Refused(code="support-not-told", message=message, authority="NHS Complaint Standards")
    return None


def why_not_agreed(events: Sequence[Event], interview: int) -> Refused | None:
    """Why what somebody says of the note of an interview cannot be recorded; nothing if it can."""
    standing = in_force(events)
    if not any(event.event == HELD and event.id == str(interview) for event in standing):
        return Refused(code="no-such-interview", message="No interview stands there. Choose the interview.")
    if any(event.event == AGREED and event.about == str(interview) for event in standing):
        return Refused(code="already-agreed", message="It is recorded already what they say of this note.")
    return None


def notes_to_agree(events: Sequence[Event]) -> tuple[int, ...]:
    """The entries of the interviews of which nobody has said yet whether the note is right."""
    standing = in_force(events)
    said = {event.about for event in standing if event.event == AGREED}
    return tuple(int(event.id or 0) for event in standing if event.event == HELD and event.id not in said)
