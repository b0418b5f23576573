"""Which case does this visit follow? The number of an opened link, kept in the session: never its secret."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect

from putright.casework.errors import ActionRefused, NotFound
from putright.casework.open_link import COUNTED_FOR, TOO_MANY, open_link
from putright.web.page_request import PageRequest
from putright.web.pages import errors
from putright.web.visitor import visitor

KEY: Final = "following"
FOLLOWING: Final = "/following/"  # with this begins the address of each page that does something


def follow_from_now(request: PageRequest, secret: str, *, reference: str | None = None) -> HttpResponse:
    """Open a link for this visit and go to its case; raises NotFound, or ActionRefused for a link that has ended.

    Whoever guesses too often gets a page that says so.
    """
    try:
        link = open_link(secret, reference=reference, visitor=visitor(request), on=request.today, now=request.now)
    except ActionRefused as refused:
        if refused.refusal.code != TOO_MANY:
            raise
        return errors.too_many_requests(request, minutes=COUNTED_FOR.seconds // 60)
    request.session.cycle_key()  # nobody who knew this visit's session before may follow along
    request.session[KEY] = link
    return redirect("following")


def secret_in(typed: str) -> str:
    """Return the secret in what was typed or pasted: it alone, or a whole link with what stood around it in a letter.

    >>> secret_in(" <https://complaints.example.nhs.uk/follow/AAAAAAAAAAAAAAAAAAAAAA/>. ")
    'AAAAAAAAAAAAAAAAAAAAAA'
    """
    return typed.strip().rstrip("/.,;:!?>)]’”\"'").rpartition("/")[2].strip()


def link_followed(request: PageRequest) -> int | None:
    """Return the link that this visit has opened, or nothing."""
    link: int | None = request.session.get(KEY)
    return link


def follow_no_more(request: PageRequest) -> None:
    """Forget the link in this browser; the link itself goes on."""
    request.session.pop(KEY, None)


def status_of(ended: NotFound | ActionRefused) -> HTTPStatus:
    """Return the status for a link that opens nothing: gone where there was one, which only its holder can know."""
    return HTTPStatus.GONE if isinstance(ended, ActionRefused) else HTTPStatus.NOT_FOUND
