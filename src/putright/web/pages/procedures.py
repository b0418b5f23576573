"""Which organisations take complaints here, how can they be reached, and what do they promise: regulation 16."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.bodies import BodyShown, bodies_public
from putright.web.access import public
from putright.web.page_request import PageRequest
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class ProceduresPage:
    """Every organisation of this site."""

    bodies: tuple[BodyShown, ...]


@public
@require_safe
def procedures(request: PageRequest) -> HttpResponse:
    """Show them by name."""
    return show(request, "procedures.jinja", ProceduresPage(bodies=bodies_public()))
