"""A contribution to a joint answer comes from another organisation."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.joint_bodies import joint_on, request_of
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.joint import JointPart, why_not_as


def record_contribution(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    request: int,
    words: str = "",
    channel: Channel = Channel.EMAIL,
    files: tuple[FileSaid, ...] = (),
) -> Done:
    """Put what came on the file; `request` is the number of the entry by which it was asked for."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_as(joint_on(hand), JointPart.LEAD))
        asked = request_of(hand, request)
        papers = hand.keep_if_said("contribution", "What the other organisation says", words)
        papers += [hand.keep_what_came("contribution", file) for file in files]
        if not papers:
            raise refused("nothing-written", "Write down what the other organisation says, or attach its letter.")
        facts = {"body": asked.body, "channel": channel.value}
        hand.record("contribution_received", about=request, facts=facts, papers=papers)
    return hand.done()
