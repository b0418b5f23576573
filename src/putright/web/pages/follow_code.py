"""How does a person who has lost their link see their complaint again? By a code to the email address they gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from putright.casework.actions.ask_for_follow_code import TOO_OFTEN, ask_for_follow_code
from putright.casework.actions.open_by_code import open_by_code
from putright.casework.errors import ActionRefused
from putright.casework.follow_codes import sends_codes
from putright.web.access import public
from putright.web.following import KEY
from putright.web.forms import EmailField, PageForm, TextField
from putright.web.page_request import PageRequest
from putright.web.pages import errors
from putright.web.templating import show
from putright.web.visitor import visitor

ASKED: Final = "follow-code"
MINUTES: Final = 15


class AskForm(PageForm):
    """The two things by which we know to whom a code may go."""

    reference = TextField(
        _("Reference"),
        required=_("Enter the reference"),
        hint=_("8 letters and numbers, like ZX00-20GD. It is on every letter from us."),
        width=10,
        max_length=40,
        code=True,
        spellcheck=False,
    )
    email = EmailField(
        _("Your email address"),
        required=_("Enter your email address"),
        hint=_("The one that you gave us with your complaint."),
        autocomplete="email",
    )


class CodeForm(PageForm):
    """The code that came."""

    code = TextField(
        _("Code from the email"),
        required=_("Enter the code from the email"),
        hint=_("6 numbers, such as 012345"),
        width=10,
        max_length=20,
        autocomplete="one-time-code",
        inputmode="numeric",
        spellcheck=False,
        code=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPage:
    """Whether codes go out here."""

    sends: bool


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow_code(request: PageRequest) -> HttpResponse:
    """Ask to whom the code goes, and send it if the two belong together; the next page is the same in every case."""
    form = AskForm(request.POST if request.method == "POST" else None, today=request.today)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            request.session[ASKED] = ask_for_follow_code(
                reference=said["reference"], email=said["email"], visitor=visitor(request), now=request.now
            )
        except ActionRefused as refused:
            if refused.refusal.code == TOO_OFTEN:
                return errors.too_many_requests(request, minutes=MINUTES)
            form.refuse(*refused.refusals)
        else:
            return redirect("follow-code-enter")
    return show(request, "follow_code.jinja", AskPage(sends=sends_codes()), form=form)


@public
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def follow_code_enter(request: PageRequest) -> HttpResponse:
    """Ask for the code, and open the complaint for this visit."""
    asked = request.session.get(ASKED)
    if asked is None:
        return redirect("follow-code")
    form = CodeForm(request.POST if request.method == "POST" else None, today=request.today)
    if form.is_bound and form.is_valid():
        try:
            link = open_by_code(code=asked, typed=form.cleaned_data["code"], on=request.today, now=request.now)
        except ActionRefused as refused:
            form.refuse(*refused.refusals, field="code")
        else:
            del request.session[ASKED]
            request.session.cycle_key()  # nobody who knew this visit's session before may follow along
            request.session[KEY] = link
            return redirect("following")
    return show(request, "follow_code_enter.jinja", form=form)
