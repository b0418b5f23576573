"""The person withdraws the complaint."""

from datetime import date, datetime

from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import CaseInHand, Done, performing
from putright.casework.withdrawal_letters import confirm_in_writing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.standing import Basis
from putright.domain.withdrawing import FURTHER, RULES, why_not_by_them


def withdraw(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    channel: Channel = Channel.LETTER,
    note: str = "",
    patient_agrees: bool = False,
    goes_on_because: str = "",
    confirmed_by: Channel | None = None,
) -> Done:
    """Record that the complaint was withdrawn, how the person said so, and what is looked into all the same, and why.

    It is confirmed in writing: at once if it is said how the letter goes, else it is owed. `patient_agrees` says
    whether the patient wants it too, where somebody complains at the patient's wish.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_by_them(Basis(hand.case.basis), patient_agrees=patient_agrees))
        hand.permit("withdrawn")
        bring_over(hand, RULES)
        papers = hand.keep_if_said("file-note", "What the person said", note)
        hand.record("withdrawn", facts={"channel": channel.value}, papers=papers)
        _goes_on(hand, goes_on_because)
        if confirmed_by is not None:
            hand.on = hand.today  # the letter is of today, whenever the person said it
            confirm_in_writing(hand, because=goes_on_because, channel=confirmed_by)
    return hand.done()


def _goes_on(hand: CaseInHand, because: str) -> None:
    if because.strip():
        paper = hand.keep_text("decision", "Why it is looked into all the same", because)
        hand.note(FURTHER, papers=[paper])
