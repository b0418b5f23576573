"""Does the browser of somebody whose password was right hold one of their passkeys? The second step by a key."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from putright.casework.errors import ActionRefused
from putright.casework.passkeys import ask_for_a_known_passkey, check_passkey
from putright.web.access import public
from putright.web.page_request import PageRequest
from putright.web.passkey_site import passkey_site
from putright.web.signing_in import enter, halfway, halfway_onward, trying

ASKED: Final = "passkey-asked"


def asked_for_passkey(request: PageRequest, account_id: int) -> str:
    """Return what the browser is to be asked, or nothing where no passkey can be used."""
    site = passkey_site(request)
    if site is None:
        return ""
    asked = ask_for_a_known_passkey(account_id, site)
    request.session[ASKED] = dict(asked.state)
    return asked.options


@public
@never_cache
@require_POST
def sign_in_passkey(request: PageRequest) -> HttpResponse:
    """Let in whoever holds the key; anybody else is told to try again."""
    account, site = halfway(request), passkey_site(request)
    if account is None or site is None:
        return redirect("sign-in")
    onward, state = halfway_onward(request), request.session.pop(ASKED, {})
    answer = request.POST.get("answer", "")
    try:
        check_passkey(account, site=site, state=state, answer=answer, now=request.now, trying=trying(request))
    except ActionRefused as refused:
        messages.warning(request, refused.refusal.message)
        return redirect("sign-in-code")
    return enter(request, account, assured="passkey", onward=onward)
