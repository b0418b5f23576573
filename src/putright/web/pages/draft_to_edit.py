"""How is the draft of the response edited outside? It is saved as a document, and taken in again as an act."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from putright.casework.errors import ActionRefused
from putright.casework.queries.draft_to_edit import draft_to_edit
from putright.gateways.file_kinds import WORD
from putright.web.access import staff
from putright.web.page_request import StaffRequest
from putright.web.pages import errors


@staff
@require_safe
def draft_document(request: StaffRequest, reference: str) -> HttpResponse:
    """Hand over the draft as a document."""
    try:
        found = draft_to_edit(request.actor, reference, now=request.now)
    except ActionRefused as refused:
        return errors.refused(request, refused.refusal)
    response = HttpResponse(found.content, content_type=WORD)
    response.headers["Content-Disposition"] = content_disposition_header(True, found.file_name) or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store, private"
    return response
