"""How does an advocate help somebody to complain, so that it is the person who sends it?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.web.access import own
from putright.web.page_request import OwnRequest
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvocateHelpPage:
    """The address by which the person can name whoever signed in."""

    email: str


@own
@require_safe
def advocate_help(request: OwnRequest) -> HttpResponse:
    """Say how the form is filled in with somebody, and handed over by its link; nothing of it is kept here."""
    return show(request, "advocate_help.jinja", AdvocateHelpPage(email=request.user.email))
