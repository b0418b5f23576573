"""Somebody links the identity service that they sign in with elsewhere."""

from datetime import datetime

from django.db import transaction

from putright.casework.access_record import note_own
from putright.casework.errors import refused
from putright.casework.identities import Identified, has_identity, keep
from putright.casework.sessions import end_sessions
from putright.domain.signing_in import AccessEvent
from putright.records.models import Account, Identity


def link_identity(*, account: Account, identified: Identified, now: datetime) -> None:
    """Let an identity open the account of somebody who is signed in."""
    with transaction.atomic(durable=True):
        Account.objects.select_for_update().get(pk=account.pk)
        keep(account, identified, now=now)
        note_own(account, AccessEvent.IDENTITY_LINKED, now=now)


def unlink_identity(*, account: Account, now: datetime) -> None:
    """Let no identity open the account any more, if a password does."""
    with transaction.atomic(durable=True):
        held = Account.objects.select_for_update().get(pk=account.pk)
        if not held.has_usable_password():
            raise refused("only-way-in", "You have no password. Ask your administrator for a link to choose one first.")
        if not Identity.objects.filter(account=held).delete()[0]:
            raise refused("not-linked", "No identity service is linked.")
        note_own(account, AccessEvent.IDENTITY_UNLINKED, now=now)


def give_up_password(*, account: Account, now: datetime) -> Account:
    """Let the identity alone open the account; every session ends, and the page that asked begins a new one."""
    with transaction.atomic(durable=True):
        held = Account.objects.select_for_update().get(pk=account.pk)
        if not has_identity(held.pk):
            raise refused("not-linked", "Link an identity service first.")
        if not held.has_usable_password():
            raise refused("already-so", "You have no password already.")
        held.set_unusable_password()
        held.save(update_fields=["password"])
        end_sessions(held)
        note_own(held, AccessEvent.PASSWORD_GIVEN_UP, now=now)
    return held
