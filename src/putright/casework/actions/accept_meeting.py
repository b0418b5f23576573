"""The person would like to come to the meeting that was offered."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed


def accept_meeting(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
) -> Done:
    """Record that the offer of a meeting was accepted."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        hand.record("meeting_accepted")
    return hand.done()
