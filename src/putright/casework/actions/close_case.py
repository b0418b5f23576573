"""The case is closed."""

from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.issue_words import without_outcome
from putright.casework.letter_queue import WAITING
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.vocabulary import CaseStatus
from putright.records.models import OutboxLetter


def close_case(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    note: str = "",
) -> Done:
    """Close a case that has been answered, with an outcome for every issue."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        if hand.position.status is CaseStatus.RESPONDED and without_outcome(hand.case):
            raise refused("outcome-missing", "Record the outcome of every issue before you close the case.")
        if OutboxLetter.objects.filter(case=hand.case, state__in=WAITING).exists():
            raise refused("letter-waiting", "A letter is waiting to be posted. Mark it as posted, or put it aside.")
        papers = hand.keep_if_said("file-note", "Why the case was closed", note)
        hand.record("closed", papers=papers)
    return hand.done()
