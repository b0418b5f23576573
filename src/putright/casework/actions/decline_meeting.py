"""The person does not wish to meet."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.meetings import call_off
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed


def decline_meeting(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
) -> Done:
    """Record that the offer of a meeting was declined; one that was agreed before is called off in calendars too."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        hand.permit("meeting_declined")
        hand.record("meeting_declined", papers=call_off(hand))
    return hand.done()
