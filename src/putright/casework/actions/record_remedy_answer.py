"""The person takes what was decided to put things right, or does not want it."""

from datetime import date, datetime

from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.remedies import remedy_meant
from putright.domain.access import Actor, Deed
from putright.domain.entry import why_not_before_what_it_follows
from putright.domain.remedies import ACCEPTED, DECLINED, why_not_answered


def record_remedy_answer(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    remedy: int,
    accepts: bool,
    words: str = "",
) -> Done:
    """Record what the person says of a remedy; `remedy` is the entry by which it was decided.

    To take it takes nothing away: nobody is asked to give up their right to go to the Ombudsman for it.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        meant = remedy_meant(hand, remedy)
        refuse(why_not_answered(meant))
        refuse(why_not_before_what_it_follows(on, (meant.decided,)))
        issue = int(meant.decided.issue) if meant.decided.issue else None
        papers = hand.keep_if_said("file-note", "What the person said of the remedy", words)
        hand.note(ACCEPTED if accepts else DECLINED, about=remedy, issue=issue, papers=papers)
    return hand.done()
