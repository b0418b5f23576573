"""What does the body change because of complaints, and what has it learnt? A list for everybody who works there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from putright.casework.queries.improvements import ImprovementLine, ImprovementsShown, improvements
from putright.domain.duty import Refused
from putright.domain.improvements import ImprovementState, may_read_improvements
from putright.web.access import staff
from putright.web.components import Tag
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.templating import show

# The tabs: their words, and what to say where there is nothing.
TABS: Final = {
    ImprovementsShown.OPEN: ("To do", "Nothing is planned that is still to do."),
    ImprovementsShown.OVERDUE: ("Overdue", "Nothing is overdue."),
    ImprovementsShown.MINE: ("Mine", "Nothing waits for you."),
    ImprovementsShown.MADE: ("Made", "Nothing has been made yet."),
    ImprovementsShown.OF_NOBODY: ("Of somebody who has left", "Nothing is left by somebody who is not here any more."),
    ImprovementsShown.LESSONS: ("What we learnt", "Nothing has been written down yet."),
}
_REFUSED: Final = Refused(
    code="not-your-role", message="What an organisation changes is for those who work there. You come from outside."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One view of the list, and how many there are in it."""

    value: str
    words: str
    count: int
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One improvement and how it stands."""

    improvement: ImprovementLine
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovementsPage:
    """The list, its tabs, and its pages."""

    tabs: tuple[Tab, ...]
    lines: tuple[Line, ...]
    nothing: str
    show: str
    page: int
    pages: int
    before: str
    after: str


@staff
@require_safe
def improvements_list(request: StaffRequest) -> HttpResponse:
    """Show the improvements of the body in one of their views."""
    if not may_read_improvements(request.actor):
        return errors.refused(request, _REFUSED)
    asked = request.GET.get("show", "")
    view = ImprovementsShown(asked) if asked in set(ImprovementsShown) else ImprovementsShown.OPEN
    number = request.GET.get("page", "1")
    page = int(number) if number.isdecimal() and len(number) < 6 else 1  # noqa: PLR2004 - more digits than any page
    found = improvements(request.actor, request.today, show=view, page=page)
    shown = ImprovementsPage(
        tabs=tuple(
            Tab(value=each.value, words=words, count=found.counts[each], current=each is view)
            for each, (words, _) in TABS.items()
        ),
        lines=tuple(Line(improvement=line, tag=tag_of(line)) for line in found.lines),
        nothing=TABS[view][1],
        show=view.value,
        page=found.page,
        pages=found.pages,
        before=_address(view, found.page - 1) if found.page > 1 else "",
        after=_address(view, found.page + 1) if found.page < found.pages else "",
    )
    return show(request, "improvements.jinja", shown)


def _address(view: ImprovementsShown, page: int) -> str:
    return f"{reverse('improvements')}?show={view.value}&page={page}"


def tag_of(line: ImprovementLine) -> Tag:
    """How an improvement stands, in a word."""
    match line.state:
        case ImprovementState.DONE:
            return Tag("Made", "green")
        case ImprovementState.NOT_NEEDED:
            return Tag("Not needed", "grey")
    return Tag("Overdue", "red") if line.is_overdue else Tag("To do", "blue")
