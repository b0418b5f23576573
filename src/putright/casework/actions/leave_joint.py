"""A joint handling is left: the organisation answers for itself again."""

from datetime import date, datetime

from putright.casework.correspondence import answer_by, correspondence
from putright.casework.errors import refused
from putright.casework.joint_bodies import joint_on
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.joint import REG_9, JointPart
from putright.letters.intake_facts import JointEnded


def leave_joint(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    why: str,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Leave it, and tell the person: what the law asks of this body counts from its first day, as it always would."""
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if not joint_on(hand).is_joint:
            raise refused("not-joint", "This complaint is not handled together with another one.", REG_9)
        paper = hand.keep_text("decision", "Why the joint handling is left", why)
        facts = {"lead": hand.case.body.code, "as": JointPart.ALONE.value}
        hand.record("joined", facts=facts, papers=[paper])
        letter = JointEnded(
            correspondence=correspondence(hand, to=hand.case.complainant), why=why, answer_by=answer_by(hand.position)
        )
        send_letter(hand, "joint-ended", letter, channel=channel)
    return hand.done()
