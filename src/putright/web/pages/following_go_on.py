"""Does somebody who withdrew their complaint want to go on with it after all?"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.actions.ask_to_go_on import ask_to_go_on
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.open_link import ENDED
from putright.casework.queries.follow import FollowPage, followed
from putright.web.access import public
from putright.web.following import follow_no_more, link_followed, status_of
from putright.web.forms import PageForm, TextareaField
from putright.web.page_request import PageRequest
from putright.web.pages import errors
from putright.web.templating import show

LONGEST = 4_000


class GoOnForm(PageForm):
    """What the person wants to say with it."""

    words = TextareaField(
        "Is there something you want to tell us?",
        hint="You do not have to give a reason, and you do not have to tell us everything once more.",
        rows=5,
        max_length=LONGEST,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class GoOnPage:
    """The complaint that was withdrawn."""

    case: FollowPage


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def following_go_on(request: PageRequest) -> HttpResponse:
    """Ask once, and record that the person wants to go on; whoever follows nothing is asked for their link."""
    link = link_followed(request)
    if link is None:
        return redirect("follow")
    form = GoOnForm(request.POST if request.method == "POST" else None, today=request.today)
    try:
        page = GoOnPage(case=followed(link, request.today, now=request.now))
        if request.method == "POST" and form.is_valid():
            ask_to_go_on(link=link, words=form.cleaned_data["words"], on=request.today, now=request.now)
            messages.success(request, "We know that you want to go on. We will write to you what happens now.")
            return redirect("following")
    except NotFound as gone:
        return _no_link(request, gone)
    except ActionRefused as refused:
        if refused.refusal.code == ENDED:
            return _no_link(request, refused)
        form.refuse(*refused.refusals)
    return show(request, "following_go_on.jinja", page, form=form)


def _no_link(request: PageRequest, ended: NotFound | ActionRefused) -> HttpResponse:
    follow_no_more(request)
    return errors.no_such_link(request, status_of(ended))
