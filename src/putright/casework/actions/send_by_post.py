"""A letter that waits to go by email is to go by post after all."""

from datetime import date, datetime

from putright.casework.adjustments import why_not_by_post
from putright.casework.email_queue import take_out
from putright.casework.errors import refuse, refused
from putright.casework.letter_queue import waiting_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel


def send_by_post(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    letter: int,
) -> Done:
    """Stop the email of a letter while it can be stopped, and put the letter in the print queue."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        row = waiting_letter(hand, letter)
        if row.channel == Channel.LETTER:
            raise refused("already-queued", "This letter is in the print queue already.")
        refuse(why_not_by_post(hand.case, row.name, Channel.LETTER.value))
        take_out(hand, row)
        hand.letter = letter
        hand.note("letter_redirected", facts={"letter": row.name, "channel": Channel.LETTER.value})
    return hand.done()
