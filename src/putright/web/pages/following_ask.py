"""Does somebody who follows their complaint want to hear how it is going?"""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.ask_for_update import ask_for_update
from putright.web.access import public
from putright.web.following_acts import act_by_link
from putright.web.forms import PageForm
from putright.web.page_request import PageRequest

SAID = _("We know that you want to hear how it is going. Under “What happens next” you see by when we tell you.")


class AskForm(PageForm):
    """Nothing is asked: the button says it."""


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def following_ask(request: PageRequest) -> HttpResponse:
    """Say what is promised already, and record that the person asks."""

    def do(link: int, form: AskForm) -> None:
        ask_for_update(link=link, on=request.today, now=request.now)

    form = AskForm(request.POST if request.method == "POST" else None, today=request.today)
    return act_by_link(request, "following_ask.jinja", form, do, said=SAID)
