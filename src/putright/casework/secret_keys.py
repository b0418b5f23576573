"""Under which keys is something read that the secret key sealed or signed, and what hangs on the older ones?

The first key makes; those after it only read, so that it can be changed without anybody being locked out.
"""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from putright.casework.second_factor import is_sealed_under, keys_to_read, sealed_for, secret_of
from putright.gateways.secrets import Secrets
from putright.records.models import Account, Authenticator, RecoveryCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Hanging:
    """What would open nothing any more without the older keys, as far as it can be told."""

    apps: int
    people_with_codes: int


def what_hangs(*, newest_since: datetime | None) -> Hanging:
    """How many apps are sealed under an older key, and how many people have unused codes on paper from before."""
    key = settings.SECRET_KEY
    codes = RecoveryCode.objects.filter(used_at__isnull=True)
    if newest_since is not None:
        codes = codes.filter(made_at__lt=newest_since)
    return Hanging(
        apps=sum(not is_sealed_under(key, app) for app in Authenticator.objects.all()),
        people_with_codes=codes.values("account").distinct().count(),
    )


def carry_over(*, secrets: Secrets) -> int:
    """Seal every app anew that is sealed under an older key; return how many. What no key opens stays as it is."""
    found = [app.pk for app in Authenticator.objects.all() if not is_sealed_under(settings.SECRET_KEY, app)]
    return sum(_carry(pk, secrets) for pk in found)


def _carry(pk: int, secrets: Secrets) -> bool:
    with transaction.atomic(durable=True):
        app = Authenticator.objects.select_for_update().filter(pk=pk).first()
        if app is None or not any(is_sealed_under(key, app) for key in keys_to_read()):
            return False
        account = Account.objects.get(pk=app.account_id)
        app.sealed_secret = sealed_for(account, secret_of(app), secrets=secrets)
        app.save(update_fields=["sealed_secret"])
    return True
