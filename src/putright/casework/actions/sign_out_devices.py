"""Somebody signs out a browser of theirs that is not before them, or all of them."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction

from putright.casework.access_record import note_own
from putright.casework.errors import NotFound
from putright.casework.sessions import end_sessions
from putright.domain.signing_in import AccessEvent
from putright.records.models import Account, SignedIn


def sign_out_device(*, account: Account, device: int, now: datetime) -> None:
    """End the visit of one browser of the account; raises NotFound for one that is not theirs, or has ended."""
    with transaction.atomic(durable=True):
        row = SignedIn.objects.filter(pk=device, account=account).first()
        if row is None:
            raise NotFound
        Session.objects.filter(session_key=row.session_key).delete()
        row.delete()
        note_own(account, AccessEvent.SIGNED_OUT, now=now, count=1)


def sign_out_everywhere(*, account: Account, now: datetime) -> int:
    """End every visit of the account, also any that is not on the list; the page that asked begins its own anew."""
    with transaction.atomic(durable=True):
        ended = end_sessions(account)
        note_own(account, AccessEvent.SIGNED_OUT, now=now, count=ended)
    return ended
