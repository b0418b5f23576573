"""What has a person in hand when their complaint is sent: a reference, a link, and what happens next?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.follow import FollowPage, follow
from putright.domain.references import reference_shown
from putright.domain.standing import ASKED_OF_THE_PATIENT
from putright.web import journey
from putright.web.access import public
from putright.web.complaining.journey import COMPLAIN
from putright.web.page_request import PageRequest
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class DonePage:
    """The reference, the secret until it is put away, and the case as it stands now."""

    reference: str
    secret: str
    link: str
    case: FollowPage | None
    needs_consent: bool
    may_say_more: bool  # about themselves, apart from the complaint: once


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def complain_done(request: PageRequest) -> HttpResponse:
    """Show what was given; the link can be put away, for whoever uses this browser next."""
    outcome = journey.outcome(request, COMPLAIN)
    if outcome is None:
        return redirect("complain")
    if request.method == "POST":
        journey.finish(request, COMPLAIN, {name: said for name, said in outcome.items() if name != "secret"})
        return redirect("complain-done")
    return show(request, "complain_done.jinja", _page(request, outcome))


def _page(request: PageRequest, outcome: dict[str, str]) -> DonePage:
    secret = outcome.get("secret", "")
    case = _case(request, outcome["reference"], secret)
    return DonePage(
        may_say_more="body" in outcome and "counted" not in outcome,
        reference=reference_shown(outcome["reference"]),
        secret=secret,
        link=request.build_absolute_uri(reverse("follow-link", args=[secret])) if secret else "",
        case=case,
        needs_consent=case is not None and case.needed in ASKED_OF_THE_PATIENT,
    )


def _case(request: PageRequest, reference: str, secret: str) -> FollowPage | None:
    """Return the case, or nothing once the link is put away or has been ended."""
    try:
        return follow(reference, secret, request.today, now=request.now)
    except (NotFound, ActionRefused):
        return None
