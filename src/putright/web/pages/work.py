"""What is due, soonest first? The page on which staff begin their day."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.web.access import staff
from putright.web.page_request import StaffRequest
from putright.web.templating import show


@staff
@require_safe
def work(request: StaffRequest) -> HttpResponse:
    """Show the worklist."""
    return show(request, "work.jinja")
