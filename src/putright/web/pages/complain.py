"""What should a person know before they make a complaint, and where do they begin?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.queries.bodies import BodyShown, bodies_public
from putright.casework.queries.scheme import serves_the_scheme
from putright.web import journey
from putright.web.access import public
from putright.web.complaining import saving
from putright.web.complaining.journey import COMPLAIN
from putright.web.page_request import PageRequest
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplainPage:
    """The page before the first question: the organisation that is chosen already, if one is."""

    chosen: BodyShown | None
    are_bodies: bool
    is_begun: bool
    is_saved: bool
    serves_the_scheme: bool


@public
@require_http_methods(["GET", "HEAD", "POST"])
def complain(request: PageRequest) -> HttpResponse:
    """Show what to expect, and begin; an organisation named by a link, or the only one, need not be chosen."""
    bodies = bodies_public()
    named = request.POST.get("to") or request.GET.get("to") or ""
    chosen = next((body for body in bodies if body.code == named), bodies[0] if len(bodies) == 1 else None)
    if request.method == "POST":
        return _begin(request, chosen)
    page = ComplainPage(
        chosen=chosen,
        are_bodies=bool(bodies),
        is_saved=saving.is_put_aside(request),
        is_begun=bool(journey.answers(request, COMPLAIN).typed),
        serves_the_scheme=chosen is not None and serves_the_scheme(chosen.code, request.today),
    )
    return show(request, "complain.jinja", page)


def _begin(request: PageRequest, chosen: BodyShown | None) -> HttpResponse:
    """Begin, or go on with what was begun; whoever begins afresh after sending begins from nothing."""
    if saving.is_put_aside(request):
        saving.put_away(request)  # another complaint is begun: it is not to be saved under the link of this one
    first = COMPLAIN.at("to")
    if chosen is not None and request.POST.get("to") == chosen.code:
        journey.keep(request, COMPLAIN, first)
        return redirect("complain-question", "whose")
    return redirect("complain-question", first.name)
