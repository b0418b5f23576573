"""A letter that has not gone is put aside."""

from datetime import date, datetime

from putright.casework.email_queue import take_out
from putright.casework.entries import latest
from putright.casework.letter_queue import WAITING, waiting_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.easy_read import LETTER as EASY_READ
from putright.records.models import OutboxLetter
from putright.records.models.outbox_letter import State


def cancel_letter(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    letter: int,
) -> Done:
    """Put a queued letter aside, so that another can be written; a signature on it falls with it."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        row = waiting_letter(hand, letter)
        take_out(hand, row)
        row.state = State.CANCELLED
        row.save(update_fields=["state"])
        hand.note("letter_cancelled", facts={"letter": row.name}, papers=[row.document])
        signed = latest(hand.events, "response_signed")
        if row.name == "final-response" and signed is not None:
            hand.note("entered_in_error", corrects=int(signed.id or 0))
            hand.case.signed_by = None
            _put_aside_with_it(hand)
    return hand.done()


def _put_aside_with_it(hand: CaseInHand) -> None:
    """What was signed with a response does not go without it."""
    for row in OutboxLetter.objects.select_related("document").filter(
        case=hand.case, name=EASY_READ, state__in=WAITING
    ):
        take_out(hand, row)
        row.state = State.CANCELLED
        row.save(update_fields=["state"])
        hand.note("letter_cancelled", facts={"letter": row.name}, papers=[row.document])
