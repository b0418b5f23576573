"""Are the codes taken that go by text message? Asked of the last day, since no longer is kept of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from putright.domain.channels import Channel
from putright.domain.delivery import Trouble
from putright.domain.follow_codes import KEPT_FOR
from putright.records.models import Delivery

# What is wrong with the carrier, or with what it was told of us. Of one number that it refuses nothing is said here.
TROUBLE_WORDS: Final = {
    Trouble.UNREACHABLE: "the carrier could not be reached",
    Trouble.TIMED_OUT: "the carrier did not answer in time",
    Trouble.BUSY: "the carrier takes no messages at the moment, or no more today",
    Trouble.NOT_SAFE: "the connection to the carrier could not be made safe",
    Trouble.SIGN_IN_REFUSED: "the carrier refused our key",
    Trouble.SENDER_REFUSED: "the carrier does not know the template",
    Trouble.CANNOT_BE_WRITTEN: "the message could not be put together",
    Trouble.UNEXPECTED: "something in Putright failed; the log says where",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TextsSeen:
    """How many codes of the last day did not go, and in words what was in the way of the latest; empty if nothing."""

    not_taken: int
    because: str


def texts_seen(*, now: datetime) -> TextsSeen:
    """What is known of the text messages of a day; it says nothing of any case."""
    found = Delivery.objects.filter(
        way=Channel.TEXT.value, trouble__in=list(TROUBLE_WORDS), queued_at__gt=now - KEPT_FOR
    )
    troubles = list(found.order_by("queued_at", "pk").values_list("trouble", flat=True))
    return TextsSeen(not_taken=len(troubles), because=TROUBLE_WORDS[Trouble(troubles[-1])] if troubles else "")
