"""The person is given a new link to follow the case."""

from dataclasses import dataclass
from datetime import date, datetime

from putright.casework.follow_links import end_links, give_link
from putright.casework.means import Means
from putright.casework.perform import performing
from putright.domain.access import Actor, Deed


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGiven:
    """The secret of a new link, shown once."""

    reference: str
    secret: str
    version: int


def issue_follow_link(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
) -> LinkGiven:
    """Give a new link; the ones before it open nothing any more."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        end_links(hand.case, now=now)
        secret = give_link(hand.case, on=on, now=now, means=hand.means)
        hand.note("link_issued")
    return LinkGiven(reference=hand.case.reference, secret=secret, version=hand.case.version)
