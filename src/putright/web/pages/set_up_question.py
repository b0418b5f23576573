"""One question of the setting up of a new site."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from putright.web import journey
from putright.web.access import public
from putright.web.administering.procedure_forms import take_text_of_file
from putright.web.page_request import PageRequest
from putright.web.setting_up.journey import SET_UP, has_given_code, refuse_when_set_up


@public
@never_cache
def set_up_question(request: PageRequest, question: str) -> HttpResponse:
    """Ask a question; the text of a file that was chosen takes the place of what was pasted."""
    refuse_when_set_up()
    if not has_given_code(request):
        return redirect("set-up")
    take_text_of_file(request)
    return journey.ask(request, SET_UP, question)
