"""Who from outside takes a case that nobody here may handle or sign?"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.give_to_stand_in import give_to_stand_in
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.nobody_left import CaseOfNobody, cases_of_nobody, stand_ins
from putright.domain.references import reference_meant
from putright.web.access import staff
from putright.web.forms import Choice, DateField, PageForm, SelectField
from putright.web.page_request import StaffRequest
from putright.web.templating import show


class StandInForm(PageForm):
    """Who stands in, and for how long."""

    stand_in = SelectField("Who stands in?", (), required="Choose who stands in")
    until_on = DateField("Until which day?", name="The last day", hint="If it is for a time only.")


@dataclass(frozen=True, slots=True, kw_only=True)
class StandInPage:
    """The case, by its reference alone, and whether there is anybody to give it to."""

    case: CaseOfNobody
    anybody: bool


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def stand_in(request: StaffRequest, reference: str) -> HttpResponse:
    """Ask, and give the case to them."""
    meant = reference_meant(reference)
    case = next((one for one in cases_of_nobody(request.actor) if one.reference == meant), None)
    if case is None:
        raise NotFound
    people = stand_ins(request.actor)
    form = StandInForm(request.POST or None, today=request.today)
    choices = [Choice(str(one.id), f"{one.name}, {one.post}") for one in people]
    form.fields["stand_in"] = SelectField("Who stands in?", choices, required="Choose who stands in")
    if request.method == "POST" and form.is_valid():
        try:
            give_to_stand_in(
                actor=request.actor,
                case=case.reference,
                stand_in=int(form.cleaned_data["stand_in"]),
                until_on=form.cleaned_data["until_on"],
                now=request.now,
            )
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            messages.success(request, f"Case {case.reference_shown} was given to an outside stand-in")
            return redirect("administration")
    return show(request, "stand_in.jinja", StandInPage(case=case, anybody=bool(people)), form=form)
