"""How does somebody sign out in a browser that is not before them?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from putright.casework.actions.sign_out_devices import sign_out_device, sign_out_everywhere
from putright.web.access import own
from putright.web.page_request import OwnRequest
from putright.web.signing_in import stay_alone


@own
@require_POST
def device_end(request: OwnRequest, number: int) -> HttpResponse:
    """End the visit of one."""
    sign_out_device(account=request.user, device=number, now=request.now)
    messages.success(request, "That browser was signed out")
    return redirect("security")


@own
@require_POST
def devices_end(request: OwnRequest) -> HttpResponse:
    """End every visit but this one."""
    account = request.user
    sign_out_everywhere(account=account, now=request.now)
    stay_alone(request, account)
    messages.success(request, "You were signed out everywhere else")
    return redirect("security")
