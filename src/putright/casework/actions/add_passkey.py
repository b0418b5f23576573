"""Somebody adds a passkey to sign in with."""

from datetime import datetime

from django.db import transaction

from putright.casework.access_record import note_own
from putright.casework.errors import refused
from putright.casework.means import Means, means_of_this_site
from putright.casework.passkeys import Site, State
from putright.casework.second_factor import make_codes, means_of
from putright.domain.signing_in import AccessEvent
from putright.gateways.passkeys import PasskeyRefused, new_key
from putright.records.models import Account, Passkey

MOST_PASSKEYS = 10
LONGEST_NAME = 60


def add_passkey(
    *, account: Account, site: Site, state: State, answer: str, name: str, now: datetime, means: Means | None = None
) -> tuple[str, ...]:
    """Keep the passkey with which a browser has answered; return ten codes for paper where there are none yet."""
    called = name.strip()
    if not called or len(called) > LONGEST_NAME:
        raise refused("no-name", f"Give the passkey a name of {LONGEST_NAME} characters or fewer.")
    try:
        made = new_key(site, state, answer)
    except PasskeyRefused:
        raise refused("wrong-passkey", "The passkey could not be made. Try again.") from None
    with transaction.atomic(durable=True):
        Account.objects.select_for_update().get(pk=account.pk)
        if Passkey.objects.filter(credential_digest=made.digest).exists():
            raise refused("known-passkey", "This device has a passkey here already.")
        if Passkey.objects.filter(account=account).count() >= MOST_PASSKEYS:
            raise refused("too-many-passkeys", f"You have {MOST_PASSKEYS} passkeys. Remove one that you do not use.")
        Passkey.objects.create(
            account=account,
            credential=made.credential,
            credential_digest=made.digest,
            name=called,
            sign_count=made.sign_count,
            made_at=now,
        )
        note_own(account, AccessEvent.PASSKEY_ADDED, now=now)
        if means_of(account.pk).codes_left:
            return ()
        return make_codes(account, now=now, secrets=(means or means_of_this_site()).secrets)
