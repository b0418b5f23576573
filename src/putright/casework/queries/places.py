"""At which bodies does somebody who has signed in act, and as what?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from putright.casework.appointments import has_cases, with_cases
from putright.casework.errors import NotFound
from putright.domain.access import ROLE_WORDS, Actor, Role
from putright.records.models import Account, Appointment


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A body where the account's holder holds roles on the day, and as whom they act there."""

    body: str
    body_name: str
    person_name: str
    actor: Actor

    @property
    def role_words(self) -> str:
        """The roles held there, in words."""
        return ", ".join(ROLE_WORDS[role] for role in Role if role in self.actor.roles)


def my_appointments(account_id: int, on: date) -> tuple[Place, ...]:
    """Where somebody may act on a day, by the name of the body."""
    held = Appointment.objects.filter(person__account=account_id, person__account__is_active=True)
    return _places(with_cases(held).select_related("body", "person").order_by("body__name", "role"), on)


def places_of(account: Account, on: date) -> tuple[Place, ...]:
    """The same for an account that may have been read together with what its owner holds."""
    return my_appointments(account.pk, on) if account.held is None else _places(account.held, on)


def _places(held: Iterable[Appointment], on: date) -> tuple[Place, ...]:
    found: dict[str, Place] = {}
    for row in held:
        if row.from_on > on or (row.until_on is not None and row.until_on < on):
            continue
        before = found.get(row.body.code)
        found[row.body.code] = Place(
            body=row.body.code,
            body_name=row.body.name,
            person_name=row.person.name,
            actor=_actor(row, before.actor if before else None, on),
        )
    return tuple(found.values())


def _actor(row: Appointment, before: Actor | None, on: date) -> Actor:
    role = frozenset({Role(row.role)})
    given = role if has_cases(row) else frozenset()
    if before is not None:
        return replace(before, roles=before.roles | role, given=before.given | given)
    return Actor(person_id=row.person_id, body_id=row.body_id, roles=role, on=on, given=given)


def place_at(account_id: int, body: str | None, on: date) -> Place:
    """Where somebody acts: at this body, or at their only or first one; raises NotFound where they hold no role."""
    places = my_appointments(account_id, on)
    for place in places:
        if body in (None, place.body):
            return place
    raise NotFound
