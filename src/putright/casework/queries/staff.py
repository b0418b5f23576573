"""Who works at a body, and in which roles?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from putright.casework.errors import refuse
from putright.domain.access import ROLE_WORDS, Actor, Deed, Role, why_not_here
from putright.records.models import Appointment, Person
from putright.records.models.person import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody who works at a body."""

    id: int
    name: str
    post: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentShown:
    """A role held for a time, and by whose authority."""

    number: int
    role: Role
    role_words: str
    from_on: date
    until_on: date | None
    authorised_by: str
    is_in_force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffShown:
    """A member of staff with every role they have held."""

    person_id: int
    name: str
    post: str
    email: str
    can_sign_in: bool
    left_on: date | None
    team: str
    appointments: tuple[AppointmentShown, ...]


def staff_of(actor: Actor, on: date) -> tuple[StaffShown, ...]:
    """Everybody at the actor's body, with their appointments, for those who administer it."""
    refuse(why_not_here(actor, Deed.ADMINISTER))
    rows = Person.objects.filter(body=actor.body_id, part=Part.STAFF).order_by("name")
    held = Appointment.objects.filter(body=actor.body_id).select_related("authorised_by").order_by("from_on", "id")
    by_person: dict[int, list[Appointment]] = {}
    for appointment in held:
        by_person.setdefault(appointment.person_id, []).append(appointment)
    return tuple(_staff(row, by_person.get(row.pk, ()), on) for row in rows)


def people_of(actor: Actor) -> tuple[Colleague, ...]:
    """Everybody who works at the actor's body, by name: whom a statement can be asked of, or a case given."""
    rows = Person.objects.filter(body=actor.body_id, part=Part.STAFF).order_by("name", "id")
    return tuple(Colleague(id=row.pk, name=row.name, post=row.post) for row in rows)


def _staff(row: Person, held: Iterable[Appointment], on: date) -> StaffShown:
    return StaffShown(
        person_id=row.pk,
        name=row.name,
        post=row.post,
        email=row.email,
        can_sign_in=row.account_id is not None,
        left_on=row.left_on,
        team=row.team,
        appointments=tuple(_appointment(each, on) for each in held),
    )


def _appointment(row: Appointment, on: date) -> AppointmentShown:
    return AppointmentShown(
        number=row.pk,
        role=Role(row.role),
        role_words=ROLE_WORDS[Role(row.role)],
        from_on=row.from_on,
        until_on=row.until_on,
        authorised_by=row.authorised_by.name if row.authorised_by else "",
        is_in_force=row.from_on <= on and (row.until_on is None or on <= row.until_on),
    )
