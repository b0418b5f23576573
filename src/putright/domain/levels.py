"""Which levels does a procedure sort its complaints into, and which of them can be set on a case?"""

from collections.abc import Iterator, Sequence
from typing import Final

from putright.domain.chronology import Event
from putright.domain.duty import Duty, Refused
from putright.domain.expressions import ByTier, Due, EarlierOf, LaterOf, NoLaterThan, NotBefore

NO_LEVELS: Final = Refused(
    code="no-levels",
    message="No procedure of this case sorts complaints into levels with times of their own.",
)


def levels_of(duties: Sequence[Duty]) -> tuple[str, ...]:
    """The levels (tiers) that the steps of a case have times for, in the order in which the procedure gives them."""
    return tuple(dict.fromkeys(tier for duty in duties for tier in _tiers(duty.rule.due)))


def has_a_level(duty: Duty) -> bool:
    """Whether the date of a duty depends on the level of the complaint."""
    return any(True for _ in _tiers(duty.rule.due))


def level_in_force(events: Sequence[Event]) -> str | None:
    """The level that was set last, of entries that stand; nothing where none was set."""
    tiers = [event.facts.get("tier") for event in events if event.event == "tier_set"]
    return str(tiers[-1]) if tiers else None


def why_not_level(level: str, known: Sequence[str], in_force: str | None) -> Refused | None:
    """Why a level cannot be set; nothing if it can."""
    if not known:
        return NO_LEVELS
    if level not in known:
        message = f"The procedure knows no such level. Choose one of these: {', '.join(known)}."
        return Refused(code="no-such-level", message=message)
    if level == in_force:
        return Refused(code="already-this-level", message="The complaint has this level already.")
    return None


def _tiers(due: Due | None) -> Iterator[str]:
    match due:
        case ByTier(tiers):
            for tier, part in tiers:
                yield tier
                yield from _tiers(part)
        case LaterOf(parts) | EarlierOf(parts):
            for part in parts:
                yield from _tiers(part)
        case NoLaterThan(first, second) | NotBefore(first, second):
            yield from _tiers(first)
            yield from _tiers(second)
        case _:
            return
