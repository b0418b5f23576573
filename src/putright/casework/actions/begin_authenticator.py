"""Somebody begins to set up an authenticator app."""

from datetime import datetime

from django.db import transaction

from putright.casework.means import Means, means_of_this_site
from putright.casework.second_factor import sealed_for, secret_of
from putright.domain.totp import SECRET_BYTES
from putright.records.models import Account, Authenticator


def begin_authenticator(*, account: Account, now: datetime, means: Means | None = None) -> bytes:
    """The secret for a new app, the same until a first code confirms it; the app from before stays good until then."""
    secrets = (means or means_of_this_site()).secrets
    with transaction.atomic(durable=True):
        Account.objects.select_for_update().get(pk=account.pk)
        pending = Authenticator.objects.filter(account=account, confirmed_at__isnull=True).first()
        if pending is not None:
            return secret_of(pending)
        secret = secrets.random(SECRET_BYTES)
        Authenticator.objects.create(
            account=account, sealed_secret=sealed_for(account, secret, secrets=secrets), made_at=now
        )
    return secret
