"""Whose cases can a list be narrowed to: one's own and those one covers for, one's team's, a colleague's, nobody's?"""

from dataclasses import dataclass
from datetime import date

# Rows with what was asked beside the columns of their model, which has no type: hence Any.
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from putright.casework.absences import absences_on
from putright.casework.appointments import in_force
from putright.domain.access import Actor, Deed, Reach, roles_for
from putright.records.models import Appointment
from putright.records.prepared import prepared


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody whose cases the list can be narrowed to; `is_covered` where whoever looks is there in their place."""

    person_id: int
    name: str
    team: str = ""
    is_away: bool = False
    is_covered: bool = False


def colleagues_of(actor: Actor) -> tuple[Colleague, ...]:
    """Everybody who may be given cases of the body, by name, with who is away today and whom the actor covers for."""
    rows = _held(body=actor.body_id, on=actor.on, me=actor.person_id)
    return tuple(
        Colleague(person_id=row[0], name=row[1], team=row[2], is_away=row[3], is_covered=row[4]) for row in rows
    )


def handlers_meant(
    actor: Actor, colleagues: tuple[Colleague, ...], *, person: int | None, team: bool = False
) -> tuple[int, ...] | None:
    """By the numbers of which handlers a list is narrowed: nothing for all, nobody's for nought.

    One's own list holds the work of those for whom one is there as well.
    """
    if team:
        return _of_the_team(actor, colleagues)
    if person is None:
        return None
    if person != actor.person_id:
        return (person,) if person else ()
    return (person, *sorted(each.person_id for each in colleagues if each.is_covered and each.person_id != person))


def team_of(actor: Actor, colleagues: tuple[Colleague, ...]) -> str:
    """The name of the actor's team; nothing where they are in none, or may be given no cases."""
    return next((each.team for each in colleagues if each.person_id == actor.person_id), "")


def _of_the_team(actor: Actor, colleagues: tuple[Colleague, ...]) -> tuple[int, ...]:
    team = team_of(actor, colleagues)
    members = {each.person_id for each in colleagues if team and each.team == team}
    return tuple(sorted({actor.person_id} | members))


@prepared
def _held(*, body: int, on: date, me: int) -> QuerySet[Appointment, tuple[Any, ...]]:
    roles = [role.value for role in roles_for(Deed.INVESTIGATE, Reach.ALL, Reach.ASSIGNED)]
    held = in_force(on).filter(body=body, role__in=roles)
    away = absences_on(on).filter(person=OuterRef("person"))
    told = held.annotate(is_away=Exists(away), is_covered=Exists(away.filter(cover=me)))
    columns = ("person", "person__name", "person__team", "is_away", "is_covered")
    return told.order_by("person__name", "person").values_list(*columns).distinct()
