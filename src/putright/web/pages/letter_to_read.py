"""How does a letter read, before it is written? It can be changed still, or put in the print queue."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse
from markupsafe import Markup

from putright.casework.queries.case_page import CasePage
from putright.domain.channels import Channel
from putright.letters.composition import Letter
from putright.letters.html import as_html
from putright.web.acts.act import About, Act
from putright.web.casefile.words import needs_of
from putright.web.page_request import StaffRequest
from putright.web.templating import show

# What the browser sends by itself, or what is decided on this page.
_NOT_ANSWERS = ("csrfmiddlewaretoken", "step")

SEND_WORDS = {
    Channel.LETTER: "Put it in the print queue",
    Channel.EMAIL: "Record that it goes by email today",
    Channel.IN_PERSON: "Record that it is given by hand",
}
SEND_FOR_YOU = "Send it by email"
OWN_WORDS = {
    "prepare_response": "Keep this draft",
    "write_easy_read": "Keep this draft",
    "sign_response": "Sign the response",
    "request_contribution": "Send it",
    "send_contribution": "Send it",
    "transfer_complaint": "Send both letters on their way",
    "keep_complaint": "Send both letters on their way",
    "pass_on_complaint": "Send both letters on their way",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLetter:
    """One letter: to whom, and how it reads."""

    to: str
    letter: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterToRead:
    """The letters as they would go, mostly one, and everything that was answered, to be sent again."""

    case: CasePage
    act: Act
    letters: tuple[ReadLetter, ...]
    answers: tuple[tuple[str, str], ...]
    send: str
    needs: tuple[tuple[str, str], ...]


def letter_to_read(request: StaffRequest, doing: Act, about: About, letters: tuple[Letter, ...]) -> HttpResponse:
    """Show the letters that an action would write, with nothing kept yet."""
    to_a_body = "channel" not in request.POST  # to it no machine writes
    given = request.POST.get("body_channel" if to_a_body else "channel", "")
    top = 2 if len(letters) == 1 else 3
    channel = Channel(given) if given in SEND_WORDS else Channel.LETTER
    page = LetterToRead(
        case=about.case,
        act=doing,
        letters=tuple(ReadLetter(to=letter.recipient[0], letter=as_html(letter, top=top)) for letter in letters),
        answers=tuple(
            (name, value) for name, values in request.POST.lists() if name not in _NOT_ANSWERS for value in values
        ),
        send=OWN_WORDS.get(doing.name, SEND_WORDS[channel] if to_a_body else _send_words(channel)),
        needs=needs_of(about.case),
    )
    return show(request, "letter_to_read.jinja", page)


def _send_words(channel: Channel) -> str:
    """Return what the button says: with mail set up an email is sent, without it is only recorded."""
    return SEND_FOR_YOU if channel is Channel.EMAIL and settings.PUTRIGHT_MAIL is not None else SEND_WORDS[channel]
