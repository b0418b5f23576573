"""The person is told what will happen next."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel


def tell_next_steps(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    channel: Channel = Channel.TELEPHONE,
    note: str = "",
) -> Done:
    """Record that the person was told what happens next, otherwise than by a letter of ours."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        papers = hand.keep_if_said("file-note", "What the person was told", note)
        hand.record("next_steps_told", facts={"channel": channel.value}, papers=papers)
    return hand.done()
