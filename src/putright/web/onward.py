"""Where does a person go on to who must first sign in, or choose for which organisation they act?

Only to a page of this site: an address to go on to comes from the browser, and may have been made by somebody else.
"""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

# What the session calls the body for which its holder acts.
CHOSEN = "body"
NEXT = "next"
LONGEST = 200


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Send to the sign-in page, and from there back to this one."""
    return redirect(signing_in(request))


def signing_in(request: HttpRequest) -> str:
    """Return the address of the sign-in page that leads back to this one."""
    return signing_in_to(request.get_full_path())


def signing_in_to(address: str) -> str:
    """Return the address of the sign-in page that leads on to a page of ours."""
    return f"{reverse('sign-in')}?{urlencode({NEXT: address})}"


def to_choose(request: HttpRequest) -> HttpResponse:
    """Send to the page that asks for which organisation the person acts, and from there back to this one."""
    return redirect(choosing(request))


def choosing(request: HttpRequest) -> str:
    """Return the address of the page that asks for which organisation the person acts."""
    return f"{reverse('places')}?{urlencode({NEXT: request.get_full_path()})}"


def to_second_step(request: HttpRequest) -> HttpResponse:
    """Send to the page where a second step of signing in is set up, and from there back to this one."""
    back = request.get_full_path() if request.method in ("GET", "HEAD") else ""
    return redirect(f"{reverse('authenticator')}?{urlencode({NEXT: back})}" if back else "authenticator")


def to_sign_in_again(request: HttpRequest) -> HttpResponse:
    """Send to the page that asks for the password once more, and from there back to this one."""
    back = request.get_full_path() if request.method in ("GET", "HEAD") else ""
    return redirect(f"{reverse('sign-in-again')}?{urlencode({NEXT: back})}" if back else "sign-in-again")


def next_page(request: HttpRequest) -> str:
    """Return the page of this site to go on to that the request names; nothing for anything else."""
    named = request.POST.get(NEXT) or request.GET.get(NEXT) or ""
    is_ours = named.startswith("/") and url_has_allowed_host_and_scheme(named, allowed_hosts=None)
    return named if is_ours and len(named) <= LONGEST else ""
