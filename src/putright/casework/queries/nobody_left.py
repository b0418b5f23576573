"""Which cases wait for an outside stand-in, and who can be one? By their references: whoever asks sees no complaint."""

from dataclasses import dataclass
from datetime import date

from putright.casework.appointments import in_force
from putright.casework.errors import refuse
from putright.casework.left_to_nobody import has_nobody_to_give_it, left_to_nobody
from putright.casework.queries.staff import Colleague
from putright.casework.standing_in import why_not_a_stand_in
from putright.domain.access import Actor, Deed, Role, why_not_here
from putright.domain.references import reference_shown
from putright.records.models import NamedPerson


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOfNobody:
    """A case by its reference alone, and what nobody at the body may do on it."""

    reference: str
    reference_shown: str
    nobody_may: tuple[Deed, ...]


def cases_of_nobody(actor: Actor) -> tuple[CaseOfNobody, ...]:
    """The open cases that nobody at the body may handle or sign, but none that names the administrator who asks."""
    refuse(why_not_here(actor, Deed.ADMINISTER))
    own = set(NamedPerson.objects.filter(person=actor.person_id).values_list("case", flat=True))
    return tuple(
        CaseOfNobody(reference=case.reference, reference_shown=reference_shown(case.reference), nobody_may=nobody_may)
        for case, nobody_may in left_to_nobody(actor.body_id, on=actor.on)
        if case.pk not in own
    )


def cases_to_take(actor: Actor) -> tuple[CaseOfNobody, ...]:
    """The open cases that an outside stand-in takes themselves: nobody here may, and nobody here may give them either.

    None that names the stand-in who asks.
    """
    refuse(why_not_a_stand_in(actor))
    own = set(NamedPerson.objects.filter(person=actor.person_id).values_list("case", flat=True))
    return tuple(
        CaseOfNobody(reference=case.reference, reference_shown=reference_shown(case.reference), nobody_may=nobody_may)
        for case, nobody_may in left_to_nobody(actor.body_id, on=actor.on)
        if case.pk not in own and has_nobody_to_give_it(case, on=actor.on)
    )


def stand_ins(actor: Actor) -> tuple[Colleague, ...]:
    """Whoever may be given such a case today."""
    refuse(why_not_here(actor, Deed.ADMINISTER))
    return _stand_ins(actor.body_id, actor.on)


def _stand_ins(body: int, on: date) -> tuple[Colleague, ...]:
    held = in_force(on).filter(body=body, role=Role.STAND_IN.value, person__left_on__isnull=True)
    people = held.order_by("person__name", "person_id").values_list("person_id", "person__name", "person__post")
    return tuple(Colleague(id=number, name=name, post=post) for number, name, post in dict.fromkeys(people))
