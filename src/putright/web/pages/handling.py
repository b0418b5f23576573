"""How is a complaint handled, what was agreed of it before, and what differs between two versions?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.handling import HandlingPage, PlanShown, handling
from putright.domain.access import Deed, reaches
from putright.web.access import staff
from putright.web.components import Tag
from putright.web.components.narrowing import number_of
from putright.web.page_request import StaffRequest
from putright.web.templating import show

AGREED, SET = Tag("Agreed", "green"), Tag("Set", "blue")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """A version, and whether it was agreed in a word."""

    version: PlanShown
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlingView:
    """The versions of the plan, two of them side by side."""

    case: HandlingPage
    versions: tuple[PlanLine, ...]
    may_act: bool


@staff
@require_safe
def handling_of_case(request: StaffRequest, reference: str) -> HttpResponse:
    """Show the plan as it stands, its versions, and two of them compared."""
    case = handling(
        request.actor,
        reference,
        before=number_of(request, "before"),
        after=number_of(request, "after"),
        now=request.now,
    )
    lines = tuple(PlanLine(version=one, tag=AGREED if one.agreed else SET) for one in case.versions)
    page = HandlingView(case=case, versions=lines, may_act=bool(reaches(request.actor, Deed.HANDLE)))
    return show(request, "handling.jinja", page)
