"""Whoever was interviewed says whether the note of it is right."""

from datetime import date, datetime

from putright.casework.errors import refuse, refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.interviews import AGREED, why_not_agreed


def agree_interview_note(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    interview: int,
    agrees: bool,
    words: str = "",
) -> Done:
    """Record what they say of the note, by the number of the entry of the interview; what they put right is kept."""
    with performing(Deed.INVESTIGATE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_agreed(hand.events, interview))
        if not agrees and not words.strip():
            raise refused("nothing-written", "Write what they put right. It stays on the file beside the note.")
        papers = hand.keep_if_said("interview", "What they say of the note", words)
        hand.note(AGREED, about=interview, facts={"accepted": agrees}, papers=papers)
    return hand.done()
