"""What is in a file that came with a message? It is saved, never opened here, and not before it has been checked."""

from __future__ import annotations

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from putright.casework.queries.tray import message_file
from putright.domain.access import Deed, why_not_here
from putright.web.access import staff
from putright.web.page_request import StaffRequest
from putright.web.pages import errors


@staff
@require_safe
def incoming_file(request: StaffRequest, number: int, file: int) -> HttpResponseBase:
    """Hand a file over to be saved."""
    if refusal := why_not_here(request.actor, Deed.HANDLE):
        return errors.refused(request, refusal)
    found = message_file(request.actor, number, file, now=request.now)
    response = HttpResponse(found.content, content_type=found.media_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, found.name) or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store, private"
    # It came from outside and may hold anything: nothing in it may run or load, should a browser open it after all.
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
