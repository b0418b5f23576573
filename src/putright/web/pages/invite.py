"""To which address is a member of staff invited, and do they get the link by email or from the administrator?"""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.invite_person import invite_person
from putright.casework.errors import ActionRefused
from putright.casework.means import means_of_this_site
from putright.web.access import staff
from putright.web.administering.link_given import link_given
from putright.web.forms import Choice, EmailField, PageForm, RadiosField
from putright.web.page_request import StaffRequest
from putright.web.pages.person import PersonPage, person_page
from putright.web.templating import show

BY_EMAIL: Final = "email"
BY_HAND: Final = "hand"


class InviteForm(PageForm):
    """The address they will sign in with, and how the link comes to them."""

    email = EmailField(
        "Their work email address",
        required="Enter their email address",
        hint="They sign in with it. If they sign in here for another organisation already, give the address they use"
        " there: their own password stands.",
        autocomplete="off",
    )
    how = RadiosField(
        "How do they get the link?",
        (
            Choice(BY_EMAIL, "By email, from here"),
            Choice(BY_HAND, "I hand it over", "It is shown to you once."),
        ),
        required="Choose how they get the link",
    )


@staff
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: StaffRequest, number: int) -> HttpResponse:
    """Ask, and show the link or send it."""
    page = person_page(request, number)
    form = _form(request, page)
    if request.method == "POST" and form.is_valid():
        try:
            link = invite_person(
                actor=request.actor,
                person=number,
                email=form.cleaned_data["email"],
                by_email=form.cleaned_data.get("how") == BY_EMAIL,
                now=request.now,
            )
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            if link is not None:
                return link_given(request, page.person, link, is_invitation=True)
            messages.success(request, f"The invitation is on its way to {form.cleaned_data['email']}")
            return redirect("person", number)
    return show(request, "invite.jinja", page, form=form)


def _form(request: StaffRequest, page: PersonPage) -> InviteForm:
    """Return the form; where no email can be sent, the link is handed over."""
    form = InviteForm(
        request.POST or None, today=request.today, initial={"email": page.signing_in.email, "how": BY_EMAIL}
    )
    if means_of_this_site().mail is None:
        del form.fields["how"]
    return form
