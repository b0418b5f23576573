"""Which codes does somebody keep on paper, for when their app is not at hand?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from putright.casework.actions.renew_recovery_codes import renew_recovery_codes
from putright.web.access import own
from putright.web.onward import to_sign_in_again
from putright.web.page_request import OwnRequest
from putright.web.signing_in import has_proved_lately
from putright.web.templating import show


@dataclass(frozen=True, slots=True, kw_only=True)
class CodesPage:
    """The codes, and where to go on to once they are written down."""

    codes: tuple[str, ...]
    onward: str
    is_first: bool


@own
@never_cache
@require_POST
def recovery_codes(request: OwnRequest) -> HttpResponse:
    """Make new ones and show them, once."""
    if not has_proved_lately(request):
        return to_sign_in_again(request)
    codes = renew_recovery_codes(account=request.user, now=request.now)
    return show(request, "recovery_codes.jinja", CodesPage(codes=codes, onward="", is_first=False))
