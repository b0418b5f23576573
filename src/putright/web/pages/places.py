"""For which organisation does somebody act who works for several?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.queries.places import Place, places_of
from putright.web.access import own
from putright.web.forms import HiddenField, PageForm, RadiosField
from putright.web.forms.look import Choice
from putright.web.onward import CHOSEN, next_page
from putright.web.page_request import OwnRequest
from putright.web.pages import errors
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesPage:
    """Where to go on to."""

    next: str


def form_for(places: tuple[Place, ...]) -> type[PageForm]:
    """Return the form that asks for one of these places."""

    class PlacesForm(PageForm):
        """One of the organisations where the person holds a role today."""

        body = RadiosField(
            "Which organisation are you working for now?",
            tuple(Choice(place.body, place.body_name, place.role_words.capitalize()) for place in places),
            required="Choose an organisation",
            size="l",
        )
        next = HiddenField(required=False)

    return PlacesForm


@own  # a role somewhere is asked for, no one place yet
@require_http_methods(["GET", "HEAD", "POST"])
def places(request: OwnRequest) -> HttpResponse:
    """Ask which organisation, and remember it until the person signs out or chooses again."""
    held = places_of(request.user, request.today)
    if not held:
        return errors.no_role(request)
    onward = next_page(request)
    initial = {"next": onward, "body": request.session.get(CHOSEN)}
    form = form_for(held)(request.POST or None, today=request.today, initial=initial)
    if request.method == "POST" and form.is_valid():
        request.session[CHOSEN] = form.cleaned_data["body"]
        return redirect(onward or "work")
    return show(request, "places.jinja", PlacesPage(next=onward), form=form)
