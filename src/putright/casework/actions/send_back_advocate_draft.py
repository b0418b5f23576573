"""Whoever follows their complaint sends back what their advocate wrote, and says what should be different."""

from datetime import date, datetime

from django.db import transaction

from putright.casework.advocate_drafts import draft_for_person
from putright.casework.advocate_notices import tell_advocate
from putright.casework.advocates import standing_on
from putright.casework.errors import ActionRefused, NotFound, refuse
from putright.casework.looks import keep_look_by_link
from putright.casework.means import Means, means_of_this_site
from putright.casework.open_link import refuse_ended
from putright.domain.advocate_drafts import SAY_WHAT, DraftState, why_not_decided
from putright.records.models import FollowLink
from putright.records.models.page_notice import NoticeKind


def send_back_advocate_draft(
    *, link: int, draft: int, seen: int, answer: str, on: date, now: datetime, means: Means | None = None
) -> None:
    """Let the advocate change it, and know it by email; nothing of it is on the case, and the body sees neither.

    By the link that was opened; raises NotFound where it opens nothing or none of their advocates wrote it, and
    ActionRefused where it has ended, nothing is said, or the draft waits no more or was changed meanwhile.
    """
    if not answer.strip():
        raise ActionRefused(SAY_WHAT)
    with transaction.atomic(durable=True):
        held = FollowLink.objects.select_related("case").filter(pk=link).first()
        if held is None:
            raise NotFound
        refuse_ended(held, on)
        row = draft_for_person(draft, standing_on(held.case, on))
        refuse(why_not_decided(DraftState(row.state), seen=seen, saves=row.saves))
        row.state, row.answer, row.changed_at = DraftState.BACK.value, answer.replace("\r\n", "\n").strip(), now
        row.save()
        tell_advocate(row.naming, NoticeKind.ADVOCATE_NEWS, now=now, means=means or means_of_this_site())
        keep_look_by_link(held.case_id, now=now)
