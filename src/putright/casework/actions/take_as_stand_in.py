"""An outside stand-in takes a case that nobody at the body may handle or sign, and that nobody there may give them."""

from datetime import date, datetime

from putright.casework.case_parts import give
from putright.casework.errors import NotFound, refuse
from putright.casework.left_to_nobody import has_nobody_to_give_it, left_undone
from putright.casework.means import Means
from putright.casework.perform import Done, all_or_nothing, day_of, holding
from putright.casework.standing_in import why_not_a_stand_in
from putright.domain.access import Actor, Role
from putright.domain.references import reference_meant
from putright.records.models import Case, NamedPerson


def take_as_stand_in(
    *,
    actor: Actor,
    case: str,
    now: datetime,
    until_on: date | None = None,
    means: Means | None = None,
) -> Done:
    """Take the case, by its reference alone, where it names everybody who administers: SI 2009/309 reg 4(2).

    The responsible person has let the actor stand in; which of these cases comes to them is nobody's choice whom it
    concerns. Raises NotFound for a case that somebody at the body may handle and sign, or give, or that names the
    actor.
    """
    refuse(why_not_a_stand_in(actor))
    today = day_of(now)
    with all_or_nothing(means) as keeping:
        rows = Case.objects.select_for_update(of=("self",)).filter(body=actor.body_id)
        row = rows.filter(reference=reference_meant(case) or "").first()
        if row is None or NamedPerson.objects.filter(case=row, person=actor.person_id).exists():
            raise NotFound
        if not left_undone(row, on=today) or not has_nobody_to_give_it(row, on=today):
            raise NotFound
        with holding(row, keeping, by_id=actor.person_id, on=today, now=now) as hand:
            give(hand, actor.person_id, Role.STAND_IN, from_on=today, until_on=until_on)
    return hand.done()
