"""Somebody removes a passkey, of a device that they use no more."""

from datetime import datetime

from django.db import transaction

from putright.casework.access_record import note_own
from putright.casework.errors import NotFound, refused
from putright.casework.second_factor import means_of
from putright.domain.signing_in import AccessEvent
from putright.records.models import Account, Passkey


def remove_passkey(*, account: Account, passkey: int, now: datetime) -> None:
    """Forget a passkey, unless it is all that somebody takes the second step with."""
    with transaction.atomic(durable=True):
        Account.objects.select_for_update().get(pk=account.pk)
        row = Passkey.objects.filter(pk=passkey, account=account).first()
        if row is None:
            raise NotFound
        means = means_of(account.pk)
        if not means.has_app and means.passkeys == 1:
            raise refused("last-second-step", "This is your only second step. Set up another first.")
        row.delete()
        note_own(account, AccessEvent.PASSKEY_REMOVED, now=now)
