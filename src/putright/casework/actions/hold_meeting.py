"""The meeting takes place."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel


def hold_meeting(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    channel: Channel = Channel.IN_PERSON,
    note: str = "",
) -> Done:
    """Record that the meeting was held, and what was said there."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        papers = hand.keep_if_said("file-note", "What was said at the meeting", note)
        hand.record("meeting_held", facts={"channel": channel.value}, papers=papers)
    return hand.done()
