"""Who is the member of staff at this browser?

The answer to a wrong password is the same whether the address has an account or not. In a demonstration everybody who
may sign in is listed, with a button each; the list comes from the settings, which are empty everywhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from putright.casework.errors import ActionRefused
from putright.casework.queries.personas import Troupe, troupes
from putright.casework.sign_in import LOCKED_OUT, authenticate
from putright.web.access import public
from putright.web.forms import EmailField, HiddenField, PageForm, PasswordField
from putright.web.identity_service import LEFT_HERE, service
from putright.web.onward import NEXT, next_page
from putright.web.page_request import PageRequest
from putright.web.signing_in import password_was_right, trying
from putright.web.templating import show


class SignInForm(PageForm):
    """The two things asked."""

    email = EmailField("Email address", required="Enter your email address", autocomplete="username")
    password = PasswordField(required="Enter your password")
    next = HiddenField(required=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInPage:
    """Where to go on to, and in a demonstration whom one may be."""

    next: str
    troupes: tuple[Troupe, ...]
    identity: str  # where one signs in with the identity service, or nothing
    identity_name: str
    leave_identity: bool  # they have signed out here, and may be signed in there still


@public
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: PageRequest) -> HttpResponse:
    """Ask for the address and the password, and let in whom they fit."""
    onward = next_page(request)
    if request.method != "POST" and request.user.is_authenticated:
        return redirect(onward or "work")
    status: HTTPStatus | None = None
    form = SignInForm(_typed(request), today=request.today, initial={"next": onward})
    if request.method == "POST" and form.is_valid():
        try:
            account = authenticate(
                email=form.cleaned_data["email"],
                password=form.cleaned_data["password"],
                now=request.now,
                trying=trying(request),
            )
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
            status = HTTPStatus.TOO_MANY_REQUESTS if refused.refusal.code == LOCKED_OUT else None
        else:
            return password_was_right(request, account, onward)
    page = SignInPage(
        next=onward,
        troupes=_troupes(request),
        identity=_identity(onward),
        identity_name=settings.PUTRIGHT_IDENTITY_NAME,
        leave_identity=service() is not None and bool(request.session.get(LEFT_HERE)),
    )
    return show(request, "sign_in.jinja", page, form=form, status=status)


def _typed(request: PageRequest) -> dict[str, str] | None:
    """Return what was sent; the button of a persona sends its address alone, and the password is that of the demo."""
    if request.method != "POST":
        return None
    typed = {name: request.POST.get(name, "") for name in ("email", "password")} | {"next": next_page(request)}
    persona = request.POST.get("persona", "")
    if persona in settings.PUTRIGHT_DEMO_SIGN_INS:
        typed |= {"email": persona, "password": settings.PUTRIGHT_DEMO_SIGN_INS[persona]}
    return typed


def _troupes(request: PageRequest) -> tuple[Troupe, ...]:
    signs_in = settings.PUTRIGHT_DEMO_SIGN_INS
    return troupes(signs_in, request.today) if signs_in else ()


def _identity(onward: str) -> str:
    if service() is None:
        return ""
    return reverse("sign-in-identity") + (f"?{urlencode({NEXT: onward})}" if onward else "")
