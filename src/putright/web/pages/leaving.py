"""On which day does a member of staff leave, and who has their cases next?"""

from __future__ import annotations

from dataclasses import dataclass

# What Django's forms clean is untyped, hence Any.
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.record_leaving import HandedOver, record_leaving
from putright.casework.errors import ActionRefused
from putright.casework.queries.leaving import CaseToHandOver, handing_over, who_can_take_over
from putright.casework.queries.staff import Colleague
from putright.web.access import staff
from putright.web.forms import CheckboxesField, Choice, DateField, PageForm, SelectField
from putright.web.page_request import StaffRequest
from putright.web.pages.person import PersonPage, person_page
from putright.web.templating import show
from putright.web.wording import nhs_date, plural

ALL: Final = "all"
WHO: Final = "Who takes over the cases?"


class LeavingForm(PageForm):
    """The last day, whether they are shut out now, and who takes over; a box of its own for each case."""

    last_day = DateField(
        "What is their last day?",
        name="The last day",
        required="Enter the last day",
        hint="It counts as a whole. Their roles end with it.",
    )
    at_once = CheckboxesField(
        "Signing in",
        (Choice("yes", "Sign them out now, and let them not sign in again", "Whatever the last day is."),),
        optional_words=False,
    )
    everything = SelectField(WHO, (), required="Choose who takes over the cases")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingPage:
    """Who leaves, and the cases they have."""

    person: PersonPage
    cases: tuple[CaseToHandOver, ...]


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def leaving(request: StaffRequest, number: int) -> HttpResponse:
    """Ask, and record all of it at once."""
    person = person_page(request, number)
    cases = handing_over(request.actor, number)
    form = _form(request, cases, who_can_take_over(request.actor, number, request.today))
    if request.method == "POST" and form.is_valid():
        try:
            handed_over = _record(request, number, cases, form.cleaned_data)
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            _say(request, person, handed_over)
            return redirect("person", number)
    return show(request, "leaving.jinja", LeavingPage(person=person, cases=cases), form=form)


def _form(request: StaffRequest, cases: tuple[CaseToHandOver, ...], others: tuple[Colleague, ...]) -> LeavingForm:
    form = LeavingForm(request.POST or None, today=request.today, initial={"last_day": request.today})
    choices = [Choice(str(one.id), f"{one.name}, {one.post}") for one in others]
    form.fields["everything"] = SelectField(WHO, choices, required="Choose who takes over the cases")
    for case in cases if others else ():
        label = f"{case.reference_shown}, received {nhs_date(case.received_on)}"
        if case.next_due_on:
            label += f", next due {nhs_date(case.next_due_on)}"
        form.fields[_box(case)] = SelectField(label, [Choice("", "The same as above"), *choices], required="")
    if not cases or not others:
        del form.fields["everything"]
    return form


def _record(
    request: StaffRequest, number: int, cases: tuple[CaseToHandOver, ...], answered: dict[str, Any]
) -> HandedOver:
    chosen = {case.reference: answered.get(_box(case)) or answered.get("everything") for case in cases}
    return record_leaving(
        actor=request.actor,
        person=number,
        last_day=answered["last_day"],
        successors={reference: int(who) for reference, who in chosen.items() if who},
        at_once=bool(answered.get("at_once")),
        now=request.now,
    )


def _say(request: StaffRequest, person: PersonPage, handed_over: HandedOver) -> None:
    messages.success(request, f"It was recorded that {person.person.name} leaves")
    if handed_over.waiting:
        messages.warning(
            request,
            f"{plural(handed_over.waiting, 'case')} could not be handed over by you. Whoever handles complaints finds"
            " what nobody has on the worklist, and gives it to somebody",
        )


def _box(case: CaseToHandOver) -> str:
    return f"case-{case.reference}"
