"""At which site is a passkey made and used; and can it be, as people reach this one?"""

from __future__ import annotations

from contextlib import suppress
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.http import HttpRequest

from putright.casework.passkeys import Site


def passkey_site(request: HttpRequest) -> Site | None:
    """Return the site; nothing where no browser makes passkeys: at a number, or away from here without https."""
    origin = f"{request.scheme}://{request.get_host()}"
    host = urlsplit(origin).hostname or ""
    with suppress(ValueError):
        ip_address(host)
        return None
    return Site(host=host, origin=origin) if request.is_secure() or host == "localhost" else None
