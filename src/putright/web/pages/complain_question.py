"""One question of the form for making a complaint."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse

from putright.web import journey
from putright.web.access import public
from putright.web.complaining.journey import COMPLAIN
from putright.web.page_request import PageRequest
from putright.web.wording import plural


@public
def complain_question(request: PageRequest, question: str) -> HttpResponse:
    """Ask a question; an answer that comes after the session ran out is kept, and the person is told."""
    had_nothing = not journey.is_begun(request, COMPLAIN)
    response = journey.ask(request, COMPLAIN, question)
    if request.method == "POST" and had_nothing and question != COMPLAIN.questions[0].name:
        messages.warning(request, _ran_out())
    return response


def _ran_out() -> str:
    hours = timedelta(seconds=settings.SESSION_COOKIE_AGE) // timedelta(hours=1)
    return (
        f"You were away for more than {plural(hours, 'hour')}, or your browser was closed, so your earlier answers are"
        " gone. What you sent last is kept, and you will see it when you come to it. Please begin again."
    )
