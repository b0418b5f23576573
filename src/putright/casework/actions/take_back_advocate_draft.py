"""An advocate takes back what waits for the person to read, to change it or to drop it."""

from datetime import date, datetime

from django.db import transaction

from putright.casework.advocate_drafts import draft_in_hand, writing_for
from putright.casework.errors import NotFound
from putright.domain.advocate_drafts import DraftKind, DraftState


def take_back_advocate_draft(*, account: int, case: str, kind: DraftKind, drop: bool, on: date, now: datetime) -> None:
    """Let the person have it no longer: it can be changed again, or nothing is left of its words.

    Raises NotFound where the person does not let them write, or there is none.
    """
    with transaction.atomic(durable=True):
        row = draft_in_hand(writing_for(account, case, on=on), kind)
        if row is None:
            raise NotFound
        row.state, row.changed_at = DraftState.WRITING.value, now
        if drop:
            row.state, row.words, row.answer = DraftState.DROPPED.value, "", ""
        row.save()
