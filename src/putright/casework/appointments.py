"""Who holds which roles at a body on a day?"""

from datetime import date

from django.db.models import Q, QuerySet

from putright.casework.facts_of import parts_of
from putright.domain.access import Actor, Deed, Role, why_not
from putright.records.models import Appointment, Case


def in_force(on: date) -> QuerySet[Appointment]:
    """Every appointment that is in force on a day."""
    return Appointment.objects.filter(Q(until_on__isnull=True) | Q(until_on__gte=on), from_on__lte=on)


def actor_of(person_id: int, body_id: int, *, on: date) -> Actor:
    """A person with the roles they hold at a body on a day."""
    roles = in_force(on).filter(person=person_id, body=body_id).values_list("role", flat=True)
    return Actor(person_id=person_id, body_id=body_id, roles=frozenset(map(Role, roles)))


def may_be_given(case: Case, person_id: int, *, on: date) -> bool:
    """Whether a person could investigate the case if it were theirs, and is not named in it."""
    given = parts_of(case)
    held = actor_of(person_id, case.body_id, on=on)
    mine = type(given)(body_id=given.body_id, handler_id=person_id, named_ids=given.named_ids)
    return why_not(held, Deed.INVESTIGATE, mine) is None
