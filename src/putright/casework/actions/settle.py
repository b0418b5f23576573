"""The matter is settled with the person."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed


def settle(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    satisfied: bool,
    note: str = "",
) -> Done:
    """Record that it was settled, and whether the person is satisfied: regulation 8(1)(c) for one that was spoken."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        papers = hand.keep_if_said("file-note", "How it was settled", note)
        hand.record("settled", facts={"satisfied": satisfied}, papers=papers)
    return hand.done()
