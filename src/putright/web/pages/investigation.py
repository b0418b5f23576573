"""How far has the investigation of a case come: the statements, the tasks, what was found on each issue?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.investigation import (
    FindingShown,
    InvestigationPage,
    RecordsShown,
    StatementAsked,
    TaskShown,
    investigation,
)
from putright.domain.access import Deed, reaches
from putright.domain.statements import Asked
from putright.domain.tasks import TaskState
from putright.web.access import staff
from putright.web.components import Tag
from putright.web.page_request import StaffRequest
from putright.web.pages.statements import state_tag
from putright.web.templating import show

_ENDED = {TaskState.DONE: Tag("Done", "green"), TaskState.NOT_NEEDED: Tag("Not needed", "grey")}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """A statement that was asked for, with how it stands in a word."""

    asked: StatementAsked
    tag: Tag
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """A task, with how it stands in a word."""

    task: TaskShown
    tag: Tag
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsLine:
    """Records that were asked for, with how that stands in a word."""

    records: RecordsShown
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """What was found on an issue, in a word."""

    found: FindingShown
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestigationView:
    """The page of an investigation."""

    case: InvestigationPage
    statements: tuple[StatementLine, ...]
    tasks: tuple[TaskLine, ...]
    records: tuple[RecordsLine, ...]
    findings: tuple[FindingLine, ...]
    may_act: bool


@staff
@require_safe
def investigation_of_case(request: StaffRequest, reference: str) -> HttpResponse:
    """Show how far the investigation has come."""
    case = investigation(request.actor, reference, now=request.now)
    page = InvestigationView(
        case=case,
        statements=tuple(_statement(asked, request.today) for asked in case.statements),
        tasks=tuple(sorted((_task(task, request.today) for task in case.tasks), key=lambda line: not line.is_open)),
        records=tuple(RecordsLine(records=one, tag=_records(one, request.today)) for one in case.records),
        findings=tuple(FindingLine(found=found, tag=_found(found)) for found in case.findings),
        may_act=bool(reaches(request.actor, Deed.INVESTIGATE)),
    )
    return show(request, "investigation.jinja", page)


def _statement(asked: StatementAsked, today: date) -> StatementLine:
    tag = state_tag(asked.state, due_on=asked.due_on, today=today)
    tag = Tag("Received", "green") if asked.state is Asked.GIVEN else tag
    tag = Tag("Waiting", "blue") if tag.text == "To do" else tag
    tag = Tag("Taken back", "grey") if asked.state is Asked.TAKEN_BACK else tag
    return StatementLine(asked=asked, tag=tag, waits=asked.state is Asked.WAITING)


def _task(task: TaskShown, today: date) -> TaskLine:
    if task.state is not TaskState.TO_DO:
        return TaskLine(task=task, tag=_ENDED[task.state], is_open=False)
    if task.due_on < today:
        return TaskLine(task=task, tag=Tag("Overdue", "red"), is_open=True)
    tag = Tag("Due today", "yellow") if task.due_on == today else Tag("To do", "blue")
    return TaskLine(task=task, tag=tag, is_open=True)


def _records(records: RecordsShown, today: date) -> Tag:
    if records.came is not None:
        return Tag("Received", "green") if records.came else Tag("Do not come", "grey")
    return Tag("Overdue", "red") if records.due_on < today else Tag("Waiting", "blue")


def _found(found: FindingShown) -> Tag:
    if found.fell_short is None:
        return Tag("Nothing found yet", "white")
    return Tag("Fell short", "purple") if found.fell_short else Tag("As it should be", "grey")
