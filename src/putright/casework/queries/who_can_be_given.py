"""Who can be given access to a case, and as what?"""

from dataclasses import dataclass
from typing import Final

from putright.casework.appointments import in_force
from putright.domain.access import REACH, ROLE_WORDS, Actor, Deed, Reach, Role, can_be_given
from putright.records.models import Appointment

_OFFICE: Final = frozenset(role for role in Role if REACH[Deed.SEE].get(role) is Reach.ALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody of the body in a role that they hold."""

    person_id: int
    name: str
    post: str
    role: Role

    @property
    def role_words(self) -> str:
        """The role, in words."""
        return ROLE_WORDS[self.role]


def who_can_be_given(actor: Actor, *, restricted: bool) -> tuple[Candidate, ...]:
    """Everybody who holds a role today in which being given the case lets them do something more.

    The office sees every case unasked, so that it is given only a restricted one.
    """
    roles = [role for role in Role if can_be_given(role) and (restricted or role not in _OFFICE)]
    return tuple(
        Candidate(person_id=row.person_id, name=row.person.name, post=row.person.post, role=Role(row.role))
        for row in _held(actor, roles)
    )


def _held(actor: Actor, roles: list[Role]) -> list[Appointment]:
    held = in_force(actor.on).filter(body=actor.body_id, role__in=[role.value for role in roles])
    rows = held.filter(person__left_on__isnull=True).select_related("person").order_by("person__name", "person_id")
    return sorted(rows, key=lambda row: (roles.index(Role(row.role)), row.person.name))
