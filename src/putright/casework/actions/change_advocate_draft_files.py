"""An advocate puts files with what they write for a person, or takes one off."""

from datetime import date, datetime

from django.db import transaction

from putright.casework.advocate_drafts import draft_in_hand, writing_for
from putright.casework.draft_files import add_files, take_file_off
from putright.casework.errors import ActionRefused, refuse
from putright.casework.kept_files import let_go
from putright.casework.means import Means, means_of_this_site
from putright.casework.said import FileSaid
from putright.domain.advocate_drafts import NO_FILES, TAKES_FILES, DraftKind, DraftState, why_not_changed
from putright.records.models import AdvocateDraft


def change_advocate_draft_files(
    *,
    account: int,
    case: str,
    kind: DraftKind,
    add: tuple[FileSaid, ...] = (),
    take_off: int | None = None,
    on: date,
    now: datetime,
    means: Means | None = None,
) -> None:
    """Keep files beside the draft, before there are words or after; `take_off` is the number of one that goes.

    Raises NotFound where the person does not let them write, and ActionRefused where the person has it now, no file
    goes with what it is, or there are too many. The body sees none of them, before or after.
    """
    if kind not in TAKES_FILES:
        raise ActionRefused(NO_FILES)
    means = means or means_of_this_site()
    try:
        with transaction.atomic(durable=True):
            naming = writing_for(account, case, on=on)
            row = draft_in_hand(naming, kind) or AdvocateDraft(naming=naming, kind=kind.value, made_at=now)
            refuse(why_not_changed(DraftState(row.state)))
            if take_off is not None:
                take_file_off(row, take_off, means=means)
            add_files(row, add, now=now, means=means)
            row.saves, row.changed_at = row.saves + 1, now
            row.save()
    except BaseException:
        let_go(means, [means.files.name_of(file.content) for file in add])
        raise
