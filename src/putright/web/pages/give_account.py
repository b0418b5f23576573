"""With which address and first password does a member of staff sign in?"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from putright.casework.actions import give_account as action
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.staff import StaffShown, staff_of
from putright.web.access import staff
from putright.web.forms import EmailField, PageForm, PasswordField
from putright.web.page_request import StaffRequest
from putright.web.templating import show


class AccountForm(PageForm):
    """The address, and a password to hand over."""

    email = EmailField(required="Enter their email address", autocomplete="off")
    password = PasswordField(
        "First password",
        required="Choose a first password",
        hint="At least 12 characters. Give it to them yourself, not by email; they change it under “Change your"
        " password” at the foot of every page.",
        autocomplete="new-password",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPage:
    """Who it is for."""

    person: StaffShown


@staff
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def give_account(request: StaffRequest, person: int) -> HttpResponse:
    """Ask for both, and let the person sign in from now on."""
    known = next((each for each in staff_of(request.actor, request.today) if each.person_id == person), None)
    if known is None:
        raise NotFound
    form = AccountForm(request.POST or None, today=request.today, initial={"email": known.email})
    if request.method == "POST" and form.is_valid():
        try:
            action.give_account(actor=request.actor, person=person, now=request.now, **form.cleaned_data)
        except ActionRefused as refused:
            form.refuse(*refused.refusals, field="password" if refused.refusal.code == "weak-password" else None)
        else:
            messages.success(request, f"{known.name} can sign in now")
            return redirect("administration")
    return show(request, "give_account.jinja", AccountPage(person=known), form=form)
