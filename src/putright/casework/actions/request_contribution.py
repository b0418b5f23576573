"""Another organisation is asked for its part of a joint answer, or asks for ours."""

from datetime import date, datetime

from putright.casework.body_letters import send_to_body, to_body
from putright.casework.errors import refuse, refused
from putright.casework.joint_bodies import joint_on, partner
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.sent_on import issues_told
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.chronology import FactValue
from putright.domain.entry import why_not_a_promise
from putright.domain.joint import JointPart, why_not_as
from putright.letters.intake_facts import ContributionRequest


def request_contribution(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    body: str,
    questions: tuple[str, ...],
    reply_by: date,
    body_channel: Channel = Channel.LETTER,
) -> Done:
    """Ask a contributor, by a letter with what was complained of and what is asked of it: regulation 9(3)."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_as(joint_on(hand), JointPart.LEAD))
        refuse(why_not_a_promise(reply_by, on=on))
        if not questions:
            raise refused("nothing-written", "Write what the other organisation is asked.")
        other, row = partner(hand, body), hand.case
        letter = ContributionRequest(
            correspondence=to_body(hand, other),
            received_on=row.received_on,
            complainant_name=row.complainant.name,
            patient_name=row.patient.name if row.patient_id != row.complainant_id else None,
            issues=issues_told(row),
            questions=questions,
            reply_by=reply_by,
        )
        saying: dict[str, FactValue] = {"body": other.code, "date": reply_by}
        send_to_body(hand, "contribution-request", letter, channel=body_channel, saying=saying)
    return hand.done()
