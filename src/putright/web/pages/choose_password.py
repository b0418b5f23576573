"""Which password does somebody choose who was invited, or who has forgotten theirs?"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from putright.casework.actions.accept_invitation import accept_invitation
from putright.casework.actions.renew_password import renew_password
from putright.casework.errors import ActionRefused
from putright.casework.queries.sign_in_links import LinkShown, sign_in_link
from putright.web.access import public
from putright.web.forms import PageForm
from putright.web.identity_service import service
from putright.web.page_request import PageRequest
from putright.web.pages import errors
from putright.web.pages.sign_in_link import LINK
from putright.web.passwords import KnownPasswordForm, NewPasswordForm
from putright.web.signing_in import password_was_right, trying
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoosePasswordPage:
    """Whom the link is for."""

    link: LinkShown
    identity_name: str  # of the identity service that can take the place of a password, or nothing


@public
@never_cache
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def choose_password(request: PageRequest) -> HttpResponse:
    """Ask for a password, keep it, and go on as after any right password."""
    number = request.session.get(LINK)
    try:
        link = sign_in_link(int(number or 0), now=request.now)
    except ActionRefused:
        return errors.no_such_sign_in_link(request)
    form: PageForm = (KnownPasswordForm if link.has_password else NewPasswordForm)(
        request.POST or None, today=request.today
    )
    if request.method == "POST" and form.is_valid():
        try:
            return _chosen(request, int(number or 0), link, form.cleaned_data["password"])
        except ActionRefused as refused:
            form.refuse(*refused.refusals, field="password" if refused.refusal.code == "weak-password" else None)
    return show(request, "choose_password.jinja", _page(link), form=form)


def _page(link: LinkShown) -> ChoosePasswordPage:
    can = link.is_invitation and not link.is_naming and not link.has_password and service() is not None
    return ChoosePasswordPage(link=link, identity_name=settings.PUTRIGHT_IDENTITY_NAME if can else "")


def _chosen(request: PageRequest, number: int, link: LinkShown, password: str) -> HttpResponse:
    if link.is_invitation:
        account = accept_invitation(link=number, password=password, now=request.now, trying=trying(request))
        said = f"You can sign in now with {link.email} and your password"
    else:
        account = renew_password(link=number, password=password, now=request.now)
        said = "Your password was changed. Wherever you were signed in, you were signed out"
    response = password_was_right(request, account, "")
    messages.success(request, said)
    return response
