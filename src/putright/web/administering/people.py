"""Which people can be chosen on the pages of an administrator?"""

from __future__ import annotations

from putright.casework.queries.staff import StaffShown
from putright.domain.access import Role
from putright.web.forms import Choice


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
