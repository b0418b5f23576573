"""Has somebody seen a message that went on its case by itself?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from putright.casework.actions.note_message_seen import note_message_seen
from putright.web.access import staff
from putright.web.addresses import address
from putright.web.page_request import StaffRequest


@staff
@require_POST
def incoming_seen(request: StaffRequest, number: int) -> HttpResponse:
    """Note that it has been seen."""
    note_message_seen(actor=request.actor, message=number, now=request.now)
    messages.success(request, "The message is marked as seen")
    return redirect(f"{address('incoming')}?show=by-itself")
