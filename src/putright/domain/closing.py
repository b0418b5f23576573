"""When is it proposed to close a case that was answered?"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.vocabulary import CaseStatus

RULES: Final = "closing"
_ANSWERS: Final = ("response_sent", "review_response_sent")


def answered_on(events: Sequence[Event], status: CaseStatus) -> date | None:
    """The day of the last answer, where the case is answered and nothing has been opened since."""
    if status is not CaseStatus.RESPONDED:
        return None
    return max((event.on for event in in_force(events) if event.event in _ANSWERS), default=None)
