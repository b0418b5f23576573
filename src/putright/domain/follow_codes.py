"""How long is a code good that opens a complaint, how often is it tried, and what is said of one that opens nothing?

The same is said whether or not there is a complaint: of a code that was never sent, no digits are right.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from putright.domain.duty import Refused

LASTS: Final = timedelta(minutes=10)
DIGITS: Final = 6
MOST_TRIES: Final = 5
MOST_AN_HOUR: Final = 3  # that are sent for one complaint, or to one address or number
MOST_A_DAY: Final = 10
KEPT_FOR: Final = timedelta(days=1)

WRONG: Final = Refused(
    code="code-wrong", message="This is not the code that we sent. Check the numbers, or get a new code"
)
TOO_OLD: Final = Refused(code="code-too-old", message="This code is more than 10 minutes old. Get a new code")
TRIED_OUT: Final = Refused(code="code-tried-out", message="This code was tried too many times. Get a new code")
USED: Final = Refused(code="code-used", message="This code was used already. Get a new code")


def why_not_tried(*, now: datetime, expires_at: datetime, tries: int, is_used: bool) -> Refused | None:
    """Why a code can no longer be tried; nothing if it can. `tries` were made before."""
    if is_used:
        return USED
    if not expires_at - LASTS <= now < expires_at:  # a clock that was put back makes no code live longer
        return TOO_OLD
    return TRIED_OUT if tries >= MOST_TRIES else None


def have_been_enough(sent: Sequence[datetime], *, now: datetime) -> bool:
    """Whether no more codes are sent, after those that were sent at these moments."""
    return any(
        sum(now - within < at for at in sent) >= most
        for most, within in ((MOST_AN_HOUR, timedelta(hours=1)), (MOST_A_DAY, timedelta(days=1)))
    )


def digits_of(typed: str) -> str:
    """The digits that were meant: people copy a code with a space in the middle.

    >>> digits_of(" 012 345 ")
    '012345'
    """
    return "".join(typed.split()).replace("-", "")
