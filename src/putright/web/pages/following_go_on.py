"""Does somebody who withdrew their complaint want to go on with it after all?"""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.ask_to_go_on import ask_to_go_on
from putright.web.access import public
from putright.web.following_acts import act_by_link
from putright.web.forms import PageForm, TextareaField
from putright.web.page_request import PageRequest

LONGEST = 4_000


class GoOnForm(PageForm):
    """What the person wants to say with it."""

    words = TextareaField(
        _("Is there something you want to tell us?"),
        hint=_("You do not have to give a reason, and you do not have to tell us everything once more."),
        rows=5,
        max_length=LONGEST,
    )


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def following_go_on(request: PageRequest) -> HttpResponse:
    """Ask once, and record that the person wants to go on."""

    def do(link: int, form: GoOnForm) -> None:
        ask_to_go_on(link=link, words=form.cleaned_data["words"], on=request.today, now=request.now)

    form = GoOnForm(request.POST if request.method == "POST" else None, today=request.today)
    said = _("We know that you want to go on. We will write to you what happens now.")
    return act_by_link(request, "following_go_on.jinja", form, do, said=said)
