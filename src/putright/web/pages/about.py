"""What does every visitor have a right to read: how complaints work, other ways in, accessibility, privacy, cookies?

These pages ask nothing and show nobody's case, so that they share this file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_noop as _
from django.views.decorators.http import require_safe

from putright.casework.follow_codes import ways_of_codes
from putright.casework.queries.bodies import BodyShown, bodies_public
from putright.casework.throttle import KNOWN_FOR
from putright.domain.channels import Channel
from putright.web.access import public
from putright.web.page_request import PageRequest
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class Cookie:
    """One cookie that we set: its name, what it is for, when it goes."""

    name: str
    purpose: str
    lasts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CookiesPage:
    """Every cookie there is."""

    cookies: tuple[Cookie, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyPage:
    """How long what is typed is kept before it is sent, and whether codes go by text message here."""

    unsent_for: str
    texts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutTheWebPage:
    """How to reach the organisations of this site."""

    bodies: tuple[BodyShown, ...]


@public
@require_safe
def how_complaints_work(request: PageRequest) -> HttpResponse:
    """Show the steps of an NHS complaint, with the law behind them."""
    return show(request, "how_complaints_work.jinja")


@public
@require_safe
def without_the_web(request: PageRequest) -> HttpResponse:
    """Show how to complain by telephone, by letter or in person."""
    return show(request, "without_the_web.jinja", WithoutTheWebPage(bodies=bodies_public()))


@public
@require_safe
def accessibility_statement(request: PageRequest) -> HttpResponse:
    """Show how far the pages can be used by everybody, and what to do where they cannot."""
    return show(request, "accessibility_statement.jinja")


@public
@require_safe
def privacy(request: PageRequest) -> HttpResponse:
    """Show what is kept about whom, why, and for how long."""
    return show(
        request, "privacy.jinja", PrivacyPage(unsent_for=_session_length(), texts=Channel.TEXT in ways_of_codes())
    )


@public
@require_safe
def cookies(request: PageRequest) -> HttpResponse:
    """Show every cookie that we set, by the names of the settings."""
    every = (
        Cookie(
            name=settings.SESSION_COOKIE_NAME,
            purpose=_(
                "Keeps your answers together while you fill in a form, keeps open the complaint that you follow, and"
                " keeps staff signed in."
            ),
            lasts=gettext("Goes when you close the browser, and after %(time)s at the latest.")
            % {"time": _session_length()},
        ),
        Cookie(
            name=settings.CSRF_COOKIE_NAME,
            purpose=_("Makes sure that a form we receive was sent from our own page."),
            lasts=gettext("Goes after one year."),
        ),
        Cookie(
            name=settings.PUTRIGHT_LANGUAGE_COOKIE,
            purpose=_("Keeps the language that you chose for these pages. It is set only if you choose one."),
            lasts=gettext("Goes after one year."),
        ),
        Cookie(
            name=settings.PUTRIGHT_BROWSER_COOKIE,
            purpose=_(
                "Of staff alone: lets us know a browser again in which somebody has signed in. Whoever tries passwords"
                " elsewhere cannot keep them out."
            ),
            lasts=ngettext(
                "Goes after %(count)d day without signing in.",
                "Goes after %(count)d days without signing in.",
                KNOWN_FOR.days,
            )
            % {"count": KNOWN_FOR.days},
        ),
    )
    return show(request, "cookies.jinja", CookiesPage(cookies=every))


def _session_length() -> str:
    hours = timedelta(seconds=settings.SESSION_COOKIE_AGE) // timedelta(hours=1)
    return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
