"""Somebody is let near a case: it is given to them in a role, for a time or until it is taken back."""

from datetime import date, datetime

from putright.casework.case_parts import give
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed, Role


def give_case(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    person: int,
    role: Role,
    from_on: date | None = None,
    until_on: date | None = None,
) -> Done:
    """Give the case to somebody in a role that they hold, from a day on, which may be later than today."""
    with performing(Deed.GIVE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        give(hand, person, role, from_on=from_on or on, until_on=until_on)
    return hand.done()
