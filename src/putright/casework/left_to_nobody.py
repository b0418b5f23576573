"""Which open cases may nobody at the body handle, or sign, because the case names them all or is closed to them?"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.db.models import Q

from putright.casework.appointments import actor_of, in_force
from putright.casework.facts_of import parts_of
from putright.domain.access import NOT_KEPT_OUT, REACH, Actor, Deed, Parts, why_not
from putright.records.models import Case, NamedPerson, Restriction

# What somebody at the body must be able to do on every case.
NEEDED: Final = (Deed.HANDLE, Deed.SIGN)


def left_to_nobody(body: int, *, on: date) -> Iterator[tuple[Case, tuple[Deed, ...]]]:
    """Each such case with what nobody may do, oldest first.

    Only those that name one of them or are restricted: where nobody at all holds the roles, that is to be said once.
    """
    people = holders(body, on=on)
    named = NamedPerson.objects.filter(person__in=[actor.person_id for actor in people]).values("case")
    doubtful = Q(pk__in=named)
    if not any(actor.roles & NOT_KEPT_OUT for actor in people):  # else each that names nobody is somebody's
        doubtful |= Q(pk__in=Restriction.objects.filter(body=body, lifted_at__isnull=True).values("case"))
    for case in Case.objects.filter(doubtful, body=body, is_open=True).order_by("received_on", "id"):
        if nobody_may := lacking(people, parts_of(case)):
            yield case, nobody_may


def left_undone(case: Case, *, on: date) -> tuple[Deed, ...]:
    """What nobody at the body may do on one case."""
    return lacking(holders(case.body_id, on=on), parts_of(case))


def has_nobody_to_give_it(case: Case, *, on: date) -> bool:
    """Whether the case names everybody who administers, so that none of them decides who looks into it."""
    administers = [role.value for role in REACH[Deed.ADMINISTER]]
    held = in_force(on).filter(body=case.body_id, role__in=administers, person__left_on__isnull=True)
    return not held.exclude(person__in=NamedPerson.objects.filter(case=case).values("person")).exists()


def lacking(people: tuple[Actor, ...], parts: Parts) -> tuple[Deed, ...]:
    """What none of these people may do on a case."""
    return tuple(deed for deed in NEEDED if all(why_not(actor, deed, parts) for actor in people))


def holders(body: int, *, on: date) -> tuple[Actor, ...]:
    """Everybody at the body whose role can let them do what is needed."""
    roles = {role.value for deed in NEEDED for role in REACH[deed]}
    held = in_force(on).filter(body=body, role__in=roles, person__left_on__isnull=True)
    people = held.order_by("person").values_list("person", flat=True).distinct()
    return tuple(actor_of(person, body, on=on) for person in people)
