"""The person asks to discuss how the complaint will be handled."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed


def request_discussion(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
) -> Done:
    """Record that the person asked for a discussion, or took up the offer of one."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        hand.record("discussion_requested")
    return hand.done()
