"""Somebody who was given a link chooses a new password with it."""

from datetime import datetime

from django.db import transaction

from putright.casework.access_record import note_own
from putright.casework.passwords import set_password
from putright.casework.sessions import end_sessions
from putright.casework.sign_in_links import end_links, link_is_over, use_link
from putright.domain.signing_in import AccessEvent
from putright.records.models import Account


def renew_password(*, link: int, password: str, now: datetime) -> Account:
    """Change the password of the account that the link is for; wherever it is signed in, it is signed out."""
    with transaction.atomic(durable=True):
        account = use_link(link, now=now).account
        if account is None or not account.is_active:
            raise link_is_over()
        set_password(account, password)
        end_sessions(account)
        end_links(account=account, now=now)
        note_own(account, AccessEvent.PASSWORD_RENEWED, now=now)
    return account
