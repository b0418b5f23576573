"""Whoever follows a complaint that they withdrew says that they want to go on with it."""

from datetime import date, datetime

from putright.casework.by_link import by_link
from putright.casework.errors import ActionRefused, refuse
from putright.casework.means import Means
from putright.casework.perform import Done
from putright.domain.withdrawing import ALREADY_ASKED, ASKED, take_up_owed, why_not_taken_up


def ask_to_go_on(*, link: int, words: str, on: date, now: datetime, means: Means | None = None) -> Done:
    """Record that the person wants to go on, with what they say: an answer to it is owed from now on.

    By the link that was opened; raises NotFound where it opens nothing, and ActionRefused where it has ended, the
    complaint is not withdrawn, or they asked already and are still to be answered.
    """
    with by_link(link, on=on, now=now, means=means) as hand:
        refuse(why_not_taken_up(hand.position.status))
        if take_up_owed(hand.position) is not None:
            raise ActionRefused(ALREADY_ASKED)
        papers = hand.keep_if_said("message", "What the person says who wants to go on", words)
        hand.record(ASKED, papers=papers)
    return hand.done()
