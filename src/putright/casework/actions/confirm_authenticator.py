"""Somebody shows by a first code that their authenticator app is set up."""

from datetime import datetime

from django.db import transaction

from putright.casework.access_record import note_own
from putright.casework.errors import refused
from putright.casework.means import Means, means_of_this_site
from putright.casework.second_factor import make_codes, means_of, use_up, wrong_code
from putright.casework.throttle import Trying, attempting
from putright.domain.signing_in import AccessEvent
from putright.records.models import Account, Authenticator


def confirm_authenticator(
    *, account: Account, code: str, now: datetime, trying: Trying, means: Means | None = None
) -> tuple[str, ...]:
    """Take the new app into use in place of the one before; return ten codes for paper where there are none yet."""
    pending = Authenticator.objects.filter(account=account, confirmed_at__isnull=True).first()
    if pending is None:
        raise refused("nothing-to-confirm", "Begin again: no authenticator app is being set up.")
    with attempting("confirm", account.email, trying, now=now) as attempt:
        attempt.was_right = use_up(pending, code, now=now)
    if not attempt.was_right:
        raise wrong_code()
    with transaction.atomic(durable=True):
        Account.objects.select_for_update().get(pk=account.pk)
        Authenticator.objects.filter(account=account, confirmed_at__isnull=False).delete()
        Authenticator.objects.filter(pk=pending.pk).update(confirmed_at=now)
        note_own(account, AccessEvent.AUTHENTICATOR_ADDED, now=now)
        if means_of(account.pk).codes_left:
            return ()
        return make_codes(account, now=now, secrets=(means or means_of_this_site()).secrets)
