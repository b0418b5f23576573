"""The person does not take up the offer of a discussion."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed


def decline_discussion(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
) -> Done:
    """Record that the offer was declined; the body now sets the time for its response: regulation 13(8)."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        hand.record("discussion_declined")
    return hand.done()
