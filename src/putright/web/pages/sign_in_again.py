"""Is it still the same person at this browser? Asked before anything about signing in is changed."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from putright.casework.errors import ActionRefused
from putright.casework.sign_in import REFUSED, authenticate
from putright.casework.throttle import LOCKED_OUT
from putright.web.access import own
from putright.web.forms import HiddenField, PageForm, PasswordField
from putright.web.onward import next_page
from putright.web.page_request import OwnRequest
from putright.web.signing_in import prove, trying
from putright.web.templating import show

WRONG = "That is not your password"


class AgainForm(PageForm):
    """The password, once more."""

    password = PasswordField("Your password", required="Enter your password")
    next = HiddenField(required=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainPage:
    """Whether there is a password to be asked for: who signs in with an identity service alone signs in anew."""

    has_password: bool


@own
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_again(request: OwnRequest) -> HttpResponse:
    """Ask for the password, and go on to what it was asked for."""
    onward = next_page(request)
    page = AgainPage(has_password=request.user.has_usable_password())
    form = AgainForm(request.POST or None, today=request.today, initial={"next": onward})
    status: HTTPStatus | None = None
    if request.method == "POST" and form.is_valid():
        try:
            typed = form.cleaned_data["password"]
            authenticate(email=request.user.email, password=typed, now=request.now, trying=trying(request))
        except ActionRefused as refused:
            if refused.refusal.code == REFUSED:
                form.add_error("password", WRONG)
            else:
                form.refuse(*refused.refusals)
            status = HTTPStatus.TOO_MANY_REQUESTS if refused.refusal.code == LOCKED_OUT else None
        else:
            prove(request)
            return redirect(onward or "security")
    return show(request, "sign_in_again.jinja", page, form=form, status=status)
