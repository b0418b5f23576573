"""What is the person who complained shown of this case? For their advocate, and for whoever handles it."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.progress import progress as progress_of
from putright.domain.access import Deed, reaches
from putright.web.access import staff
from putright.web.page_request import StaffRequest
from putright.web.pages.following import page_of
from putright.web.templating import show


@staff
@require_safe
def progress(request: StaffRequest, reference: str) -> HttpResponse:
    """Show what the person is shown, in the same words; whoever sees cases finds the way back to this one."""
    case = progress_of(request.actor, reference, request.today, now=request.now)
    sees_cases = bool(reaches(request.actor, Deed.SEE))
    return show(request, "progress.jinja", page_of(case), sees_cases=sees_cases)
