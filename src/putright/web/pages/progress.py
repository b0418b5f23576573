"""What is the person who complained shown of this case? For their advocate, and for whoever handles it."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.progress import progress as progress_of
from putright.web.access import staff
from putright.web.page_request import StaffRequest
from putright.web.pages.following import page_of
from putright.web.templating import show


@staff
@require_safe
def progress(request: StaffRequest, reference: str) -> HttpResponse:
    """Show what the person is shown, in the same words."""
    case = progress_of(request.actor, reference, request.today, now=request.now)
    return show(request, "progress.jinja", page_of(case))
