"""Whoever follows a complaint says that the answer is enough for them."""

from datetime import date, datetime

from putright.casework.by_link import by_link
from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.perform import Done
from putright.domain.answered import ACCEPTED, why_not_accept


def accept_answer(*, link: int, words: str, on: date, now: datetime, means: Means | None = None) -> Done:
    """Record that the answer is enough, with what they say; it takes no way on from them.

    By the link that was opened; raises NotFound where it opens nothing, and ActionRefused where it has ended, or there
    is no answer that they have not said this of.
    """
    with by_link(link, on=on, now=now, means=means) as hand:
        refuse(why_not_accept(hand.position, tuple(hand.events)))
        papers = hand.keep_if_said("message", "What the person says of the answer", words)
        hand.record(ACCEPTED, papers=papers)
    return hand.done()
