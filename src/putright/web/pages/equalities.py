"""Whom does the body hear? What people who complained said about themselves, quarter by quarter, in numbers."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.equalities import QuarterCounted, equalities_counted
from putright.domain.access import Deed, why_not_here
from putright.domain.equalities import FEWEST_SHOWN
from putright.web.access import staff
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class EqualitiesPage:
    """The quarters that are over, and the fewest that are shown."""

    quarters: tuple[QuarterCounted, ...]
    fewest: int = FEWEST_SHOWN


@staff
@require_safe
def equalities(request: StaffRequest) -> HttpResponse:
    """Show the counts to whoever decides for the body."""
    if refusal := why_not_here(request.actor, Deed.DECIDE):
        return errors.refused(request, refusal)
    page = EqualitiesPage(quarters=equalities_counted(request.actor, request.today))
    return show(request, "equalities.jinja", page)
