"""Which cases wait for an outside stand-in who takes them themselves?"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.take_as_stand_in import take_as_stand_in
from putright.casework.queries.nobody_left import CaseOfNobody, cases_to_take
from putright.web.access import staff
from putright.web.page_request import StaffRequest
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTakePage:
    """The cases, by their references alone."""

    cases: tuple[CaseOfNobody, ...]


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def to_take(request: StaffRequest) -> HttpResponse:
    """Show them, and let one be taken."""
    if request.method == "POST":
        done = take_as_stand_in(actor=request.actor, case=request.POST.get("case", ""), now=request.now)
        messages.success(request, "The case is yours")
        return redirect("case", done.reference)
    return show(request, "to_take.jinja", ToTakePage(cases=cases_to_take(request.actor)))
