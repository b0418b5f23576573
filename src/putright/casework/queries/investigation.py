"""How far has the investigation of a case come: who was asked, what is to be done, what was found?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from putright.casework.errors import NotFound
from putright.casework.findings_of import findings_of
from putright.casework.looks import keep_look
from putright.casework.queries.linked_shown import OF_HOLDS, held_until
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

_OF_STATEMENTS: Final = ("statement_received", "statement_added", "statement_declined", "statement_chased")
_KINDS: Final = (
    *_OF_STATEMENTS,
    *("task_set", "records_requested", "records_received", "records_not_coming"),
    *("evidence_placed", "investigation_planned"),
    *OF_HOLDS,
)


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
class RecordsShown:
    """Records that were asked for: of whom, which, by when, and what became of it; `came` is open while they wait."""

    entry: int
    words: str
    asked_on: date
    due_on: date
    came: bool | None
    answered_on: date | None
    papers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceShown:
    """What happened on a day, and the paper that shows it."""

    entry: int
    on: date
    words: str
    paper: int | None
    paper_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingShown:
    """What was found on an issue that is dealt with; nothing yet where `fell_short` is not known."""

    issue: int
    subject_words: str
    words: str
    held_until: date | None
    plan: str
    plans: int
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
    records: tuple[RecordsShown, ...]
    evidence: tuple[EvidenceShown, ...]
    findings: tuple[FindingShown, ...]


def investigation(actor: Actor, reference: str, *, now: datetime) -> InvestigationPage:
    """The investigation as it stands, noting that it was looked at; raises NotFound where the case may not be seen."""
    meant = reference_meant(reference)
    case = visible_to(actor).select_related("complainant").filter(reference=meant).first() if meant else None
    if case is None:
        raise NotFound
    keep_look(Look.INVESTIGATION, by=actor, now=now, case=case.pk)
    kept = _Kept(case)
    return InvestigationPage(
        reference=case.reference,
        reference_shown=reference_shown(case.reference),
        complainant=case.complainant.name,
        statements=tuple(_statements(case, kept)),
        tasks=tuple(_tasks(case, kept)),
        records=tuple(_records(kept)),
        evidence=tuple(sorted(_evidence(kept), key=lambda one: (one.on, one.entry))),
        findings=tuple(_findings(case, kept)),
    )


class _Kept:
    """The entries of an investigation that stand, and the papers of the case: read once, by one query each."""

    def __init__(self, case: Case) -> None:
        corrected = Event.objects.filter(case=case, corrects__isnull=False).values("corrects")
        rows = Event.objects.filter(case=case, event__in=_KINDS).exclude(number__in=corrected)
        self.events = list(rows.order_by("number"))
        papers = Document.objects.filter(case=case).only("number", "title", "text")
        self.papers = {paper.number: paper for paper in papers}

    def of(self, *kinds: str, about: int | None = None) -> list[Event]:
        """The entries of some kinds, of one request if it is named."""
        return [event for event in self.events if event.event in kinds and about in (None, event.about)]

    def text(self, event: Event) -> str:
        """What is written in the first paper of an entry."""
        return next((self.papers[number].text or "" for number, _ in event.papers if number in self.papers), "")


def _statements(case: Case, kept: _Kept) -> Iterator[StatementAsked]:
    for row in AskedStatement.objects.filter(case=case).select_related("person", "asked_by").order_by("entry"):
        mine = kept.of(*_OF_STATEMENTS, about=row.entry)
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


def _tasks(case: Case, kept: _Kept) -> Iterator[TaskShown]:
    stand = {event.number for event in kept.of("task_set")}
    for row in Task.objects.filter(case=case).select_related("owner", "what").order_by("due_on", "entry"):
        if row.entry not in stand:
            continue
        yield TaskShown(
            entry=row.entry,
            what=row.what.text or "",
            owner=row.owner.name,
            due_on=row.due_on,
            issue=row.issue,
            state=TaskState(row.state),
        )


def _records(kept: _Kept) -> Iterator[RecordsShown]:
    for asked in kept.of("records_requested"):
        answers = kept.of("records_received", "records_not_coming", about=asked.number)
        answer = answers[-1] if answers else None
        yield RecordsShown(
            entry=asked.number,
            words=kept.text(asked),
            asked_on=asked.on,
            due_on=date.fromisoformat(str(asked.facts["date"])),
            came=None if answer is None else answer.event == "records_received",
            answered_on=answer.on if answer else None,
            papers=tuple(number for number, _ in answer.papers) if answer else (),
        )


def _evidence(kept: _Kept) -> Iterator[EvidenceShown]:
    for placed in kept.of("evidence_placed"):
        number = placed.facts.get("paper")
        paper = kept.papers.get(number) if isinstance(number, int) else None
        yield EvidenceShown(
            entry=placed.number,
            on=date.fromisoformat(str(placed.facts["date"])),
            words=kept.text(placed),
            paper=paper.number if paper else None,
            paper_title=paper.title if paper else "",
        )


def _findings(case: Case, kept: _Kept) -> Iterator[FindingShown]:
    found, levels = findings_of(case), {level.level: level for level in scale().levels}
    held = held_until(kept.events)
    for issue in Issue.objects.filter(case=case, exclusion="").select_related("narrative").order_by("number"):
        row = found.get(issue.number)
        plans = [event for event in kept.of("investigation_planned") if event.issue == issue.number]
        yield FindingShown(
            issue=issue.number,
            subject_words=SUBJECT_WORDS[Subject(issue.subject)],
            words=issue.narrative.text or "",
            held_until=held.get(issue.number),
            plan=kept.text(plans[-1]) if plans else "",
            plans=len(plans),
            fell_short=row.fell_short if row else None,
            should=_text(row.should if row else None),
            happened=_text(row.happened if row else None),
            impact=_text(row.impact if row else None),
            level=levels.get(row.severity) if row and row.severity else None,
            scale=row.scale if row else "",
        )


def _text(paper: Document | None) -> str:
    return (paper.text or "") if paper is not None else ""
