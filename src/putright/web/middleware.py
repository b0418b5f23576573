"""What happens to every request around its page: the clock, the size, the headers, refusals put into words?"""

from __future__ import annotations

import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import cast

from django.conf import settings
from django.db import InterfaceError, OperationalError, connections
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from putright.casework.errors import ActionRefused, NotFound, StaleCase
from putright.web.page_request import PageRequest
from putright.web.pages import errors
from putright.web.security import HEADERS, SECRET_HEADERS, SECRET_PREFIXES

# What is open before anything has been set up.
SET_UP, HEALTH = "/set-up", "/healthz"

# As PostgreSQL numbers it; SQLite says it in words.
DISK_FULL = "53100"
_log = logging.getLogger(__name__)

Respond = Callable[[HttpRequest], HttpResponseBase]


def read_clock(get_response: Respond) -> Respond:
    """Read the clock once, so that everything in one request agrees which day it is."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        page_request = cast(PageRequest, request)
        page_request.now = settings.PUTRIGHT_CLOCK.now()
        page_request.today = page_request.now.date()
        return get_response(request)

    return respond


def limit_request_size(get_response: Respond) -> Respond:
    """Answer a request that is too big with a page, before anything of it is read."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        if _length(request) <= settings.PUTRIGHT_REQUEST_LIMIT:
            return get_response(request)
        return errors.too_large(request)

    return respond


def lead_to_set_up(get_response: Respond) -> Respond:
    """Lead every page to the setting up while nothing has been set up: while the file of its code is there."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        address = request.path_info
        if address.startswith(SET_UP) or address == HEALTH or not settings.PUTRIGHT_SET_UP_CODE.exists():
            return get_response(request)
        response = redirect("set-up")
        response.headers["Cache-Control"] = "no-store"
        return response

    return respond


def security_headers(get_response: Respond) -> Respond:
    """Add what every response says to the browser, and more where the address holds a secret."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        secret = SECRET_HEADERS if request.path_info.startswith(SECRET_PREFIXES) else {}
        for name, value in (HEADERS | secret).items():
            response.headers.setdefault(name, value)
        return response

    return respond


class explain_refusals:
    """Turn the expected exceptions of `casework`, a lost database and a bare 405 into pages that say what to do."""

    def __init__(self, get_response: Respond) -> None:
        """Keep what answers the request."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with our own page for a method that the page does not take."""
        response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not getattr(response, "content", b""):
            return errors.method_not_allowed(request, allow=response.headers.get("Allow", ""))
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Translate what an action or a query raised; anything else is a bug and rises."""
        match exception:
            case ActionRefused():
                return errors.refused(request, *exception.refusals)
            case NotFound():
                return errors.not_found(request)
            case StaleCase():
                return errors.stale(request)
            case OperationalError() | InterfaceError():
                return _records_away(request, exception)
            case _:
                return None


def _records_away(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer where the database is lost or full, whatever was being done: the transaction has been undone."""
    _log.error("the database did not do what was asked", exc_info=exception)
    for each in connections.all(initialized_only=True):
        if not each.in_atomic_block:
            each.close_if_unusable_or_obsolete()
    session = getattr(request, "session", None)
    if session is not None:
        session.modified = False  # nothing more is to be written by this request
    return errors.records_away(request, is_full=_is_full(exception))


def _is_full(exception: Exception) -> bool:
    return getattr(exception.__cause__, "sqlstate", "") == DISK_FULL or "disk is full" in str(exception)


def _length(request: HttpRequest) -> int:
    """Return how many bytes the request says it brings."""
    said = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(said) if said.isdecimal() else 0
