"""What is in one paper of a case? Words are read on a page; a letter of ours opens; whatever came in is only saved."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from putright.casework.queries.papers import PaperContent, document_for
from putright.domain.references import reference_meant, reference_shown
from putright.gateways.file_kinds import PDF
from putright.web.access import staff
from putright.web.page_request import StaffRequest
from putright.web.templating import show

# A paper that came from outside may hold anything: nothing in it may run or load, should a browser open it after all.
_CLOSED = "default-src 'none'; sandbox"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage:
    """A paper of words."""

    reference: str
    reference_shown: str
    paper: PaperContent
    number: int
    words: str


@staff
@require_safe
def paper(request: StaffRequest, reference: str, number: int) -> HttpResponseBase:
    """Show a paper, or hand it over to be saved."""
    found = document_for(request.actor, reference, number, now=request.now)
    if found.is_words and "save" not in request.GET:
        meant = reference_meant(reference) or reference
        page = PaperPage(
            reference=meant,
            reference_shown=reference_shown(meant),
            paper=found,
            number=number,
            words=found.content.decode("utf-8", "replace"),
        )
        return show(request, "paper.jinja", page)
    return _file(found, is_saved="save" in request.GET or not found.is_ours)


def _file(found: PaperContent, *, is_saved: bool) -> HttpResponse:
    opens = found.is_ours and found.media_type == PDF and not is_saved
    response = HttpResponse(found.content, content_type=found.media_type)
    response.headers["Content-Disposition"] = content_disposition_header(not opens, found.file_name) or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store, private"
    if not found.is_ours:
        response.headers["Content-Security-Policy"] = _CLOSED
    return response
