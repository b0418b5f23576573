"""Who may open a page? Every view says so with one of these marks, and a test fails for a view that does not."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from django.http.response import HttpResponseBase

from putright.casework.queries.places import Place, places_of
from putright.web.onward import CHOSEN, to_choose, to_sign_in
from putright.web.page_request import PageRequest, StaffRequest
from putright.web.pages import errors

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
        if not request.user.is_authenticated:
            return to_sign_in(request) if request.method in ("GET", "HEAD") else errors.signed_out(request)
        places = places_of(request.user, request.today)
        place = place_of(request, places)
        if place is None:
            return to_choose(request) if places else errors.no_role(request)
        entering = cast(StaffRequest, request)
        entering.place, entering.actor, entering.works_elsewhere = place, place.actor, len(places) > 1
        return view(entering, *args, **parts)

    return marked(respond, Access.STAFF)


def place_of(request: PageRequest, places: tuple[Place, ...]) -> Place | None:
    """Where the person acts: the only place, or the one they chose; nothing where they have yet to choose."""
    chosen = [place for place in places if place.body == request.session.get(CHOSEN)] or places
    return chosen[0] if len(chosen) == 1 else None


def marked(view: View, access: Access) -> View:
    """Write the access on the view, where the test and the reader find it."""
    view.access = access  # type: ignore[attr-defined]  # a mark on a function
    return view
