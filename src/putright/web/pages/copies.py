"""Which copies of the file are there, what is taken out of each, and how does the one look that is being prepared?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from putright.casework.copies import mark_in_words
from putright.casework.errors import ActionRefused
from putright.casework.queries.copies_shown import CopiesShown, CopyShown, copies_shown, copy_as_it_would_go
from putright.domain.copies import FOR_WORDS, WHY_WORDS, Mark
from putright.domain.references import reference_meant
from putright.gateways.file_kinds import PDF
from putright.web.access import staff
from putright.web.components import Tag
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkLine:
    """Something that was taken out, and why, in words."""

    mark: Mark
    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """A copy, how far it is in a word, and its log."""

    shown: CopyShown
    to: str
    tag: Tag
    marks: tuple[MarkLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesPage:
    """The copies of a case."""

    case: CopiesShown
    open: CopyLine | None
    others: tuple[CopyLine, ...]
    whys: dict[str, str]


@staff
@require_safe
def copies_of_case(request: StaffRequest, reference: str) -> HttpResponse:
    """Show the copy that is being prepared with its papers, and the log of every other."""
    try:
        case = copies_shown(request.actor, reference, now=request.now)
    except ActionRefused as refused:
        return errors.refused(request, refused.refusal)
    lines = tuple(map(_line, case.copies))
    page = CopiesPage(
        case=case,
        open=next((line for line in lines if line.shown.is_open), None),
        others=tuple(line for line in lines if not line.shown.is_open),
        whys={why.value: words for why, words in WHY_WORDS.items()},
    )
    return show(request, "copies.jinja", page)


@staff
@require_safe
def copy_to_read(request: StaffRequest, reference: str) -> HttpResponse:
    """Open the copy that is being prepared as it would go."""
    try:
        content = copy_as_it_would_go(request.actor, reference, now=request.now)
    except ActionRefused as refused:
        return errors.refused(request, refused.refusal)
    response = HttpResponse(content, content_type=PDF)
    name = f"{reference_meant(reference)}-copy.pdf"
    response.headers["Content-Disposition"] = content_disposition_header(False, name) or "inline"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store, private"
    return response


def mark_lines(marks: tuple[Mark, ...]) -> tuple[MarkLine, ...]:
    """Marks in words, with why."""
    return tuple(MarkLine(mark=mark, what=mark_in_words(mark), why=WHY_WORDS[mark.why]) for mark in marks)


def _line(shown: CopyShown) -> CopyLine:
    to = shown.copy.name or FOR_WORDS[shown.copy.to]
    return CopyLine(shown=shown, to=to, tag=_tag(shown), marks=mark_lines(shown.copy.marks))


def _tag(shown: CopyShown) -> Tag:
    if shown.is_ended:
        return Tag("Given up", "grey")
    if not shown.is_open:
        return Tag("Made", "green")
    if shown.is_checked is None:
        return Tag("Not looked over", "white")
    return Tag("Ready to go", "green") if shown.is_checked else Tag("Sent back", "orange")
