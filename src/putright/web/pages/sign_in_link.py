"""What does a link open by which somebody chooses their password? The page for it, at an address without the secret."""

from __future__ import annotations

from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from putright.casework.errors import ActionRefused, NotFound
from putright.casework.open_link import COUNTED_FOR
from putright.casework.queries.sign_in_links import open_sign_in_link
from putright.web.access import public
from putright.web.page_request import PageRequest
from putright.web.pages import errors
from putright.web.visitor import visitor

LINK: Final = "sign-in-link"  # what the session calls the link that was opened: its number, never its secret


@public
@require_safe
def sign_in_link(request: PageRequest, secret: str) -> HttpResponse:
    """Open the link for this visit; only choosing a password uses it up, so that a scanner of mail does no harm."""
    try:
        link = open_sign_in_link(secret, visitor=visitor(request), now=request.now)
    except NotFound:
        return errors.no_such_sign_in_link(request)
    except ActionRefused:
        return errors.too_many_requests(request, minutes=COUNTED_FOR.seconds // 60)
    request.session.flush()  # whoever was signed in here is not the one who chooses a password
    request.session[LINK] = link
    return redirect("choose-password")
