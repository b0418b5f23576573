"""An advocate takes back what waits for the person to read, to change it or to drop it."""

from datetime import date, datetime

from django.db import transaction

from putright.casework.advocate_drafts import draft_in_hand, writing_for
from putright.casework.draft_files import forget_files_of
from putright.casework.errors import NotFound
from putright.casework.means import Means, means_of_this_site
from putright.domain.advocate_drafts import DraftKind, DraftState
from putright.records.models import AdvocateDraft


def take_back_advocate_draft(
    *, account: int, case: str, kind: DraftKind, drop: bool, on: date, now: datetime, means: Means | None = None
) -> None:
    """Let the person have it no longer: it can be changed again, or nothing is left of its words and files.

    Raises NotFound where the person does not let them write, or there is none.
    """
    with transaction.atomic(durable=True):
        row = draft_in_hand(writing_for(account, case, on=on), kind)
        if row is None:
            raise NotFound
        row.state, row.changed_at = DraftState.WRITING.value, now
        if drop:
            forget_files_of(AdvocateDraft.objects.filter(pk=row.pk), means=means or means_of_this_site())
            row.state, row.words, row.answer = DraftState.DROPPED.value, "", ""
        row.save()
