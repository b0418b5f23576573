"""Which letters were marked as posted by mistake? What was marked today can be taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from putright.casework.actions.take_back_posting import take_back_posting
from putright.casework.errors import ActionRefused, NotFound
from putright.web.access import staff
from putright.web.page_request import StaffRequest
from putright.web.posting import named_letters
from putright.web.wording import plural


@staff
@require_POST
def take_back_letters(request: StaffRequest) -> HttpResponse:
    """Take back the mark of each letter that was named, and say of the others why not."""
    taken = 0
    for reference, number in named_letters(request, "marked"):
        try:
            take_back_posting(actor=request.actor, case=reference, on=request.today, now=request.now, letter=number)
            taken += 1
        except ActionRefused as refused:
            messages.warning(request, f"{reference[:4]}-{reference[4:]}: {refused.refusal.message}")
        except NotFound:
            continue
    if taken:
        messages.success(request, f"{plural(taken, 'letter')} taken back: not posted after all")
    return redirect("letters")
