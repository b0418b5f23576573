"""How does somebody sign in with an identity service? They go there, and come back with its word."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from putright.casework.actions.accept_invitation import accept_invitation_with
from putright.casework.actions.link_identity import link_identity
from putright.casework.errors import ActionRefused
from putright.casework.identities import Identified, known_by
from putright.casework.sign_in import Account
from putright.gateways.oidc import NotIdentified
from putright.web.access import own, public
from putright.web.identity_service import BEGAN_THERE, LEFT_HERE, Errand, come_back, go, leave, service
from putright.web.onward import to_sign_in_again
from putright.web.page_request import OwnRequest, PageRequest
from putright.web.pages import errors
from putright.web.pages.sign_in_link import LINK
from putright.web.signing_in import enter, has_proved_lately, lacks_second_step, password_was_right


@public
@never_cache
@require_safe
def sign_in_identity(request: PageRequest) -> HttpResponse:
    """Send somebody to the identity service: to sign in, or with an opened invitation to take that up."""
    return _away(request, Errand.INVITATION if LINK in request.session else Errand.SIGN_IN)


@own
@never_cache
@require_safe
def link_identity_begin(request: OwnRequest) -> HttpResponse:
    """Send somebody who is signed in to the identity service, to link it."""
    return _away(request, Errand.LINK) if has_proved_lately(request) else to_sign_in_again(request)


@public
@never_cache
@require_safe
def sign_in_identity_back(request: PageRequest) -> HttpResponse:
    """Take the word of the identity service, once, for what this browser asked."""
    provider = service()
    if provider is None:
        raise Http404
    try:
        errand, identified, onward = come_back(request, provider)
        return _done(request, errand, identified, onward)
    except NotIdentified:
        return errors.not_identified(request)
    except ActionRefused as refused:
        messages.warning(request, refused.refusal.message)
        return redirect("security" if request.user.is_authenticated else "sign-in")


@public
@never_cache
@require_safe
def sign_out_identity(request: PageRequest) -> HttpResponse:
    """Send somebody who has signed out here to the identity service, to sign out there too."""
    provider = service()
    if provider is None:
        raise Http404
    try:
        address = leave(provider)
    except NotIdentified:
        return errors.not_identified(request)
    request.session.pop(LEFT_HERE, None)
    if not address:
        name = settings.PUTRIGHT_IDENTITY_NAME
        messages.warning(request, f"{name} cannot be left from here. Sign out on its own page, or close the browser")
    return redirect(address or "sign-in")


def _away(request: PageRequest, errand: Errand) -> HttpResponse:
    provider = service()
    if provider is None:
        raise Http404
    try:
        return redirect(go(request, provider, errand))
    except NotIdentified:
        return errors.not_identified(request)


def _done(request: PageRequest, errand: Errand, identified: Identified, onward: str) -> HttpResponse:
    match errand:
        case Errand.LINK:
            return _linked(request, identified)
        case Errand.INVITATION:
            link = int(request.session.pop(LINK, 0))
            account = accept_invitation_with(link=link, identified=identified, now=request.now)
        case Errand.SIGN_IN:
            account = known_by(identified, now=request.now)
    return _in(request, account, identified, onward)


def _linked(request: PageRequest, identified: Identified) -> HttpResponse:
    if not isinstance(request.user, Account) or lacks_second_step(request):
        return redirect("sign-in")
    link_identity(account=request.user, identified=identified, now=request.now)
    messages.success(request, "You can sign in with it now")
    return redirect("security")


def _in(request: PageRequest, account: Account, identified: Identified, onward: str) -> HttpResponse:
    """Let somebody in: wholly where the service has asked for a second step itself, else to our own."""
    if identified.assurance & settings.PUTRIGHT_IDENTITY_SECOND_FACTOR:
        response = enter(request, account, assured="identity", onward=onward)
    else:
        response = password_was_right(request, account, onward)
    request.session[BEGAN_THERE] = True
    return response
