"""The person asks somebody else to look at the limit on their contact."""

from datetime import date, datetime

from putright.casework.contact import KIND, on_the_ladder
from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.contact import APPEALED, RULES, Rung, why_not_appeal


def record_contact_appeal(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    words: str,
) -> Done:
    """Record an appeal against a limit, however it came: no limit stands in the way of it."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        here = on_the_ladder(hand)
        refuse(why_not_appeal(here.ladder, on=on))
        here.refuse_elsewhere()
        paper = hand.keep_text(KIND, "Why the person thinks the limit wrong", words)
        bring_over(hand, RULES)
        hand.record(APPEALED, papers=[paper])
        here.take(Rung.APPEAL)
    return hand.done()
