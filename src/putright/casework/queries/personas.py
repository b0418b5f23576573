"""Who is behind the accounts of a demonstration, for the buttons of its sign-in page?"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from putright.casework.appointments import in_force
from putright.domain.access import ROLE_WORDS, Role
from putright.records.models import NamedAdvocate


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
    """Those of these accounts who hold a role on a day, body by body, in the order of the addresses."""
    order = {email: number for number, email in enumerate(emails)}
    held = in_force(on).filter(person__account__email__in=order, person__account__is_active=True)
    rows = held.select_related("body", "person").values_list(
        "person__account__email", "body__name", "person__name", "person__post", "role"
    )
    found: dict[str, dict[str, Persona]] = {}
    for email, body, name, post, role in sorted(rows, key=lambda row: order[row[0]]):
        of_body, words = found.setdefault(body, {}), ROLE_WORDS[Role(role)]
        roles = f"{of_body[email].roles}, {words}" if email in of_body else words
        of_body[email] = Persona(email=email, name=name, post=post, roles=roles)
    staff = tuple(Troupe(body_name=body, personas=tuple(people.values())) for body, people in found.items())
    return (*staff, *_advocates(order, on))


def _advocates(order: dict[str, int], on: date) -> Iterator[Troupe]:
    """Those of the accounts whom people named as their advocates, who are nobody at any body."""
    lasts = Q(until_on__isnull=True) | Q(until_on__gte=on)
    rows = NamedAdvocate.objects.filter(lasts, account__email__in=order, from_on__lte=on, ended_at=None)
    found: dict[str, dict[str, Persona]] = {}
    for email, name, service in rows.order_by("pk").values_list("account__email", "name", "service"):
        post = "Independent complaints advocate"
        found.setdefault(service, {})[email] = Persona(email=email, name=name, post=post, roles=post)
    for service, people in found.items():
        yield Troupe(body_name=service or "Advocates", personas=tuple(people.values()))
