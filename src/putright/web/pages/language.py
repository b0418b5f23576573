"""How does somebody change the language of the pages? By a link that keeps the choice and leads back."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from putright.web.access import public
from putright.web.language import Language, keep
from putright.web.page_request import PageRequest
from putright.web.security import SECRET_PREFIXES


@public
@never_cache
@require_safe
def language(request: PageRequest, code: str) -> HttpResponse:
    """Keep the language, and go back to the page; to the start page where there is no such page or language."""
    response = redirect(_back(request.GET.get("to", "")))
    wanted = next((each for each in Language if each.value.lower() == code.lower()), None)
    if wanted is not None:
        keep(response, wanted)
    return response


def _back(address: str) -> str:
    """Return an address of this site: it comes from the browser, and may have been made by somebody else."""
    is_ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if is_ours and not address.startswith(SECRET_PREFIXES) else reverse("home")
