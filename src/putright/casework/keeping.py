"""Until when is the file of a case kept?"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from putright.casework.office_rules import rules_named
from putright.casework.perform import CaseInHand
from putright.domain.chronology import Event
from putright.domain.closing import RULES as CLOSING
from putright.domain.duty import Position, Refused
from putright.domain.keeping import (
    ALREADY_PROPOSED,
    NOT_KEPT_LONGER,
    NOTHING_LEFT,
    RULES,
    counted_from,
    ended_on,
    holds_of,
    is_destroyed,
    proposed_by,
    why_not_by_the_same,
    why_not_destroyed,
)
from putright.domain.position import position
from putright.gateways.calendar_files import calendar_named


def keep_until(events: Sequence[Event]) -> date | None:
    """The last day on which a file is kept, by how long the Code says from the end; nothing while something goes on."""
    last = counted_from(events)
    return _ten_years_after(last) if last else None


def would_be_kept_until(events: Sequence[Event]) -> date | None:
    """The same counted from the end of the case alone: by then it is asked whether what goes on really does."""
    last = ended_on(events)
    return _ten_years_after(last) if last else None


@lru_cache(maxsize=4096)
def _ten_years_after(ended: date) -> date | None:
    rules = rules_named(RULES)
    told = (Event(event="received", on=ended), Event(event="closed", on=ended))
    return position((rules,), told, calendar_named(rules.procedure.calendar), ended).duty("keep").due_on


def propose_closing_on(answered: date) -> date | None:
    """The day from which a case that was answered on a day is proposed to be closed, where nothing came since."""
    rules = rules_named(CLOSING)
    told = (Event(event="received", on=answered), Event(event="response_sent", on=answered))
    return position((rules,), told, calendar_named(rules.procedure.calendar), answered).duty("propose-closing").due_on


def why_not(hand: CaseInHand) -> Refused | None:
    """Why the file of this case may not be destroyed today; nothing if it may."""
    return why_not_destroyed(hand.events, hand.position, keep_until=keep_until(hand.events), today=hand.today)


def why_not_keeping(events: Sequence[Event], position: Position, person: int, today: date) -> dict[str, Refused]:
    """Why each thing that is done about keeping a file cannot be done now, by its action; what can be is left out."""
    kept = why_not_destroyed(events, position, keep_until=keep_until(events), today=today)
    found = {
        "keep_file_longer": NOTHING_LEFT if is_destroyed(events) else None,
        "keep_file_no_longer": None if holds_of(events) else NOT_KEPT_LONGER,
        "propose_destruction": kept or (ALREADY_PROPOSED if proposed_by(events) else None),
        "destroy_file": kept or why_not_by_the_same(events, person),
    }
    return {action: refusal for action, refusal in found.items() if refusal}
