"""What does a secret link open? The case, at an address that holds no secret."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.errors import ActionRefused, NotFound
from putright.web.access import public
from putright.web.following import follow_from_now, secret_in, status_of
from putright.web.page_request import PageRequest
from putright.web.pages import errors


@public
@require_safe
def follow_link(request: PageRequest, secret: str) -> HttpResponse:
    """Open the link for this visit; where it opens nothing, say what to do, whether or not there ever was one."""
    try:
        return follow_from_now(request, secret_in(secret))
    except (NotFound, ActionRefused) as ended:
        return errors.no_such_link(request, status_of(ended))
