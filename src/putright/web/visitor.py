"""Which visitor is this, as far as a network address tells? Asked to tell one who guesses from many who mistype."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

from django.conf import settings
from django.http import HttpRequest

ONE_HOME: Final = 64  # the bits that an internet provider gives to one home: the rest a visitor may change at will
LONGEST: Final = 100


def visitor(request: HttpRequest) -> str:
    """Return the visitor's address; of IPv6 only the part that is theirs."""
    said = _where_from(request)
    try:
        address = ip_address(said)
    except ValueError:
        return said[:LONGEST]
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or ip_network((address, ONE_HOME), strict=False))
    return str(address)


def _where_from(request: HttpRequest) -> str:
    """Return the network address of the visitor; behind a proxy of ours, the one that the proxy saw."""
    if settings.PUTRIGHT_BEHIND_PROXY:
        seen = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
        if seen:
            return seen
    return str(request.META.get("REMOTE_ADDR", ""))
