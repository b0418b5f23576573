"""Is this visit still going on? It ends when nothing was done for a while, and when it has lasted long enough."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout

from putright.casework.devices import device_ended, device_used
from putright.web.page_request import PageRequest
from putright.web.signing_in import BEGAN, SEEN

# How exactly it is known when a visit was last used: not every page writes to the session.
WRITTEN_EVERY: Final = timedelta(minutes=2)


def end_if_old(request: PageRequest) -> bool:
    """Sign out whoever was idle or signed in too long, and return whether that was so; note that others are here.

    Asked on the pages of staff alone: the session of somebody else, and of a page that fails, is left alone.
    """
    now, session = int(request.now.timestamp()), request.session
    began, seen = session.get(BEGAN, now), session.get(SEEN, now)
    if now - seen > settings.PUTRIGHT_IDLE.total_seconds():
        return _end(request, "You were signed out, because nothing was done here for a while. Sign in to go on")
    if now - began > settings.SESSION_COOKIE_AGE:
        return _end(request, "You were signed out, because you signed in long ago. Sign in again to go on")
    if SEEN not in session or now - seen >= WRITTEN_EVERY.total_seconds():
        session[BEGAN], session[SEEN] = began, now
        device_used(str(session.session_key), now=request.now)
    return False


def _end(request: PageRequest, because: str) -> bool:
    device_ended(str(request.session.session_key))
    logout(request)
    messages.warning(request, because)
    return True
