"""On which day does a person's time in a role end?"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions import end_appointment as action
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.staff import AppointmentShown, StaffShown, staff_of
from putright.web.access import staff
from putright.web.administering.roles import role_name
from putright.web.forms import DateField, PageForm
from putright.web.page_request import StaffRequest
from putright.web.templating import show


class EndForm(PageForm):
    """The last day."""

    last_day = DateField(
        "What is the last day?",
        name="The last day",
        required="Enter the last day",
        hint="It counts as a whole. From the day after they no longer see what the role let them see.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EndPage:
    """Whose appointment, and to what."""

    person: StaffShown
    role: str
    appointment: AppointmentShown


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def end_appointment(request: StaffRequest, number: int) -> HttpResponse:
    """Ask for the last day, and end it there."""
    page = _page(request, number)
    form = EndForm(request.POST or None, today=request.today, initial={"last_day": request.today})
    if request.method == "POST" and form.is_valid():
        try:
            action.end_appointment(
                actor=request.actor, appointment=number, last_day=form.cleaned_data["last_day"], now=request.now
            )
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            messages.success(request, "The end of the appointment was recorded")
            return redirect("administration")
    return show(request, "end_appointment.jinja", page, form=form)


def _page(request: StaffRequest, number: int) -> EndPage:
    for person in staff_of(request.actor, request.today):
        for held in person.appointments:
            if held.number == number:
                return EndPage(person=person, role=role_name(held.role), appointment=held)
    raise NotFound
