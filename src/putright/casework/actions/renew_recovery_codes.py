"""Somebody makes new recovery codes."""

from datetime import datetime

from django.db import transaction

from putright.casework.errors import refused
from putright.casework.means import Means, means_of_this_site
from putright.casework.second_factor import make_codes, means_of
from putright.records.models import Account


def renew_recovery_codes(*, account: Account, now: datetime, means: Means | None = None) -> tuple[str, ...]:
    """Ten new codes, shown once; those from before are good no more."""
    with transaction.atomic(durable=True):
        Account.objects.select_for_update().get(pk=account.pk)
        if not means_of(account.pk).any:
            raise refused("no-second-step", "Set up an authenticator app or a passkey first.")
        return make_codes(account, now=now, secrets=(means or means_of_this_site()).secrets)
