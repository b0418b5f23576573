"""What was decided to put things right was given or paid."""

from datetime import date, datetime

from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.remedies import remedy_meant
from putright.domain.access import Actor, Deed
from putright.domain.entry import why_not_before_what_it_follows
from putright.domain.remedies import GIVEN, why_not_given


def give_remedy(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    remedy: int,
    words: str,
) -> Done:
    """Record that a remedy was given, and what shows it: the number of the payment, the day of the appointment."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        meant = remedy_meant(hand, remedy)
        refuse(why_not_given(meant))
        refuse(why_not_before_what_it_follows(on, (meant.decided,)))
        paper = hand.keep_text("remedy-given", "What shows that the remedy was given", words)
        issue = int(meant.decided.issue) if meant.decided.issue else None
        hand.note(GIVEN, about=remedy, issue=issue, papers=[paper])
    return hand.done()
