"""Under which other procedures of the organisation could a case be put?"""

from dataclasses import dataclass
from datetime import date

from putright.casework.adopted import further_of, procedure_of, programme_of
from putright.domain.access import Actor
from putright.domain.allocation import DECIDED
from putright.records.models import Body


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherProcedure:
    """A procedure of the organisation, by its name in the chronology and its title."""

    name: str
    title: str


def other_procedures(actor: Actor, on: date) -> tuple[OtherProcedure, ...]:
    """The organisation's own procedure and those adopted beside it by a day, for anybody: they are published
    (SI 2009/309 reg 16).
    """
    body = Body.objects.get(pk=actor.body_id)
    own = procedure_of(body, on)
    versions = [*filter(None, (own,)), *further_of(body, on).values()]
    return tuple(OtherProcedure(name=each.name, title=programme_of(each).procedure.title) for each in versions)


def procedures_for_appeals(actor: Actor, on: date) -> tuple[OtherProcedure, ...]:
    """Those beside the organisation's own by which an appeal against the Special Allocation Scheme is decided."""
    made = (programme_of(version) for version in further_of(Body.objects.get(pk=actor.body_id), on).values())
    found = (each for each in made if any(DECIDED in rule.met_by for rule in each.rules))
    return tuple(OtherProcedure(name=each.name, title=each.procedure.title) for each in found)
