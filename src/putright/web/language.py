"""In which language is a page shown? Whoever reads chooses it by a link on the page, and a cookie keeps it.

Nothing of the person is asked or guessed: not their address, not what their browser says that it prefers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers

KEPT_FOR: Final = 365  # days
READ_IN_WELSH: Final = "Chose Welsh on our pages: ask which language they would like from us"


class Language(StrEnum):
    """The languages that there are, by the codes that a page says of itself."""

    ENGLISH = "en-GB"
    WELSH = "cy"


# As each is called in itself.
NAMES: Final = {Language.ENGLISH: "English", Language.WELSH: "Cymraeg"}
# The pages that are wholly in Welsh, by the names of their addresses: a test looks for what is left in English.
IN_WELSH: Final = frozenset(
    {
        *("following", "following-meeting", "following-accept-answer", "following-ask-about-answer"),
        *("following-ask-for-review", "following-ombudsman", "following-message", "following-ask"),
        *("following-contact", "following-email", "following-withdraw", "following-how-it-went", "following-go-on"),
        *("following-name-advocate", "following-end-advocate", "following-draft", "following-stop-email"),
        "following-prepare",
        *("home", "how-complaints-work", "without-the-web", "accessibility-statement", "privacy", "cookies"),
        *("call-me", "call-me-asked", "procedures", "follow", "follow-code", "follow-code-enter", "signpost"),
        *("complain", "complain-question", "complain-check", "complain-done", "complain-saved", "complain-back"),
        *("complain-back-link", "complain-remove", "complain-on-paper", "complain-about-you"),
        *("signpost-question", "signpost-answer", "tell-us", "tell-us-what", "told-us"),
        *("consent", "consent-answer", "consent-take-back", "procedure", "procedure-version"),
    }
)

_INSTEAD: Final = "page_instead_is_in_welsh"  # what a request knows of the page that is made in the place of its own
Respond = Callable[[HttpRequest], HttpResponseBase]


P = ParamSpec("P")
Answer = Callable[Concatenate[HttpRequest, P], HttpResponse]


class choose_language:
    """Show a page in the language that was chosen, where the page is in that language; every other page in English."""

    def __init__(self, get_response: Respond) -> None:
        """Keep what answers the request."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and leave English behind for whoever is served next by this thread."""
        with translation.override(settings.LANGUAGE_CODE):
            response = self.get_response(request)
            if is_in_welsh(request):
                patch_vary_headers(response, ["Cookie"])
        return response

    def process_view(self, request: HttpRequest, view: object, args: Any, kwargs: Any) -> None:
        """Take up the language before the page is made."""
        if language_chosen(request) is Language.WELSH and is_in_welsh(request):
            translation.activate(Language.WELSH.value)


def as_chosen(answer: Answer[P]) -> Answer[P]:
    """Make a page in the language that was chosen, whichever page was asked for: one that says what went wrong."""

    @wraps(answer)
    def respond(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        with _speaking(request, language_chosen(request), is_in_welsh=True):
            response = answer(request, *args, **kwargs)
        patch_vary_headers(response, ["Cookie"])
        return response

    return respond


def in_english(answer: Answer[P]) -> Answer[P]:
    """Make a page in English, though the page that was asked for may have been in another language."""

    @wraps(answer)
    def respond(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        with _speaking(request, Language.ENGLISH, is_in_welsh=False):
            return answer(request, *args, **kwargs)

    return respond


@contextmanager
def _speaking(request: HttpRequest, language: Language, *, is_in_welsh: bool) -> Iterator[None]:
    """Speak this language, and know of the page that is made in the place of the one asked for."""
    setattr(request, _INSTEAD, is_in_welsh)
    with translation.override(language.value.lower()):
        yield


def spoken() -> Language:
    """Return the language of the page that is being made."""
    return Language.WELSH if translation.get_language() == Language.WELSH.value else Language.ENGLISH


def language_chosen(request: HttpRequest) -> Language:
    """Return the language that was chosen in this browser; English where none was, or one that there is not."""
    kept = request.COOKIES.get(settings.PUTRIGHT_LANGUAGE_COOKIE, "")
    return Language(kept) if kept in set(Language) else Language.ENGLISH


def is_in_welsh(request: HttpRequest) -> bool:
    """Return whether there is a Welsh version of the page that was asked for, or of the one made in its place."""
    return bool(getattr(request, _INSTEAD, _name(request) in IN_WELSH))


def keep(response: HttpResponse, language: Language) -> None:
    """Keep the choice in the browser, for the server alone to read."""
    response.set_cookie(
        settings.PUTRIGHT_LANGUAGE_COOKIE,
        language.value,
        max_age=KEPT_FOR * 24 * 60 * 60,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def translated(words: str) -> str:
    """Return words of ours in the language of the page; those that the catalogue lacks as they are."""
    return translation.gettext(words) if words else words


def is_left_in_english(words: str) -> bool:
    """Return whether the page is in another language, and the catalogue has no words for these."""
    return spoken() is not Language.ENGLISH and translated(words) == words


def languages_told(read_in: Language) -> tuple[str, ...]:
    """Return what staff are told of the language in which somebody read; they ask which one the person would like."""
    return (READ_IN_WELSH,) if read_in is Language.WELSH else ()


def _name(request: HttpRequest) -> str:
    match = request.resolver_match
    return (match.url_name or "") if match else ""
