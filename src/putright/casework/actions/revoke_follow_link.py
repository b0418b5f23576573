"""The links to follow a case are ended: one was lost, or fell into other hands."""

from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.follow_links import end_links
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed


def revoke_follow_link(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
) -> Done:
    """End every link of the case."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if not end_links(hand.case, now=now):
            raise refused("already-link-revoked", "No link of this case is open.")
        hand.note("link_revoked")
    return hand.done()
