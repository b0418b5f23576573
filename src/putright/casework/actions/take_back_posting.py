"""A letter was marked as posted by mistake."""

from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.records.models import OutboxLetter
from putright.records.models.outbox_letter import State


def take_back_posting(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    letter: int,
) -> Done:
    """Let a letter wait for the post again, and say of each entry made by its mark that it was a mistake.

    For slips: only on the day on which the mark was made. Later the entries are corrected one by one.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        row = OutboxLetter.objects.filter(case=hand.case, document__number=letter).first()
        if row is None:
            raise refused("no-such-letter", f"There is no letter {letter} in this case.")
        for entry in reversed(_entries(hand, row)):
            hand.note("entered_in_error", on=hand.today, corrects=entry)
        for record in row.records:
            record.pop("entry", None)
            record.pop("entered_on", None)
        row.state = State.PRINTED if row.printed_at else State.QUEUED
        row.posted_on = None
        row.save(update_fields=["state", "posted_on", "records"])
        hand.letter = letter
    return hand.done()


def _entries(hand: CaseInHand, row: OutboxLetter) -> list[int]:
    """The entries that the mark made, none of them corrected since."""
    if row.state != State.POSTED:
        raise refused("not-posted", "This letter has not been marked as posted.")
    if row.channel == Channel.EMAIL:
        raise refused("already-sent", "This letter went by email: it cannot be called back.")
    entries = [record["entry"] for record in row.records if "entry" in record]
    if not entries or row.records[0].get("entered_on") != hand.today.isoformat():
        raise refused("too-late", "It was marked on another day. Correct the entries on the case, one by one.")
    if any(event.corrects in {str(entry) for entry in entries} for event in hand.events):
        raise refused("already-corrected", "An entry of this posting has been corrected since.")
    return entries
