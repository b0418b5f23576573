"""How does a response become signed, and set off?"""

from typing import Final

from putright.casework.easy_read import easy_letter, is_owed
from putright.casework.errors import ActionRefused
from putright.casework.letter_queue import queued, sent, set_off, waits, written
from putright.casework.perform import CaseInHand
from putright.casework.response_draft import Draft, letter_of
from putright.casework.response_verdict import Verdict, verdict
from putright.casework.signatories import signatory_of
from putright.domain.channels import Channel
from putright.domain.duty import Refused
from putright.domain.easy_read import Goes
from putright.domain.response import Signature
from putright.domain.response_standards import FAIR_RESPONSES
from putright.letters.composition import Letter
from putright.records.models import Document

WHY_AS_IT_IS: Final = "Why the response went without what the Complaint Standards ask"


def sign(hand: CaseInHand, draft: Draft, channel: Channel, why_as_it_is: str) -> None:
    """Have the person who acts sign a draft, and set the response off with its easy read version: regulation 14(2).

    Raises ActionRefused, naming each part that is missing; and where it goes without what the Complaint Standards ask
    beside, or without the easy read version that the person needs, unless `why_as_it_is` says why.
    """
    signer = hand.acting()
    signature = Signature(signatory=signatory_of(signer, on=hand.on), signed_on=hand.on)
    judged = verdict(hand.case, draft, signature)
    _refuse(judged, why_as_it_is)
    letter, paper = written(hand, "final-response", letter_of(hand, draft, signature))
    easy = easy_letter(hand, why_as_it_is)
    is_said = bool(judged.unmet) or (easy is None and is_owed(hand.case))
    reasons = hand.keep_if_said("standards-reason", WHY_AS_IT_IS, why_as_it_is) if is_said else []
    hand.record("response_signed", papers=[paper, *([easy.paper] if easy else []), *reasons])
    hand.permit("response_sent")
    hand.case.signed_by_id = signer.pk
    _sets_off(hand, letter, easy.paper if easy and easy.goes is Goes.INSTEAD else paper, channel)
    if easy and easy.goes is Goes.WITH:
        signed = hand.letter
        _sets_off(hand, easy.letter, easy.paper, channel)
        hand.letter = signed


def _sets_off(hand: CaseInHand, letter: Letter, paper: Document, channel: Channel) -> None:
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
