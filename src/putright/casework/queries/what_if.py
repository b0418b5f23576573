"""What would a text come to as a body's procedure, and what would it change for people who complain?"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from putright.casework.adopted import further_of, procedure_of, programme_of
from putright.casework.errors import refuse
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.differ import Change, differences
from putright.domain.programme import Programme
from putright.domain.simulate import Simulation, simulate
from putright.domain.working_days import CalendarEnds
from putright.gateways.calendar_files import calendar_named, calendar_names
from putright.gateways.procedure_files import laws, programme_from_text
from putright.records.models import Body, ProcedureVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What a procedure would come to, and what it would change beside the one in force, where there is one."""

    simulation: Simulation | None  # nothing where its calendar is not loaded, or does not go so far
    changes: tuple[Change, ...] | None  # nothing where there is no other to compare it with
    in_force: str  # the title and version of the other


def what_if(actor: Actor, source: str, on: date, *, beside: bool = False) -> WhatIf:
    """What a text would come to and change from a day on, for those who administer the body; it must be readable.

    `beside` the body's own procedure it would take the place of none but an earlier version of itself.
    """
    refuse(why_not_here(actor, Deed.ADMINISTER))
    body = Body.objects.get(pk=actor.body_id)
    name = programme_from_text(source, "the procedure").name
    in_force = further_of(body, on).get(name) if beside else procedure_of(body, on)
    return WhatIf(
        simulation=_simulated(source, on),
        changes=_changes(in_force.source, in_force.name, source, on) if in_force else None,
        in_force=_named(in_force) if in_force else "",
    )


def _named(version: ProcedureVersion) -> str:
    title = programme_of(version).procedure.title
    return f"{title}, {version.version}" if version.version else title


@lru_cache(maxsize=8)
def _simulated(source: str, on: date) -> Simulation | None:
    made = programme_from_text(source, "the procedure")
    if not _is_loaded(made):
        return None
    try:
        return simulate(made, _laws_over(made), calendar_named(made.procedure.calendar), on)
    except CalendarEnds:
        return None


def _laws_over(made: Programme) -> list[Programme]:
    """The codes and laws it stands under, as far as they come with the product; a code stands under a law."""
    there, found = laws(), list[Programme]()
    under = made.procedure.under
    while under in there and there[under] not in found:
        found.append(there[under])
        under = there[under].procedure.under
    return found


@lru_cache(maxsize=8)
def _changes(old: str, name: str, new: str, on: date) -> tuple[Change, ...] | None:
    made = (programme_from_text(old, name), programme_from_text(new, "the procedure"))
    if not all(map(_is_loaded, made)):
        return None
    calendars = {one.procedure.calendar: calendar_named(one.procedure.calendar) for one in made}
    return differences(*made, on, laws=laws(), calendars=calendars)


def _is_loaded(made: Programme) -> bool:
    return made.procedure.calendar in calendar_names()
