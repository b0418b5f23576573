"""Where does a person begin who does not know where to complain?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.web import journey
from putright.web.access import public
from putright.web.finding.journey import FIND
from putright.web.page_request import PageRequest
from putright.web.templating import show


@public
@require_http_methods(["GET", "HEAD", "POST"])
def signpost(request: PageRequest) -> HttpResponse:
    """Tell who is in danger what to do first; then begin with no answers."""
    if request.method == "POST":
        journey.forget(request, FIND)
        return redirect("signpost-question", FIND.questions[0].name)
    return show(request, "signpost.jinja")


@public
def signpost_question(request: PageRequest, question: str) -> HttpResponse:
    """Ask one question."""
    return journey.ask(request, FIND, question)
