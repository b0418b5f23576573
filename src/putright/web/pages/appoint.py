"""Who is appointed to which role, from which day, and by whose authority?"""

from __future__ import annotations

# What Django's forms clean is untyped, hence Any.
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.appoint_person import appoint_person
from putright.casework.actions.set_up_body import StaffSaid
from putright.casework.errors import ActionRefused
from putright.casework.queries.staff import StaffShown, staff_of
from putright.domain.access import Role
from putright.web.access import staff
from putright.web.administering.people import everybody, responsible
from putright.web.administering.roles import ROLE_HINTS, role_name
from putright.web.forms import Choice, DateField, EmailField, PageForm, RadiosField, SelectField, TextField
from putright.web.page_request import StaffRequest
from putright.web.templating import show

NEW: Final = "new"
KNOWN: Final = "known"
NO_ROLE: Final = "none"

# Each role that is held by somebody's authority, with the question by whose: it stands with the answer.
AUTHORISED_BY: Final = {Role.DELEGATE: "authorised_by", Role.STAND_IN: "stands_in_by"}


class AppointForm(PageForm):
    """The person, the role, the days; the choices of people are those of the organisation."""

    who = RadiosField(
        "Who is appointed?",
        (
            Choice(NEW, "Somebody new", reveals=("full_name", "post", "email")),
            Choice(KNOWN, "Somebody who is entered here already", reveals=("person",)),
        ),
        required="Choose who is appointed",
    )
    full_name = TextField("Full name", required="Enter the name", max_length=120, spellcheck=False)
    post = TextField(
        "Post", required="Enter the post", hint="As it stands below their name on letters.", max_length=120
    )
    email = EmailField(autocomplete="off")
    person = SelectField("Name", (), required="Choose the name")
    role = RadiosField("To which role?", (), required="Choose a role")
    authorised_by = SelectField("Which responsible person authorised it?", (), required="Choose who authorised it")
    stands_in_by = SelectField("Which responsible person authorised it?", (), required="Choose who authorised it")
    on = DateField("From which day?", name="The first day", required="Enter the first day")
    until = DateField("Until which day?", name="The last day", hint="If it is for a time only.")


@staff
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def appoint(request: StaffRequest) -> HttpResponse:
    """Ask who and to what, and appoint them; somebody new is then invited to sign in."""
    people = staff_of(request.actor, request.today)
    named = request.GET.get("person", "")
    initial: dict[str, object] = {"on": request.today, "who": KNOWN if named else NEW, "person": named}
    form = _form(request, people, initial)
    if request.method == "POST" and form.is_valid():
        try:
            person = _appoint(request, form.cleaned_data)
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            messages.success(request, "The appointment was recorded")
            is_new = form.cleaned_data["who"] == NEW and form.cleaned_data["role"] != NO_ROLE
            return redirect("invite", person) if is_new else redirect("administration")
    return show(request, "appoint.jinja", form=form)


def _form(request: StaffRequest, people: tuple[StaffShown, ...], initial: dict[str, object]) -> AppointForm:
    form = AppointForm(request.POST or None, today=request.today, initial=initial)
    form.fields["person"] = SelectField("Name", everybody(people), required="Choose the name")
    form.fields["role"] = RadiosField("To which role?", _roles(), required="Choose a role", small=True)
    for name in AUTHORISED_BY.values():
        form.fields[name] = SelectField(
            "Which responsible person authorised it?", responsible(people), required="Choose who authorised it"
        )
    return form


def _roles() -> list[Choice]:
    choices = [
        Choice(role.value, role_name(role), hint, reveals=(AUTHORISED_BY[role],) if role in AUTHORISED_BY else ())
        for role, hint in ROLE_HINTS.items()
    ]
    no_role = Choice(
        NO_ROLE, "No role", "Somebody who can be asked for a statement. They do not sign in.", divider="or"
    )
    return [*choices, no_role]


def _appoint(request: StaffRequest, answered: dict[str, Any]) -> int:
    person: int | StaffSaid
    if answered["who"] == NEW:
        person = StaffSaid(name=answered["full_name"], post=answered["post"], email=answered["email"])
    else:
        person = int(answered["person"])
    role = None if answered["role"] == NO_ROLE else Role(answered["role"])
    authorised_by = answered.get(AUTHORISED_BY[role]) if role in AUTHORISED_BY else None
    return appoint_person(
        actor=request.actor,
        person=person,
        role=role,
        on=answered["on"],
        until=answered["until"],
        authorised_by=int(authorised_by) if authorised_by else None,
        now=request.now,
    )
