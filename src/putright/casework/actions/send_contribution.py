"""This body sends its part of a joint answer to the organisation that leads."""

from datetime import date, datetime

from putright.casework.body_letters import send_to_body, to_body
from putright.casework.errors import refuse
from putright.casework.joint_bodies import joint_on, partner
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.joint import JointPart, why_not_as
from putright.letters.intake_facts import ContributionSent


def send_contribution(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    what_we_did: str,
    findings: str,
    improvements: tuple[str, ...] = (),
    body_channel: Channel = Channel.LETTER,
) -> Done:
    """Write to the one that leads what was looked at and found, for one answer to the person: regulation 9(3)."""
    with performing(Deed.ANSWER, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        joint = joint_on(hand)
        refuse(why_not_as(joint, JointPart.CONTRIBUTOR))
        lead = partner(hand, joint.others[0][0])
        letter = ContributionSent(
            correspondence=to_body(hand, lead),
            complainant_name=hand.case.complainant.name,
            what_we_did=what_we_did,
            findings=findings,
            improvements=improvements,
        )
        send_to_body(hand, "contribution", letter, channel=body_channel)
    return hand.done()
