"""A complaint that is for another organisation is sent to it, or an appeal that another decides."""

from datetime import date, datetime
from typing import Final

from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.other_bodies import BodyTold, other_body
from putright.casework.perform import Done, performing
from putright.casework.sent_on import SendingOn, send_on
from putright.casework.sharing import agreement_in_words, record_answer, sharing_on
from putright.domain.access import Actor, Deed
from putright.domain.allocation import appeal_of
from putright.domain.channels import Channel
from putright.domain.right_body import why_not_sent_on

# The letter to the organisation, and that to the person.
_OF_A_COMPLAINT: Final = ("complaint-sent-on", "transfer-notice")
_OF_AN_APPEAL: Final = ("appeal-sent-on", "appeal-transfer-notice")


def transfer_complaint(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    to: BodyTold,
    why: str,
    agreed_by: Channel | None = None,
    agreed_words: str = "",
    without_asking: str = "",
    body_channel: Channel = Channel.LETTER,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Send it with all that the other organisation needs, and tell the person: regulations 6(5) and (6).

    An appeal against being on the Special Allocation Scheme goes with letters of its own: it is no complaint.

    `agreed_by` is how the person agreed, where that is not on the file yet; `without_asking` why nobody could ask them.
    The case ends on the day on which the complaint goes; what was overdue by then stays missed.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        hand.permit("transferred")
        body = other_body(hand, to)
        if agreed_by is not None and not sharing_on(hand, body.code).agreed:
            record_answer(hand, body.code, agreed=True, channel=agreed_by, words=agreed_words)
        sharing = sharing_on(hand, body.code)
        refuse(why_not_sent_on(sharing, without_asking=without_asking))
        letter, told_by = _OF_AN_APPEAL if appeal_of(hand.events) else _OF_A_COMPLAINT
        sending = SendingOn(
            letter=letter,
            told_by=told_by,
            why=why,
            agreement=agreement_in_words(sharing, today=on, without_asking=without_asking),
            agreed=bool(sharing.agreed),
            is_provider=False,
            body_channel=body_channel,
            channel=channel,
        )
        send_on(hand, body, sending)
    return hand.done()
