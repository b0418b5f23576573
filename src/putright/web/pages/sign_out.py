"""How does a member of staff leave, so that nobody else at this computer sees what they saw?"""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from putright.casework.devices import device_ended
from putright.web.access import public
from putright.web.identity_service import BEGAN_THERE, LEFT_HERE, service
from putright.web.page_request import PageRequest


@public
@require_POST
def sign_out(request: PageRequest) -> HttpResponse:
    """End the session, with everything in it; who signed in elsewhere is then offered to sign out there too."""
    device_ended(str(request.session.session_key))
    is_in_there = service() is not None and request.session.get(BEGAN_THERE, False)
    logout(request)
    if is_in_there:
        request.session[LEFT_HERE] = True
    messages.success(request, "You have signed out")
    response = redirect("sign-in")
    response.headers["Clear-Site-Data"] = '"cache"'
    return response
