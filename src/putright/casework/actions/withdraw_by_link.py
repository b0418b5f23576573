"""Whoever follows a complaint says that they want to withdraw it."""

from datetime import date, datetime

from putright.casework.by_link import by_link
from putright.casework.errors import ActionRefused, refuse
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import Done
from putright.domain.channels import Channel
from putright.domain.standing import Basis
from putright.domain.withdrawing import ASKED_ALREADY, RULES, WANTED, needs_the_patient, patient_to_be_asked


def withdraw_by_link(*, link: int, words: str, on: date, now: datetime, means: Means | None = None) -> Done:
    """Record that the complaint is withdrawn, with what the person says; that it is confirmed in writing is owed.

    Where it is the patient's own to end, it goes on, and that the patient is asked is owed. By the link that was
    opened; raises NotFound where it opens nothing, and ActionRefused where it has ended, the complaint has, or the
    patient is being asked already.
    """
    with by_link(link, on=on, now=now, means=means) as hand:
        refuse(hand.position.refusal_of("withdrawn"))
        if patient_to_be_asked(hand.position) is not None:
            raise ActionRefused(ASKED_ALREADY)
        bring_over(hand, RULES)
        papers = hand.keep_if_said("message", "What the person says who withdraws", words)
        if needs_the_patient(Basis(hand.case.basis)):
            hand.record(WANTED, papers=papers)
        else:
            hand.record("withdrawn", facts={"channel": Channel.ONLINE.value}, papers=papers)
    return hand.done()
