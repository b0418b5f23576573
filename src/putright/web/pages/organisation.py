"""How is the organisation called, and how is it reached? What stands on its letters and its public pages."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.change_organisation import change_organisation
from putright.casework.errors import ActionRefused
from putright.casework.queries.bodies import body_public
from putright.domain.access import Deed, why_not_here
from putright.web.access import staff
from putright.web.administering.organisation_form import OrganisationForm, body_told
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.templating import show


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def organisation(request: StaffRequest) -> HttpResponse:
    """Show what is said of the organisation, to be changed."""
    if refusal := why_not_here(request.actor, Deed.DESCRIBE):
        return errors.refused(request, refusal)
    known = body_public(request.place.body)
    initial = {
        "body_name": known.name,
        "address": "\n".join(known.address),
        "body_telephone": known.telephone,
        "body_email": known.email,
        "website": known.website,
        "area": known.area,
        "reports_as": known.reports_as,
    }
    form = OrganisationForm(request.POST or None, today=request.today, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            change_organisation(actor=request.actor, said=body_told(form.cleaned_data))
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            messages.success(request, "The organisation was changed. Letters written before keep what they said")
            administers = why_not_here(request.actor, Deed.ADMINISTER) is None
            return redirect("administration" if administers else "organisation")
    return show(request, "organisation.jinja", form=form)
