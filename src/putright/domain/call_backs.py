"""Is somebody who asked to be rung still to be rung, how often was it tried, and when is it time to write instead?

To try is not to have called back: what was promised is kept by a talk, unless the body's own procedure says that a call
that was tried meets it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.domain.duty import Refused
from putright.domain.programme import Programme, Rule
from putright.domain.working_days import WorkingCalendar

RULES: Final = "call-back"
TRIED, REACHED = "call_tried", "called_back"
NOT_ASKED: Final = Refused(
    code="no-call-asked", message="Nobody asked to be rung here, or it has been dealt with already."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRules:
    """On how many working days it is tried, and whether a try on time keeps the promise to ring."""

    most: int
    try_keeps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBack:
    """How a request to be rung stands: by when it was promised, on which days it was tried, and what comes next.

    `again_by` is the day by which it is tried again; none once it is time to write instead (`is_to_write`).
    """

    by: date
    tried_on: tuple[date, ...] = ()
    most: int
    again_by: date | None = None
    is_to_write: bool = False
    is_kept: bool = False


def rules_by(own: Programme | None, office: Programme) -> CallRules:
    """What the body's own procedure says of calls that were tried; where it says nothing, what the office's says."""
    mine = own.rules if own is not None else ()
    keeps = (True for rule in mine if rule.repeat is None and {TRIED, REACHED} <= rule.met_by)
    return CallRules(most=_most(mine) or _most(office.rules) or 1, try_keeps=any(keeps))


def call_back_of(*, by: date, tried: Sequence[date], rules: CallRules, calendar: WorkingCalendar) -> CallBack:
    """How a request stands that was to be kept `by` a day; calls of one day count once."""
    days = tuple(sorted(set(tried)))
    is_to_write = len(days) >= rules.most
    return CallBack(
        by=by,
        tried_on=days,
        most=rules.most,
        again_by=calendar.add(days[-1], 1) if days and not is_to_write else None,
        is_to_write=is_to_write,
        is_kept=rules.try_keeps and bool(days) and days[0] <= by,
    )


def _most(rules: Sequence[Rule]) -> int | None:
    """On how many days it is tried, by the step that says so."""
    found = (rule.repeat.times for rule in rules if TRIED in rule.met_by and rule.repeat is not None)
    return next((times for times in found if times), None)
