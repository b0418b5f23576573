"""It is decided whether a complaint that came late is taken up."""

from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed


def decide_lateness(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    accepted: bool,
    reasons: str,
) -> Done:
    """Record the decision on a late complaint, with its reasons on both limbs of regulation 12(2)."""
    with performing(Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if not any(warning.code == "out-of-time" for warning in hand.position.warnings):
            raise refused(
                "not-late", "This complaint was made in time: there is nothing to decide.", "SI 2009/309 reg 12"
            )
        paper = hand.keep_text("decision", "Why the late complaint is taken up, or is not", reasons)
        hand.record("lateness_decided", facts={"accepted": accepted}, papers=[paper])
    return hand.done()
