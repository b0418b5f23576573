"""How far has a task of an investigation come, and who may be given one?"""

from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused

TASKS: Final = "tasks"  # the rules that come over a case with its first task


class TaskState(StrEnum):
    """How far a task has come."""

    TO_DO = "to-do"
    DONE = "done"
    NOT_NEEDED = "not-needed"


def why_not_theirs(*, may_see: bool, is_named: bool) -> Refused | None:
    """Why a task may not be somebody's; nothing if it may: whoever does it must see the case."""
    if is_named:
        message = "The case names this person, so they may do nothing on it. Choose somebody else."
        return Refused(code="named-in-the-case", message=message)
    if not may_see:
        message = "This person may not see the case. Give it to them first, or choose somebody else."
        return Refused(code="may-not-see", message=message)
    return None
