"""A complaint is handled together with another organisation, one of the two leading."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse
from putright.casework.joint_bodies import joint_on
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.other_bodies import BodyTold, keep_body, other_body
from putright.casework.perform import Done, performing
from putright.casework.sharing import sharing_on
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.joint import JointPart, why_not_join
from putright.letters.intake_facts import JointNotice


def join_complaint(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    other: BodyTold,
    part: JointPart,
    why: str,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Record what was agreed with the other organisation, and tell the person who answers them: regulation 9.

    `part` is this body's own: the one that leads answers for all, and the law asks no answer of a contributor.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        body = other_body(hand, other)
        refuse(why_not_join(joint_on(hand), part, body.code, agreed=sharing_on(hand, body.code).agreed))
        lead = hand.case.body.code if part is JointPart.LEAD else body.code
        facts = {"lead": lead, "as": part.value, "body": body.code}
        hand.record("joined", facts=facts, papers=[keep_body(hand, body)])
        letter = JointNotice(
            correspondence=correspondence(hand, to=hand.case.complainant),
            body=body.contact,
            body_name=body.name,
            why=why,
            we_lead=part is JointPart.LEAD,
        )
        send_letter(hand, "joint-notice", letter, channel=channel)
    return hand.done()
