"""A closed case is opened again."""

from datetime import date, datetime

from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed


def reopen_case(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    reason: str,
) -> Done:
    """Open a case again, with the reason."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        paper = hand.keep_text("file-note", "Why the case was opened again", reason)
        hand.record("reopened", papers=[paper])
    return hand.done()
