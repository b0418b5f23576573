"""It is looked at again whether a safety flag is still needed, and it is."""

from datetime import date, datetime

from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.safety import flag_meant, take_step, words_of
from putright.domain.access import Actor, Deed
from putright.domain.safety import REVIEWED, Danger, SafetyStep, why_not_flag


def review_safety_flag(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    flag: int,
    what_to_do: str,
    why: str,
    review_on: date,
) -> Done:
    """Let a flag stand until another day, also one that has lapsed, with what is to be done now and why.

    To end it, use `lift_safety_flag`.
    """
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        meant, last = flag_meant(hand, flag)
        refuse(why_not_flag(review_on, on=on))
        said = {"what_to_do": words_of("What to do", what_to_do), "why": words_of("Why it is still needed", why)}
        entry = hand.record(REVIEWED, about=int(meant.owes.id or 0), facts={"date": review_on})
        take_step(
            hand,
            SafetyStep.KEPT,
            entry=entry,
            flag=meant.number,
            person=last.person,
            danger=Danger(last.danger),
            review_on=review_on,
            **said,
        )
    return hand.done()
