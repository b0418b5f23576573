"""The decision has been looked at again."""

from datetime import date, datetime

from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.reviewing import why_not_review


def complete_review(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    words: str,
) -> Done:
    """Record the end of the review, its finding, and how it was made."""
    with performing(Deed.REVIEW, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_review(hand.events, actor.person_id))
        finding = hand.keep_text("review-finding", "What the review found", words)
        hand.record("review_completed", papers=[finding])
    return hand.done()
