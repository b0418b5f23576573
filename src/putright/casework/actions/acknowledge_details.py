"""The body answers when the details have come in."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence, next_steps
from putright.casework.entries import latest
from putright.casework.issue_words import issue_words
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.letters.facts import DetailsAcknowledgement


def acknowledge_details(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Write to the person that the details have come, and what will be looked into."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        received = latest(hand.events, "details_received")
        if received is None:
            hand.permit("details_acknowledged")
            raise AssertionError("details cannot be acknowledged before they are received")
        letter = DetailsAcknowledgement(
            correspondence=correspondence(hand, to=hand.case.complainant),
            details_received_on=received.on,
            issues=issue_words(hand.case),
            next_steps=next_steps(hand.position, done=("details_acknowledged",)),
        )
        send_letter(hand, "details-acknowledgement", letter, channel=channel)
    return hand.done()
