"""What would an entry do to the dates of a case, asked of the rules before it is written?"""

from collections.abc import Mapping
from datetime import date

from putright.casework import facts_of
from putright.casework.errors import refused
from putright.casework.perform import CaseInHand
from putright.domain.chronology import Event, FactValue
from putright.domain.duty import Duty, Position, Warned


def position_with(hand: CaseInHand, event: str, facts: Mapping[str, FactValue]) -> Position:
    """What would stand on the case today, had this happened on the day of the action."""
    told = Event(event=event, on=hand.on, id="not written yet", recorded_at=hand.now, facts=facts)
    return facts_of.position_of(hand.programmes, [*hand.events, told], hand.today)


def refuse_without_effect(hand: CaseInHand, event: str, owed: Duty, said: Mapping[str, FactValue]) -> None:
    """Raise ActionRefused, as the rules say why, where a notice would not move the duty to its date."""
    would_be = position_with(hand, event, said)
    moved = next(duty for duty in would_be.duties if (duty.procedure, duty.id) == (owed.procedure, owed.id))
    if moved.due_on == said["date"]:
        return
    if warned := newly_warned(hand, would_be):
        raise refused(warned[0].code, warned[0].message, warned[0].authority)
    raise refused("does-not-move", "The procedure does not let this date be changed in this way.", owed.cites)


def newly_warned(hand: CaseInHand, would_be: Position) -> list[Warned]:
    """What the rules would warn of that they do not warn of now."""
    return [warning for warning in would_be.warnings if warning not in hand.position.warnings]


def passed(owed: Duty, on: date) -> bool:
    """Whether the date in force of a duty had passed on a day."""
    return owed.due_on is not None and on > owed.due_on
