"""In which ways can the worklist be narrowed, and which address is each of them?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest

from putright.casework.counting import ENOUGH
from putright.casework.queries.worklist import Colleague, Kind, Show, Worklist
from putright.domain.triage import PATH_WORDS, SEVERITY_WORDS, Path, Severity
from putright.web.addresses import address

LONGEST_NUMBER: Final = 9
TEAM: Final = "team"  # stands where the number of a person would
NOT_YET: Final = "none"  # stands where how grave, or on which path, would, for what nobody has said yet

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
    """One choice of whose cases are shown, or of which kind."""

    value: str
    text: str
    chosen: bool


def choice_of(one: Show, listed: Worklist, here: dict[str, str]) -> Choice:
    """Return the way to the cases of one kind, with how many there are."""
    return Choice(
        text=SHOWN[one],
        href=address_of(here | {"show": one.value}),
        count=count_in_words(listed.counts[one]),
        current=one is listed.show,
    )


def count_in_words(count: int) -> str:
    """Return how many there are, up to the number beyond which nobody counts."""
    return f"more than {ENOUGH:,}" if count > ENOUGH else f"{count:,}"


def people_of(
    colleagues: tuple[Colleague, ...], *, me: int, team: str, chosen: str, everybody: str = ""
) -> tuple[Person, ...]:
    """Return the choices: everybody, myself and whom I am there for, my team, nobody yet, and each colleague."""
    own = "Me" + "".join(f", and {each.name}" for each in colleagues if each.is_covered and each.person_id != me)
    teams = [(TEAM, f"My team: {team}")] if team else []
    others = [(str(each.person_id), _called(each)) for each in colleagues if each.person_id != me]
    every = [(everybody, "Everybody"), (str(me), own), *teams, ("0", "Nobody yet"), *others]
    return tuple(Person(value=value, text=text, chosen=value == chosen) for value, text in every)


def _called(colleague: Colleague) -> str:
    return f"{colleague.name} (away)" if colleague.is_away else colleague.name


def severities_of(kind: Kind) -> tuple[Person, ...]:
    """Return the choices of how grave the cases are."""
    every = {
        "": "Any severity",
        **{each.value: words for each, words in SEVERITY_WORDS.items()},
        NOT_YET: "Not judged yet",
    }
    return _choices(every, kind.severity)


def paths_of(kind: Kind) -> tuple[Person, ...]:
    """Return the choices of how the cases are dealt with."""
    every = {"": "Any path", **{each.value: words for each, words in PATH_WORDS.items()}, NOT_YET: "Not chosen yet"}
    return _choices(every, kind.path)


def kind_asked(kind: Kind) -> dict[str, str]:
    """Return what an address says of the kind of the cases."""
    return {"severity": _asked(kind.severity), "path": _asked(kind.path)}


def kind_of(request: HttpRequest) -> Kind:
    """Return how grave, and on which path, the address asks for; there is no page for what is neither."""
    return Kind(
        severity=_one_of(request.GET.get("severity", ""), Severity), path=_one_of(request.GET.get("path", ""), Path)
    )


def _asked(said: str | None) -> str:
    return "" if said is None else said or NOT_YET


def _choices(every: dict[str, str], said: str | None) -> tuple[Person, ...]:
    return tuple(Person(value=value, text=text, chosen=value == _asked(said)) for value, text in every.items())


def _one_of(said: str, known: type[Severity] | type[Path]) -> str | None:
    if not said:
        return None
    if said == NOT_YET:
        return ""
    try:
        return known(said).value
    except ValueError:
        raise Http404 from None


def address_of(here: dict[str, str], *, page: int = 1, of: str = "work") -> str:
    """Return the address of a page of a list."""
    parts = {name: value for name, value in here.items() if value} | ({"page": str(page)} if page > 1 else {})
    return f"{address(of)}?{urlencode(parts)}"


def show_of(request: HttpRequest) -> Show:
    """Return which cases the address asks for; there is no page for a kind that is not there."""
    try:
        return Show(request.GET.get("show") or Show.DUE)
    except ValueError:
        raise Http404 from None


def whose_of(request: HttpRequest) -> tuple[int | None, bool]:
    """Return whose work the address asks for: the number of a person, and whether it is the team's instead."""
    return (None, True) if request.GET.get("person") == TEAM else (number_of(request, "person"), False)


def number_of(request: HttpRequest, name: str) -> int | None:
    """Return a number of the address; nobody types them, so one that is none, or absurd, leads to no page."""
    said = request.GET.get(name, "")
    if not said:
        return None
    if not (said.isascii() and said.isdecimal() and len(said) <= LONGEST_NUMBER):
        raise Http404
    return int(said)
