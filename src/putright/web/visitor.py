"""Which visitor is this, as far as a network address tells? Asked to tell one who guesses from many who mistype."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

from django.http import HttpRequest

from putright.web.pages.sign_in import where_from

ONE_HOME: Final = 64  # the bits that an internet provider gives to one home: the rest a visitor may change at will
LONGEST: Final = 100


def visitor(request: HttpRequest) -> str:
    """Return the visitor's address; of IPv6 only the part that is theirs."""
    said = where_from(request)
    try:
        address = ip_address(said)
    except ValueError:
        return said[:LONGEST]
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or ip_network((address, ONE_HOME), strict=False))
    return str(address)
