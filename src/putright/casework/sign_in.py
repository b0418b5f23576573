"""Who is signing in? Nobody learns from the answer which addresses have an account."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.crypto import salted_hmac

from putright.casework.errors import refused
from putright.records.models import Account, SignInAttempt

MOST_FAILURES: Final = 5
LOCKED_FOR: Final = timedelta(minutes=15)
LONGEST_PASSWORD: Final = 1_000


def authenticate(*, email: str, password: str, now: datetime) -> AbstractBaseUser:
    """The account of this address and password, for `django.contrib.auth.login`; else raises ActionRefused.

    After five failures an address is locked for a quarter of an hour, whether it has an account or not, so that the
    lock tells nothing either.
    """
    who = _digest(email)
    if _failures(who, now=now) >= MOST_FAILURES:
        raise refused("locked-out", "There were too many attempts with this email address. Wait 15 minutes.")
    account = Account.objects.filter(email=email.strip().lower(), is_active=True).first()
    is_right = _is_right(account, password[:LONGEST_PASSWORD])
    with transaction.atomic():
        SignInAttempt.objects.create(who=who, at=now, succeeded=is_right)
    if account is None or not is_right:
        raise refused("sign-in-refused", "The email address or the password is not right. Check both and try again.")
    return account


def _failures(who: str, *, now: datetime) -> int:
    """How many attempts have failed within the time of the lock, since the last that did not."""
    recent = SignInAttempt.objects.filter(who=who, at__gt=now - LOCKED_FOR, at__lte=now).order_by("-at", "-id")
    failures = 0
    for succeeded in recent.values_list("succeeded", flat=True)[:MOST_FAILURES]:
        if succeeded:
            break
        failures += 1
    return failures


def _is_right(account: Account | None, password: str) -> bool:
    if account is None:
        make_password(password)  # as long as checking one takes
        return False
    return account.check_password(password)


def _digest(email: str) -> str:
    return salted_hmac(
        "putright.sign-in", email.strip().lower(), secret=settings.SECRET_KEY, algorithm="sha256"
    ).hexdigest()
