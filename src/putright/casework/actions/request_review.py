"""The person is not satisfied and asks for the decision to be looked at again."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel


def request_review(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    words: str,
    channel: Channel = Channel.LETTER,
    files: tuple[FileSaid, ...] = (),
) -> Done:
    """Record that a review was asked for, and what the person wrote."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        paper = hand.keep_text("review-request", "Why the person asks for a review", words)
        papers = [paper, *(hand.keep_what_came("attachment", file) for file in files)]
        hand.record("review_requested", facts={"channel": channel.value}, papers=papers)
        hand.case.review_requested_on = on
    return hand.done()
