"""A commissioner passes a complaint to the provider that it is about."""

from datetime import date, datetime

from putright.casework.commissioning import provider_of
from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.sent_on import SendingOn, send_on
from putright.casework.sharing import agreement_in_words, sharing_on
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.right_body import why_not_passed_on


def pass_on_complaint(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    why: str,
    body_channel: Channel = Channel.LETTER,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Pass it on, the person having agreed, and tell both: regulation 7(5). The provider then has to answer it."""
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        hand.permit("passed_on")
        provider = provider_of(hand)
        sharing = sharing_on(hand, provider.code)
        refuse(why_not_passed_on(sharing))
        sending = SendingOn(
            letter="complaint-passed-on",
            told_by="transfer-notice",
            why=why,
            agreement=agreement_in_words(sharing, today=on, without_asking=""),
            agreed=True,
            is_provider=True,
            body_channel=body_channel,
            channel=channel,
        )
        send_on(hand, provider, sending)
    return hand.done()
