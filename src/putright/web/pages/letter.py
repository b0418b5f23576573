"""What does a letter look like that waits to be posted? Its PDF, to print."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.errors import NotFound
from putright.casework.queries.papers import document_for
from putright.web.access import staff
from putright.web.page_request import StaffRequest

PDF = "application/pdf"


@staff
@require_safe
def letter(request: StaffRequest, reference: str, number: int) -> HttpResponse:
    """Give the PDF, to be shown or saved; that it was read is logged. Other papers have their own page."""
    paper = document_for(request.actor, reference, number, now=request.now)
    if paper.media_type != PDF:
        raise NotFound
    response = HttpResponse(paper.content, content_type=PDF)
    response.headers["Content-Disposition"] = f'inline; filename="{paper.file_name}"'
    response.headers["Cache-Control"] = "no-store, private"
    return response
