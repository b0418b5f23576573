"""Which letters of a day are to be printed? All of them as one PDF, behind a sheet that lists them."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.errors import NotFound
from putright.casework.queries.print_run import print_run_of
from putright.web.access import staff
from putright.web.page_request import StaffRequest

PDF = "application/pdf"


@staff
@require_safe
def print_letters(request: StaffRequest, day: str) -> HttpResponse:
    """Give the PDF, to be shown and printed; that each letter was read is logged."""
    try:
        written_on = date.fromisoformat(day)
    except ValueError:
        raise NotFound from None
    response = HttpResponse(print_run_of(request.actor, written_on, now=request.now), content_type=PDF)
    response.headers["Content-Disposition"] = f'inline; filename="letters-{written_on.isoformat()}.pdf"'
    response.headers["Cache-Control"] = "no-store, private"
    return response
