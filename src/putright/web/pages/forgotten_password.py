"""What does somebody do who has forgotten their password?"""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.ask_for_password_link import ask_for_password_link
from putright.casework.errors import ActionRefused
from putright.casework.means import means_of_this_site
from putright.casework.throttle import LOCKED_OUT
from putright.web.access import public
from putright.web.forms import EmailField, PageForm
from putright.web.page_request import PageRequest
from putright.web.signing_in import trying
from putright.web.templating import show


class ForgottenForm(PageForm):
    """The address that somebody signs in with."""

    email = EmailField(
        "The email address you sign in with", required="Enter your email address", autocomplete="username"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgottenPage:
    """Whether a link can be sent by email; and to which address one was asked for, whether or not it is known."""

    by_email: bool
    asked_for: str = ""


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def forgotten_password(request: PageRequest) -> HttpResponse:
    """Ask for the address, and say the same whatever it is."""
    by_email = means_of_this_site().mail is not None
    form = ForgottenForm(request.POST or None, today=request.today)
    status: HTTPStatus | None = None
    if by_email and request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        try:
            ask_for_password_link(email=email, now=request.now, trying=trying(request))
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
            status = HTTPStatus.TOO_MANY_REQUESTS if refused.refusal.code == LOCKED_OUT else None
        else:
            return show(request, "forgotten_password.jinja", ForgottenPage(by_email=True, asked_for=email))
    return show(request, "forgotten_password.jinja", ForgottenPage(by_email=by_email), form=form, status=status)
