"""Who has looked at a case, as what, when, and at what of it?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from putright.casework.queries.looks import LooksAtCase, looks_at_case
from putright.web.access import staff
from putright.web.looking import BY_LINK, THE_PERSONS_SIDE, UNUSUAL, LookPages, is_unusual_asked, number_in, pages_of
from putright.web.page_request import StaffRequest
from putright.web.templating import show
from putright.web.wording import plural


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Whose looks can be asked for."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLooksPage:
    """One page of the looks at a case."""

    found: LooksAtCase
    people: tuple[Choice, ...]
    by_others: bool
    others: str
    looks: LookPages


@staff
@require_safe
def case_looks(request: StaffRequest, reference: str) -> HttpResponse:
    """Show who looked, the last first; that this was looked at is among the next to be shown."""
    person, by_others = number_in(request, "person"), is_unusual_asked(request)
    found = looks_at_case(
        request.actor,
        reference,
        now=request.now,
        person=person,
        unusual=by_others,
        page=number_in(request, "page") or 1,
    )
    asked = {"person": "" if person is None else str(person), "by": UNUSUAL if by_others else ""}
    page = CaseLooksPage(
        found=found,
        people=_people(found, person),
        by_others=by_others,
        others=UNUSUAL,
        looks=pages_of(found.looks, reverse("case-looks", args=[found.reference]), asked),
    )
    return show(request, "case_looks.jinja", page)


def _people(found: LooksAtCase, chosen: int | None) -> tuple[Choice, ...]:
    everybody = Choice(value="", text="Everybody", chosen=chosen is None)
    each = (
        Choice(
            value=str(one.person_id),
            text=f"{one.name or (THE_PERSONS_SIDE if found.has_advocates else BY_LINK)} ({plural(one.looks, 'look')})",
            chosen=chosen == one.person_id,
        )
        for one in found.lookers
    )
    return (everybody, *each)
