"""Who is behind the accounts of a demonstration, for the buttons of its sign-in page?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from putright.casework.appointments import in_force
from putright.domain.access import ROLE_WORDS, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """Somebody who can sign in: who they are, and as what."""

    email: str
    name: str
    post: str
    roles: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Troupe:
    """The personas of one body."""

    body_name: str
    personas: tuple[Persona, ...]


def troupes(emails: Collection[str], on: date) -> tuple[Troupe, ...]:
    """Those of these accounts who hold a role on a day, by body, in the order of the addresses."""
    held = in_force(on).filter(person__account__email__in=emails, person__account__is_active=True)
    rows = held.select_related("body", "person", "person__account").order_by("body__name", "person", "role")
    roles: dict[str, dict[str, list[Role]]] = {}
    known: dict[str, tuple[str, str]] = {}
    for row in rows:
        if row.person.account is not None:
            email = row.person.account.email
            known[email] = (row.person.name, row.person.post)
            roles.setdefault(row.body.name, {}).setdefault(email, []).append(Role(row.role))
    order = {email: number for number, email in enumerate(emails)}
    return tuple(
        Troupe(
            body_name=name,
            personas=tuple(
                _persona(email, known[email], held)
                for email, held in sorted(people.items(), key=lambda one: order[one[0]])
            ),
        )
        for name, people in roles.items()
    )


def _persona(email: str, who: tuple[str, str], held: list[Role]) -> Persona:
    return Persona(
        email=email, name=who[0], post=who[1], roles=", ".join(ROLE_WORDS[role] for role in Role if role in held)
    )
