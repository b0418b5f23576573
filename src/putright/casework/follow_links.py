"""What is in the link by which a person follows their case? A secret of which only the digest is kept."""

import re
from base64 import urlsafe_b64encode
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Final

from putright.casework.code_contacts import end_codes
from putright.casework.means import Means
from putright.records.models import Case, FollowLink

SECRET_BYTES: Final = 16
LASTS: Final = timedelta(days=2 * 366)  # longer than a complaint and the Ombudsman's year
_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{22}")


def give_link(case: Case, *, on: date, now: datetime, means: Means, lasts: timedelta = LASTS) -> str:
    """Make a link for a case and return its secret, which nobody can read again."""
    secret = urlsafe_b64encode(means.secrets.random(SECRET_BYTES)).decode().rstrip("=")
    FollowLink.objects.create(case=case, digest=_digest(secret), made_at=now, expires_on=on + lasts)
    return secret


def end_links(case: Case, *, now: datetime) -> int:
    """End every link of a case that is not ended, and the codes that wait; return how many links there were."""
    end_codes(case, now=now)
    return FollowLink.objects.filter(case=case, revoked_at__isnull=True).update(revoked_at=now)


def link_of(secret: str) -> FollowLink | None:
    """The link with this secret, ended or not, with its case."""
    if not _SECRET.fullmatch(secret):
        return None
    return (
        FollowLink.objects.select_related("case__body", "case__complainant", "case__handler")
        .filter(digest=_digest(secret))
        .first()
    )


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
