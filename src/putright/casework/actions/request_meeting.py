"""The person asks for a meeting."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel


def request_meeting(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    words: str = "",
    channel: Channel = Channel.TELEPHONE,
    files: tuple[FileSaid, ...] = (),
) -> Done:
    """Record that a meeting was asked for, and what the person said of it."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        hand.permit("meeting_requested")
        papers = hand.keep_if_said("message", "What the person says of a meeting", words)
        papers += [hand.keep_what_came("attachment", file) for file in files]
        hand.record("meeting_requested", facts={"channel": channel.value}, papers=papers)
    return hand.done()
