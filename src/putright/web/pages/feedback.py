"""Which concerns, questions, compliments and comments are there, and which of them are to be dealt with?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.feedback import FeedbackLine, FeedbackList, ShowFeedback, feedback_list
from putright.domain.access import Deed, why_not_here
from putright.domain.feedback import ENDING_WORDS, FEEDBACK_WORDS, RATING_WORDS, FeedbackKind, FeedbackState
from putright.web.access import staff
from putright.web.addresses import address
from putright.web.components import Tag
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.templating import show
from putright.web.wording import nhs_date

MOST_PAGES: Final = 10_000
SHOWN: Final = {
    ShowFeedback.OPEN: "Open",
    ShowFeedback.OVERDUE: "Overdue",
    ShowFeedback.CLOSED: "Dealt with",
    ShowFeedback.COMPLAINT: "Became complaints",
}
NONE: Final = {
    ShowFeedback.OPEN: "Nothing is open. What people say who do not want to complain is entered under “New feedback”.",
    ShowFeedback.OVERDUE: "No concern has waited longer than the next working day.",
    ShowFeedback.CLOSED: "Nothing has been dealt with yet.",
    ShowFeedback.COMPLAINT: "Nothing has become a complaint.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One list, with how many there are."""

    text: str
    href: str
    count: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KindChoice:
    """One kind to narrow the list to."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One of the list: of what kind, how it stands, and by when it is to be dealt with."""

    line: FeedbackLine
    kind: str
    rating: str
    tag: Tag
    stands: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackPage:
    """One page of a list."""

    shown: str
    show: str
    none: str
    choices: tuple[Choice, ...]
    kinds: tuple[KindChoice, ...]
    rows: tuple[Row, ...]
    page: int
    before: str
    after: str


@staff
@require_safe
def feedback(request: StaffRequest) -> HttpResponse:
    """Show one list, narrowed to a kind if that is asked for."""
    if refusal := why_not_here(request.actor, Deed.LISTEN):
        return errors.refused(request, refusal)
    wanted, kind, typed = (request.GET.get(name, "") for name in ("show", "kind", "page"))
    found = feedback_list(
        request.actor,
        request.today,
        show=ShowFeedback(wanted) if wanted in set(ShowFeedback) else ShowFeedback.OPEN,
        kind=FeedbackKind(kind) if kind in set(FeedbackKind) else None,
        page=int(typed) if typed.isascii() and typed.isdecimal() and 0 < int(typed[:6]) <= MOST_PAGES else 1,
    )
    return show(request, "feedback.jinja", _page(request, found))


def tag_of(line: FeedbackLine, request: StaffRequest) -> Tag:
    """How it stands, in a word."""
    match line.state:
        case FeedbackState.CLOSED:
            return Tag("Dealt with", "green")
        case FeedbackState.COMPLAINT:
            return Tag("Complaint", "purple")
    if line.due_on is None:
        return Tag("Open", "blue")
    if line.due_on < request.today:
        return Tag("Overdue", "red")
    return Tag("Due today", "yellow") if line.due_on == request.today else Tag("Open", "blue")


def _page(request: StaffRequest, found: FeedbackList) -> FeedbackPage:
    return FeedbackPage(
        shown=SHOWN[found.show],
        show=found.show.value,
        none=NONE[found.show],
        choices=tuple(
            Choice(
                text=SHOWN[each],
                href=_address(each, found.kind, 1),
                count=f"{found.counts[each]:,}",
                current=each is found.show,
            )
            for each in ShowFeedback
        ),
        kinds=(
            KindChoice(value="", text="All kinds", chosen=found.kind is None),
            *(
                KindChoice(value=each.value, text=words, chosen=each is found.kind)
                for each, words in FEEDBACK_WORDS.items()
            ),
        ),
        rows=tuple(_row(request, line) for line in found.lines),
        page=found.page,
        before=_address(found.show, found.kind, found.page - 1) if found.page > 1 else "",
        after=_address(found.show, found.kind, found.page + 1) if found.has_more else "",
    )


def _row(request: StaffRequest, line: FeedbackLine) -> Row:
    stands = f"To be put right by {nhs_date(line.due_on)}" if line.due_on else ""
    return Row(
        line=line,
        kind=FEEDBACK_WORDS[line.kind],
        rating=RATING_WORDS[line.rating] if line.rating else "",
        tag=tag_of(line, request),
        stands=ENDING_WORDS[line.ending] if line.ending else stands,
    )


def _address(wanted: ShowFeedback, kind: FeedbackKind | None, page: int) -> str:
    asked = {
        "show": "" if wanted is ShowFeedback.OPEN else wanted.value,
        "kind": kind.value if kind else "",
        "page": str(page) if page > 1 else "",
    }
    query = urlencode({name: value for name, value in asked.items() if value})
    return address("feedback") + (f"?{query}" if query else "")
