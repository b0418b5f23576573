"""What is the address of a page? Found once for each kind of page, then filled in: a list names hundreds of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from django.conf import settings
from django.urls import NoReverseMatch, get_script_prefix, reverse

# What may stand in an address as it is, whichever kind of part is expected: more than that is left to Django.
_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_FIRST: Final = 770_000_001


def address(name: str, *parts: object) -> str:
    """Return the address of the page of this name; raises NoReverseMatch where there is none with such parts."""
    form = _form(settings.ROOT_URLCONF, get_script_prefix(), name, tuple(map(type, parts)))
    if form is None:
        return reverse(name, args=parts)
    written = [str(part) for part in parts]
    if not all(map(_PLAIN.fullmatch, written)):
        return reverse(name, args=parts)
    return form.format(*written)


@lru_cache(maxsize=1024)
def _form(_urls: object, _prefix: str, name: str, kinds: tuple[type, ...]) -> str | None:
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
