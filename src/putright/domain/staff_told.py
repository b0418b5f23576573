"""What are staff told of a complaint that concerns them, and when: early, before the answer goes, and how it ended?"""

from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Refused
from putright.domain.improvements import why_not_for_everybody
from putright.domain.vocabulary import CaseStatus

RULES: Final = "staff-told"  # procedures/office/staff-told.yaml
AUTHORITY: Final = "NHS Complaint Standards"


class StaffNews(StrEnum):
    """What staff are told; the chronology says this, and never whom."""

    COMPLAINT = "complaint"
    ANSWER = "answer"
    OUTCOME = "outcome"


NEWS_WORDS: Final = {
    StaffNews.COMPLAINT: "That there is a complaint",
    StaffNews.ANSWER: "What our answer says about them",
    StaffNews.OUTCOME: "How the complaint ended",
}

EVENTS: Final = {
    StaffNews.COMPLAINT: "staff_told",
    StaffNews.ANSWER: "staff_shown_answer",
    StaffNews.OUTCOME: "staff_told_outcome",
}


def why_not_told(
    news: StaffNews, events: Sequence[Event], status: CaseStatus, *, support_told: bool = False
) -> Refused | None:
    """Why it cannot be recorded that staff were told; nothing if it can."""
    match news:
        case StaffNews.COMPLAINT if not support_told:
            message = "Tell them as well where they find support, and confirm that you have."
            return Refused(code="support-not-told", message=message, authority=AUTHORITY)
        case StaffNews.ANSWER:
            return _why_not_shown(events)
        case StaffNews.OUTCOME if status is CaseStatus.OPEN:
            message = "The complaint has neither been answered nor ended yet. Tell them how it ended once it has."
            return Refused(code="not-ended", message=message)
        case _:
            return None


def why_not_for_those_asked(words: str, people: Collection[str]) -> Refused | None:
    """Why words cannot be read by everybody who was asked; `people` are those whose complaint it is."""
    named = why_not_for_everybody((words,), people)
    if named is None:
        return None
    message = "Everybody who was asked can read this. Leave out the names of those who complained, and NHS numbers."
    return Refused(code=named.code, message=message)


def answers_of(events: Sequence[Event]) -> tuple[Event, ...]:
    """The answers that were sent: nobody hears how it ended before the first."""
    return tuple(event for event in in_force(events) if event.event == "response_sent")[:1]


def _why_not_shown(events: Sequence[Event]) -> Refused | None:
    """Only a draft that is not sent yet can be shown to them: what has gone cannot be put right any more."""
    last = next((each.event for each in reversed(in_force(events)) if each.event in _DRAFT_OR_SENT), None)
    if last is None:
        return Refused(
            code="no-draft", message="No answer has been drafted yet. Show it to them once there is a draft."
        )
    if last != _DRAFT:
        message = "The answer has been sent already. Tell them how the complaint ended."
        return Refused(code="already-sent", message=message)
    return None


_DRAFT: Final = "response_prepared"
_DRAFT_OR_SENT: Final = frozenset({_DRAFT, "response_sent"})
