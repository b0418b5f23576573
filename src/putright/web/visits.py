"""Is this visit still going on? It ends when nothing was done for a while, and when it has lasted long enough."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from putright.casework.devices import device_ended, device_used
from putright.web.page_request import PageRequest
from putright.web.signing_in import BEGAN, SEEN

# How exactly it is known when a visit was last used: not every page writes to the session.
WRITTEN_EVERY: Final = timedelta(minutes=2)


def end_old_visits(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Sign out whoever has been idle too long, or signed in too long; note of the others that they are here."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session:
            _look_at(cast(PageRequest, request))
        return get_response(request)

    return respond


def _look_at(request: PageRequest) -> None:
    now, session = int(request.now.timestamp()), request.session
    began, seen = session.get(BEGAN, now), session.get(SEEN, now)
    if now - seen > settings.PUTRIGHT_IDLE.total_seconds():
        _end(request, "You were signed out, because nothing was done here for a while. Sign in to go on")
    elif now - began > settings.SESSION_COOKIE_AGE:
        _end(request, "You were signed out, because you signed in long ago. Sign in again to go on")
    elif SEEN not in session or now - seen >= WRITTEN_EVERY.total_seconds():
        session[BEGAN], session[SEEN] = began, now
        device_used(str(session.session_key), now=request.now)


def _end(request: PageRequest, because: str) -> None:
    device_ended(str(request.session.session_key))
    logout(request)
    messages.warning(request, because)
