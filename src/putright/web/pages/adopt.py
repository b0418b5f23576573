"""By which words does the organisation handle complaints from now on? Read, checked, signed if need be, adopted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.adopt_procedure import adopt_procedure
from putright.casework.adoption import Adoption
from putright.casework.errors import ActionRefused
from putright.casework.queries.consider import Considered, consider
from putright.casework.queries.staff import StaffShown, staff_of
from putright.casework.queries.what_if import what_if
from putright.web.access import staff
from putright.web.administering.people import responsible
from putright.web.administering.procedure_forms import (
    BESIDE,
    IN_PLACE,
    AdoptionForm,
    source_of,
    take_text_of_file,
)
from putright.web.administering.what_if_shown import WhatIfShown, what_if_shown
from putright.web.forms import CheckboxesField, Choice, PageForm, SelectField
from putright.web.page_request import StaffRequest
from putright.web.templating import show

_DONE = {
    False: "The procedure was adopted. It holds for complaints received from today",
    True: "The procedure was adopted beside the one in force. A case comes under it when somebody puts it under it",
}


class AdoptForm(PageForm):
    """The signature, where the procedure promises less than the law."""

    signed_off_by = SelectField("Who is the responsible person?", (), required="Choose the responsible person")
    signed = CheckboxesField(
        "The law binds instead",
        (Choice("yes", "The responsible person signs that the law binds instead"),),
        required="The responsible person must sign, or choose another procedure",
        hint="The procedure can then be adopted as it was published. Its public page says so.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptPage:
    """What was found in the text that is to be adopted, what it would change and come to, and how to send it again."""

    considered: Considered
    what_if: WhatIfShown
    procedure: str
    place: str
    source: str
    on: date


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: StaffRequest) -> HttpResponse:
    """Ask for the procedure, show what is found in it, and adopt it."""
    people = staff_of(request.actor, request.today)
    take_text_of_file(request)
    chosen = AdoptionForm(request.POST or None, today=request.today, initial={"place": IN_PLACE})
    if request.method != "POST" or not chosen.is_valid():
        return show(request, "adopt.jinja", form=chosen)
    is_beside = chosen.is_beside
    considered = consider(source_of(chosen.cleaned_data), on=request.today)
    form = _form(request, people, considered)
    if form.is_bound and form.is_valid():
        try:
            _adopt(request, replace(considered.adoption, beside=is_beside), form.cleaned_data.get("signed_off_by"))
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            messages.success(request, _DONE[is_beside])
            return redirect("administration")
    return show(request, "adopt_check.jinja", _page(request, chosen, considered), form=form)


def _form(request: StaffRequest, people: tuple[StaffShown, ...], considered: Considered) -> AdoptForm:
    """Return the form, filled where it was shown already; a signature is asked for only where one is needed."""
    form = AdoptForm(request.POST if request.POST.get("step") == "adopt" else None, today=request.today)
    form.fields["signed_off_by"] = SelectField(
        "Who is the responsible person?", responsible(people), required="Choose the responsible person"
    )
    if not considered.must_be_signed_off:
        form.fields.clear()
    return form


def _adopt(request: StaffRequest, adoption: Adoption, signer: str | None) -> None:
    adopt_procedure(
        actor=request.actor,
        procedure=adoption,
        on=request.today,
        now=request.now,
        signed_off_by=int(signer) if signer else None,
    )


def _page(request: StaffRequest, chosen: AdoptionForm, considered: Considered) -> AdoptPage:
    found = what_if(request.actor, considered.adoption.source, request.today, beside=chosen.is_beside)
    return AdoptPage(
        considered=considered,
        what_if=what_if_shown(found),
        procedure=chosen.cleaned_data["procedure"],
        place=BESIDE if chosen.is_beside else IN_PLACE,
        source=chosen.cleaned_data["source"],
        on=request.today,
    )
