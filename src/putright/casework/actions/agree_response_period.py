"""The time for the response is agreed with the person."""

from datetime import date, datetime

from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.entry import why_not_a_promise


def agree_response_period(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    respond_by: date,
) -> Done:
    """Record the day by which the response was agreed to be sent: regulation 13(7)(b)."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_a_promise(respond_by, on=on))
        hand.record("response_period_agreed", facts={"date": respond_by})
    return hand.done()
