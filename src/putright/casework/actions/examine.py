"""The statements and what the person said are examined."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed


def examine(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    note: str = "",
) -> Done:
    """Record that the replies of staff were examined beside the person's own words."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        papers = hand.keep_if_said("file-note", "What the examination showed", note)
        hand.record("examined", papers=papers)
    return hand.done()
