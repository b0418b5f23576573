"""The response is signed, and waits to be posted."""

from datetime import date, datetime
from typing import Final

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
from putright.casework.response_verdict import Verdict, verdict
from putright.casework.signatories import signatory_of
from putright.domain.access import Actor, Deed
from putright.domain.afterwards import why_not_the_old_draft
from putright.domain.channels import Channel
from putright.domain.duty import Refused
from putright.domain.response import Signature
from putright.domain.response_standards import FAIR_RESPONSES

WHY_AS_IT_IS: Final = "Why the response went without what the Complaint Standards ask"


def sign_response(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    channel: Channel = Channel.LETTER,
    why_as_it_is: str = "",
) -> Done:
    """Sign the response as drafted and queue it, in one transaction: regulation 14(2).

    Refused, naming each part that is missing, unless it holds what the regulation requires, and while words in it are
    still to be filled in; refused to anybody but the responsible person and those whom the responsible person
    authorised, while the authority lasts. `why_as_it_is` says why it goes without what the Complaint Standards ask
    beside, and is needed only then.
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
        _sign(hand, draft, channel, why_as_it_is)
    return hand.done()


def _sign(hand: CaseInHand, draft: Draft, channel: Channel, why_as_it_is: str) -> None:
    signer = hand.acting()
    signature = Signature(signatory=signatory_of(signer, on=hand.on), signed_on=hand.on)
    judged = verdict(hand.case, draft, signature)
    _refuse(judged, why_as_it_is)
    letter, paper = written(hand, "final-response", letter_of(hand, draft, signature))
    reasons = hand.keep_if_said("standards-reason", WHY_AS_IT_IS, why_as_it_is) if judged.unmet else []
    hand.record("response_signed", papers=[paper, *reasons])
    hand.permit("response_sent")
    hand.case.signed_by_id = signer.pk
    row = queued(hand, letter, paper, channel=channel)
    if waits(hand, channel):
        set_off(hand, row, to=hand.case.complainant)
    else:
        sent(hand, row)


def _refuse(judged: Verdict, why_as_it_is: str) -> None:
    if lacks := judged.refusals(before_signature=False):
        raise ActionRefused(*lacks)
    if judged.unmet and not why_as_it_is.strip():
        message = "Say why the response goes without what the Complaint Standards ask, or have it written anew."
        asked = (Refused(code=part.code.value, message=part.message, authority=part.authority) for part in judged.unmet)
        raise ActionRefused(Refused(code="standards-unmet", message=message, authority=FAIR_RESPONSES), *asked)
