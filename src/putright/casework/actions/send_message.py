"""Whoever follows a complaint sends a message, with files or without: it is on the case at once."""

from datetime import date, datetime
from typing import Final

from putright.casework.by_link import by_link
from putright.casework.errors import ActionRefused, refuse
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.page_talk import words_of_latest
from putright.casework.perform import CaseInHand, Done
from putright.casework.said import FileSaid
from putright.domain.channels import Channel
from putright.domain.page_talk import RECEIVED, RULES, SENT_ALREADY, why_not_sent

TITLE: Final = "A message from the person"


def send_message(
    *,
    link: int,
    words: str,
    files: tuple[FileSaid, ...] = (),
    on: date,
    now: datetime,
    means: Means | None = None,
) -> Done:
    """Put a message and its files on the case, as they came; that somebody reads it is owed from now on.

    By the link that was opened; raises NotFound where it opens nothing, and ActionRefused where it has ended, nothing
    was written, or the same words came already today. A complaint that is closed or withdrawn takes messages too.
    """
    with by_link(link, on=on, now=now, means=means) as hand:
        message_in(hand, words, files)
    return hand.done()


def message_in(hand: CaseInHand, words: str, files: tuple[FileSaid, ...] = (), *, title: str = TITLE) -> None:
    """Put what the person sends on the case in hand; raises ActionRefused as `send_message` does."""
    refuse(why_not_sent(hand.events, words, len(files), on=hand.on))
    if not files and words_of_latest(hand.case, on=hand.on) == words.replace("\r\n", "\n").strip():
        raise ActionRefused(SENT_ALREADY)
    bring_over(hand, RULES)
    papers = hand.keep_if_said("message", title, words)
    papers += [hand.keep_what_came("attachment", file) for file in files]
    hand.note(RECEIVED, at=hand.now, facts={"channel": Channel.ONLINE.value}, papers=papers)
