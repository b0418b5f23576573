"""Was the response sent within the time that was first told to the person, and within the time as it was amended?

Regulation 17(c) has both kept; neither is the six months of the law. A later time takes the place of an earlier one
only if it was agreed or told before the earlier one had passed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.domain.duty import Duty
from putright.domain.vocabulary import Authority, DutyState

BY_LAW: Final = "SI 2009/309 reg 17(c)"
AS_TOLD: Final = "respond-as-told"  # the law's own step for the day that was agreed with the person or told to them
_SENT: Final = "response_sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsePeriod:
    """The time that was first told, as it was amended last, and when the response went; nothing where it is open."""

    original: date
    amended: date | None
    sent_on: date | None
    within_original: bool | None
    within_amended: bool | None

    @property
    def within_what_counts(self) -> bool | None:
        """Whether it went within the time that stood last."""
        return self.within_original if self.amended is None else self.within_amended


def response_period(duties: Sequence[Duty], *, as_at: date) -> ResponsePeriod | None:
    """How the response stands against the time that was told to the person; nothing where none was told."""
    told = next((duty for duty in duties if _is_told(duty)), None)
    if told is None or told.original_due_on is None:
        return None
    original, latest = told.original_due_on, told.due_on or told.original_due_on
    return measured(original, latest if latest != original else None, sent_on=told.done_on, as_at=as_at)


def measured(original: date, amended: date | None, *, sent_on: date | None, as_at: date) -> ResponsePeriod:
    """How a response stands against both times; `as_at` decides for one that has not gone."""
    return ResponsePeriod(
        original=original,
        amended=amended,
        sent_on=sent_on,
        within_original=_within(original, sent_on, as_at),
        within_amended=None if amended is None else _within(amended, sent_on, as_at),
    )


def _is_told(duty: Duty) -> bool:
    is_agreed = duty.authority is Authority.AGREEMENT and _SENT in duty.rule.met_by
    return is_agreed and duty.state is not DutyState.CANCELLED


def _within(last_day: date, sent_on: date | None, as_at: date) -> bool | None:
    if sent_on is not None:
        return sent_on <= last_day
    return None if as_at <= last_day else False
