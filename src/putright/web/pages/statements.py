"""Which statements was somebody asked for, and which do they still have to give?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.my_statements import AskedLine, my_statements
from putright.domain.statements import Asked
from putright.web.access import staff
from putright.web.components import Tag
from putright.web.page_request import StaffRequest
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One request, and how it stands in a word."""

    asked: AskedLine
    tag: Tag
    to_do: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsPage:
    """What waits, and what is done."""

    waiting: tuple[Line, ...]
    done: tuple[Line, ...]


@staff
@require_safe
def statements(request: StaffRequest) -> HttpResponse:
    """List what whoever is signed in was asked for."""
    lines = tuple(_line(asked, request.today) for asked in my_statements(request.actor))
    page = StatementsPage(
        waiting=tuple(line for line in lines if line.to_do), done=tuple(line for line in lines if not line.to_do)
    )
    return show(request, "statements.jinja", page)


def state_tag(state: Asked, *, due_on: date, today: date, is_over: bool = False) -> Tag:
    """How a request stands, in a word."""
    if is_over and state is not Asked.GIVEN:
        return Tag("No longer needed", "grey")
    match state:
        case Asked.GIVEN:
            return Tag("Sent", "green")
        case Asked.DECLINED:
            return Tag("Declined", "grey")
        case Asked.TAKEN_BACK:
            return Tag("No longer needed", "grey")
    if due_on < today:
        return Tag("Overdue", "red")
    return Tag("Due today", "yellow") if due_on == today else Tag("To do", "blue")


def _line(asked: AskedLine, today: date) -> Line:
    return Line(
        asked=asked,
        tag=state_tag(asked.state, due_on=asked.due_on, today=today, is_over=asked.is_over),
        to_do=asked.state is Asked.WAITING and not asked.is_over,
    )
