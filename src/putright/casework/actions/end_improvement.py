"""An improvement was made, or was found not to be needed."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.improving import improving
from putright.casework.means import Means
from putright.casework.perform import Done
from putright.domain.access import Actor
from putright.domain.entry import why_not_before_what_it_follows
from putright.domain.improvements import (
    DROPPED,
    MADE,
    PLANNED,
    TO_TELL,
    ImprovementState,
    why_not_for_everybody,
    why_not_so_long,
)


def end_improvement(
    *,
    actor: Actor,
    improvement: int,
    on: date,
    now: datetime,
    is_made: bool,
    words: str,
    means: Means | None = None,
) -> Done:
    """Record that an improvement is made and what shows it, or why it is not needed; the whole body reads it.

    Done by whose it is, who need not be able to see the case, or by whoever may handle the case. Where the person who
    complained wants to hear of it, that is owed from now on.
    """
    with improving(actor=actor, improvement=improvement, on=on, now=now, means=means) as (hand, row):
        if not words.strip():
            raise refused("no-evidence", "Say what shows that it is made, or why it is not needed.")
        refuse(why_not_so_long((words,)))
        people = (hand.case.complainant.name, hand.case.patient.name)
        refuse(why_not_for_everybody((words,), people))
        planned = [event for event in hand.events if event.event == PLANNED and event.id == str(row.entry)]
        refuse(why_not_before_what_it_follows(on, tuple(planned)))
        title = "What shows that it is changed" if is_made else "Why it is not changed"
        paper = hand.keep_text("improvement", title, words)
        hand.note(MADE if is_made else DROPPED, about=row.entry, papers=[paper])
        if is_made and row.tells:
            hand.note(TO_TELL, about=row.entry)
        row.state = ImprovementState.DONE if is_made else ImprovementState.NOT_NEEDED
        row.ended_on, row.evidence = on, words.strip()
        row.save(update_fields=["state", "ended_on", "evidence"])
    return hand.done()
