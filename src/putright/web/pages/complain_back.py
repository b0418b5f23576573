"""How does a person come back to a complaint that they saved? By its link, in any browser, or they delete it there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from putright.casework.errors import ActionRefused, NotFound
from putright.casework.open_link import COUNTED_FOR
from putright.web import journey
from putright.web.access import public
from putright.web.complaining import saving
from putright.web.complaining.journey import COMPLAIN
from putright.web.following import secret_in
from putright.web.page_request import PageRequest
from putright.web.pages import errors
from putright.web.templating import show

DELETE = "delete"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackPage:
    """When it was saved, until when it is kept, and whether this browser has answers that would make way for it."""

    saved_at: datetime
    until: date
    has_others: bool


@public
@require_safe
def complain_back_link(request: PageRequest, secret: str) -> HttpResponse:
    """Take the secret out of the address, and ask whether to go on. Nothing of the complaint is shown yet."""
    secret = secret_in(secret)
    try:
        saving.look_at(request, secret)
    except NotFound:
        return errors.no_such_saved_complaint(request)
    except ActionRefused:
        return errors.too_many_requests(request, minutes=COUNTED_FOR.seconds // 60)
    request.session[saving.OPENED] = secret
    return redirect("complain-back")


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def complain_back(request: PageRequest) -> HttpResponse:
    """Go on with what the link opened, or delete it."""
    secret: str = request.session.get(saving.OPENED, "")
    if not secret:
        return redirect("complain")
    try:
        saved = saving.look_at(request, secret)
        if DELETE in request.POST:
            saving.delete(request, secret)
            messages.success(request, gettext("What you saved has been deleted."))
            return redirect("complain")
        if request.method == "POST":
            del request.session[saving.OPENED]
            return saving.go_on(request, secret)
    except (NotFound, ActionRefused):
        request.session.pop(saving.OPENED, None)
        return errors.no_such_saved_complaint(request)
    has_others = bool(journey.answers(request, COMPLAIN).typed)
    page = BackPage(saved_at=saved.saved_at, until=saved.until, has_others=has_others)
    return show(request, "complain_back.jinja", page)
