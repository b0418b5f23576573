"""In which ways can the worklist be narrowed, and which address is each of them?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest

from putright.casework.counting import ENOUGH
from putright.casework.queries.worklist import Show, Worklist
from putright.web.addresses import address

LONGEST_NUMBER: Final = 9

SHOWN: Final = {
    Show.DUE: "Due",
    Show.OVERDUE: "Overdue",
    Show.SOON: "Due in 7 days",
    Show.NOTHING_DUE: "Nothing due",
    Show.CLOSED: "Closed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to narrow the list."""

    text: str
    href: str
    count: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One choice of whose cases are shown."""

    value: str
    text: str
    chosen: bool


def choice_of(one: Show, listed: Worklist, here: dict[str, str]) -> Choice:
    """Return the way to the cases of one kind, with how many there are."""
    count = listed.counts[one]
    return Choice(
        text=SHOWN[one],
        href=address_of(here | {"show": one.value}),
        count=f"more than {ENOUGH:,}" if count > ENOUGH else f"{count:,}",
        current=one is listed.show,
    )


def people_of(listed: Worklist, *, me: int) -> tuple[Person, ...]:
    """Return the choices: everybody, myself, nobody yet, and each colleague."""
    colleagues = [(str(each.person_id), each.name) for each in listed.colleagues if each.person_id != me]
    every = [("", "Everybody"), (str(me), "Me"), ("0", "Nobody yet"), *colleagues]
    chosen = "" if listed.person is None else str(listed.person)
    return tuple(Person(value=value, text=text, chosen=value == chosen) for value, text in every)


def address_of(here: dict[str, str], *, page: int = 1) -> str:
    """Return the address of a page of the list."""
    parts = {name: value for name, value in here.items() if value} | ({"page": str(page)} if page > 1 else {})
    return f"{address('work')}?{urlencode(parts)}"


def show_of(request: HttpRequest) -> Show:
    """Return which cases the address asks for; there is no page for a kind that is not there."""
    try:
        return Show(request.GET.get("show") or Show.DUE)
    except ValueError:
        raise Http404 from None


def number_of(request: HttpRequest, name: str) -> int | None:
    """Return a number of the address; nobody types them, so one that is none, or absurd, leads to no page."""
    said = request.GET.get(name, "")
    if not said:
        return None
    if not (said.isascii() and said.isdecimal() and len(said) <= LONGEST_NUMBER):
        raise Http404
    return int(said)
