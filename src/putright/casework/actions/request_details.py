"""The person is asked for the details of the complaint, otherwise than in the acknowledgement."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel


def request_details(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    wanted: str,
    channel: Channel = Channel.TELEPHONE,
) -> Done:
    """Record that details were asked for, and what was asked."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        paper = hand.keep_text("file-note", "What the person was asked for", wanted)
        hand.record("details_requested", facts={"channel": channel.value}, papers=[paper])
    return hand.done()
