"""Who is away on a day, and who is there in their place?"""

from datetime import date

from django.db.models import Q, QuerySet

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
