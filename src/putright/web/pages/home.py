"""Where does a person begin? Three doors: whom to complain to, making a complaint, following one."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import require_safe

from putright.web.access import public
from putright.web.page_request import PageRequest
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One way in: the name of its address, its words, and what lies behind it."""

    name: str
    text: str
    behind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The start page."""

    doors: tuple[Door, ...]


DOORS = (
    Door(
        name="signpost",
        text=_("Find out who to complain to"),
        behind=_("Answer a few questions. We tell you which organisation to go to, and who can help you."),
    ),
    Door(
        name="complain",
        text=_("Make a complaint"),
        behind=_("Tell one of the organisations here what happened, for yourself or for someone else."),
    ),
    Door(
        name="follow",
        text=_("Follow a complaint"),
        behind=_("See what has been done with your complaint, what is due next and by when."),
    ),
)


@public
@require_safe
def home(request: PageRequest) -> HttpResponse:
    """Show the start page."""
    return show(request, "home.jinja", HomePage(doors=DOORS))
