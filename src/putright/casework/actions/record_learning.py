"""What was looked into all the same, after a complaint was withdrawn, is finished."""

from datetime import date, datetime

from putright.casework.errors import ActionRefused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.withdrawing import LEARNT, NOTHING_TO_LEARN, learning_owed


def record_learning(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    words: str,
) -> Done:
    """Write down what was learnt from what was looked into for safety and learning; the complaint stays withdrawn."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if learning_owed(hand.position) is None:
            raise ActionRefused(NOTHING_TO_LEARN)
        paper = hand.keep_text("learning", "What was learnt after the complaint was withdrawn", words)
        hand.record(LEARNT, papers=[paper])
    return hand.done()
