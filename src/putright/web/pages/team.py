"""With whom does a member of staff share their work?"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.put_in_team import LONGEST_TEAM, put_in_team
from putright.casework.errors import ActionRefused
from putright.casework.queries.staff import StaffShown
from putright.web.access import staff
from putright.web.forms import PageForm, TextField
from putright.web.page_request import StaffRequest
from putright.web.pages.person import person_page
from putright.web.templating import show


class TeamForm(PageForm):
    """The name of the team."""

    team = TextField(
        "Which team?",
        hint="Such as Surgery, or Front desk. Everybody with the same name here is one team. Leave it empty for none.",
        max_length=LONGEST_TEAM,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPage:
    """Whose team it is."""

    person: StaffShown


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def team(request: StaffRequest, number: int) -> HttpResponse:
    """Ask for the team, and put them in it."""
    person = person_page(request, number).person
    form = TeamForm(request.POST or None, today=request.today, initial={"team": person.team})
    if request.method == "POST" and form.is_valid():
        try:
            put_in_team(actor=request.actor, person=number, team=form.cleaned_data["team"])
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            messages.success(request, "The team was changed")
            return redirect("person", number)
    return show(request, "team.jinja", TeamPage(person=person), form=form)
