"""What was somebody asked for a statement about, and what have they answered? Nothing else of the case is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

# What rows are chosen by is Django's own, hence Any.
from typing import Any

from putright.casework.looks import keep_look
from putright.casework.stating import asked_of
from putright.domain.access import Actor
from putright.domain.looks import Look
from putright.domain.staff_told import EVENTS, NEWS_WORDS, StaffNews
from putright.domain.statements import Asked, Standing
from putright.records.models import AskedStatement, Document, Event, Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLine:
    """One request in the list of whoever was asked."""

    number: int
    asked_by: str
    asked_on: date
    due_on: date
    state: Asked
    is_begun: bool
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody has sent on a day: words, and what is known of each file."""

    on: date
    words: tuple[str, ...]
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPage:
    """A request as whoever was asked sees it: what they need to answer, and what they have sent."""

    number: int
    body_name: str
    asker_name: str
    asker_post: str
    asker_telephone: str
    asker_email: str
    asked_on: date
    due_on: date
    standing: Standing
    about: str
    shown: tuple[str, ...]
    questions: tuple[str, ...]
    support: tuple[str, ...]
    state: Asked
    is_over: bool
    draft: str
    saves: int
    drafted_at: datetime | None
    said: tuple[Said, ...]
    outcome: Said | None

    @property
    def takes_answers(self) -> bool:
        """Whether a statement can be written and sent."""
        return not self.is_over and self.state in (Asked.WAITING, Asked.DECLINED)


def my_statements(actor: Actor) -> tuple[AskedLine, ...]:
    """Everything that the actor was asked for at their body: first what waits, the soonest first."""
    rows = AskedStatement.objects.filter(person=actor.person_id, case__body=actor.body_id)
    lines = [_line(row) for row in rows.select_related("asked_by", "case").order_by("due_on", "id")]
    return tuple(sorted(lines, key=lambda line: (line.state is not Asked.WAITING or line.is_over, line.due_on)))


def my_statement(actor: Actor, request: int, *, now: datetime) -> AskedPage:
    """One request, noting that it was looked at; raises NotFound for what the actor was not asked."""
    row = asked_of(actor, request)
    if row.opened_at is None:
        row.opened_at = now
        row.save(update_fields=["opened_at"])
    keep_look(Look.STATEMENT, by=actor, now=now, case=row.case_id)
    return AskedPage(
        number=row.pk,
        body_name=row.case.body.name,
        asker_name=row.asked_by.name,
        asker_post=row.asked_by.post,
        asker_telephone=row.asked_by.telephone,
        asker_email=row.asked_by.email,
        asked_on=row.asked_on,
        due_on=row.due_on,
        standing=Standing(row.standing),
        about=row.about.text or "",
        shown=_shown(row),
        questions=_lines(row.questions.text or ""),
        support=_lines(row.support),
        state=Asked(row.state),
        is_over=_is_over(row),
        draft=row.draft,
        saves=row.saves,
        drafted_at=row.drafted_at,
        said=tuple(_said(row)),
        outcome=_outcome(row),
    )


def _line(row: AskedStatement) -> AskedLine:
    return AskedLine(
        number=row.pk,
        asked_by=f"{row.asked_by.name}, {row.asked_by.post}",
        asked_on=row.asked_on,
        due_on=row.due_on,
        state=Asked(row.state),
        is_begun=bool(row.draft),
        is_over=_is_over(row),
    )


def _is_over(row: AskedStatement) -> bool:
    """Whether the case has ended, so that nothing more is taken."""
    return not row.case.is_open and row.state != Asked.GIVEN


def _shown(row: AskedStatement) -> tuple[str, ...]:
    issues = Issue.objects.filter(case=row.case_id, number__in=row.shown).select_related("narrative")
    return tuple(issue.narrative.text or "" for issue in issues.order_by("number"))


def _said(row: AskedStatement) -> Iterator[Said]:
    """What has come in for this request, by their own hand or through whoever recorded it."""
    return _standing(row, about=row.entry, event__in=("statement_received", "statement_added"))


def _outcome(row: AskedStatement) -> Said | None:
    """How the complaint ended, in the words that were last told to staff."""
    told = [*_standing(row, title=NEWS_WORDS[StaffNews.OUTCOME], event=EVENTS[StaffNews.OUTCOME])]
    return told[-1] if told else None


def _standing(row: AskedStatement, title: str | None = None, **which: Any) -> Iterator[Said]:
    """The entries of a kind that stand, each with its papers, or those of one title."""
    corrected = Event.objects.filter(case=row.case_id, corrects__isnull=False).values("corrects")
    for event in Event.objects.filter(case=row.case_id, **which).exclude(number__in=corrected).order_by("number"):
        numbers = [number for number, _ in event.papers]
        papers = Document.objects.filter(case=row.case_id, number__in=numbers).order_by("number")
        meant = [paper for paper in papers if title in (None, paper.title)]
        yield Said(
            on=event.on,
            words=tuple(paper.text for paper in meant if paper.text),
            files=tuple(paper.title for paper in meant if paper.file_id),
        )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())
