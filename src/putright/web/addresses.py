"""What is the address of a page? Found once for each kind of page, then filled in: a list names hundreds of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from django.conf import settings
from django.urls import NoReverseMatch, get_script_prefix, reverse

# What may stand in an address as it is, whichever kind of part is expected: more than that is left to Django.
_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_FIRST: Final = 770_000_001

Addresses = Callable[..., str]


def address(name: str, *parts: object) -> str:
    """Return the address of the page of this name; raises NoReverseMatch where there is none with such parts."""
    return addresses()(name, *parts)


def addresses() -> Addresses:
    """Return what gives such addresses in this request: a page that names many asks once where the site stands."""
    return _addresses(settings.ROOT_URLCONF, get_script_prefix())


@lru_cache(maxsize=16)
def _addresses(_urls: object, _prefix: str) -> Addresses:
    """The addresses of a site that stands at some place."""
    form_of = lru_cache(maxsize=1024)(_form)

    def found(name: str, *parts: object) -> str:
        form = form_of(name, *map(type, parts))
        if form is None or not all(map(_is_plain, parts)):
            return reverse(name, args=parts)
        return form.format(*parts)

    return found


def _is_plain(part: object) -> bool:
    return part >= 0 if isinstance(part, int) else _PLAIN.fullmatch(str(part)) is not None


def _form(name: str, *kinds: type) -> str | None:
    """The address with a blank for each part; nothing where stand-ins do not show where the parts go."""
    if any(kind not in (int, str) for kind in kinds):
        return None
    stand_ins = [_FIRST + place if kind is int else f"a{_FIRST + place}" for place, kind in enumerate(kinds)]
    try:
        found = reverse(name, args=stand_ins)
    except NoReverseMatch:
        return None
    form = found.replace("{", "{{").replace("}", "}}")
    for place, stand_in in enumerate(stand_ins):
        if form.count(str(stand_in)) != 1:
            return None
        form = form.replace(str(stand_in), f"{{{place}}}")
    return form
