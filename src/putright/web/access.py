"""Who may open a page? Every view says so with one of these marks, and a test fails for a view that does not."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse

from putright.casework.appointments import actors_of_account
from putright.web.page_request import StaffRequest
from putright.web.pages import errors

Parts = ParamSpec("Parts")
View = TypeVar("View", bound=Callable[..., object])


# Where the session keeps for which body somebody works who works for several.
BODY = "body"


class Access(StrEnum):
    """The kinds of door a page can have."""

    PUBLIC = "public"
    LINK = "link"
    STAFF = "staff"


def public(view: View) -> View:
    """Let anybody open the page."""
    return marked(view, Access.PUBLIC)


def staff(
    view: Callable[Concatenate[StaffRequest, Parts], HttpResponse],
) -> Callable[Concatenate[StaffRequest, Parts], HttpResponse]:
    """Let those open the page who are signed in and hold an appointment; as whom they act is `request.actor`."""

    @wraps(view)
    def opened(request: StaffRequest, /, *parts: Parts.args, **named: Parts.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), "sign-in")
        actors = actors_of_account(request.user.pk, on=request.today)
        if not actors:
            return errors.forbidden(request)
        chosen = request.session.get(BODY)
        request.actor = next((actor for actor in actors if actor.body_id == chosen), actors[0])
        return view(request, *parts, **named)

    return marked(opened, Access.STAFF)


def marked(view: View, access: Access) -> View:
    """Write the access on the view, where the test and the reader find it."""
    view.access = access  # type: ignore[attr-defined]  # a mark on a function
    return view
