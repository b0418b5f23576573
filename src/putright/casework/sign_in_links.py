"""What is in a link by which somebody chooses their password? A secret that is good once, and only its digest kept."""

import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from putright.casework.errors import ActionRefused, NotFound, refused
from putright.casework.means import Means
from putright.records.models import Account, NamedAdvocate, Person, SignInLink

SECRET_BYTES: Final = 16
INVITATION_LASTS: Final = timedelta(days=7)
RENEWAL_LASTS: Final = timedelta(hours=24)
ASKED_LASTS: Final = timedelta(hours=1)  # one that somebody asked for themselves, by email
_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{22}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkToGive:
    """A link to hand over: its secret, which nobody can read again, whom it is for and how long it is good."""

    number: int
    secret: str
    name: str
    email: str
    expires_at: datetime


def make_link(
    *,
    person: Person | None = None,
    account: Account | None = None,
    naming: NamedAdvocate | None = None,
    email: str,
    by_id: int | None,
    lasts: timedelta,
    now: datetime,
    means: Means,
    secret: str = "",
) -> LinkToGive:
    """Make a link that invites a person or an advocate, or renews a password; those from before open nothing."""
    end_links(person=person, account=account, naming=naming, now=now)
    secret = secret or _written(means.secrets.random(SECRET_BYTES))
    row = SignInLink.objects.create(
        person=person,
        account=account,
        naming=naming,
        email=email,
        digest=_digest(secret),
        made_at=now,
        made_by_id=by_id,
        expires_at=now + lasts,
    )
    invited = person or account or naming
    name = invited.name if invited else ""
    return LinkToGive(number=row.pk, secret=secret, name=name, email=email, expires_at=row.expires_at)


def end_links(
    *,
    person: Person | None = None,
    account: Account | None = None,
    naming: NamedAdvocate | None = None,
    now: datetime,
) -> int:
    """End every link that invites a person or an advocate, or renews a password; return how many were open."""
    if person is None and account is None and naming is None:
        return 0
    whose = Q(account=account) if account else Q(naming=naming) if naming else Q(person=person)
    return open_links(now=now).filter(whose).update(revoked_at=now)


def open_links(*, now: datetime) -> QuerySet[SignInLink]:
    """Every link that is good now."""
    return SignInLink.objects.filter(used_at__isnull=True, revoked_at__isnull=True, expires_at__gt=now)


def link_of(secret: str, *, now: datetime) -> SignInLink:
    """The link with this secret; raises NotFound for one that never was or is good no more: the two look the same."""
    found = open_links(now=now).filter(digest=_digest(secret)).first() if _SECRET.fullmatch(secret) else None
    if found is None:
        raise NotFound
    return found


def use_link(number: int, *, now: datetime) -> SignInLink:
    """Use a link up and return it; of two who use it at once one is refused."""
    if not open_links(now=now).filter(pk=number).update(used_at=now):
        raise link_is_over()
    return SignInLink.objects.select_related("person__body", "account", "naming__case__body").get(pk=number)


def link_is_over() -> ActionRefused:
    """The refusal of a link that was used, taken back, or is too old."""
    message = "This link has been used, was taken back or is too old. Ask your administrator for a new one."
    return refused("link-is-over", message)


def secret_of_mail(message_id: str) -> str:
    """The secret of a link that goes by email: worked out from the Message-ID and our own key each time it is needed.

    So it is kept nowhere, and a message that must be sent again is the same.
    """
    return _secret_under(settings.SECRET_KEY, message_id)


def secret_mailed(link: SignInLink, message_id: str) -> str:
    """The secret of a link that was made to go by email, under whichever key; raises NotFound if that is gone."""
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        if _digest(secret := _secret_under(key, message_id)) == link.digest:
            return secret
    raise NotFound


def _secret_under(key: str, message_id: str) -> str:
    said = salted_hmac("putright.mailed-link", message_id, secret=key, algorithm="sha256")
    return _written(said.digest()[:SECRET_BYTES])


def _written(secret: bytes) -> str:
    return urlsafe_b64encode(secret).decode().rstrip("=")


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
