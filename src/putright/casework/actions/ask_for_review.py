"""Whoever follows a complaint asks for the decision to be looked at again, where the procedure gives a review."""

from datetime import date, datetime

from putright.casework.by_link import by_link
from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done
from putright.domain.answered import why_not_ask_review
from putright.domain.channels import Channel
from putright.domain.reviewing import REQUESTED
from putright.domain.vocabulary import CaseStatus


def ask_for_review(*, link: int, words: str, on: date, now: datetime, means: Means | None = None) -> Done:
    """Record that a review was asked for, and why; what the procedure promises for it is owed from now on.

    By the link that was opened; raises NotFound where it opens nothing, and ActionRefused where it has ended, the
    procedure gives no review, it was asked for already, its day has passed, or nothing is written.
    """
    with by_link(link, on=on, now=now, means=means) as hand:
        review_in(hand, words)
    return hand.done()


def review_in(hand: CaseInHand, words: str) -> None:
    """Record on the case in hand that a review was asked for; raises ActionRefused as `ask_for_review` does.

    A case that is closed is opened again by it.
    """
    if hand.position.status is CaseStatus.CLOSED:
        hand.record("reopened")
    refuse(why_not_ask_review(hand.position, tuple(hand.events)))
    paper = hand.keep_text("review-request", "Why the person asks for a review", words)
    hand.record(REQUESTED, facts={"channel": Channel.ONLINE.value}, papers=[paper])
    hand.case.review_requested_on = hand.on
