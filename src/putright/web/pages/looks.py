"""How many cases does everybody look at, and which did one person look at? For whoever looks for misuse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from putright.casework.queries.looks import DAYS, LooksByPerson, Week, looks_by_day, looks_by_person
from putright.web.access import staff
from putright.web.looking import UNUSUAL, LookPages, is_unusual_asked, number_in, pages_of, with_query
from putright.web.page_request import StaffRequest
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class LooksPage:
    """The counts of seven days, and the ways to those before and after."""

    week: Week
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLooksPage:
    """One page of what somebody looked at."""

    found: LooksByPerson
    by_others: bool
    others: str
    looks: LookPages


@staff
@require_safe
def looks(request: StaffRequest) -> HttpResponse:
    """Show how many cases each member of staff looked at, day by day; the last day is today unless another is asked."""
    until = _until(request)
    after = min(until + timedelta(days=DAYS), request.today)
    page = LooksPage(
        week=looks_by_day(request.actor, until, now=request.now),
        before=with_query(reverse("looks"), {"until": (until - timedelta(days=DAYS)).isoformat()}),
        after=with_query(reverse("looks"), {"until": after.isoformat()}) if until < request.today else "",
    )
    return show(request, "looks.jinja", page)


@staff
@require_safe
def looks_of_person(request: StaffRequest, number: int) -> HttpResponse:
    """Show at what a member of staff looked, by reference, the last first."""
    by_others = is_unusual_asked(request)
    found = looks_by_person(
        request.actor, number, now=request.now, unusual=by_others, page=number_in(request, "page") or 1
    )
    asked = {"by": UNUSUAL if by_others else ""}
    page = PersonLooksPage(
        found=found,
        by_others=by_others,
        others=UNUSUAL,
        looks=pages_of(found.looks, reverse("looks-of-person", args=[number]), asked),
    )
    return show(request, "looks_of_person.jinja", page)


def _until(request: StaffRequest) -> date:
    """Return the last day that is asked for: none that has not come, none before all calendars."""
    said = request.GET.get("until", "")
    try:
        until = date.fromisoformat(said) if said else request.today
    except ValueError:
        raise Http404 from None
    if not date(2000, 1, 1) <= until <= request.today:
        raise Http404
    return until
