"""How does an advocate help somebody to complain, who sends it themselves, and prepare for a meeting with them?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.advocate_cases import CaseHelped
from putright.casework.queries.advocates_told import AdvocateTold
from putright.casework.queries.meeting_prepared import ToPrepare, coming_to, prepared_for_advocate
from putright.web.access import own
from putright.web.page_request import OwnRequest
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvocateHelpPage:
    """The address by which the person can name whoever signed in."""

    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvocatePreparePage:
    """The case with its meeting, and where the advocate may read it, what the person said and who may come."""

    helped: CaseHelped
    said: ToPrepare | None
    coming: tuple[AdvocateTold, ...]


@own
@require_safe
def advocate_help(request: OwnRequest) -> HttpResponse:
    """Say how the form is filled in with somebody, and handed over by its link; nothing of it is kept here."""
    return show(request, "advocate_help.jinja", AdvocateHelpPage(email=request.user.email))


@own
@require_safe
def advocate_prepare(request: OwnRequest, reference: str) -> HttpResponse:
    """Show what the person can take to the meeting, to the advocate who may come with them; the look is kept."""
    helped, said = prepared_for_advocate(request.user.pk, reference, request.today, now=request.now)
    coming = coming_to(helped.case) if helped.case else ()
    page = AdvocatePreparePage(helped=helped, said=said, coming=coming)
    return show(request, "advocate_prepare.jinja", page)
