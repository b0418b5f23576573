"""How is an authenticator app set up? By a picture or by typing its key, confirmed by a first code."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from putright.casework.actions.begin_authenticator import begin_authenticator
from putright.casework.actions.confirm_authenticator import confirm_authenticator
from putright.casework.errors import ActionRefused
from putright.casework.second_factor import means_of
from putright.casework.throttle import LOCKED_OUT
from putright.domain.totp import address_for_app, secret_shown
from putright.gateways.square_code import SquareCode, square_code
from putright.web.access import own_first
from putright.web.forms import HiddenField
from putright.web.onward import NEXT, next_page, to_sign_in_again
from putright.web.page_request import OwnRequest
from putright.web.pages.recovery_codes import CodesPage
from putright.web.pages.sign_in_code import CodeForm
from putright.web.passkey_site import passkey_site
from putright.web.signing_in import has_proved_lately, lacks_second_step, password_was_right, second_step_taken, trying
from putright.web.templating import show

ISSUER = "Putright"


class ConfirmForm(CodeForm):
    """The first code, and where to go on to."""

    next = HiddenField(required=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthenticatorPage:
    """What the app is to be told; `is_first` while nothing else opens, `is_new` where another app is replaced."""

    square: SquareCode
    key: str
    address: str
    account: str
    issuer: str
    is_first: bool
    is_new: bool
    passkey: str  # where a passkey is made instead, or nothing


@own_first
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def authenticator(request: OwnRequest) -> HttpResponse:
    """Show the key, take the first code, and show the codes for paper."""
    has_any = means_of(request.user.pk).any
    if has_any and lacks_second_step(request):
        return _to_the_second_step(request)
    if has_any and not has_proved_lately(request):
        return to_sign_in_again(request)
    form = ConfirmForm(request.POST or None, today=request.today, initial={"next": next_page(request)})
    status: HTTPStatus | None = None
    if request.method == "POST" and form.is_valid():
        try:
            return _confirmed(request, form.cleaned_data["code"])
        except ActionRefused as refused:
            form.refuse(*refused.refusals, field="code")
            status = HTTPStatus.TOO_MANY_REQUESTS if refused.refusal.code == LOCKED_OUT else None
    return show(request, "authenticator.jinja", _page(request, is_new=not has_any), form=form, status=status)


def _to_the_second_step(request: OwnRequest) -> HttpResponse:
    """Ask for the second step that there is of whoever signed in before it was set up elsewhere."""
    return password_was_right(request, request.user, next_page(request))


def _confirmed(request: OwnRequest, code: str) -> HttpResponse:
    codes = confirm_authenticator(account=request.user, code=code, now=request.now, trying=trying(request))
    second_step_taken(request, "app")
    onward = next_page(request)
    if codes:
        return show(request, "recovery_codes.jinja", CodesPage(codes=codes, onward=onward, is_first=True))
    messages.success(request, "The new app is in use. The one from before is good no more")
    return redirect(onward or "security")


def _page(request: OwnRequest, *, is_new: bool) -> AuthenticatorPage:
    secret = begin_authenticator(account=request.user, now=request.now)
    address = address_for_app(secret, account=request.user.email, issuer=ISSUER)
    return AuthenticatorPage(
        square=square_code(address),
        key=secret_shown(secret),
        address=address,
        account=request.user.email,
        issuer=ISSUER,
        is_first=is_new and settings.PUTRIGHT_SECOND_FACTOR and lacks_second_step(request),
        is_new=is_new,
        passkey=_to_passkey(request) if is_new and passkey_site(request) else "",
    )


def _to_passkey(request: OwnRequest) -> str:
    onward = next_page(request)
    return reverse("passkey-add") + (f"?{urlencode({NEXT: onward})}" if onward else "")
