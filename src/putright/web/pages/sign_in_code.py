"""Which code does the person's app show now? The second step of signing in."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from putright.casework.errors import ActionRefused
from putright.casework.second_factor import Means, check_code, means_of
from putright.casework.sign_in import Account
from putright.casework.throttle import LOCKED_OUT
from putright.web.access import public
from putright.web.forms import PageForm, TextField
from putright.web.page_request import PageRequest
from putright.web.pages.sign_in_passkey import asked_for_passkey
from putright.web.signing_in import enter, halfway, halfway_onward, trying
from putright.web.templating import show


class CodeForm(PageForm):
    """Six digits."""

    code = TextField(
        "Code from your authenticator app",
        required="Enter the code that your app shows",
        hint="6 digits, such as 123 456. They change every 30 seconds.",
        width=10,
        max_length=20,
        autocomplete="one-time-code",
        inputmode="numeric",
        spellcheck=False,
        code=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CodePage:
    """With what else the second step can be taken."""

    means: Means
    passkey: str  # what the browser is asked where a passkey can be used


@public
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_code(request: PageRequest) -> HttpResponse:
    """Ask for the code of whoever has just given the right password, and let them in."""
    account = halfway(request)
    if account is None:
        return redirect("sign-in")
    means = means_of(account.pk)
    form = CodeForm(request.POST or None, today=request.today)
    status: HTTPStatus | None = None
    if request.method == "POST" and form.is_valid():
        try:
            return _let_in(request, account, form.cleaned_data["code"])
        except ActionRefused as refused:
            form.refuse(*refused.refusals, field="code")
            status = HTTPStatus.TOO_MANY_REQUESTS if refused.refusal.code == LOCKED_OUT else None
    return show(request, "sign_in_code.jinja", _page(request, account, means), form=form, status=status)


def _page(request: PageRequest, account: Account, means: Means) -> CodePage:
    return CodePage(means=means, passkey=asked_for_passkey(request, account.pk) if means.passkeys else "")


def _let_in(request: PageRequest, account: Account, code: str) -> HttpResponse:
    onward = halfway_onward(request)
    check_code(account, code, now=request.now, trying=trying(request))
    return enter(request, account, assured="app", onward=onward)
