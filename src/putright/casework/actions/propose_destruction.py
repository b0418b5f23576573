"""Somebody has looked at a file whose time is up, and proposes to destroy it."""

from datetime import date, datetime

from putright.casework import keeping
from putright.casework.errors import ActionRefused, refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.keeping import ALREADY_PROPOSED, PROPOSED, proposed_by


def propose_destruction(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    words: str,
) -> Done:
    """Propose to destroy the file, with why it is no longer needed: the first of two signatures."""
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(keeping.why_not(hand))
        if proposed_by(hand.events) is not None:
            raise ActionRefused(ALREADY_PROPOSED)
        paper = hand.keep_text("decision", "Why the file is no longer needed", words)
        hand.note(PROPOSED, papers=[paper])
    return hand.done()
