"""How does somebody who has shown who they are become signed in, in this browser and for how long?"""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.contrib.auth import login, update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from putright.casework.devices import device_began, device_ended
from putright.casework.means import means_of_this_site
from putright.casework.second_factor import means_of
from putright.casework.sign_in import Account, account_halfway
from putright.casework.throttle import KNOWN_FOR, Trying, remember_browser
from putright.web.browser_kind import browser_kind
from putright.web.onward import NEXT
from putright.web.page_request import OwnRequest, PageRequest
from putright.web.visitor import visitor

# What the session keeps of how far somebody has come, and since when. Instants are whole seconds.
ASSURED, BEGAN, SEEN, PROVED, HALFWAY = "assured", "began", "seen", "proved", "halfway"
HALFWAY_FOR: Final = timedelta(minutes=10)
PROVED_FOR: Final = timedelta(minutes=15)
_BROWSER: Final = re.compile(r"[A-Za-z0-9_-]{22}")
_BROWSER_BYTES: Final = 16


def trying(request: PageRequest) -> Trying:
    """Return who tries, as far as the request tells."""
    return Trying(where=visitor(request), browser=_browser_of(request))


def password_was_right(request: PageRequest, account: Account, onward: str) -> HttpResponse:
    """Go on from the password: to the second step where one has been set up, else in."""
    if not means_of(account.pk).any:
        return enter(request, account, onward=onward)
    request.session.flush()  # nothing of the visit before is taken along
    request.session[HALFWAY] = {
        "account": account.pk,
        "mark": account.get_session_auth_hash(),
        "at": _seconds(request.now),
        NEXT: onward,
    }
    return redirect("sign-in-code")


def halfway(request: PageRequest) -> Account | None:
    """Return the account whose password was right a few minutes ago in this browser, if its second step is to come."""
    kept = request.session.get(HALFWAY)
    if not kept or request.now - _instant(kept["at"], request.now) > HALFWAY_FOR:
        return None
    return account_halfway(kept["account"], kept["mark"])


def halfway_onward(request: PageRequest) -> str:
    """Return the page to go on to after the second step."""
    return str(request.session.get(HALFWAY, {}).get(NEXT, ""))


def enter(request: PageRequest, account: Account, *, assured: str = "", onward: str = "") -> HttpResponse:
    """Sign somebody in, in a session of its own; `assured` says by what they took a second step, if they did."""
    login(request, account)
    request.session.pop(HALFWAY, None)
    request.session[BEGAN] = request.session[SEEN] = request.session[PROVED] = _seconds(request.now)
    if assured:
        request.session[ASSURED] = assured
    return _go_on(request, account, onward)


def stay_alone(request: PageRequest, account: Account) -> None:
    """Keep this browser signed in after every session of the account was ended."""
    update_session_auth_hash(request, account)
    _note_device(request, account)


def second_step_taken(request: OwnRequest, by: str) -> None:
    """Keep that somebody who is signed in has shown a second step just now, in a session that begins with it."""
    device_ended(str(request.session.session_key))
    request.session.cycle_key()
    request.session[ASSURED] = by
    prove(request)
    _note_device(request, request.user)


def prove(request: PageRequest) -> None:
    """Keep that somebody who is signed in has just shown again who they are."""
    request.session[PROVED] = _seconds(request.now)


def has_proved_lately(request: PageRequest) -> bool:
    """Return whether somebody who is signed in has shown who they are a short time ago."""
    at = request.session.get(PROVED)
    return at is not None and request.now - _instant(at, request.now) <= PROVED_FOR


def lacks_second_step(request: HttpRequest) -> bool:
    """Return whether somebody who is signed in must take a second step, and has not: nothing opens before."""
    if not settings.PUTRIGHT_SECOND_FACTOR or request.session.get(ASSURED):
        return False
    return getattr(request.user, "email", "") not in settings.PUTRIGHT_DEMO_SIGN_INS


def _go_on(request: PageRequest, account: Account, onward: str) -> HttpResponse:
    browser = _browser_of(request) or _new_browser()
    remember_browser(account.pk, browser, now=request.now)
    _note_device(request, account)
    response = redirect(onward or "work")
    response.set_cookie(
        settings.PUTRIGHT_BROWSER_COOKIE,
        browser,
        max_age=KNOWN_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return response


def _note_device(request: PageRequest, account: Account) -> None:
    if request.session.session_key is None:
        request.session.create()
    kind = browser_kind(str(request.headers.get("User-Agent", "")))
    device_began(account.pk, str(request.session.session_key), kind, now=request.now)


def _browser_of(request: HttpRequest) -> str:
    """Return the secret that this browser keeps, or nothing."""
    kept = request.COOKIES.get(settings.PUTRIGHT_BROWSER_COOKIE, "")
    return kept if _BROWSER.fullmatch(kept) else ""


def _new_browser() -> str:
    return urlsafe_b64encode(means_of_this_site().secrets.random(_BROWSER_BYTES)).decode().rstrip("=")


def _seconds(now: datetime) -> int:
    return int(now.timestamp())


def _instant(seconds: int, now: datetime) -> datetime:
    return datetime.fromtimestamp(seconds, tz=now.tzinfo)
