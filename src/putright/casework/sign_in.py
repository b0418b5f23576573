"""Who is signing in? Nobody learns from the answer which addresses have an account, nor locks another out for long."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.crypto import salted_hmac

from putright.casework.errors import ActionRefused, refused
from putright.records.models import Account, SignInAttempt

LOCKED_FOR: Final = timedelta(minutes=15)
# From one place, and from everywhere together: whoever tries a neighbour's password locks themselves out, not them.
MOST_FAILURES: Final = 5
MOST_FAILURES_ANYWHERE: Final = 50
# From where somebody has signed in this recently, failures elsewhere do not lock them out.
KNOWN_FOR: Final = timedelta(days=30)
LONGEST_PASSWORD: Final = 1_000
LOCKED_OUT: Final = "locked-out"


def authenticate(*, email: str, password: str, now: datetime, where: str = "") -> Account:
    """The account of this address and password, for `django.contrib.auth.login`; else raises ActionRefused.

    `where` is the network address of whoever tries. After five failures from there the address is locked there for a
    quarter of an hour, whether it has an account or not, so that the lock tells nothing either.
    """
    here, anywhere = _digest(email, where), _digest(email)
    if _failures(here, now=now, most=MOST_FAILURES) >= MOST_FAILURES or _is_besieged(here, anywhere, now=now):
        raise _locked_out()
    account = Account.objects.filter(email=email.strip().lower(), is_active=True).first()
    is_right = _is_right(account, password[:LONGEST_PASSWORD])
    with transaction.atomic():
        for who in (here, anywhere):
            SignInAttempt.objects.create(who=who, at=now, succeeded=is_right)
        if is_right:
            SignInAttempt.objects.filter(at__lt=now - KNOWN_FOR).delete()  # no longer of use: not ours to keep
    if account is None or not is_right:
        raise refused("sign-in-refused", "The email address or the password is not right. Check both and try again")
    return account


def _is_besieged(here: str, anywhere: str, *, now: datetime) -> bool:
    """Whether the address is being tried from many places, none of them one that its owner signs in from."""
    if _failures(anywhere, now=now, most=MOST_FAILURES_ANYWHERE) < MOST_FAILURES_ANYWHERE:
        return False
    return not SignInAttempt.objects.filter(who=here, at__gt=now - KNOWN_FOR, at__lte=now, succeeded=True).exists()


def _failures(who: str, *, now: datetime, most: int) -> int:
    """How many attempts have failed within the time of the lock, since the last that did not."""
    recent = SignInAttempt.objects.filter(who=who, at__gt=now - LOCKED_FOR, at__lte=now).order_by("-at", "-id")
    failures = 0
    for succeeded in recent.values_list("succeeded", flat=True)[:most]:
        if succeeded:
            break
        failures += 1
    return failures


def _locked_out() -> ActionRefused:
    minutes = LOCKED_FOR // timedelta(minutes=1)
    return refused(
        LOCKED_OUT, f"There were too many attempts with this email address. Wait {minutes} minutes, then try again"
    )


def _is_right(account: Account | None, password: str) -> bool:
    if account is None:
        make_password(password)  # as long as checking one takes
        return False
    return account.check_password(password)


def _digest(email: str, where: str | None = None) -> str:
    said = email.strip().lower() if where is None else f"{email.strip().lower()} {where}"
    return salted_hmac("putright.sign-in", said, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()
