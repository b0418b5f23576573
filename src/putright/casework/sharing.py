"""What did the person say of another organisation being told, and how is that written into the file and a letter?"""

from datetime import date
from typing import Final

from putright.casework.perform import CaseInHand
from putright.domain.channels import CHANNEL_WORDS, Channel
from putright.domain.right_body import Sharing, sharing_with
from putright.letters.wording import in_words
from putright.records.models import Document

_PAPER: Final = "What the person said of another organisation being told"


def sharing_on(hand: CaseInHand, body: str) -> Sharing:
    """What is known today of whether a body may be told."""
    return sharing_with(hand.events, body)


def record_answer(
    hand: CaseInHand,
    body: str,
    *,
    agreed: bool,
    channel: Channel,
    words: str,
    papers: tuple[Document, ...] = (),
) -> int:
    """Put the person's answer on the file, with what they said; return the number of the entry."""
    kept = [*hand.keep_if_said("sharing", _PAPER, words), *papers]
    event = "sharing_agreed" if agreed else "sharing_refused"
    return hand.record(event, facts={"body": body, "channel": channel.value}, papers=kept)


def agreement_in_words(sharing: Sharing, *, today: date, without_asking: str) -> str:
    """What a letter says to the other organisation of the person's agreement."""
    if not sharing.agreed:
        return f"The person could not be asked whether we may send it to you. {without_asking.strip()}"
    how = f" {CHANNEL_WORDS[Channel(sharing.channel)]}" if sharing.channel in set(Channel) else ""
    return f"The person told us{how} on {in_words(sharing.answered_on or today)} that we may send it to you."
