"""Which people can be chosen on the pages of an administrator?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from putright.casework.queries.staff import AppointmentShown, StaffShown
from putright.domain.access import Role
from putright.web.administering.roles import role_name
from putright.web.forms import Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRole:
    """A role of a person on a day: in force, to come or over; with its words."""

    words: str
    appointment: AppointmentShown
    is_over: bool

    @property
    def is_to_come(self) -> bool:
        """Whether it begins only later."""
        return not self.is_over and not self.appointment.is_in_force


def roles_held(person: StaffShown, today: date) -> tuple[HeldRole, ...]:
    """Every role that somebody holds, is to hold or has held: those that count today first, those over last."""
    held = [
        HeldRole(
            words=role_name(each.role),
            appointment=each,
            is_over=each.until_on is not None and each.until_on < today,
        )
        for each in person.appointments
    ]
    return tuple(sorted(held, key=lambda each: (each.is_over, each.is_to_come)))


def everybody(people: tuple[StaffShown, ...]) -> list[Choice]:
    """Every member of staff."""
    return [_choice(each) for each in people]


def responsible(people: tuple[StaffShown, ...]) -> list[Choice]:
    """Those who hold the role of the responsible person today."""
    return [_choice(each) for each in people if _is_responsible(each)]


def _is_responsible(person: StaffShown) -> bool:
    return any(held.role is Role.RESPONSIBLE_PERSON and held.is_in_force for held in person.appointments)


def _choice(person: StaffShown) -> Choice:
    return Choice(str(person.person_id), f"{person.name}, {person.post}")
