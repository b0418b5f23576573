"""What is due, soonest first? The page on which staff begin their day."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from putright.casework.counting import ENOUGH
from putright.casework.queries.worklist import LARGEST_PAGE, PAGE_SIZE, Row, Show, Worklist, worklist_for
from putright.domain.access import Deed, reaches
from putright.domain.references import reference_meant
from putright.web.access import staff
from putright.web.components.due import due_tag, whose
from putright.web.components.tags import Tag
from putright.web.page_request import StaffRequest
from putright.web.problems import Problem
from putright.web.templating import show

LONGEST_NUMBER, LONGEST_REFERENCE = 9, 40

SHOWN = {
    Show.DUE: "Due",
    Show.OVERDUE: "Overdue",
    Show.SOON: "Due in 7 days",
    Show.NOTHING_DUE: "Nothing due",
    Show.CLOSED: "Closed",
}
NOTHING = {
    Show.DUE: "Nothing is due.",
    Show.OVERDUE: "Nothing is overdue.",
    Show.SOON: "Nothing is due in the next 7 days.",
    Show.NOTHING_DUE: "Every open case has something due.",
    Show.CLOSED: "No case has been closed yet.",
}
NOT_FOUND = "Enter a whole reference, like 7K2M-9QXT. It is on every letter of the case"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One case of the list, in words."""

    row: Row
    tag: Tag
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to narrow the list."""

    text: str
    href: str
    count: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One choice of whose cases are shown."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPage:
    """One page of the list, and the ways to another."""

    sought: str
    shown: str
    show: Show
    lines: tuple[Line, ...]
    nothing: str
    choices: tuple[Choice, ...]
    people: tuple[Person, ...]
    is_narrowed: bool
    page: int
    pages: int | None
    before: str
    after: str
    longer: str
    longest: int


@staff
@require_safe
def work(request: StaffRequest) -> HttpResponse:
    """Show the worklist; who may open no case is led to what they can do, a whole reference to its case."""
    if not reaches(request.actor, Deed.SEE):
        return redirect("administration")
    sought = request.GET.get("reference", "").strip()
    if meant := reference_meant(sought):
        return redirect("case", meant)
    listed = worklist_for(
        request.actor,
        request.today,
        person=_number(request, "person"),
        show=_show(request),
        page=_number(request, "page") or 1,
        size=max(_number(request, "size") or PAGE_SIZE, PAGE_SIZE),
    )
    problems = (Problem(NOT_FOUND, "#reference"),) if sought else ()
    return show(request, "work.jinja", _page(request, listed), problems=problems)


def _page(request: StaffRequest, listed: Worklist) -> WorkPage:
    here = {"show": listed.show.value, "person": "" if listed.person is None else str(listed.person)}
    longer = _address(here | {"size": str(LARGEST_PAGE)})
    if listed.size != PAGE_SIZE:
        here |= {"size": str(listed.size)}
    return WorkPage(
        sought=request.GET.get("reference", "").strip()[:LONGEST_REFERENCE],
        shown=SHOWN[listed.show],
        show=listed.show,
        lines=tuple(Line(row=row, tag=due_tag(row.next, row.status), who=whose(row.next)) for row in listed.rows),
        nothing=NOTHING[listed.show],
        choices=tuple(_choice(one, listed, here) for one in Show),
        people=_people(request, listed),
        is_narrowed=listed.person is not None,
        page=listed.page,
        pages=listed.pages,
        before=_address(here, page=listed.page - 1) if listed.page > 1 else "",
        after=_address(here, page=listed.page + 1) if listed.has_more else "",
        longer=longer if listed.size < LARGEST_PAGE and (listed.has_more or listed.page > 1) else "",
        longest=LARGEST_PAGE,
    )


def _choice(one: Show, listed: Worklist, here: dict[str, str]) -> Choice:
    count = listed.counts[one]
    return Choice(
        text=SHOWN[one],
        href=_address(here | {"show": one.value}),
        count=f"more than {ENOUGH:,}" if count > ENOUGH else f"{count:,}",
        current=one is listed.show,
    )


def _people(request: StaffRequest, listed: Worklist) -> tuple[Person, ...]:
    """Return the choices: everybody, myself, nobody yet, and each colleague."""
    me = request.actor.person_id
    colleagues = [(str(each.person_id), each.name) for each in listed.colleagues if each.person_id != me]
    every = [("", "Everybody"), (str(me), "Me"), ("0", "Nobody yet"), *colleagues]
    chosen = "" if listed.person is None else str(listed.person)
    return tuple(Person(value=value, text=text, chosen=value == chosen) for value, text in every)


def _address(here: dict[str, str], *, page: int = 1) -> str:
    parts = {name: value for name, value in here.items() if value} | ({"page": str(page)} if page > 1 else {})
    return f"{reverse('work')}?{urlencode(parts)}"


def _show(request: StaffRequest) -> Show:
    try:
        return Show(request.GET.get("show") or Show.DUE)
    except ValueError:
        raise Http404 from None


def _number(request: StaffRequest, name: str) -> int | None:
    """Return a number of the address; nobody types them, so one that is none, or absurd, leads to no page."""
    said = request.GET.get(name, "")
    if not said:
        return None
    if not (said.isascii() and said.isdecimal() and len(said) <= LONGEST_NUMBER):
        raise Http404
    return int(said)
