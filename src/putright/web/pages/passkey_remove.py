"""How is a passkey removed, of a device that somebody uses no more?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from putright.casework.actions.remove_passkey import remove_passkey
from putright.web.access import own
from putright.web.onward import to_sign_in_again
from putright.web.page_request import OwnRequest
from putright.web.signing_in import has_proved_lately


@own
@require_POST
def passkey_remove(request: OwnRequest, number: int) -> HttpResponse:
    """Forget it."""
    if not has_proved_lately(request):
        return to_sign_in_again(request)
    remove_passkey(account=request.user, passkey=number, now=request.now)
    messages.success(request, "The passkey was removed")
    return redirect("security")
