"""The person withdraws the complaint."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel


def withdraw(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    channel: Channel = Channel.LETTER,
    note: str = "",
) -> Done:
    """Record that the complaint was withdrawn, and how the person said so."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        papers = hand.keep_if_said("file-note", "What the person said", note)
        hand.record("withdrawn", facts={"channel": channel.value}, papers=papers)
    return hand.done()
