"""It is said of a complaint what the yearly return asks."""

from collections.abc import Mapping
from datetime import date, datetime

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.casework.return_said import DESCRIBED, checked, facts_said, said_on
from putright.domain.access import Actor, Deed
from putright.domain.issues import Subject
from putright.domain.returns import ReturnSaid
from putright.records.models import Issue


def describe_for_return(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    said: ReturnSaid,
    subjects: Mapping[int, Subject] | None = None,
) -> Done:
    """Keep all that is said of it for KO41a or KO41b, and the subjects that were put right; any part may be left out.

    What was said before and is left out now is no longer said. It can be done on a case that is closed, for the return
    comes after the year.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        kept = checked(said, hand.case.body.reports_as, hand.case.received_on)
        changed = _change(hand, subjects or {})
        before = said_on(hand.events)
        if facts_said(kept) == facts_said(before) and not changed:
            raise refused("already-said", "All of this has been said already. Change something, or go back.")
        if facts_said(kept) != facts_said(before):
            hand.note(DESCRIBED, facts=facts_said(kept))
    return hand.done()


def _change(hand: CaseInHand, subjects: Mapping[int, Subject]) -> int:
    """Put the subject of each issue right that has another one; answer how many."""
    changed = 0
    for number, subject in sorted(subjects.items()):
        row = Issue.objects.filter(case=hand.case, number=number).first()
        if row is None:
            raise refused("no-such-issue", f"There is no issue {number} in this case.")
        if row.subject != subject.value:
            row.subject = subject.value
            row.save(update_fields=["subject"])
            hand.note("subject_changed", issue=number, facts={"subject": subject.value})
            changed += 1
    return changed
