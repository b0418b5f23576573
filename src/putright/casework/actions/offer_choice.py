"""The choice that had not been offered is offered."""

from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.choice import ChoiceRemedy
from putright.domain.chronology import in_force


def offer_choice(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    remedy: ChoiceRemedy,
    words: str,
) -> Done:
    """Record what was offered to the person and on which day; which choice it is has been described before."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if not any(event.event == "choice_described" for event in in_force(hand.events)):
            raise refused("no-choice-described", "Record first which choice the person was not offered.")
        paper = hand.keep_text("choice", "What was offered", words)
        hand.record("choice_offered", facts={"remedy": remedy.value}, papers=[paper])
    return hand.done()
