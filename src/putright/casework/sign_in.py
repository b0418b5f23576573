"""Who is signing in? Nobody learns from the answer which addresses have an account, nor locks another out."""

from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.utils.crypto import constant_time_compare

from putright.casework.errors import refused
from putright.casework.passwords import LONGEST_PASSWORD
from putright.casework.throttle import LOCKED_OUT, Trying, attempting
from putright.records.models import Account

__all__ = ["LOCKED_OUT", "REFUSED", "Account", "Trying", "account_halfway", "authenticate"]

REFUSED = "sign-in-refused"
PASSWORD = "password"  # noqa: S105 - what is tried, for the count of attempts


def authenticate(*, email: str, password: str, now: datetime, trying: Trying | None = None) -> Account:
    """The account of this address and password; else raises ActionRefused, the same for each reason.

    This is the first step of signing in; where a second is asked for, `second_factor` decides it.
    """
    with attempting(PASSWORD, email, trying or Trying(), now=now) as attempt:
        account = Account.objects.filter(email=email.strip().lower(), is_active=True).first()
        attempt.was_right = _is_right(account, password[:LONGEST_PASSWORD])
    if account is None or not attempt.was_right:
        raise refused(REFUSED, "The email address or the password is not right. Check both and try again")
    return account


def _is_right(account: Account | None, password: str) -> bool:
    if account is None:
        make_password(password)  # as long as checking one takes
        return False
    return account.check_password(password)


def account_halfway(number: int, mark: str) -> Account | None:
    """The account of which the password was right before, if nothing has been changed since that ends its sessions."""
    account = Account.objects.filter(pk=number, is_active=True).first()
    return account if account and constant_time_compare(account.get_session_auth_hash(), mark) else None
