"""How does a member of staff leave, so that nobody else at this computer sees what they saw?"""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from putright.casework.devices import device_ended
from putright.web.access import public
from putright.web.page_request import PageRequest


@public
@require_POST
def sign_out(request: PageRequest) -> HttpResponse:
    """End the session, with everything in it."""
    device_ended(str(request.session.session_key))
    logout(request)
    messages.success(request, "You have signed out")
    response = redirect("sign-in")
    response.headers["Clear-Site-Data"] = '"cache"'
    return response
