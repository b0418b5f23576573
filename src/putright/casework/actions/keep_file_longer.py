"""The file of a case is kept for longer."""

from datetime import date, datetime

from putright.casework.errors import ActionRefused, refuse, refused
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.entry import why_not_a_promise
from putright.domain.keeping import LONGER, LONGER_RULES, NOTHING_LEFT, KeptFor, holds_of, is_destroyed


def keep_file_longer(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    why: KeptFor,
    words: str,
    look_again_on: date,
    hold: int | None = None,
) -> Done:
    """Record why the file is needed beyond its time, and the day of the next look; `hold` is the entry looked at again.

    As long as it stands nothing of the file can be destroyed.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if is_destroyed(hand.events):
            raise ActionRefused(NOTHING_LEFT)
        refuse(why_not_a_promise(look_again_on, on=on))
        if hold is not None and str(hold) not in {each.entry for each in holds_of(hand.events)}:
            raise refused("no-such-hold", "Nothing keeps this file for longer by that entry. Choose the reason.")
        bring_over(hand, LONGER_RULES)
        paper = hand.keep_text("decision", "Why the file is kept for longer", words)
        hand.note(LONGER, about=hold, facts={"why": why.value, "date": look_again_on}, papers=[paper])
    return hand.done()
