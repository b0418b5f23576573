"""What is to be decided when a member of staff leaves: who has their cases next?"""

from dataclasses import dataclass
from datetime import date

from putright.casework.actions.record_leaving import cases_to_hand_over
from putright.casework.appointments import in_force
from putright.casework.errors import refuse
from putright.casework.queries.staff import Colleague
from putright.domain.access import Actor, Deed, Reach, roles_for, why_not_here
from putright.domain.references import reference_shown
from putright.records.models import NamedPerson


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseToHandOver:
    """A case by its reference alone: whoever administers sees no complaint."""

    reference: str
    reference_shown: str
    received_on: date
    next_due_on: date | None


def handing_over(actor: Actor, person: int) -> tuple[CaseToHandOver, ...]:
    """The open cases that somebody has, but none that names the administrator who asks."""
    refuse(why_not_here(actor, Deed.ADMINISTER))
    named = NamedPerson.objects.filter(person=actor.person_id).values("case")
    cases = cases_to_hand_over(person).filter(body=actor.body_id).exclude(pk__in=named)
    return tuple(
        CaseToHandOver(
            reference=case.reference,
            reference_shown=reference_shown(case.reference),
            received_on=case.received_on,
            next_due_on=case.next_due_on,
        )
        for case in cases
    )


def who_can_take_over(actor: Actor, person: int, on: date) -> tuple[Colleague, ...]:
    """Everybody else at the body whose role lets them have cases today."""
    refuse(why_not_here(actor, Deed.ADMINISTER))
    roles = [role.value for role in roles_for(Deed.INVESTIGATE, Reach.ALL, Reach.ASSIGNED)]
    held = in_force(on).filter(body=actor.body_id, role__in=roles, person__left_on__isnull=True)
    people = (
        held.exclude(person=person)
        .order_by("person__name", "person_id")
        .values_list("person_id", "person__name", "person__post")
    )
    return tuple(Colleague(id=number, name=name, post=post) for number, name, post in dict.fromkeys(people))
