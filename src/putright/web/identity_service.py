"""What is kept in this browser while somebody is away at an identity service, and what is it for?"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import Final

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare

from putright.casework.identities import Identified
from putright.casework.means import means_of_this_site
from putright.gateways.oidc import NotIdentified, Provider, ask, identify, leaving_address
from putright.web.onward import NEXT, next_page
from putright.web.page_request import PageRequest

AWAY: Final = "away"
# In the session: it began at the service; and, after it has ended, that one may still be signed in there.
BEGAN_THERE, LEFT_HERE = "began-there", "left-here"
AWAY_FOR: Final = timedelta(minutes=10)
LONGEST_CODE: Final = 2_000


class Errand(StrEnum):
    """For what somebody goes to the identity service."""

    SIGN_IN = "sign-in"
    INVITATION = "invitation"
    LINK = "link"


def service() -> Provider | None:
    """Return the identity service of this site, or nothing."""
    provider: Provider | None = settings.PUTRIGHT_IDENTITY_SERVICE
    return provider


def go(request: PageRequest, provider: Provider, errand: Errand) -> str:
    """Return where to send somebody; raises NotIdentified where the service cannot be reached."""
    asked = ask(provider, callback=_callback(), secrets=means_of_this_site().secrets)
    request.session[AWAY] = {
        "errand": errand.value,
        "state": asked.state,
        "nonce": asked.nonce,
        "verifier": asked.verifier,
        "at": int(request.now.timestamp()),
        NEXT: next_page(request),
    }
    return asked.address


def come_back(request: PageRequest, provider: Provider) -> tuple[Errand, Identified, str]:
    """Return what somebody went for, who they are and where they go on to; what was kept is good once.

    Raises NotIdentified for an answer that this browser has not asked for.
    """
    kept = request.session.pop(AWAY, None)
    code = request.GET.get("code", "")
    if kept is None or not constant_time_compare(kept["state"], request.GET.get("state", "")):
        raise NotIdentified
    is_late = int(request.now.timestamp()) - kept["at"] > AWAY_FOR.total_seconds()
    if is_late or not code or len(code) > LONGEST_CODE or request.GET.get("iss", provider.issuer) != provider.issuer:
        raise NotIdentified
    identified = identify(
        provider,
        callback=_callback(),
        code=code,
        nonce=kept["nonce"],
        verifier=kept["verifier"],
        now=request.now,
    )
    return Errand(kept["errand"]), identified, str(kept[NEXT])


def leave(provider: Provider) -> str:
    """Return where to sign out at the service, or nothing where it has no such page; raises NotIdentified."""
    return leaving_address(provider, back=f"{settings.PUTRIGHT_ADDRESS}{reverse('sign-in')}")


def _callback() -> str:
    return f"{settings.PUTRIGHT_ADDRESS}{reverse('sign-in-identity-back')}"
