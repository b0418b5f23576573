"""It is written down which choice the person says they were not offered."""

from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.choice import ChoiceKind


def describe_choice(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    kind: ChoiceKind,
    referred_on: date | None,
    applies: bool,
    words: str,
) -> Done:
    """Record the choice in question, and whether the law gives it here: SI 2012/2996 regs 39-41.

    `referred_on` is the day of the referral, from which the wait is counted; none where nobody was referred.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if referred_on is not None and referred_on > on:
            raise refused("referred-later", "The referral cannot be later than the day on which this is written down.")
        paper = hand.keep_text("choice", "The choice that was not offered", words)
        known = {"referred_on": referred_on} if referred_on else {}
        hand.record("choice_described", facts={"kind": kind.value, "applies": applies, **known}, papers=[paper])
    return hand.done()
