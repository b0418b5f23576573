"""How is a passkey made: a key that this device keeps, and that opens with a finger, a face or its own code?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.add_passkey import LONGEST_NAME, add_passkey
from putright.casework.errors import ActionRefused
from putright.casework.passkeys import Site, ask_for_a_new_passkey
from putright.casework.second_factor import means_of
from putright.web.access import own_first
from putright.web.browser_kind import browser_kind
from putright.web.forms import HiddenField, PageForm, TextField
from putright.web.onward import next_page, to_sign_in_again
from putright.web.page_request import OwnRequest
from putright.web.pages.recovery_codes import CodesPage
from putright.web.passkey_site import passkey_site
from putright.web.signing_in import has_proved_lately, lacks_second_step, password_was_right, second_step_taken
from putright.web.templating import show

ASKED: Final = "passkey-asked"
LONGEST_ANSWER: Final = 20_000


class PasskeyForm(PageForm):
    """What to call it; the answer of the browser is put in by the script of the page."""

    name = TextField(
        "What do you call this device?",
        required="Give the passkey a name",
        hint="So that you know it again, such as “Work laptop”.",
        max_length=LONGEST_NAME,
        width=20,
    )
    answer = HiddenField(required=False, max_length=LONGEST_ANSWER)
    next = HiddenField(required=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PasskeyAddPage:
    """What the browser is asked."""

    options: str


@own_first
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def passkey_add(request: OwnRequest) -> HttpResponse:
    """Ask the browser to make a key, and keep what is public of it."""
    site = passkey_site(request)
    if site is None:
        raise Http404
    has_any = means_of(request.user.pk).any
    if has_any and lacks_second_step(request):
        return password_was_right(request, request.user, next_page(request))
    if has_any and not has_proved_lately(request):
        return to_sign_in_again(request)
    kind = browser_kind(str(request.headers.get("User-Agent", "")))
    initial = {"next": next_page(request), "name": kind}
    form = PasskeyForm(request.POST or None, today=request.today, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            return _made(request, site, form.cleaned_data["name"], form.cleaned_data["answer"])
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
    asked = ask_for_a_new_passkey(request.user, site)
    request.session[ASKED] = dict(asked.state)
    return show(request, "passkey_add.jinja", PasskeyAddPage(options=asked.options), form=form)


def _made(request: OwnRequest, site: Site, name: str, answer: str) -> HttpResponse:
    state = request.session.pop(ASKED, {})
    codes = add_passkey(account=request.user, site=site, state=state, answer=answer, name=name, now=request.now)
    second_step_taken(request, "passkey")
    onward = next_page(request)
    if codes:
        return show(request, "recovery_codes.jinja", CodesPage(codes=codes, onward=onward, is_first=True))
    messages.success(request, "The passkey was added")
    return redirect(onward or "security")
