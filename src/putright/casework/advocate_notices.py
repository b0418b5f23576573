"""When is an advocate told by email that there is something? It names nobody, and says nothing of the complaint."""

from datetime import UTC, date, datetime
from pathlib import Path

from django.conf import settings
from django.db.models import Q

from putright.casework.email_queue import TO_GO, new_message_id
from putright.casework.means import Means
from putright.letters.advocate_cover import advocate_ended, advocate_news
from putright.letters.covering import Covering
from putright.records.models import Delivery, NamedAdvocate, PageNotice
from putright.records.models.page_notice import NoticeKind


def tell_advocate(row: NamedAdvocate, kind: NoticeKind, *, now: datetime, means: Means) -> None:
    """Let an email wait, in the transaction that makes the news, for an advocate who has come.

    It goes to the address that they sign in with. One that still waits does for two things that are new.
    """
    if means.mail is None or row.account is None:
        return
    to = row.account.email
    waits = Delivery.objects.filter(page_notice__case=row.case_id, page_notice__to=to, progress__in=TO_GO)
    if waits.filter(page_notice__kind=kind.value).exists():
        return
    at = now.astimezone(UTC)
    Delivery.objects.create(
        body_id=row.case.body_id,
        person_id=row.case.complainant_id,
        page_notice=PageNotice.objects.create(case=row.case, kind=kind.value, to=to, made_at=now),
        message_id=new_message_id(means.secrets, means.mail),
        queued_at=at,
        try_at=at,
    )


def cover_to_advocate(notice: PageNotice, *, sender: str, on: date, covers: Path) -> tuple[Covering, str] | None:
    """The email and the address it goes to; nothing where they are an advocate there no more and there is no news."""
    address = f"{settings.PUTRIGHT_ADDRESS}/advocate"
    if notice.kind == NoticeKind.ADVOCATE_ENDED:
        return advocate_ended(sender=sender, address=address, folder=covers), notice.to
    lasts = Q(until_on__isnull=True) | Q(until_on__gte=on)
    named = NamedAdvocate.objects.filter(lasts, case=notice.case_id, account__email=notice.to, ended_at=None)
    return (advocate_news(sender=sender, address=address, folder=covers), notice.to) if named.exists() else None
