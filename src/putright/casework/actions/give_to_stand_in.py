"""A case that nobody at the body may handle or sign is given to somebody from outside, by whoever administers."""

from datetime import date, datetime

from putright.casework.case_parts import give
from putright.casework.errors import NotFound, refuse, refused
from putright.casework.left_to_nobody import left_undone
from putright.casework.means import Means
from putright.casework.perform import Done, all_or_nothing, day_of, holding
from putright.domain.access import Actor, Deed, Role, why_not_here
from putright.domain.references import reference_meant
from putright.records.models import Case, NamedPerson


def give_to_stand_in(
    *,
    actor: Actor,
    case: str,
    now: datetime,
    stand_in: int,
    until_on: date | None = None,
    means: Means | None = None,
) -> Done:
    """Give the case, by its reference alone, to somebody whom the responsible person has let stand in.

    Raises NotFound for a case that somebody at the body may handle and sign, or that names whoever administers: they
    do not decide who looks into what concerns them.
    """
    refuse(why_not_here(actor, Deed.ADMINISTER))
    today = day_of(now)
    with all_or_nothing(means) as keeping:
        rows = Case.objects.select_for_update(of=("self",)).filter(body=actor.body_id)
        row = rows.filter(reference=reference_meant(case) or "").first()
        if row is None or _names(row, actor.person_id) or not left_undone(row, on=today):
            raise NotFound
        if _names(row, stand_in):  # why is not said: whoever administers sees no complaint
            raise refused("may-not-have-it", "This person may not have this case. Choose another stand-in.")
        with holding(row, keeping, by_id=actor.person_id, on=today, now=now) as hand:
            give(hand, stand_in, Role.STAND_IN, from_on=today, until_on=until_on)
    return hand.done()


def _names(case: Case, person: int) -> bool:
    return NamedPerson.objects.filter(case=case, person=person).exists()
