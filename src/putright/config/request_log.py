"""Which requests came, and how did they end? One line each: method, address without its secrets, status, time taken."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import perf_counter

from django.http import HttpRequest, HttpResponseBase

_log = logging.getLogger("putright.requests")


def request_log(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Return the middleware that writes the line; no query, no visitor's address, no account."""

    def logged(request: HttpRequest) -> HttpResponseBase:
        began = perf_counter()
        response = get_response(request)
        milliseconds = round((perf_counter() - began) * 1000)
        _log.info("%s %s %d %dms", request.method, request.path, response.status_code, milliseconds)
        return response

    return logged
