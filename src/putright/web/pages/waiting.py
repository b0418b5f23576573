"""Which tasks, promises and requests wait, for whom and since when? A list for whoever has them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.waiting_list import (
    ALL,
    LARGEST_PAGE,
    LATE,
    PAGE_SIZE,
    Waiting,
    WaitingList,
    waiting_list,
)
from putright.domain.access import Deed, reaches
from putright.domain.waiting import WaitedFor, WaitKind
from putright.web.access import staff
from putright.web.components.narrowing import (
    TEAM,
    Choice,
    Person,
    address_of,
    count_in_words,
    number_of,
    people_of,
    whose_of,
)
from putright.web.components.tags import Tag
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.templating import show
from putright.web.wording import plural

EVERYBODY: Final = "all"
# The tabs: how each is named in an address, its words, and what to say where nothing waits.
TABS: Final = {
    ALL: ("All", "Nothing waits."),
    LATE: ("Overdue", "Nothing that waits is overdue."),
    WaitedFor.OURSELVES: ("To do here", "No task or promise is open."),
    WaitedFor.PERSON: ("The person", "Nothing that the person was asked waits for an answer."),
    WaitedFor.STAFF: ("Staff", "No statement is waited for."),
    WaitedFor.OTHERS: ("Others", "No records, no contribution and no other process is waited for."),
    WaitedFor.SIGNATORY: ("Signature", "No response waits to be signed."),
    WaitedFor.REVIEWER: ("Review", "No review is waited for."),
}
# Who is waited for, where nobody in particular was asked.
_WHO: Final = {
    WaitedFor.OURSELVES: "",
    WaitedFor.PERSON: "the person who complains, or the patient",
    WaitedFor.STAFF: "a member of staff",
    WaitedFor.OTHERS: "somebody elsewhere",
    WaitedFor.SIGNATORY: "whoever signs",
    WaitedFor.REVIEWER: "whoever reviews it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that waits, in words."""

    row: Waiting
    first: str
    second: str
    since: date | None
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingPage:
    """One page of what waits, and the ways to another."""

    tab: str
    shown: str
    lines: tuple[Line, ...]
    nothing: str
    choices: tuple[Choice, ...]
    people: tuple[Person, ...]
    everybody: str
    is_narrowed: bool
    page: int
    pages: int | None
    before: str
    after: str
    longer: str
    longest: int


@staff
@require_safe
def waiting(request: StaffRequest) -> HttpResponse:
    """Show what waits on one's own list, unless the address asks for another's; some see no case, and so no list."""
    if not reaches(request.actor, Deed.SEE):
        return errors.no_role(request)
    tab = _tab_of(request)
    everybody = request.GET.get("person") == EVERYBODY
    person, team = (None, False) if everybody else whose_of(request)
    if person is None and not team and not everybody:
        person = request.actor.person_id
    listed = waiting_list(
        request.actor,
        request.today,
        whom=WaitedFor(tab) if tab in set(WaitedFor) else None,
        late=tab == LATE,
        person=person,
        team=team,
        page=number_of(request, "page") or 1,
        size=max(number_of(request, "size") or PAGE_SIZE, PAGE_SIZE),
    )
    request.menu_counts = {"incoming": listed.messages_waiting}
    return show(request, "waiting.jinja", _page(request, listed, tab))


def _tab_of(request: StaffRequest) -> str:
    tab = request.GET.get("show") or ALL
    if tab not in TABS:
        raise Http404
    return tab


def _page(request: StaffRequest, listed: WaitingList, tab: str) -> WaitingPage:
    chosen = TEAM if listed.of_team else EVERYBODY if listed.person is None else str(listed.person)
    here = {"show": "" if tab == ALL else tab, "person": chosen}
    longer = address_of(here | {"size": str(LARGEST_PAGE)}, of="waiting")
    if listed.size != PAGE_SIZE:
        here |= {"size": str(listed.size)}
    me = request.actor.person_id
    return WaitingPage(
        tab=tab,
        shown=TABS[tab][0],
        lines=tuple(_line(row, listed) for row in listed.rows),
        nothing=TABS[tab][1],
        choices=tuple(_choice(one, listed, here, tab) for one in TABS),
        people=people_of(listed.colleagues, me=me, team=listed.team, chosen=chosen, everybody=EVERYBODY),
        everybody=address_of(here | {"person": EVERYBODY}, of="waiting"),
        is_narrowed=chosen != EVERYBODY,
        page=listed.page,
        pages=listed.pages,
        before=address_of(here, page=listed.page - 1, of="waiting") if listed.page > 1 else "",
        after=address_of(here, page=listed.page + 1, of="waiting") if listed.has_more else "",
        longer=longer if listed.size < LARGEST_PAGE and (listed.has_more or listed.page > 1) else "",
        longest=LARGEST_PAGE,
    )


def _choice(one: str, listed: WaitingList, here: dict[str, str], tab: str) -> Choice:
    return Choice(
        text=TABS[one][0],
        href=address_of(here | {"show": "" if one == ALL else one}, of="waiting"),
        count=count_in_words(listed.counts[one]),
        current=one == tab,
    )


def _line(row: Waiting, listed: WaitingList) -> Line:
    if row.kind is WaitKind.HOLD:
        return Line(row=row, first=row.what, second=_asked_by(row), since=row.since_on, tag=_tag(row, listed))
    who = row.asked or _WHO[row.whom]
    parts = (row.what if row.said else "", f"Waiting for {who}" if who else "")
    return Line(
        row=row,
        first=row.said or row.what,
        second=". ".join(part for part in parts if part),
        since=row.since_on if row.due_on else None,
        tag=_tag(row, listed),
    )


def _asked_by(row: Waiting) -> str:
    return f"Asked for by {row.said}" if row.said else ""


def _tag(row: Waiting, listed: WaitingList) -> Tag:
    """How long it has waited, or how late it is: in days, as those who are rung up hear it."""
    if row.due_on is not None and row.is_late:
        return Tag(f"Overdue by {plural((listed.as_at - row.due_on).days, 'day')}", "red")
    if row.due_on == listed.as_at:
        return Tag("Due today", "yellow")
    if row.due_on is not None:
        return Tag(f"Due in {plural((row.due_on - listed.as_at).days, 'day')}", "blue")
    days = (listed.as_at - row.since_on).days
    return Tag(f"For {plural(days, 'day')}" if days else "Since today", "white")
