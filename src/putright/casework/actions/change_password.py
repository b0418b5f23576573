"""Somebody changes the password they sign in with."""

from datetime import datetime

from django.db import transaction

from putright.casework.access_record import note_own
from putright.casework.errors import NotFound, refused
from putright.casework.passwords import set_password
from putright.casework.sessions import end_sessions
from putright.casework.sign_in import Trying, authenticate
from putright.casework.sign_in_links import end_links
from putright.domain.signing_in import AccessEvent
from putright.records.models import Account


def change_password(*, account: int, old: str, new: str, now: datetime, trying: Trying | None = None) -> Account:
    """Change a password for one that is good enough; whoever does not know the old one soon may try no more.

    Every session ends; the page that asked begins a new one.
    """
    known = Account.objects.filter(pk=account, is_active=True).first()
    if known is None:
        raise NotFound
    authenticate(email=known.email, password=old, now=now, trying=trying)
    if old == new:
        raise refused("already-so", "The new password is the old one. Choose another.")
    with transaction.atomic(durable=True):
        set_password(known, new)
        end_sessions(known)
        end_links(account=known, now=now)
        note_own(known, AccessEvent.PASSWORD_CHANGED, now=now)
    return known
