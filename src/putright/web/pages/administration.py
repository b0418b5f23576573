"""Who works here in which role, by which procedure, and how is the organisation reached?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.bodies import BodyShown, body_public
from putright.casework.queries.nobody_left import CaseOfNobody, cases_of_nobody
from putright.casework.queries.staff import StaffShown, staff_of
from putright.casework.queries.versions import VersionShown, versions_of
from putright.domain.access import Role
from putright.gateways.directory_files import directory
from putright.web.access import staff
from putright.web.administering.people import HeldRole, roles_held
from putright.web.page_request import StaffRequest
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One member of staff, with the roles held today or to come; earlier ones apart."""

    person: StaffShown
    roles: tuple[HeldRole, ...]
    earlier: tuple[HeldRole, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdministrationPage:
    """Everything that an administrator looks after."""

    body: BodyShown
    area: str
    people: tuple[PersonLine, ...]
    versions: tuple[VersionShown, ...]
    lacks: tuple[str, ...]
    of_nobody: tuple[CaseOfNobody, ...]


@staff
@require_safe
def administration(request: StaffRequest) -> HttpResponse:
    """Show the people, the procedures and the organisation."""
    people = staff_of(request.actor, request.today)
    body = body_public(request.place.body)
    area = directory().areas.get(body.area)
    page = AdministrationPage(
        body=body,
        area=area.name if area else "",
        people=tuple(_line(person, request) for person in people),
        versions=versions_of(request.actor, request.today),
        lacks=tuple(_lacking(people)),
        of_nobody=cases_of_nobody(request.actor),
    )
    return show(request, "administration.jinja", page)


def _line(person: StaffShown, request: StaffRequest) -> PersonLine:
    held = roles_held(person, request.today)
    return PersonLine(
        person=person,
        roles=tuple(each for each in held if not each.is_over),
        earlier=tuple(each for each in held if each.is_over),
    )


def _lacking(people: tuple[StaffShown, ...]) -> list[str]:
    """Return what must be done before cases can be handled lawfully."""
    held = {each.role for person in people for each in person.appointments if each.is_in_force}
    able = {each.role for person in people if person.can_sign_in for each in person.appointments if each.is_in_force}
    lacks = []
    if Role.RESPONSIBLE_PERSON not in held:
        lacks.append("Nobody is the responsible person today. The law asks for one: SI 2009/309 reg 4(1)(a).")
    elif not able & {Role.RESPONSIBLE_PERSON, Role.DELEGATE}:
        lacks.append("Nobody who can sign in may sign responses. Let the responsible person sign in.")
    if not able & {Role.COMPLAINTS_OFFICER, Role.COMPLAINTS_MANAGER, Role.SERVICE_MANAGER}:
        lacks.append("Nobody who can sign in handles complaints yet. Appoint a complaints officer or manager.")
    return lacks
