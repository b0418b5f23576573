"""What stands behind a door whose page is still to be built?"""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpResponse

from putright.web.access import public
from putright.web.page_request import PageRequest
from putright.web.pages.errors import ErrorPage
from putright.web.templating import show


@public
def not_yet(request: PageRequest, **parts: str) -> HttpResponse:
    """Say that the page is not there yet and what can be done meanwhile."""
    page = ErrorPage(
        heading="This page is not ready yet",
        happened="It is still being built.",
        do=("You can complain without the web: telephone, write to, or visit the organisation.",),
    )
    return show(request, "error.jinja", page, status=HTTPStatus.NOT_IMPLEMENTED)
