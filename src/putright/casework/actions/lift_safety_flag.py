"""A safety flag is not needed any more."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.safety import flag_meant, take_step, words_of
from putright.domain.access import Actor, Deed
from putright.domain.safety import LIFTED, Danger, SafetyStep


def lift_safety_flag(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    flag: int,
    why: str,
) -> Done:
    """Lift a flag, with the reason; what it said stays where those who may see it find it."""
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        meant, last = flag_meant(hand, flag)
        words = words_of("Why it is not needed any more", why)
        entry = hand.record(LIFTED, about=int(meant.owes.id or 0))
        take_step(
            hand,
            SafetyStep.LIFTED,
            entry=entry,
            flag=meant.number,
            person=last.person,
            danger=Danger(last.danger),
            what_to_do=last.what_to_do,
            why=words,
        )
    return hand.done()
