"""What may be written to the log? References, addresses without secrets, places in the code; never what people said."""

from __future__ import annotations

import logging
import re
from traceback import TracebackException
from types import TracebackType

# Django's logging dictionary has values of many types, hence Any.
from typing import Any

LONGEST_PLAIN_SEGMENT = 16
_QUERY = re.compile(r"(/[^\s?]*)\?\S+")
_SECRET_LINK = re.compile(r"(?:(?<=/follow/)|(?<=/sign-in/link/)|(?<=/consent/code/))[^/\s'\",)]+")
_SECRET_SEGMENT = re.compile(rf"(?<=/)(?=[\w-]*[0-9A-Z])[\w-]{{{LONGEST_PLAIN_SEGMENT},}}(?=[/\s'\",)]|$)", re.ASCII)

_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def redacted(text: str) -> str:
    """Return a text without the queries of its addresses, their segments long enough to be a secret, and secret links.

    >>> redacted("GET /follow/abcdefghijklmnopqrstuv 302")
    'GET /follow/[secret] 302'
    >>> redacted("GET /sign-in/link/abcdefghijklmnopqrstuv 302")
    'GET /sign-in/link/[secret] 302'
    >>> redacted("GET /consent/code/K7QM-2X4P-9TBD-H3VN 302")
    'GET /consent/code/[secret] 302'
    >>> redacted("/procedures/dGhpcyBpcyBhIHNlY3JldA/")
    '/procedures/[secret]/'
    >>> redacted("/cases/?name=Example")
    '/cases/?[query]'
    """
    return _SECRET_SEGMENT.sub("[secret]", _SECRET_LINK.sub("[secret]", _QUERY.sub(r"\1?[query]", text)))


class PrivateFormatter(logging.Formatter):
    """Writes a record without secrets, and of an exception its type and its places in the code, never its message.

    Messages of exceptions quote what they choke on: a name that is too long, a row that exists already.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, made afresh: another handler may have kept the exception's full text on the record."""
        own = logging.makeLogRecord(record.__dict__)
        own.exc_text = None
        return redacted(super().format(own))

    def formatException(self, ei: _Raised) -> str:
        """Return the types of an exception and of its causes, each with its places in the code."""
        if ei[0] is None or ei[1] is None:
            return ""
        return "\n".join(_told(TracebackException(ei[0], ei[1], ei[2])))


def logging_for(level: str) -> dict[str, Any]:
    """Return the logging of the whole program, at a level, to standard error; the web server's own included."""
    quiet = {"level": "ERROR", "handlers": ["stderr"], "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "private": {
                "()": "putright.config.logging.PrivateFormatter",
                "format": "{asctime} {levelname} {name} {message}",
                "style": "{",
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "private"}},
        "root": {"level": level.upper(), "handlers": ["stderr"]},
        "loggers": {
            "django": {"level": "INFO", "handlers": ["stderr"], "propagate": False},
            # Every request has its own line already (request_log.py); here only what went wrong.
            "django.request": quiet,
            # It would log the number of every passkey.
            "fido2": {"level": "WARNING", "handlers": ["stderr"], "propagate": False},
            "gunicorn.error": {"level": "WARNING", "handlers": ["stderr"], "propagate": False},
            "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": False},
        },
    }


def _told(raised: TracebackException) -> list[str]:
    shown = raised.__cause__ or (None if raised.__suppress_context__ else raised.__context__)
    before = [*_told(shown), "which led to"] if shown else []
    places = [f"  {place.filename}:{place.lineno} in {place.name}" for place in raised.stack]
    return [*before, getattr(raised.exc_type, "__qualname__", "Exception"), *places]
