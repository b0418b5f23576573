"""How is an invitation taken back?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from putright.casework.actions import revoke_invitation as action
from putright.web.access import staff
from putright.web.page_request import StaffRequest


@staff
@require_POST
def revoke_invitation(request: StaffRequest, number: int) -> HttpResponse:
    """Let its link open nothing any more."""
    action.revoke_invitation(actor=request.actor, person=number, now=request.now)
    messages.success(request, "The invitation was taken back. Its link opens nothing any more")
    return redirect("person", number)
