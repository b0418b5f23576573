"""The outcome of one issue is decided."""

from datetime import date, datetime

from putright.casework.issue_outcomes import OutcomeSaid, decide
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.issues import Outcome


def record_outcome(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    issue: int,
    outcome: Outcome,
    conclusion: str,
    remedy_needed: bool,
    remedy: str = "",
) -> Done:
    """Record how an issue came out, why, and what must be put right: regulation 14(2)(a)(ii).

    Where the complaint was investigated, what was found on the issue is recorded first.
    """
    with performing(Deed.ANSWER, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        said = OutcomeSaid(
            issue=issue, outcome=outcome, conclusion=conclusion, remedy_needed=remedy_needed, remedy=remedy
        )
        decide(hand, said)
    return hand.done()
