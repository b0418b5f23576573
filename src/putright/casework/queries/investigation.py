"""How far has the investigation of a case come: who was asked, what is to be done, what was found?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from putright.casework.errors import NotFound
from putright.casework.findings_of import findings_of
from putright.casework.looks import keep_look
from putright.domain.access import Actor
from putright.domain.injustice import Level
from putright.domain.issues import SUBJECT_WORDS, Subject
from putright.domain.looks import Look
from putright.domain.references import reference_meant, reference_shown
from putright.domain.statements import STANDING_WORDS, Asked, Standing
from putright.domain.tasks import TaskState
from putright.gateways.injustice_file import scale
from putright.records.models import AskedStatement, Case, Document, Event, Issue, Task
from putright.records.visible_to import visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementAsked:
    """One statement that was asked for on a page, and how far it has come."""

    entry: int
    name: str
    post: str
    standing_words: str
    asked_by: str
    asked_on: date
    due_on: date
    state: Asked
    opened_at: datetime | None
    is_begun: bool
    reminders: int
    papers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskShown:
    """One task: what, whose, by when, for which issue."""

    entry: int
    what: str
    owner: str
    due_on: date
    issue: int | None
    state: TaskState


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingShown:
    """What was found on an issue that is dealt with; nothing yet where `fell_short` is not known."""

    issue: int
    subject_words: str
    words: str
    fell_short: bool | None
    should: str
    happened: str
    impact: str
    level: Level | None
    scale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestigationPage:
    """The investigation of a case."""

    reference: str
    reference_shown: str
    complainant: str
    statements: tuple[StatementAsked, ...]
    tasks: tuple[TaskShown, ...]
    findings: tuple[FindingShown, ...]


def investigation(actor: Actor, reference: str, *, now: datetime) -> InvestigationPage:
    """The investigation as it stands, noting that it was looked at; raises NotFound where the case may not be seen."""
    meant = reference_meant(reference)
    case = visible_to(actor).select_related("complainant").filter(reference=meant).first() if meant else None
    if case is None:
        raise NotFound
    keep_look(Look.INVESTIGATION, by=actor, now=now, case=case.pk)
    return InvestigationPage(
        reference=case.reference,
        reference_shown=reference_shown(case.reference),
        complainant=case.complainant.name,
        statements=tuple(_statements(case)),
        tasks=tuple(_tasks(case)),
        findings=tuple(_findings(case)),
    )


def _statements(case: Case) -> Iterator[StatementAsked]:
    kinds = ("statement_received", "statement_added", "statement_declined", "statement_chased")
    events = list(Event.objects.filter(case=case, event__in=kinds).order_by("number"))
    for row in AskedStatement.objects.filter(case=case).select_related("person", "asked_by").order_by("entry"):
        mine = [event for event in events if event.about == row.entry]
        yield StatementAsked(
            entry=row.entry,
            name=row.person.name,
            post=row.person.post,
            standing_words=STANDING_WORDS[Standing(row.standing)],
            asked_by=row.asked_by.name,
            asked_on=row.asked_on,
            due_on=row.due_on,
            state=Asked(row.state),
            opened_at=row.opened_at,
            is_begun=bool(row.draft),
            reminders=sum(event.event == "statement_chased" for event in mine),
            papers=tuple(number for event in mine for number, _ in event.papers),
        )


def _tasks(case: Case) -> Iterator[TaskShown]:
    for row in Task.objects.filter(case=case).select_related("owner", "what").order_by("due_on", "entry"):
        yield TaskShown(
            entry=row.entry,
            what=row.what.text or "",
            owner=row.owner.name,
            due_on=row.due_on,
            issue=row.issue,
            state=TaskState(row.state),
        )


def _findings(case: Case) -> Iterator[FindingShown]:
    found, levels = findings_of(case), {level.level: level for level in scale().levels}
    for issue in Issue.objects.filter(case=case, exclusion="").select_related("narrative").order_by("number"):
        row = found.get(issue.number)
        yield FindingShown(
            issue=issue.number,
            subject_words=SUBJECT_WORDS[Subject(issue.subject)],
            words=issue.narrative.text or "",
            fell_short=row.fell_short if row else None,
            should=_text(row.should if row else None),
            happened=_text(row.happened if row else None),
            impact=_text(row.impact if row else None),
            level=levels.get(row.severity) if row and row.severity else None,
            scale=row.scale if row else "",
        )


def _text(paper: Document | None) -> str:
    return (paper.text or "") if paper is not None else ""
