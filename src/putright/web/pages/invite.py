"""To which address is a member of staff invited? The link is shown once, to be handed over."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.invite_person import invite_person
from putright.casework.errors import ActionRefused
from putright.web.access import staff
from putright.web.administering.link_given import link_given
from putright.web.forms import EmailField, PageForm
from putright.web.page_request import StaffRequest
from putright.web.pages.person import person_page
from putright.web.templating import show


class InviteForm(PageForm):
    """The address they will sign in with."""

    email = EmailField(
        "Their work email address",
        required="Enter their email address",
        hint="They sign in with it. If they sign in here for another organisation already, give the address they use"
        " there: their own password stands.",
        autocomplete="off",
    )


@staff
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: StaffRequest, number: int) -> HttpResponse:
    """Ask for the address, and show the link."""
    page = person_page(request, number)
    form = InviteForm(request.POST or None, today=request.today, initial={"email": page.signing_in.email})
    if request.method == "POST" and form.is_valid():
        try:
            link = invite_person(actor=request.actor, person=number, email=form.cleaned_data["email"], now=request.now)
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            return link_given(request, page.person, link, is_invitation=True)
    return show(request, "invite.jinja", page, form=form)
