"""Somebody changes the password they sign in with."""

from datetime import datetime

from django.db import transaction

from putright.casework.actions.set_up_body import set_password
from putright.casework.errors import NotFound, refused
from putright.casework.sign_in import authenticate
from putright.records.models import Account


def change_password(*, account: int, old: str, new: str, now: datetime, where: str = "") -> Account:
    """Change a password for one that is good enough; whoever does not know the old one soon may try no more."""
    known = Account.objects.filter(pk=account, is_active=True).first()
    if known is None:
        raise NotFound
    authenticate(email=known.email, password=old, now=now, where=where)
    if old == new:
        raise refused("already-so", "The new password is the old one. Choose another.")
    with transaction.atomic(durable=True):
        set_password(known, new)
    return known
