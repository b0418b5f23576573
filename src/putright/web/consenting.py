"""Which consent form does this visit answer? The number of an opened one, kept in the session: never its secret."""

from __future__ import annotations

from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect

from putright.casework.consent_forms import open_form
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.open_link import COUNTED_FOR, TOO_MANY
from putright.web.following import secret_in, status_of
from putright.web.page_request import PageRequest
from putright.web.pages import errors
from putright.web.visitor import visitor

KEY: Final = "consenting"


def consent_from_now(request: PageRequest, secret: str) -> HttpResponse:
    """Open a form for this visit and go to it; raises NotFound, or ActionRefused for one that has ended.

    Whoever guesses too often gets a page that says so.
    """
    try:
        form = open_form(secret_in(secret), visitor=visitor(request), on=request.today, now=request.now)
    except ActionRefused as refused:
        if refused.refusal.code != TOO_MANY:
            raise
        return errors.too_many_requests(request, minutes=COUNTED_FOR.seconds // 60)
    request.session.cycle_key()  # nobody who knew this visit's session before may answer along
    request.session[KEY] = form
    return redirect("consent-answer")


def form_opened(request: PageRequest) -> int | None:
    """Return the form that this visit has opened, or nothing."""
    form: int | None = request.session.get(KEY)
    return form


def consent_no_more(request: PageRequest) -> None:
    """Forget the form in this browser; its code goes on."""
    request.session.pop(KEY, None)


def no_form(request: PageRequest, ended: NotFound | ActionRefused) -> HttpResponse:
    """Return the page for a code that opens nothing, or no longer does, and answer it no more."""
    consent_no_more(request)
    return errors.no_such_consent_form(request, status_of(ended))
