"""How does somebody unlink an identity service, or give up the password in its favour?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from putright.casework.actions.link_identity import give_up_password, unlink_identity
from putright.web.access import own
from putright.web.onward import to_sign_in_again
from putright.web.page_request import OwnRequest
from putright.web.signing_in import has_proved_lately, stay_alone


@own
@require_POST
def identity_end(request: OwnRequest) -> HttpResponse:
    """Let it open the account no more."""
    if not has_proved_lately(request):
        return to_sign_in_again(request)
    unlink_identity(account=request.user, now=request.now)
    messages.success(request, "It opens your account no more")
    return redirect("security")


@own
@require_POST
def password_end(request: OwnRequest) -> HttpResponse:
    """Let it alone open the account."""
    if not has_proved_lately(request):
        return to_sign_in_again(request)
    stay_alone(request, give_up_password(account=request.user, now=request.now))
    messages.success(request, "You have no password any more, and were signed out everywhere else")
    return redirect("security")
