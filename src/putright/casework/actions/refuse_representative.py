"""Somebody who complains for another is not accepted."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence, ombudsman_by
from putright.casework.errors import refuse
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.refusing import UNACCEPTED_WORDS, Unaccepted, why_not_refuse
from putright.domain.standing import Basis
from putright.letters.intake_facts import RepresentativeRefused

_CAN_COMPLAIN_THEMSELVES = (Basis.REQUESTED, Basis.CHILD, Basis.PHYSICAL_INCAPACITY)


def refuse_representative(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    ground: Unaccepted,
    reasons: str,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Consider the complaint no further, and tell the representative in writing why: regulation 5(3) to (5).

    The law asks no response of it then; the case is closed once they have been told.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        basis = Basis(hand.case.basis)
        refuse(why_not_refuse(basis, hand.events, ground))
        paper = hand.keep_text("decision", "Why the representative is not accepted", reasons)
        hand.record("representative_refused", facts={"reason": ground.value}, papers=[paper])
        letter = RepresentativeRefused(
            correspondence=correspondence(hand, to=hand.case.complainant),
            patient_name=hand.case.patient.name,
            ground=UNACCEPTED_WORDS[ground][0],
            reasons=reasons,
            patient_can_complain=basis in _CAN_COMPLAIN_THEMSELVES,
            ombudsman_by=ombudsman_by(hand.position),
        )
        send_letter(hand, "representative-refused", letter, channel=channel)
    return hand.done()
