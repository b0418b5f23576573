"""Somebody takes up an invitation to sign in, as one of the staff or as an advocate whom a person named."""

from datetime import datetime

from django.db import transaction

from putright.casework.access_record import note_own
from putright.casework.actions.invite_person import refuse_taken
from putright.casework.actions.reset_second_factor import take_away
from putright.casework.advocates import come_in
from putright.casework.errors import refused
from putright.casework.identities import Identified, keep
from putright.casework.passwords import set_password
from putright.casework.sign_in import Trying, authenticate
from putright.casework.sign_in_links import link_is_over, open_links, use_link
from putright.domain.signing_in import AccessEvent
from putright.records.models import Account, Identity, KnownBrowser, SignInLink


def accept_invitation(*, link: int, password: str, now: datetime, trying: Trying | None = None) -> Account:
    """Let the person who holds the link sign in from now on, with the password they choose; return their account.

    Where the address has an account, from another body, the password is that of the account, and is checked; an account
    that was closed, because its owner left every body, is opened again as if it were new.
    """
    asked = open_links(now=now).filter(pk=link, account__isnull=True).first()
    if asked is None:
        raise link_is_over()
    known = None
    if Account.objects.filter(email=asked.email, is_active=True).exists():
        known = authenticate(email=asked.email, password=password, now=now, trying=trying)
    with transaction.atomic(durable=True):
        used = use_link(link, now=now)
        account = known or _new_account(used, password, now=now)
        _take_up(used, account, now=now)
    return account


def accept_invitation_with(*, link: int, identified: Identified, now: datetime) -> Account:
    """The same with an identity in place of a password: the account opens with it alone.

    Where the address has an account already, its owner takes the invitation up with their password and links it then.
    """
    with transaction.atomic(durable=True):
        used = use_link(link, now=now)
        if Account.objects.filter(email=used.email, is_active=True).exists():
            raise refused("signs-in-already", "This address signs in here already. Enter its password instead.")
        account = _opened(used, now=now)
        account.set_unusable_password()
        account.save()
        keep(account, identified, now=now)
        _take_up(used, account, now=now)
        note_own(account, AccessEvent.IDENTITY_LINKED, now=now)
    return account


def _take_up(used: SignInLink, account: Account, *, now: datetime) -> None:
    if used.naming is not None:
        come_in(used.naming, account, now=now)
        note_own(account, AccessEvent.INVITATION_ACCEPTED, now=now)
        return
    person = used.person
    if person is None or person.account_id is not None or person.left_on is not None:
        raise link_is_over()
    refuse_taken(person, used.email)
    person.account = account
    person.save(update_fields=["account"])
    note_own(account, AccessEvent.INVITATION_ACCEPTED, now=now)


def _opened(link: SignInLink, *, now: datetime) -> Account:
    """A new account; or the closed one of an address that was used here before, with nothing of what opened it then."""
    account = Account.objects.filter(email=link.email).first() or Account(email=link.email, made_at=now)
    invited = link.person or link.naming
    account.name, account.is_active = invited.name if invited else link.email, True
    if account.pk is not None:
        take_away(account)
        Identity.objects.filter(account=account).delete()
        KnownBrowser.objects.filter(account=account).delete()
    return account


def _new_account(link: SignInLink, password: str, *, now: datetime) -> Account:
    account = _opened(link, now=now)
    set_password(account, password)
    return account
