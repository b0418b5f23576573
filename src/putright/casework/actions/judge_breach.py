"""How grave is it that personal details went astray?"""

from datetime import date, datetime

from putright.casework.breaches import breach_meant
from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.breaches import JUDGED, Risk
from putright.domain.entry import why_not_before_what_it_follows


def judge_breach(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    breach: int,
    risk: Risk,
    reasons: str,
) -> Done:
    """Write down how likely people are to be harmed, and why: articles 33(1), 33(5) and 34(1).

    Whoever is told is decided by it: nobody, the Commissioner, or the people concerned as well. It can be judged again.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        found = breach_meant(hand, breach).found
        refuse(why_not_before_what_it_follows(on, (found,)))
        paper = hand.keep_text("breach", "How grave the breach is, and why", reasons)
        hand.note(JUDGED[risk], about=breach, papers=[paper])
    return hand.done()
