"""What was said, by whom, what was done about it since, and what can be done now?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.feedback import FeedbackShown, feedback_shown
from putright.domain.access import Deed, why_not_here
from putright.domain.feedback import (
    ENDING_WORDS,
    FEEDBACK_WORDS,
    RATING_WORDS,
    FeedbackState,
)
from putright.web.access import staff
from putright.web.components import Tag
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.pages.feedback import tag_of
from putright.web.templating import show

# The codes of entries, by themselves.
_SAID: Mapping[str, str] = {each.value: words for each, words in (*ENDING_WORDS.items(), *FEEDBACK_WORDS.items())}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One entry of the record in words."""

    words: str
    on: date
    by: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePage:
    """One of them."""

    feedback: FeedbackShown
    kind: str
    rating: str
    tag: Tag
    steps: tuple[StepLine, ...]
    is_open: bool
    is_closed: bool
    is_late: bool
    may_become: bool


@staff
@require_safe
def feedback_one(request: StaffRequest, number: int) -> HttpResponse:
    """Show it; that it was looked at is kept."""
    if refusal := why_not_here(request.actor, Deed.LISTEN):
        return errors.refused(request, refusal)
    found = feedback_shown(request.actor, number, now=request.now)
    return show(request, "feedback_one.jinja", _page(request, found))


def _page(request: StaffRequest, found: FeedbackShown) -> OnePage:
    line = found.line
    return OnePage(
        feedback=found,
        kind=FEEDBACK_WORDS[line.kind],
        rating=RATING_WORDS[line.rating] if line.rating else "",
        tag=tag_of(line, request),
        steps=tuple(
            StepLine(words=_words(step.words, step.said), on=step.on, by=step.by, note=step.note)
            for step in reversed(found.steps)
        ),
        is_open=line.state is FeedbackState.OPEN,
        is_closed=line.state is FeedbackState.CLOSED,
        is_late=line.state is FeedbackState.OPEN and line.due_on is not None and line.due_on < request.today,
        may_become=line.state is not FeedbackState.COMPLAINT and why_not_here(request.actor, Deed.RECEIVE) is None,
    )


def _words(words: str, said: tuple[str, ...]) -> str:
    """What happened, and the code that goes with it in words; the reference of a case stands elsewhere."""
    known = [_SAID[each] for each in said if each in _SAID]
    return f"{words}: {known[0][:1].lower()}{known[0][1:]}" if known else words
