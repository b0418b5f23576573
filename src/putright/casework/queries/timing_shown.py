"""What would the levels of a procedure mean for a case, and which events does the procedure name of its own?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from putright.casework import facts_of
from putright.casework.errors import NotFound
from putright.domain import chronology
from putright.domain.access import Actor
from putright.domain.chronology import Event
from putright.domain.levels import has_a_level, level_in_force, levels_of
from putright.domain.named_events import named_events
from putright.domain.procedure import OwnEvent
from putright.domain.references import reference_meant
from putright.records.models import Case
from putright.records.visible_to import visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelShown:
    """A level, the day on which what depends on it would be due, and whether it is the one in force."""

    name: str
    due_on: date | None
    promise: str
    is_in_force: bool


def levels_shown(actor: Actor, reference: str, today: date) -> tuple[LevelShown, ...]:
    """Each level that a case may be given, with the date that it would bring; raises NotFound."""
    case = _seen(actor, reference)
    programmes = facts_of.programmes_of(case)
    events = facts_of.chronology_of(case, programmes)
    in_force = level_in_force(chronology.in_force(events))
    shown = []
    for level in levels_of(facts_of.position_of(programmes, events, today).duties):
        told = Event(event="tier_set", on=today, id="not set yet", facts={"tier": level})
        duties = facts_of.position_of(programmes, [*events, told], today).to_do()
        owed = next((duty for duty in duties if has_a_level(duty) and duty.due_on), None)
        shown.append(
            LevelShown(
                name=level,
                due_on=owed.due_on if owed else None,
                promise=owed.promise if owed else "",
                is_in_force=level == in_force,
            )
        )
    return tuple(shown)


def named_events_shown(actor: Actor, reference: str) -> Mapping[str, OwnEvent]:
    """The events that the procedures of a case name of their own; raises NotFound."""
    return named_events(facts_of.programmes_of(_seen(actor, reference)))


def _seen(actor: Actor, reference: str) -> Case:
    meant = reference_meant(reference)
    case = visible_to(actor).filter(reference=meant).first() if meant else None
    if case is None:
        raise NotFound
    return case
