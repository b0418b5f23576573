"""How does one case stand: what is due, what can be done, what it is about, who is in it, what has happened?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.case_page import CasePage, IssueShown, case_page
from putright.casework.queries.entries_shown import Entry
from putright.casework.queries.letters_shown import LetterShown
from putright.domain.access import Deed, reaches
from putright.domain.raised_before import RaisedBefore
from putright.domain.triage import PATH_WORDS
from putright.domain.vocabulary import CaseStatus
from putright.web.access import staff
from putright.web.casefile.alike import may_be_another, may_be_arranged
from putright.web.casefile.duties import DutyCard, DutyLine, duty_cards, duty_lines
from putright.web.casefile.response_period import response_period_lines
from putright.web.casefile.said import what_exactly
from putright.web.casefile.steps import Offer, StepGroup, daily, step_groups
from putright.web.casefile.words import (
    LEFT_OUT,
    NO_OUTCOME,
    OUTCOME_TAGS,
    SEVERITY_TAGS,
    STATUS_TAGS,
    PaperLine,
    letter_tag,
    needs_of,
    paper_line,
)
from putright.web.components import Tag
from putright.web.page_request import StaffRequest
from putright.web.templating import show

# Where it is said that somebody may speak: by its page, and the words of the link.
_PROOF = (("record-authority", "Record what you saw"), ("ask-for-authority", "Ask for it in a letter"))
_CONSENT = (("request-consent", "Ask the patient"),)
# What may follow where the same was complained of before, by what became of that.
_RAISED = {
    RaisedBefore.PENDING: (
        ("ask-to-share", "Ask whether they may be told"),
        ("join-complaint", "Handle it with them"),
        ("transfer-complaint", "Send it to them"),
    ),
    RaisedBefore.ANSWERED: (
        ("exclude-issues", "Leave out what was investigated"),
        ("link-case", "Link it with the case of then"),
    ),
}
# Papers that other parts of the page show in full.
_SHOWN_ELSEWHERE = ("copy-marks", "letter", "outcome-wanted", "narrative", "conclusion", "remedy")


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueLine:
    """One issue and how it came out."""

    issue: IssueShown
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """One letter and how far it has come."""

    letter: LetterShown
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The entries of one day, the last made first."""

    on: date
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """The page of a case."""

    case: CasePage
    is_open: bool
    status: Tag
    next_tag: Tag | None
    due: tuple[DutyCard, ...]
    others: tuple[DutyLine, ...]
    daily: tuple[Offer, ...]
    groups: tuple[StepGroup, ...]
    issues: tuple[IssueLine, ...]
    letters: tuple[LetterLine, ...]
    papers: tuple[PaperLine, ...]
    days: tuple[Day, ...]
    needs: tuple[tuple[str, str], ...]
    severity: Tag | None
    response_period: tuple[str, ...]
    path: str
    may_note: bool
    may_correct: bool
    may_handle_letters: bool
    sends_mail: bool
    raised_leads: tuple[tuple[str, str], ...]  # what may follow where the same was complained of before
    shown_by: tuple[tuple[str, str], ...]  # where it is said that somebody may speak, and the words of the link
    may_be_another: bool = False
    may_be_arranged: bool = False
    may_see_looks: bool


@staff
@require_safe
def case(request: StaffRequest, reference: str) -> HttpResponse:
    """Show the case as it stands today."""
    found = case_page(request.actor, reference, request.today, now=request.now)
    view = view_of(found, may_see_looks=bool(reaches(request.actor, Deed.AUDIT)))
    is_like_another = may_be_another(request, found)
    is_arranged = is_like_another and may_be_arranged(request, found)
    return show(request, "case.jinja", replace(view, may_be_another=is_like_another, may_be_arranged=is_arranged))


def view_of(found: CasePage, *, may_see_looks: bool) -> CaseView:
    """The page of a case, from what casework says of it."""
    due = duty_cards(found.to_do, found.reference, found.as_at, promised=what_exactly(found))
    return CaseView(
        case=found,
        is_open=found.status is CaseStatus.OPEN,
        status=STATUS_TAGS[found.status],
        next_tag=_next_tag(found, due),
        due=due,
        others=duty_lines(found.duties),
        daily=daily(found),
        groups=tuple(group for group in step_groups(found) if group.offers),
        issues=tuple(map(_issue_line, found.issues)),
        letters=tuple(LetterLine(letter=letter, tag=letter_tag(letter)) for letter in reversed(found.letters)),
        papers=tuple(paper_line(paper) for paper in reversed(found.papers) if paper.kind not in _SHOWN_ELSEWHERE),
        days=_days(found.chronology),
        needs=needs_of(found),
        response_period=response_period_lines(found),
        severity=SEVERITY_TAGS[found.triage.severity] if found.triage.severity else None,
        path=PATH_WORDS[found.triage.path].lower() if found.triage.path else "",
        may_note=_may(found, "add_file_note"),
        may_correct=_may(found, "correct_entry"),
        may_handle_letters=_may(found, "assign_handler"),
        sends_mail=settings.PUTRIGHT_MAIL is not None,
        raised_leads=_raised_leads(found),
        shown_by=_shown_by(found),
        may_see_looks=may_see_looks,
    )


def _next_tag(found: CasePage, due: tuple[DutyCard, ...]) -> Tag | None:
    """How near the next date is: the tag of the first duty that has it."""
    tags = (
        card.tag for shown, card in zip(found.to_do, due, strict=True) if shown.duty.binding_on == found.next_due_on
    )
    return next(tags, None) if found.next_due_on else None


def _issue_line(issue: IssueShown) -> IssueLine:
    none = LEFT_OUT if issue.exclusion else NO_OUTCOME
    return IssueLine(issue=issue, tag=OUTCOME_TAGS[issue.outcome] if issue.outcome else none)


def _shown_by(found: CasePage) -> tuple[tuple[str, str], ...]:
    """Where it is written down, or asked for, what shows that somebody may speak; where the patient is asked, that."""
    proof = tuple((act, words) for act, words in _PROOF if _may(found, act.replace("-", "_")))
    return proof or (_CONSENT if _may(found, "request_consent") else ())


def _raised_leads(found: CasePage) -> tuple[tuple[str, str], ...]:
    """What may follow where the same was complained of before; nothing where it was not."""
    raised = found.intake.raised_before
    leads = _RAISED[raised.became] if raised else ()
    return tuple((act, words) for act, words in leads if _may(found, act.replace("-", "_")))


def _may(found: CasePage, action: str) -> bool:
    choice = found.choice(action)
    return choice is not None and choice.is_allowed


def _days(chronology: tuple[Entry, ...]) -> tuple[Day, ...]:
    """The chronology day by day, the latest first."""
    days = sorted({entry.on for entry in chronology}, reverse=True)
    latest_first = tuple(reversed(chronology))
    return tuple(Day(on=on, entries=tuple(entry for entry in latest_first if entry.on == on)) for on in days)
