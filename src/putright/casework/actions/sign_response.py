"""The response is signed, and waits to be posted."""

from datetime import date, datetime

from putright.casework.draft_versions import check_of, versions_of
from putright.casework.errors import ActionRefused, refuse, refused
from putright.casework.letter_queue import (
    queued,
    refuse_channel,
    refuse_twice,
    sent,
    set_off,
    waits,
    written,
)
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.casework.response_draft import Draft, latest_draft, letter_of
from putright.casework.signatories import signatory_of
from putright.domain.access import Actor, Deed
from putright.domain.afterwards import why_not_the_old_draft
from putright.domain.channels import Channel
from putright.domain.duty import Refused
from putright.domain.response import Signature, missing_parts


def sign_response(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Sign the response as drafted and queue it, in one transaction: regulation 14(2).

    Refused, naming each part that is missing, unless it holds what the regulation requires; refused to anybody but the
    responsible person and those whom the responsible person authorised, while the authority lasts.
    """
    with performing(Deed.SIGN, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse_channel(hand, channel)
        refuse_twice(hand, "final-response")
        draft = latest_draft(hand.case)
        if draft is None:
            raise refused("no-draft", "No response has been drafted yet. Prepare it first.", "SI 2009/309 reg 14(2)")
        refuse(why_not_the_old_draft(hand.events))
        check = check_of(versions_of(hand.case, hand.events)[-1], hand.events)
        if check is not None and not check.facts.get("accepted"):
            message = "This draft was checked and sent back. Have it written anew, or checked again, before you sign."
            raise refused("sent-back", message)
        _sign(hand, draft, channel)
    return hand.done()


def _sign(hand: CaseInHand, draft: Draft, channel: Channel) -> None:
    signer = hand.acting()
    facts = letter_of(hand, draft, Signature(signatory=signatory_of(signer, on=hand.on), signed_on=hand.on))
    missing = missing_parts(
        facts.content, local_authority_functions=facts.local_authority_functions, nhs_functions=facts.nhs_functions
    )
    if missing:
        raise ActionRefused(*(Refused(code=m.code.value, message=m.message, authority=m.authority) for m in missing))
    letter, paper = written(hand, "final-response", facts)
    hand.record("response_signed", papers=[paper])
    hand.permit("response_sent")
    hand.case.signed_by_id = signer.pk
    row = queued(hand, letter, paper, channel=channel)
    if waits(hand, channel):
        set_off(hand, row, to=hand.case.complainant)
    else:
        sent(hand, row)
