"""What is due, soonest first? The page on which staff begin their day."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from putright.casework.queries.progress import CaseFollowed, cases_followed
from putright.casework.queries.worklist import LARGEST_PAGE, PAGE_SIZE, Row, Show, Worklist, worklist_for
from putright.domain.access import Deed, reaches, why_not_here
from putright.domain.triage import PATH_WORDS
from putright.web.access import staff
from putright.web.casefile.words import SEVERITY_TAGS
from putright.web.components.due import due_tag, whose
from putright.web.components.narrowing import (
    SHOWN,
    TEAM,
    Choice,
    Person,
    address_of,
    choice_of,
    kind_asked,
    kind_of,
    number_of,
    paths_of,
    people_of,
    severities_of,
    show_of,
    whose_of,
)
from putright.web.components.tags import Tag
from putright.web.page_request import StaffRequest
from putright.web.templating import show

# Where somebody begins their day who may see no case, the first that is theirs.
_OTHERWISE = ((Deed.ADMINISTER, "administration"), (Deed.DESCRIBE, "organisation"), (Deed.STATE, "statements"))

NOTHING = {
    Show.DUE: "Nothing is due.",
    Show.OVERDUE: "Nothing is overdue.",
    Show.SOON: "Nothing is due in the next 7 days.",
    Show.NOTHING_DUE: "Every open case has something due.",
    Show.CLOSED: "No case has been closed yet.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One case of the list, in words."""

    row: Row
    tag: Tag
    who: str
    severity: Tag | None
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPage:
    """One page of the list, and the ways to another."""

    shown: str
    show: Show
    lines: tuple[Line, ...]
    nothing: str
    choices: tuple[Choice, ...]
    people: tuple[Person, ...]
    severities: tuple[Person, ...]
    paths: tuple[Person, ...]
    is_narrowed: bool
    page: int
    pages: int | None
    before: str
    after: str
    longer: str
    longest: int
    downloads: bool
    whose: str
    severity: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedPage:
    """The cases of which somebody sees what the person who complained is shown."""

    cases: tuple[CaseFollowed, ...]


@staff
@require_safe
def work(request: StaffRequest) -> HttpResponse:
    """Show the worklist; who may open no case is led to what they can do."""
    if not reaches(request.actor, Deed.SEE):
        return _without_cases(request)
    person, team = whose_of(request)
    listed = worklist_for(
        request.actor,
        request.today,
        person=person,
        team=team,
        show=show_of(request),
        kind=kind_of(request),
        page=number_of(request, "page") or 1,
        size=max(number_of(request, "size") or PAGE_SIZE, PAGE_SIZE),
    )
    request.menu_counts = {"incoming": listed.messages_waiting}
    return show(request, "work.jinja", _page(request, listed))


def _without_cases(request: StaffRequest) -> HttpResponse:
    """What there is for somebody whose roles open no case: what an advocate may follow, or the pages they do have."""
    if reaches(request.actor, Deed.FOLLOW):
        return show(request, "work_followed.jinja", FollowedPage(cases=cases_followed(request.actor)))
    for deed, page in _OTHERWISE:
        if reaches(request.actor, deed):
            return redirect(page)
    return show(request, "work_none.jinja")


def _page(request: StaffRequest, listed: Worklist) -> WorkPage:
    whose_it_is = TEAM if listed.of_team else "" if listed.person is None else str(listed.person)
    kind = kind_asked(listed.kind)
    here = {"show": listed.show.value, "person": whose_it_is, **kind}
    longer = address_of(here | {"size": str(LARGEST_PAGE)})
    if listed.size != PAGE_SIZE:
        here |= {"size": str(listed.size)}
    return WorkPage(
        shown=SHOWN[listed.show],
        show=listed.show,
        lines=tuple(map(_line, listed.rows)),
        nothing=NOTHING[listed.show],
        choices=tuple(choice_of(one, listed, here) for one in Show),
        people=people_of(listed.colleagues, me=request.actor.person_id, team=listed.team, chosen=whose_it_is),
        severities=severities_of(listed.kind),
        paths=paths_of(listed.kind),
        is_narrowed=bool(whose_it_is) or any(kind.values()),
        page=listed.page,
        pages=listed.pages,
        before=address_of(here, page=listed.page - 1) if listed.page > 1 else "",
        after=address_of(here, page=listed.page + 1) if listed.has_more else "",
        longer=longer if listed.size < LARGEST_PAGE and (listed.has_more or listed.page > 1) else "",
        longest=LARGEST_PAGE,
        downloads=bool(listed.rows) and why_not_here(request.actor, Deed.HANDLE) is None,
        whose=whose_it_is,
        **kind,
    )


def _line(row: Row) -> Line:
    severity, path = row.triage.severity, row.triage.path
    return Line(
        row=row,
        tag=due_tag(row.next, row.status),
        who=whose(row.next),
        severity=Tag(f"{SEVERITY_TAGS[severity].text} severity", SEVERITY_TAGS[severity].colour) if severity else None,
        path=PATH_WORDS[path] if path else "",
    )
