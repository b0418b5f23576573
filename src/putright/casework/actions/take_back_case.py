"""Somebody is no longer let near a case."""

from datetime import date, datetime

from putright.casework.case_parts import take_back
from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.records.models import CasePart


def take_back_case(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    part: int,
) -> Done:
    """Take the case back from somebody, from now on; `part` is the number of the entry by which it was given."""
    with performing(Deed.GIVE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        row = CasePart.objects.filter(case=hand.case, entry=part, ended_at__isnull=True).first()
        if row is None:
            raise refused("not-given", "This person does not have the case any more. Open it again to see who has.")
        take_back(hand, row, now=now)
    return hand.done()
