"""Who looks at the hundred thousand cases?"""

from typing import Final

from django.test import Client

from putright.domain.access import Actor, Role
from putright.records.models import Account, Person
from tests.scale.filling import TODAY, Branch

ROLES: Final = {
    "mo": {Role.SERVICE_MANAGER},
    "ines": {Role.INVESTIGATOR},
    "max": {Role.MEDICAL_DIRECTOR},
    "sam": set[Role](),
}


def actor(branch: Branch, who: str, *more: Role) -> Actor:
    """Somebody of a body as they look at its cases."""
    roles = frozenset({*ROLES[who], *more})
    return Actor(person_id=branch.people[who], body_id=branch.body_id, roles=roles, on=TODAY)


def signed_in(branch: Branch, who: str) -> Client:
    """A browser in which somebody of a body has signed in."""
    person = Person.objects.get(pk=branch.people[who])
    person.account = Account.objects.create(
        email=f"{who}@{branch.code}.example.nhs.uk", name=person.name, made_at=person.made_at
    )
    person.save()
    client = Client()
    client.force_login(person.account)
    return client
