"""Somebody has spoken with the person about how they contact the body, before anything is written."""

from datetime import date, datetime

from putright.casework.contact import KIND, on_the_ladder
from putright.casework.errors import refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.contact import TALKED, Rung, why_not_considered


def talk_about_contact(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    words: str,
    helps: str,
) -> Done:
    """Record the first step: what was said about how they contact the body, and what would make it easier for them.

    `helps` is what they answered when they were asked what they need: the Equality Act 2010 asks it first, not last.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        here = on_the_ladder(hand)
        here.refuse_named()
        refuse(why_not_considered([words, helps]))
        paper = hand.keep_text(
            KIND, "What was said about contact", f"{words.strip()}\n\nWhat would help\n{helps.strip()}"
        )
        hand.record(TALKED, papers=[paper])
        here.take(Rung.TALK)
    return hand.done()
