"""How long must whoever got a secret wrong wait before they may try again? Longer each time, never for ever."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

# A few slips of the finger cost nothing. Then the waits grow to a quarter of an hour: some hundred tries a day.
FREE: Final = 5
WAITS: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 4, 8, 15))
COUNTED_FOR: Final = timedelta(hours=24)

# Of all the places together that are not known to be somebody's own.
MOST_TOGETHER: Final = 50
COUNTED_TOGETHER_FOR: Final = timedelta(minutes=15)


def wait_until(failures: Sequence[datetime], *, now: datetime) -> datetime | None:
    """When the next try is allowed after these failures, all since the last success; nothing if at once.

    Only those of the last 24 hours count, and none that lies in the future, as after a clock was put back.
    """
    counted = [at for at in failures if now - COUNTED_FOR < at <= now]
    if len(counted) < FREE:
        return None
    until = max(counted) + WAITS[min(len(counted) - FREE, len(WAITS) - 1)]
    return until if until > now else None


def wait_together_until(failures: Sequence[datetime], *, now: datetime, most: int = MOST_TOGETHER) -> datetime | None:
    """When the next try is allowed of any of many places together: once fewer than `most` failures are recent."""
    counted = sorted(at for at in failures if now - COUNTED_TOGETHER_FOR < at <= now)
    if len(counted) < most:
        return None
    return counted[-most] + COUNTED_TOGETHER_FOR


def minutes_to_wait(until: datetime, *, now: datetime) -> int:
    """How many minutes that is, begun ones counting as whole.

    >>> minutes_to_wait(datetime(2026, 4, 2, 10, 1, 1), now=datetime(2026, 4, 2, 10, 0))
    2
    """
    return max(1, -((now - until) // timedelta(minutes=1)))
