"""It is confirmed in writing that the complaint was withdrawn."""

from datetime import date, datetime

from putright.casework.entries import latest
from putright.casework.errors import ActionRefused
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.casework.withdrawal_letters import confirm_in_writing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.withdrawing import CONFIRMED_ALREADY, FURTHER, confirmation_owed
from putright.records.models import Document, Event


def confirm_withdrawal(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Write the letter that confirms a withdrawal, where it did not go with it."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if confirmation_owed(hand.position) is None:
            raise ActionRefused(CONFIRMED_ALREADY)
        confirm_in_writing(hand, because=_why_it_goes_on(hand), channel=channel)
    return hand.done()


def _why_it_goes_on(hand: CaseInHand) -> str:
    further = latest(hand.events, FURTHER)
    if further is None:
        return ""
    papers = Event.objects.values_list("papers", flat=True).get(case=hand.case, number=int(further.id or 0))
    numbers = [number for number, _ in papers]
    return Document.objects.filter(case=hand.case, number__in=numbers).values_list("text", flat=True).first() or ""
