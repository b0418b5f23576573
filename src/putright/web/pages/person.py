"""Which roles does a member of staff hold, how do they sign in, and what was done about it?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.errors import NotFound
from putright.casework.queries.security import SigningInShown, signing_in_of
from putright.casework.queries.staff import StaffShown, staff_of
from putright.web.access import staff
from putright.web.administering.people import HeldRole, roles_held
from putright.web.page_request import StaffRequest
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """One member of staff."""

    person: StaffShown
    roles: tuple[HeldRole, ...]
    signing_in: SigningInShown
    is_self: bool


@staff
@require_safe
def person(request: StaffRequest, number: int) -> HttpResponse:
    """Show them, with what an administrator can do."""
    return show(request, "person.jinja", person_page(request, number))


def person_page(request: StaffRequest, number: int) -> PersonPage:
    """Return the person of this number at the actor's body; raises NotFound."""
    known = next((each for each in staff_of(request.actor, request.today) if each.person_id == number), None)
    signing_in = signing_in_of(request.actor, number, now=request.now)
    if known is None or signing_in is None:
        raise NotFound
    return PersonPage(
        person=known,
        roles=roles_held(known, request.today),
        signing_in=signing_in,
        is_self=number == request.actor.person_id,
    )
