"""Is one of several things really to be taken out of a complaint that is not sent yet?"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.web import journey
from putright.web.access import public
from putright.web.complaining import rounds, saving
from putright.web.complaining.journey import COMPLAIN
from putright.web.page_request import PageRequest
from putright.web.templating import show

KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovePage:
    """The thing, and where to go back to."""

    thing: rounds.ThingTold
    back: str


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def complain_remove(request: PageRequest, number: int) -> HttpResponse:
    """Show the thing once more, and take it out; the others move up. The only one cannot be taken out."""
    if request.method == "POST":
        saving.bring_back_what_was_put_aside(request)
    answers = journey.answers(request, COMPLAIN)
    thing = next((each for each in rounds.things_told(answers) if each.number == number), None)
    if thing is None or not thing.remove:
        if not answers.typed:
            return redirect("complain")
        raise Http404
    if request.method != "POST":
        back = reverse("complain-question", args=[rounds.name_of(rounds.MORE, rounds.number_told(answers))])
        return show(request, "complain_remove.jinja", RemovePage(thing=thing, back=back))
    if KEEP not in request.POST:
        journey.rewrite(request, COMPLAIN, rounds.without(answers.typed, number, answers))
        messages.success(request, gettext("We have taken it out. The rest of what you told us is still here."))
    return redirect("complain-check")  # which leads to what is not answered
