"""Which cases make up a number of the yearly return?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.errors import NotFound
from putright.casework.queries.returns import CaseOfReturn, NoReturn, cases_of, return_shown
from putright.domain.access import Deed, why_not_here
from putright.domain.references import reference_shown
from putright.web.access import staff
from putright.web.casefile.words import STATUS_TAGS
from putright.web.components import Tag
from putright.web.components.return_period import wanted_in
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One case."""

    case: CaseOfReturn
    tag: Tag
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesPage:
    """The cases of a number: which it is, in which return and period."""

    name: str
    period: str
    heading: str
    words: str
    lines: tuple[Line, ...]
    back: str


@staff
@require_safe
def returns_cases(request: StaffRequest) -> HttpResponse:
    """List the cases of the number that the address names."""
    if refusal := why_not_here(request.actor, Deed.HANDLE):
        return errors.refused(request, refusal)
    wanted = wanted_in(request)
    found = return_shown(request.actor, wanted.period, kind=wanted.kind)
    if isinstance(found, NoReturn):
        raise NotFound
    group = found.sheet.group(request.GET.get("group", ""))
    cell = group.cell(request.GET.get("number", "")) if group else None
    if group is None or cell is None:
        raise NotFound
    page = CasesPage(
        name=found.name,
        period=wanted.words,
        heading=group.words,
        words=cell.words,
        lines=tuple(
            Line(
                case=case,
                tag=STATUS_TAGS[case.status],
                others=tuple((each, reference_shown(each)) for each in found.together.get(case.reference, ())),
            )
            for case in cases_of(request.actor, cell.cases)
        ),
        back=wanted.address("returns"),
    )
    return show(request, "returns_cases.jinja", page)
