"""Which of their codes on paper does somebody use who has not got their app at hand?"""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from putright.casework.errors import ActionRefused
from putright.casework.second_factor import check_recovery_code
from putright.casework.sign_in import Account
from putright.casework.throttle import LOCKED_OUT
from putright.web.access import public
from putright.web.forms import PageForm, TextField
from putright.web.page_request import PageRequest
from putright.web.signing_in import enter, halfway, halfway_onward, trying
from putright.web.templating import show
from putright.web.wording import plural

FEW = 3


class RecoveryForm(PageForm):
    """One of the codes."""

    recovery_code = TextField(
        "Recovery code",
        required="Enter one of your recovery codes",
        hint="10 letters and numbers, such as 7K2MD-XR04Q. Each can be used once.",
        width=20,
        max_length=40,
        autocomplete="off",
        spellcheck=False,
        code=True,
    )


@public
@never_cache
@sensitive_post_parameters("recovery_code")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_recovery(request: PageRequest) -> HttpResponse:
    """Ask for the code of whoever has just given the right password, use it up, and let them in."""
    account = halfway(request)
    if account is None:
        return redirect("sign-in")
    form = RecoveryForm(request.POST or None, today=request.today)
    status: HTTPStatus | None = None
    if request.method == "POST" and form.is_valid():
        try:
            return _let_in(request, account, form.cleaned_data["recovery_code"])
        except ActionRefused as refused:
            form.refuse(*refused.refusals, field="recovery_code")
            status = HTTPStatus.TOO_MANY_REQUESTS if refused.refusal.code == LOCKED_OUT else None
    return show(request, "sign_in_recovery.jinja", form=form, status=status)


def _let_in(request: PageRequest, account: Account, code: str) -> HttpResponse:
    onward = halfway_onward(request)
    left = check_recovery_code(account, code, now=request.now, trying=trying(request))
    response = enter(request, account, assured="recovery", onward=onward)
    if left < FEW:
        messages.warning(request, f"You have {plural(left, 'recovery code')} left. Make new ones under “Your sign-in”")
    return response
