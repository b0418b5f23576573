"""An advocate writes something for the person who named them; handed over, it waits for the person to read."""

from datetime import date, datetime

from django.db import transaction

from putright.casework.advocate_drafts import draft_in_hand, tell_the_person, writing_for
from putright.casework.errors import refuse
from putright.casework.means import Means, means_of_this_site
from putright.domain.advocate_drafts import DraftKind, DraftState, why_not_changed, why_not_written
from putright.records.models import AdvocateDraft


def write_advocate_draft(
    *,
    account: int,
    case: str,
    kind: DraftKind,
    words: str,
    hand_over: bool,
    on: date,
    now: datetime,
    means: Means | None = None,
) -> None:
    """Keep the words beside the case, for the advocate alone; or hand them over, for the person to read.

    Raises NotFound where the person does not let them write, and ActionRefused where nothing is written, or the person
    has it now. The body sees nothing of it, before or after.
    """
    refuse(why_not_written(words))
    with transaction.atomic(durable=True):
        naming = writing_for(account, case, on=on)
        row = draft_in_hand(naming, kind)
        if row is None:
            row = AdvocateDraft(naming=naming, kind=kind.value, made_at=now)
        refuse(why_not_changed(DraftState(row.state)))
        row.words, row.changed_at = words.replace("\r\n", "\n").strip(), now
        row.saves += 1
        row.state = (DraftState.WAITING if hand_over else DraftState(row.state)).value
        row.save()
        if hand_over:
            tell_the_person(naming.case, on=on, now=now, means=means or means_of_this_site())
