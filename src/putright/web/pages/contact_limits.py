"""Where is it limited how somebody contacts us, and how does each limit stand? For those who decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.contact_register import LimitKept, contact_register
from putright.domain.access import Deed, why_not_here
from putright.web.access import staff
from putright.web.components import Tag
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.templating import show

SOON: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One limit and how it stands."""

    limit: LimitKept
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLimitsPage:
    """The register."""

    lines: tuple[Line, ...]


@staff
@require_safe
def contact_limits(request: StaffRequest) -> HttpResponse:
    """Show the register of limits on contact, as far as the person may see the cases on which they were decided."""
    if refusal := why_not_here(request.actor, Deed.DECIDE):
        return errors.refused(request, refusal)
    found = contact_register(request.actor, request.today)
    lines = tuple(Line(limit=one, tag=_tag(one, request.today)) for one in found)
    return show(request, "contact_limits.jinja", ContactLimitsPage(lines=lines))


def _tag(one: LimitKept, today: date) -> Tag:
    if one.waits:
        return Tag("Letter has not gone", "yellow")
    if not one.holds:
        return Tag("Over", "grey")
    if one.appealed_on:
        return Tag("Appeal to answer", "red")
    return Tag("Ends soon", "yellow") if one.until <= today + SOON else Tag("Holds", "blue")
