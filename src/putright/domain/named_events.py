"""Which events do the procedures of a case name of their own, that people record on a page?"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from putright.domain.chronology import FactValue
from putright.domain.duty import Refused
from putright.domain.procedure import OwnEvent
from putright.domain.programme import Programme
from putright.domain.vocabulary import CORE_EVENTS, FactKind, ProcedureKind

NONE_NAMED: Final = Refused(
    code="no-event-of-its-own",
    message="The procedures of this case name no events of their own. Everything that they ask for has a page here.",
)


def named_events(programmes: Sequence[Programme]) -> dict[str, OwnEvent]:
    """The events that bodies' own procedures name beside those that every case can have, in the order of the files."""
    return {
        name: event
        for programme in programmes
        if programme.procedure.kind is ProcedureKind.PROCEDURE
        for name, event in programme.procedure.events.items()
        if name not in CORE_EVENTS
    }


def why_not_these_facts(event: OwnEvent, facts: Mapping[str, FactValue]) -> Refused | None:
    """Why an event of a procedure cannot say this; nothing if it says what it has to, each of its kind."""
    for name, kind in event.facts.items():
        if not isinstance(facts.get(name), _TYPES[kind]) or facts.get(name) == "":
            message = f"“{event.words}” needs an answer to: {words_of_fact(name).lower()}."
            return Refused(code="fact-missing", message=message)
    unknown = facts.keys() - event.facts.keys()
    if unknown:
        return Refused(code="no-such-fact", message=f"“{event.words}” says nothing of: {', '.join(sorted(unknown))}.")
    return None


def words_of_fact(name: str) -> str:
    """A fact as a question calls it.

    >>> words_of_fact("award_made")
    'Award made'
    """
    return name.replace("_", " ").capitalize()


_TYPES: Final[Mapping[FactKind, type | tuple[type, ...]]] = {
    FactKind.DATE: date,
    FactKind.FLAG: bool,
    FactKind.CODE: str,
    FactKind.STEP: str,
    FactKind.STEPS: tuple,
    FactKind.CODES: tuple,
    FactKind.NUMBER: int,
}
