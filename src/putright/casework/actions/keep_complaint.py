"""A commissioner decides to deal with a complaint about a provider itself."""

from datetime import date, datetime

from putright.casework.body_letters import send_to_body, to_body
from putright.casework.commissioning import provider_of
from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.sent_on import issues_told
from putright.casework.sharing import sharing_on
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.right_body import why_not_kept
from putright.letters.intake_facts import KeptNotice, ProviderNotice


def keep_complaint(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    why: str,
    questions: tuple[str, ...] = (),
    reply_by: date | None = None,
    body_channel: Channel = Channel.LETTER,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Keep it, and tell the person and the provider: regulation 7(4).

    The provider is told what is complained of, and asked, only where the person has agreed.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        provider = provider_of(hand)
        sharing = sharing_on(hand, provider.code)
        refuse(why_not_kept(sharing))
        row, may_tell = hand.case, bool(sharing.agreed)
        has_patient = row.patient_id != row.complainant_id
        notice = ProviderNotice(
            correspondence=to_body(hand, provider),
            received_on=row.received_on,
            why=why,
            complainant_name=row.complainant.name if may_tell else None,
            patient_name=row.patient.name if may_tell and has_patient else None,
            issues=issues_told(row) if may_tell else (),
            questions=questions if may_tell else (),
            reply_by=reply_by if may_tell else None,
        )
        send_to_body(hand, "provider-notice", notice, channel=body_channel, saying={"body": provider.code})
        told = KeptNotice(
            correspondence=correspondence(hand, to=row.complainant),
            body_name=provider.name,
            why=why,
            shared=may_tell,
        )
        send_letter(hand, "kept-notice", told, channel=channel)
    return hand.done()
