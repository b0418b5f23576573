"""Who may open a page? Every view says so with one of these marks, and a test fails for a view that does not."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from putright.casework.queries.advocate_cases import is_advocate
from putright.casework.queries.places import Place, places_of
from putright.web.onward import CHOSEN, to_choose, to_second_step, to_sign_in
from putright.web.page_request import OwnRequest, PageRequest, StaffRequest
from putright.web.pages import errors
from putright.web.signing_in import lacks_second_step
from putright.web.visits import end_if_old

View = TypeVar("View", bound=Callable[..., object])
Parts = ParamSpec("Parts")


class Access(StrEnum):
    """The kinds of door a page can have."""

    PUBLIC = "public"
    LINK = "link"
    STAFF = "staff"


def public(view: View) -> View:
    """Let anybody open the page."""
    return marked(view, Access.PUBLIC)


def staff(
    view: Callable[Concatenate[StaffRequest, Parts], HttpResponseBase],
) -> Callable[Concatenate[PageRequest, Parts], HttpResponseBase]:
    """Let in who holds a role today at the body they chose; the view finds it in `request.place` and `request.actor`.

    Which cases, and which actions, is for casework to say: it is asked as `request.actor`.
    """

    @wraps(view)
    def respond(request: PageRequest, /, *args: Parts.args, **parts: Parts.kwargs) -> HttpResponseBase:
        if elsewhere := _first(request):
            return elsewhere
        places = places_of(cast(OwnRequest, request).user, request.today)
        place = place_of(request, places)
        if place is None:
            return to_choose(request) if places else _without_a_role(request)
        entering = cast(StaffRequest, request)
        entering.place, entering.actor, entering.works_elsewhere = place, place.actor, len(places) > 1
        return view(entering, *args, **parts)

    return marked(respond, Access.STAFF)


def own(
    view: Callable[Concatenate[OwnRequest, Parts], HttpResponseBase],
) -> Callable[Concatenate[PageRequest, Parts], HttpResponseBase]:
    """Let in who has signed in, to what is their own, whichever roles they hold."""

    @wraps(view)
    def respond(request: PageRequest, /, *args: Parts.args, **parts: Parts.kwargs) -> HttpResponseBase:
        return _first(request) or view(cast(OwnRequest, request), *args, **parts)

    return marked(respond, Access.STAFF)


def own_first(
    view: Callable[Concatenate[OwnRequest, Parts], HttpResponseBase],
) -> Callable[Concatenate[PageRequest, Parts], HttpResponseBase]:
    """Let in who has signed in with a password, to set up the second step that every other page waits for."""

    @wraps(view)
    def respond(request: PageRequest, /, *args: Parts.args, **parts: Parts.kwargs) -> HttpResponseBase:
        return _signed_out(request) or view(cast(OwnRequest, request), *args, **parts)

    return marked(respond, Access.STAFF)


def _without_a_role(request: PageRequest) -> HttpResponseBase:
    """Lead somebody's advocate, who is nobody at any body, to the people they help."""
    is_theirs = request.method in ("GET", "HEAD") and is_advocate(cast(OwnRequest, request).user.pk)
    return redirect("advocate") if is_theirs else errors.no_role(request)


def _first(request: PageRequest) -> HttpResponseBase | None:
    """Return the page that comes before any page of staff: signing in, or setting up a second step."""
    if elsewhere := _signed_out(request):
        return elsewhere
    return to_second_step(request) if lacks_second_step(request) else None


def _signed_out(request: PageRequest) -> HttpResponseBase | None:
    if request.user.is_authenticated and not end_if_old(request):
        return None
    return to_sign_in(request) if request.method in ("GET", "HEAD") else errors.signed_out(request)


def place_of(request: PageRequest, places: tuple[Place, ...]) -> Place | None:
    """Where the person acts: the only place, or the one they chose; nothing where they have yet to choose."""
    chosen = [place for place in places if place.body == request.session.get(CHOSEN)] or places
    return chosen[0] if len(chosen) == 1 else None


def marked(view: View, access: Access) -> View:
    """Write the access on the view, where the test and the reader find it."""
    view.access = access  # type: ignore[attr-defined]  # a mark on a function
    return view
