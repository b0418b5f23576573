"""What becomes of something that an advocate writes for a person? Nothing is sent before the person has said yes."""

from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused

LONGEST: Final = 10_000


class DraftKind(StrEnum):
    """What an advocate can write for a person."""

    MESSAGE = "message"
    QUESTIONS = "questions"
    REVIEW = "review"


# With the reasons for a review goes no file: the person sends it with a message.
TAKES_FILES: Final = frozenset({DraftKind.MESSAGE, DraftKind.QUESTIONS})


class DraftState(StrEnum):
    """How far a draft has come."""

    WRITING = "writing"
    WAITING = "waiting"
    BACK = "back"
    SENT = "sent"
    DROPPED = "dropped"


# It is with somebody still: the advocate writes, the person reads, or the advocate is to change it.
ALIVE: Final = (DraftState.WRITING, DraftState.WAITING, DraftState.BACK)

NOT_YOURS_NOW: Final = Refused(
    code="with-the-person", message="The person has it now. You can change it when they send it back, or take it back."
)
NOT_WAITING: Final = Refused(
    code="draft-not-waiting", message="This is not waiting for you any more. Look at your complaint’s page again."
)
CHANGED: Final = Refused(
    code="draft-changed",
    message="Your advocate changed it while you read. Here it is as it was. Open it again to read the new words.",
)
NOTHING_WRITTEN: Final = Refused(code="nothing-written", message="Write something before it goes on.")
TOO_LONG: Final = Refused(code="too-long", message=f"Write no more than {LONGEST:,} characters.")
NO_FILES: Final = Refused(code="no-files-with-this", message="No file can go with this. Put it with a message.")
SAY_WHAT: Final = Refused(code="no-answer", message="Say what should be different.")


def why_not_written(words: str) -> Refused | None:
    """Why these words cannot go on; nothing if they can."""
    if not words.strip():
        return NOTHING_WRITTEN
    return TOO_LONG if len(words) > LONGEST else None


def why_not_changed(state: DraftState) -> Refused | None:
    """Why the advocate cannot change a draft now; nothing if they can."""
    return None if state in (DraftState.WRITING, DraftState.BACK) else NOT_YOURS_NOW


def why_not_decided(state: DraftState, *, seen: int, saves: int) -> Refused | None:
    """Why the person cannot decide on a draft, of which they read one version; nothing if they can."""
    if state is not DraftState.WAITING:
        return NOT_WAITING
    return None if seen == saves else CHANGED
