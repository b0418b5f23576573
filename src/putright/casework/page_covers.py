"""What does an email say to whoever follows a complaint: a code, or that there is something new?"""

from datetime import datetime
from pathlib import Path

from django.conf import settings

from putright.casework import email_queue
from putright.casework.advocate_notices import cover_to_advocate
from putright.casework.code_contacts import is_still_theirs
from putright.casework.errors import NotFound
from putright.casework.follow_codes import code_mailed
from putright.casework.perform import day_of
from putright.domain.delivery import Trouble
from putright.domain.follow_codes import why_not_tried
from putright.domain.periods import LONDON
from putright.gateways.outgoing import NotTaken
from putright.letters.covering import Covering
from putright.letters.covering_pages import code_sent, word_of_change, word_of_news
from putright.records.models import Body, Delivery
from putright.records.models.follow_code import Purpose
from putright.records.models.page_notice import TO_ADVOCATES, NoticeKind


def cover_of_code(row: Delivery, *, now: datetime, covers: Path) -> tuple[Covering, str] | None:
    """The email with a code and the address it goes to; nothing once the code is good no more."""
    code, digits = row.code, digits_to_send(row, now=now)
    if code is None or digits is None:
        return None
    said = code_sent(
        sender=row.body.name,
        code=digits,
        until=code.expires_at.astimezone(LONDON),
        contact=reach_of(row.body),
        confirms_address=bool(code.to),
        folder=covers,
    )
    return said, (code.to or row.person.email).strip()


def digits_to_send(row: Delivery, *, now: datetime) -> str | None:
    """The digits of a code while it is good; nothing once it is good no more."""
    code = row.code
    if code is None or code.case_id is None:
        return None
    if code.purpose == Purpose.OPEN and not is_still_theirs(code):
        return None
    if why_not_tried(now=now, expires_at=code.expires_at, tries=code.tries, is_used=code.used_at is not None):
        return None
    try:
        return code_mailed(code, row.message_id)
    except NotFound:  # it was made under a secret key that is no longer there
        raise NotTaken(Trouble.CANNOT_BE_WRITTEN) from None


def cover_of_notice(row: Delivery, *, now: datetime, covers: Path) -> tuple[Covering, str] | None:
    """The email that says that there is something, and the address it goes to; nothing where it may go no more."""
    notice = row.page_notice
    if notice is None:
        return None
    if notice.kind in TO_ADVOCATES:
        return cover_to_advocate(notice, sender=row.body.name, on=day_of(now), covers=covers)
    if notice.kind == NoticeKind.CONTACT_CHANGED:
        made_on = day_of(notice.made_at)
        return word_of_change(
            sender=row.body.name, day=made_on, contact=reach_of(row.body), folder=covers
        ), notice.to.strip()
    if row.person.death_learnt_on or email_queue.why_not_to(row.person, on=day_of(now), by_machine=True):
        return None
    address = f"{settings.PUTRIGHT_ADDRESS}/follow"
    said = word_of_news(sender=row.body.name, address=address, contact=reach_of(row.body), folder=covers)
    return said, row.person.email.strip()


def reach_of(body: Body) -> tuple[str, ...]:
    """How a body is reached, a line each."""
    return tuple(line for line in (body.telephone, body.email, body.website) if line)
