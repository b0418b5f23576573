"""Who is there to turn to, how are they reached, and for which days is that true: the dated register of bodies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, TypeVar

from putright.domain.directory_rows import (
    Area,
    Body,
    Channel,
    Commissioning,
    Coverage,
    Covers,
    Dated,
    Matter,
    Name,
    NameUse,
    Practice,
    Purpose,
    Reason,
    Service,
    Source,
    Succession,
)

CHECKED_FOR: Final = timedelta(days=365)  # a reading: numbers of public bodies are printed anew about once a year


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Directory:
    """The register: every fact in it dated, sourced, and marked where it could not be confirmed."""

    sources: Mapping[str, Source]
    areas: Mapping[str, Area]
    bodies: Mapping[str, Body]
    names: tuple[Name, ...] = ()
    successions: tuple[Succession, ...] = ()
    channels: tuple[Channel, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    services: Mapping[str, Service]
    commissioning: tuple[Commissioning, ...] = ()
    practices: Mapping[str, Practice]
    providers: Mapping[str, Practice] = field(
        default_factory=dict
    )  # trusts, hospitals and dentists that were asked for
    matters: Mapping[str, Matter]
    reasons: Mapping[str, Reason]


T = TypeVar("T", bound=Dated)


def holds(fact: Dated, on: date) -> bool:
    """Whether a dated fact holds on a day."""
    return (fact.valid_from is None or fact.valid_from <= on) and (fact.valid_until is None or on <= fact.valid_until)


def standing(facts: Iterable[T], on: date) -> tuple[T, ...]:
    """Those of several dated facts that hold on a day."""
    return tuple(fact for fact in facts if holds(fact, on))


def is_stale(checked_on: date | None, on: date) -> bool:
    """Whether a fact was last looked at more than a year before a day."""
    return checked_on is not None and on - checked_on > CHECKED_FOR


def is_sure(ways: Iterable[Channel], on: date) -> bool:
    """Whether one at least of several ways to reach somebody is confirmed, and was looked at in the year before."""
    return any(way.verified and not is_stale(way.checked_on, on) for way in ways)


def name_of(directory: Directory, body: str, on: date) -> str:
    """What a body is called on a day; the last name it had where it is gone, its code where it never had one."""
    official = [name for name in directory.names if name.body == body and name.use is NameUse.OFFICIAL]
    found = standing(official, on) or official[-1:]
    return found[0].name if found else body


def channels_of(directory: Directory, body: str, on: date, *purposes: Purpose) -> tuple[Channel, ...]:
    """The ways to reach a body on a day, for some purposes or for any."""
    ways = (way for way in directory.channels if way.body == body and (not purposes or way.purpose in purposes))
    return standing(ways, on)


def successors(directory: Directory, body: str, on: date, *, duty: str | None = None) -> tuple[Succession, ...]:
    """Every change, oldest first, by which others took a body's place by a day (for one duty or for all)."""
    found: list[Succession] = []
    seen: set[str] = set()
    waiting = [body]
    while waiting:
        here = waiting.pop(0)
        if here in seen:
            continue
        seen.add(here)
        made = [s for s in directory.successions if s.body == here and s.since <= on and s.duty in (None, duty)]
        found += made
        waiting += [s.became for s in made]
    return tuple(sorted(found, key=lambda change: change.since))


def today_of(directory: Directory, body: str, on: date, *, duty: str | None = None) -> tuple[str, ...]:
    """The body itself where it stands on a day, or those that took its place by then."""
    changes = successors(directory, body, on, duty=duty)
    changed = {change.body for change in changes}
    ends = dict.fromkeys(change.became for change in changes if change.became not in changed)
    return tuple(ends) or ((body,) if body in directory.bodies and holds(directory.bodies[body], on) else ())


def covering(
    directory: Directory, part: Covers, area: str | None, on: date, *, service: str | None = None
) -> tuple[Coverage, ...]:
    """Which bodies serve an area in some part on a day; those for one service alone count only when it is named."""
    rows = (
        row
        for row in directory.coverage
        if row.part is part
        and row.area == area
        and (row.service is None or row.service == service)
        and row.body in directory.bodies
    )
    return standing(rows, on)


def buyer_of(directory: Directory, service: str, on: date) -> Commissioning | None:
    """What kind of commissioner takes complaints about a service on a day."""
    return next(iter(standing((row for row in directory.commissioning if row.service == service), on)), None)
