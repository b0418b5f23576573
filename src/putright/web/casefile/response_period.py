"""How is it said on a case whether the response keeps to the time that was told to the person?"""

from __future__ import annotations

from putright.casework.queries.case_page import CasePage
from putright.domain.response_period import ResponsePeriod, response_period
from putright.web.wording import nhs_date


def response_period_lines(found: CasePage) -> tuple[str, ...]:
    """A sentence for the time that was first told, and one for the time as it was amended, where there is one."""
    period = response_period([shown.duty for shown in found.duties], as_at=found.as_at)
    if period is None:
        return ()
    first = f"Told for {nhs_date(period.original)}: {_kept(period.within_original, period)}"
    if period.amended is None:
        return (first,)
    return (first, f"Amended to {nhs_date(period.amended)}: {_kept(period.within_amended, period)}")


def _kept(within: bool | None, period: ResponsePeriod) -> str:
    if within is None:
        return "open"
    if period.sent_on is None:
        return "passed"
    return f"{'in time' if within else 'late'}, sent {nhs_date(period.sent_on)}"
