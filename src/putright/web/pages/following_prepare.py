"""What may the person take with them to a meeting, to read or to print?"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.advocates_told import AdvocateTold
from putright.casework.queries.follow import FollowPage
from putright.casework.queries.meeting_prepared import ToPrepare, coming_to, prepared_by_link
from putright.web.access import public
from putright.web.following import link_followed
from putright.web.following_acts import CHANGED, no_link
from putright.web.page_request import PageRequest
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparePage:
    """The complaint with its meeting, what the person said, and which advocates may come."""

    case: FollowPage
    said: ToPrepare
    coming: tuple[AdvocateTold, ...]


@public
@never_cache
@require_safe
def following_prepare(request: PageRequest) -> HttpResponse:
    """Show it while a meeting is agreed that is still to come."""
    link = link_followed(request)
    if link is None:
        return redirect("follow")
    try:
        case, said = prepared_by_link(link, request.today, now=request.now)
    except (NotFound, ActionRefused) as ended:
        return no_link(request, ended)
    if case.meeting is None or case.meeting.agreed_for is None:
        messages.warning(request, CHANGED)
        return redirect("following")
    return show(request, "following_prepare.jinja", PreparePage(case=case, said=said, coming=coming_to(case)))
