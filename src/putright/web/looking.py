"""How do looks stand on a page: in which words, with which tags, and which addresses lead to the next of them?"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest

from putright.casework.queries.looks import Looks, LookShown
from putright.domain.looks import LOOK_WORDS, Look
from putright.web.components import Tag

BY_LINK = "The complainant’s link"
BY_LETTER = "The patient, by the code of their letter"
THE_PERSONS_SIDE = "The complainant’s link and advocates"
NOT_THEIRS = Tag("Not their case", "yellow")
NOT_THEIR_DAYS = Tag("No role that day", "red")
UNUSUAL = "others"
LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class LookLine:
    """One look in words."""

    look: LookShown
    who: str
    roles: str
    what: str
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookPages:
    """One page of looks, and the ways to those beside it."""

    lines: tuple[LookLine, ...]
    page: int
    pages: int | None
    before: str
    after: str


def pages_of(looks: Looks, address: str, asked: dict[str, str]) -> LookPages:
    """Return a page of looks as it stands at an address with what was asked of it."""
    return LookPages(
        lines=tuple(map(line_of, looks.rows)),
        page=looks.page,
        pages=None,
        before=with_query(address, asked, page=looks.page - 1) if looks.page > 1 else "",
        after=with_query(address, asked, page=looks.page + 1) if looks.has_more else "",
    )


def line_of(look: LookShown) -> LookLine:
    """Return one look in words."""
    what = look.what
    if look.paper is not None:
        what = f"{look.what}: {look.title or 'destroyed'} (paper {look.paper})"
    elif look.message is not None:
        what = f"{look.what} (message {look.message})"
    tags = [NOT_THEIRS] if look.is_theirs is False else []
    if not look.in_their_days:
        tags.append(NOT_THEIR_DAYS)
    roles = ", ".join(look.roles)
    nobody = BY_LETTER if look.what == LOOK_WORDS[Look.CONSENT] else BY_LINK
    return LookLine(look=look, who=look.who or nobody, roles=roles[:1].upper() + roles[1:], what=what, tags=tuple(tags))


def with_query(address: str, asked: dict[str, str], *, page: int = 1) -> str:
    """Return an address with what is asked of it."""
    parts = {name: value for name, value in asked.items() if value} | ({"page": str(page)} if page > 1 else {})
    return f"{address}?{urlencode(parts)}" if parts else address


def number_in(request: HttpRequest, name: str) -> int | None:
    """Return a number of the address; nobody types them, so one that is none, or absurd, leads to no page."""
    said = request.GET.get(name, "")
    if said and not (said.isascii() and said.isdecimal() and len(said) <= LONGEST_NUMBER):
        raise Http404
    return int(said) if said else None


def is_unusual_asked(request: HttpRequest) -> bool:
    """Return whether only the looks of others than those whose case it is are asked for."""
    return request.GET.get("by") == UNUSUAL
