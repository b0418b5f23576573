"""In which words does a list say when the next thing on a case is due, and whose it is?"""

from __future__ import annotations

from putright.casework.queries.worklist import DueThing
from putright.domain.access import ROLE_WORDS, Role
from putright.domain.vocabulary import CaseStatus
from putright.web.components.tags import Tag
from putright.web.wording import plural

# In working days: what is near enough to stand out, and what is so far that weeks say it better.
SOON, FAR, A_WEEK = 3, 20, 5

_STANDING = {
    CaseStatus.OPEN: Tag("Nothing due", "white"),
    CaseStatus.RESPONDED: Tag("Answered", "green"),
    CaseStatus.CLOSED: Tag("Closed", "grey"),
    CaseStatus.WITHDRAWN: Tag("Withdrawn", "grey"),
    CaseStatus.TRANSFERRED: Tag("Passed on", "grey"),
}


def due_tag(due: DueThing | None, status: CaseStatus) -> Tag:
    """Return how near the date that binds is, in working days; where nothing is due, how the case stands."""
    if due is None:
        return _STANDING[status]
    return near_tag(due.working_days, is_overdue=due.is_overdue)


def near_tag(days: int | None, *, is_overdue: bool) -> Tag:
    """Return how near a date is, in working days where they are known."""
    if is_overdue:
        return Tag(f"Overdue by {plural(-days, 'working day')}" if days else "Overdue", "red")
    match days:
        case None:
            return Tag("To do", "blue")
        case 0:
            return Tag("Due today", "yellow")
        case 1:
            return Tag("Due next working day", "yellow")
        case _ if days > FAR:
            return Tag(f"In {plural(days // A_WEEK, 'week')}", "white")
        case _:
            return Tag(f"In {plural(days, 'working day')}", "orange" if days <= SOON else "blue")


def whose(due: DueThing | None) -> str:
    """Return whose task it is in the words of the procedure; nothing where it does not say."""
    if due is None or not due.who:
        return ""
    words = ROLE_WORDS[Role(due.who)] if due.who in set(Role) else due.who.replace("-", " ")
    return words[:1].upper() + words[1:]
