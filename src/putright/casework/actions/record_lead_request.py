"""The organisation that leads on a joint complaint asks for this body's part of the answer."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.joint_bodies import joint_on
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.chronology import FactValue
from putright.domain.joint import JointPart, why_not_as


def record_lead_request(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    words: str = "",
    reply_by: date | None = None,
    channel: Channel = Channel.EMAIL,
    files: tuple[FileSaid, ...] = (),
) -> Done:
    """Put what is asked on the file: the law's duty to give it begins with this (regulation 9(3))."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        joint = joint_on(hand)
        refuse(why_not_as(joint, JointPart.CONTRIBUTOR))
        papers = hand.keep_if_said("contribution", "What the organisation that leads asks", words)
        papers += [hand.keep_what_came("contribution", file) for file in files]
        if not papers:
            raise refused("nothing-written", "Write down what is asked, or attach the letter.")
        facts: dict[str, FactValue] = {"body": joint.others[0][0], "channel": channel.value}
        if reply_by is not None:
            facts["date"] = reply_by
        hand.record("contribution_requested", facts=facts, papers=papers)
    return hand.done()
