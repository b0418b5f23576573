"""Whoever complains for a patient is told in writing what the patient's answer on consent changes."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence, ombudsman_by
from putright.casework.entries import latest
from putright.casework.errors import refuse
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.consent import REFUSED, WITHDRAWN
from putright.domain.consent_told import why_not_told
from putright.domain.standing import Basis
from putright.letters.consent_facts import ConsentAnswered


def tell_consent_answer(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Write that the patient said no, or took consent back, what stops and what goes on; never why they did."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_told(hand.position))
        no, back = latest(hand.events, REFUSED), latest(hand.events, WITHDRAWN)
        is_back = back is not None and (no is None or no.on <= back.on)
        answer = back if is_back else no
        letter = ConsentAnswered(
            correspondence=correspondence(hand, to=hand.case.complainant),
            patient_name=hand.case.patient.name,
            answered_on=answer.on if answer else hand.on,
            taken_back=is_back,
            own_complaint=Basis(hand.case.basis) is Basis.AFFECTED,
            ombudsman_by=ombudsman_by(hand.position),
        )
        send_letter(hand, "consent-answer", letter, channel=channel)
    return hand.done()
