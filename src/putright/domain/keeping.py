"""How long is the file of a case kept, what keeps it longer, and when may it be destroyed?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Position, Refused
from putright.domain.going_on import OVER, still_going
from putright.domain.periods import in_words
from putright.domain.vocabulary import CaseStatus

RULES: Final = "retention"  # how long a file is kept
LONGER_RULES: Final = "kept-longer"  # the rules that come over a case whose file is kept for longer
LONGER, NO_LONGER = "file_kept_longer", "file_kept_no_longer"
PROPOSED, DESTROYED = "destruction_proposed", "file_destroyed"
BY_CODE: Final = "Records Management Code of Practice, complaints case file"
# What ends a case, and so starts the clock.
ENDINGS: Final = frozenset(
    {"closed", "withdrawn", "transferred", "passed_on", "struck_out", "returned_premature", "merged"}
)
_OPEN: Final = (CaseStatus.OPEN, CaseStatus.RESPONDED)


class KeptFor(StrEnum):
    """Why the file of a case is kept for longer."""

    INQUIRY = "public-inquiry"
    CLAIM = "claim"
    OMBUDSMAN = "ombudsman"
    POLICE = "police"
    OTHER = "other"


# What follows a complaint, so that its file is not closed before it is over; an inquiry only keeps what is there.
_FOLLOWS: Final = frozenset({KeptFor.CLAIM, KeptFor.OMBUDSMAN, KeptFor.POLICE})
KEPT_FOR_WORDS: Final = {
    KeptFor.INQUIRY: "A public inquiry has asked for it, or may",
    KeptFor.CLAIM: "There is a claim, or one is likely",
    KeptFor.OMBUDSMAN: "The Ombudsman is looking at the complaint",
    KeptFor.POLICE: "The police or a coroner need it",
    KeptFor.OTHER: "Another reason",
}


NOTHING_LEFT: Final = Refused(
    code="already-destroyed", message="The file of this case has been destroyed.", authority=BY_CODE
)
NOT_KEPT_LONGER: Final = Refused(
    code="no-such-hold", message="Nothing keeps the file of this case for longer.", authority=BY_CODE
)
ALREADY_PROPOSED: Final = Refused(
    code="already-proposed",
    message="It is proposed already. Somebody else looks at it, and destroys it.",
    authority=BY_CODE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """One reason to keep a file for longer that stands: its entry, what it is, since when, and the next look."""

    entry: str
    why: KeptFor
    since: date
    look_again_on: date | None


def ended_on(events: Sequence[Event]) -> date | None:
    """The day on which the case ended last."""
    return max((event.on for event in in_force(events) if event.event in ENDINGS), default=None)


def counted_from(events: Sequence[Event]) -> date | None:
    """The day from which the time of the file is counted: the end of the case, or of the last thing that followed it.

    Nothing while the case is open or anything goes on: a claim, the police or the Ombudsman, for whom it is kept, too.
    """
    last = ended_on(events)
    follows = {hold.entry for hold in _every_hold(events) if hold.why in _FOLLOWS}
    if last is None or still_going(events) or any(hold.entry in follows for hold in holds_of(events)):
        return None
    over = (event for event in in_force(events) if event.event in OVER or _ends_one(event, follows))
    return max((last, *(event.on for event in over)))


def holds_of(events: Sequence[Event]) -> tuple[Hold, ...]:
    """What keeps the file for longer now, the first first; one that was looked at again stands as it was then."""
    standing = in_force(events)
    over = {event.about for event in standing if event.event in (LONGER, NO_LONGER) and event.about}
    return tuple(_hold(event) for event in standing if event.event == LONGER and event.id not in over)


def _every_hold(events: Sequence[Event]) -> tuple[Hold, ...]:
    return tuple(_hold(event) for event in in_force(events) if event.event == LONGER)


def _ends_one(event: Event, follows: set[str]) -> bool:
    return event.event == NO_LONGER and event.about in follows


def is_destroyed(events: Sequence[Event]) -> bool:
    """Whether the file has been destroyed."""
    return any(event.event == DESTROYED for event in in_force(events))


def proposed_by(events: Sequence[Event]) -> Event | None:
    """The proposal to destroy the file that stands: nothing has kept it or gone on since."""
    for event in reversed(in_force(events)):
        if event.event == PROPOSED:
            return event
        if event.event in (LONGER, "reopened"):
            return None
    return None


def why_not_destroyed(
    events: Sequence[Event], position: Position, *, keep_until: date | None, today: date
) -> Refused | None:
    """Why the file may not be destroyed; nothing if it may, and two people agree."""
    if is_destroyed(events):
        return NOTHING_LEFT
    if position.status in _OPEN or ended_on(events) is None:
        return _refused("not-ended", "This case has not ended, so its file is needed.")
    if going := still_going(events):
        message = (
            f"The ten years of this file have not begun: something still goes on. {going[0].words}."
            f" Record first {going[0].record}."
        )
        return _refused("goes-on", message)
    if keep_until is not None and today <= keep_until:
        message = f"The file is kept until {in_words(keep_until)}: ten years from the end of all that followed."
        return _refused("kept-until", message)
    if holds := holds_of(events):
        reason = KEPT_FOR_WORDS[holds[0].why]
        return _refused("kept-longer", f"The file is kept for longer: {reason}. Say first that this is over.")
    if owed := position.to_do():
        return _refused("still-owed", f"Something is still to be done on this case: {owed[0].promise}")
    return None


def why_not_by_the_same(events: Sequence[Event], person: int) -> Refused | None:
    """Why somebody may not destroy the file by themselves; nothing if somebody else proposed it."""
    proposed = proposed_by(events)
    if proposed is None:
        return _refused(
            "not-proposed", "Nobody has proposed to destroy the file. One proposes it, another destroys it."
        )
    if proposed.by == str(person):
        return _refused("proposed-by-you", "You proposed it yourself. Somebody else looks at it, and destroys it.")
    return None


def _hold(event: Event) -> Hold:
    look = event.facts.get("date")
    why = KeptFor(str(event.facts.get("why", KeptFor.OTHER)))
    return Hold(entry=event.id or "", why=why, since=event.on, look_again_on=look if isinstance(look, date) else None)


def _refused(code: str, message: str) -> Refused:
    return Refused(code=code, message=message, authority=BY_CODE)
