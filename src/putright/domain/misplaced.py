"""Can an entry that was made on the wrong case be moved to the right one, its words with it?"""

from collections.abc import Collection, Sequence
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Refused

AWAY, HERE = "moved_away", "moved_here"
# What says something and does nothing else: whatever counts for a date is corrected, and entered on the other case.
MOVABLE: Final = frozenset({"note_made", "message_received"})
MOVED_TITLE: Final = "Moved to another case"


def is_movable(event: str, *, papers: int) -> bool:
    """Whether an entry of this kind with so many papers can be moved as far as it alone tells."""
    return event in MOVABLE and papers > 0


NONE_TO_MOVE: Final = Refused(
    code="nothing-movable", message="There is no note and no message on this case that could be moved to another one."
)


def movable(numbers_with_papers: Collection[str | None], events: Sequence[Event]) -> bool:
    """Whether any entry that stands, of those with papers, can be moved as far as it alone tells."""
    return any(event.event in MOVABLE and event.id in numbers_with_papers for event in in_force(events))


def why_not_moved(moved: Event, events: Sequence[Event], papers: Collection[int]) -> Refused | None:
    """Why an entry with these papers cannot be moved; nothing if it can."""
    if not is_movable(moved.event, papers=len(papers)):
        return Refused(
            code="not-movable",
            message="Only a note or a message that came can be moved, with its words. Correct this entry as one that"
            " did not happen here, and enter it on the other case.",
        )
    standing = in_force(events)
    if any(event.about == moved.id for event in standing):
        return Refused(
            code="something-follows",
            message="Something else was entered about this entry, such as a promise. Correct that first.",
        )
    if any(event.event == "evidence_placed" and event.facts.get("paper") in papers for event in standing):
        return Refused(
            code="used-as-evidence",
            message="A paper of this entry has a place in the evidence of this case. Correct that entry first.",
        )
    return None
