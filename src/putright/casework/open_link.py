"""Does this secret open a case? Whoever guesses learns nothing, and soon may guess no more."""

from datetime import date, datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac

from putright.casework.errors import NotFound, refused
from putright.casework.follow_links import link_of
from putright.domain.references import reference_meant
from putright.records.models import FollowLink, WrongLink

# As many people may share one address (a ward, a library), so the limit is for programs, not for slips of the pen.
MOST_WRONG: Final = 20
COUNTED_FOR: Final = timedelta(minutes=15)
KEPT_FOR: Final = timedelta(days=1)
TOO_MANY: Final = "too-many-tries"
ENDED: Final = "link-ended"
NO_LINK: Final = "This link does not open a complaint, or no longer does."


def open_link(secret: str, *, visitor: str, on: date, now: datetime, reference: str | None = None) -> int:
    """Open a link and return its number; with a reference, only the link of that case.

    `visitor` is the network address of whoever asks: only a keyed digest of it is kept, and for a day. Raises NotFound
    for a link there never was, and ActionRefused for one that has ended, or for a wrong one after too many others. A
    right one always opens: nobody comes upon 128 bits by guessing, so others at the same address need not wait.
    """
    link = link_of(secret.strip())
    if link is None or (reference is not None and link.case.reference != reference_meant(reference)):
        refuse_wrong(visitor, now=now)
        raise NotFound
    refuse_ended(link, on)
    return link.pk


def refuse_ended(link: FollowLink, on: date) -> None:
    """Raise ActionRefused for a link that was ended or is too old."""
    if link.revoked_at is not None or link.expires_on < on:
        raise refused(ENDED, NO_LINK)


def refuse_wrong(visitor: str, *, now: datetime) -> None:
    """Count a link of any kind that opened nothing; raises ActionRefused once its visitor has tried too many."""
    who = _digest(visitor)
    if WrongLink.objects.filter(who=who, at__gt=now - COUNTED_FOR, at__lte=now).count() >= MOST_WRONG:
        raise refused(TOO_MANY, "There were too many wrong links. Wait 15 minutes.")
    with transaction.atomic():
        WrongLink.objects.filter(at__lt=now - KEPT_FOR).delete()
        WrongLink.objects.create(who=who, at=now)


def _digest(visitor: str) -> str:
    return salted_hmac("putright.wrong-link", visitor, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()
