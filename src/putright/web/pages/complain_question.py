"""One question of the form for making a complaint."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext

from putright.casework.errors import ActionRefused
from putright.web import journey
from putright.web.access import public
from putright.web.complaining import saving
from putright.web.complaining.journey import COMPLAIN
from putright.web.language import translated
from putright.web.page_request import PageRequest


@public
def complain_question(request: PageRequest, question: str) -> HttpResponse:
    """Ask a question; an answer that comes after the session ran out is kept, and the person is told."""
    if elsewhere := _put_aside(request):
        return elsewhere
    had_nothing = not journey.is_begun(request, COMPLAIN)
    response = _answered(request, question)
    if request.method == "POST" and had_nothing and question != COMPLAIN.questions[0].name:
        messages.warning(request, _ran_out())
    return response


def _put_aside(request: PageRequest) -> HttpResponse | None:
    """Where this browser has saved what it knew: bring it back for a page that was open still, else show the link."""
    if request.method != "POST":
        return redirect("complain-saved") if saving.is_put_aside(request) else None
    saving.bring_back_what_was_put_aside(request)
    return None


def _answered(request: PageRequest, question: str) -> HttpResponse:
    if request.method != "POST" or journey.SAVE not in request.POST:
        return journey.ask(request, COMPLAIN, question)
    journey.keep_unfinished(request, COMPLAIN, COMPLAIN.at(question))
    try:
        return saving.save(request)
    except ActionRefused as refused:
        messages.warning(request, translated(refused.refusal.message))
        return redirect("complain-question", question)


def _ran_out() -> str:
    hours = timedelta(seconds=settings.SESSION_COOKIE_AGE) // timedelta(hours=1)
    words = gettext(
        "You were away for more than %(time)s, or your browser was closed, so your earlier answers are gone. What you"
        " sent last is kept, and you will see it when you come to it. If you saved your complaint, open the link that"
        " you were given. If not, please begin again."
    )
    return words % {"time": ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}}
