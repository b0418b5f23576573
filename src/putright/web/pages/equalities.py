"""Whom does the body hear? What people who complained said about themselves, quarter by quarter, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.equalities import QuarterCounted, equalities_counted
from putright.domain.access import Deed, why_not_here
from putright.domain.equalities import FEWEST_SHOWN, quarter_after, quarter_from
from putright.web.access import staff
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.templating import show
from putright.web.wording import MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class EqualitiesPage:
    """The quarters that are over, by their names, the day from which the running one is shown, and the fewest shown."""

    quarters: tuple[tuple[str, QuarterCounted], ...]
    running_from: date
    running_shown_from: date
    fewest: int = FEWEST_SHOWN


@staff
@require_safe
def equalities(request: StaffRequest) -> HttpResponse:
    """Show the counts to whoever decides for the body."""
    if refusal := why_not_here(request.actor, Deed.DECIDE):
        return errors.refused(request, refusal)
    page = EqualitiesPage(
        quarters=tuple((_name_of(each.quarter), each) for each in equalities_counted(request.actor, request.today)),
        running_from=quarter_from(request.today),
        running_shown_from=quarter_after(request.today),
    )
    return show(request, "equalities.jinja", page)


def _name_of(quarter: date) -> str:
    """Return a quarter by its months, as it is called."""
    return f"{MONTHS[quarter.month - 1]} to {MONTHS[quarter.month + 1]} {quarter.year}"
