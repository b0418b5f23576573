"""Who holds which roles at a body on a day?"""

from dataclasses import replace
from datetime import date

# Rows with what was asked beside the columns of their model, which has no type: hence Any.
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from putright.casework.facts_of import parts_of
from putright.domain.access import Actor, Deed, Role, may_view, why_not
from putright.records.models import Appointment, Case, CasePart, Restriction


def in_force(on: date) -> QuerySet[Appointment]:
    """Every appointment that is in force on a day."""
    return Appointment.objects.filter(Q(until_on__isnull=True) | Q(until_on__gte=on), from_on__lte=on)


def with_cases(held: QuerySet[Appointment]) -> QuerySet[Appointment, Any]:
    """Appointments, each with whether its holder was given cases in the role."""
    given = CasePart.objects.filter(person=OuterRef("person"), role=OuterRef("role"), ended_at=None)
    # The first of them by their index: to ask whether there is any lets a database look through the whole table for it.
    return held.annotate(first_case=Subquery(given.order_by("from_on", "until_on", "case").values("case")[:1]))


def has_cases(held: Appointment) -> bool:
    """Whether the holder was given cases in the role, for an appointment from `with_cases`."""
    return held.first_case is not None  # type: ignore[attr-defined]  # what was asked beside its columns


def actor_of(person_id: int, body_id: int, *, on: date) -> Actor:
    """A person with the roles they hold at a body on a day."""
    rows = with_cases(in_force(on).filter(person=person_id, body=body_id))
    held = {Role(row.role): has_cases(row) for row in rows}
    given = frozenset(role for role in held if held[role])
    return Actor(person_id=person_id, body_id=body_id, roles=frozenset(held), on=on, given=given)


def may_be_given(case: Case, person_id: int, *, on: date) -> bool:
    """Whether a person could investigate the case if it were theirs, and is not named in it."""
    mine = replace(parts_of(case), handler_id=person_id)
    return why_not(actor_of(person_id, case.body_id, on=on), Deed.INVESTIGATE, mine) is None


def may_see(case: Case, person_id: int, *, on: date) -> bool:
    """Whether a person may see the case as it is."""
    return may_view(actor_of(person_id, case.body_id, on=on), parts_of(case))


def is_restricted(case: Case) -> bool:
    """Whether the case is restricted now."""
    return Restriction.objects.filter(case=case, lifted_at__isnull=True).exists()
