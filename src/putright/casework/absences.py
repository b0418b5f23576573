"""Who is away on a day, and who is there in their place?"""

from datetime import date

from django.db.models import Q, QuerySet

from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.duty import Refused
from putright.records.models import Absence, Person


def absences_on(on: date) -> QuerySet[Absence]:
    """Every absence that lasts on a day, both its days included."""
    return Absence.objects.filter(Q(until_on__isnull=True) | Q(until_on__gte=on), from_on__lte=on)


def absence_of(person: int, on: date) -> Absence | None:
    """The absence of somebody on a day, with who is there in their place; nothing while they are here."""
    return absences_on(on).filter(person=person).select_related("cover").order_by("from_on", "id").first()


def who_is_there(person: Person, on: date) -> Person:
    """Whoever is to be asked for on a day: the person, or while they are away whoever is there in their place."""
    absence = absence_of(person.pk, on)
    return absence.cover if absence else person


def absence_rows(body: int, on: date) -> QuerySet[Absence]:
    """Every absence at a body that is not over on a day, the soonest begun first."""
    lasting = Q(until_on__isnull=True) | Q(until_on__gte=on)
    return Absence.objects.filter(lasting, body=body).order_by("from_on", "id")


def may_look_after(actor: Actor, person: Person) -> Refused | None:
    """Why the actor may not say when somebody is away; nothing if they may: oneself, a manager, an administrator."""
    if person.pk == actor.person_id:
        return None
    refusals = [why_not_here(actor, deed) for deed in (Deed.GIVE, Deed.ADMINISTER)]
    return refusals[0] if all(refusals) else None
