"""Which passkeys does somebody have, what is a browser asked about them, and is its answer right?"""

from datetime import datetime
from typing import Final

from django.db.models import Q

from putright.casework.errors import refused
from putright.casework.second_factor import TRIED
from putright.casework.throttle import Trying, attempting
from putright.gateways.passkeys import (
    Answered,
    Asked,
    PasskeyRefused,
    Site,
    State,
    ask_for_known,
    ask_for_new,
    known_key,
)
from putright.records.models import Account, Passkey

__all__ = ["Asked", "Site", "State", "ask_for_a_known_passkey", "ask_for_a_new_passkey", "check_passkey"]

NOT_RIGHT: Final = "The passkey was not accepted. Try again, or sign in with a code"


def ask_for_a_new_passkey(account: Account, site: Site) -> Asked:
    """What the browser of somebody is asked, to make a passkey."""
    known = list(Passkey.objects.filter(account=account).values_list("credential", flat=True))
    return ask_for_new(site, user=f"putright account {account.pk}".encode(), name=account.email, known=known)


def ask_for_a_known_passkey(account_id: int, site: Site) -> Asked:
    """What the browser of somebody is asked, to show one of their passkeys."""
    return ask_for_known(site, list(Passkey.objects.filter(account=account_id).values_list("credential", flat=True)))


def check_passkey(account: Account, *, site: Site, state: State, answer: str, now: datetime, trying: Trying) -> None:
    """Raise ActionRefused unless one of the person's passkeys has answered what was asked."""
    with attempting(TRIED, account.email, trying, now=now) as attempt:
        attempt.was_right = _has_answered(account, site, state, answer, now=now)
    if not attempt.was_right:
        raise refused("wrong-passkey", NOT_RIGHT)


def _has_answered(account: Account, site: Site, state: State, answer: str, *, now: datetime) -> bool:
    known = list(Passkey.objects.filter(account=account).values_list("credential", flat=True))
    try:
        used = known_key(site, state, known, answer)
    except PasskeyRefused:
        return False
    return _note_use(account, used, now=now)


def _note_use(account: Account, used: Answered, *, now: datetime) -> bool:
    """Whether the count of uses went on: one that does not is that of a copy. Many keys do not count at all."""
    rows = Passkey.objects.filter(account=account, credential_digest=used.digest)
    goes_on = Q(sign_count__lt=used.sign_count) if used.sign_count else Q(sign_count=0)
    return rows.filter(goes_on).update(sign_count=used.sign_count, last_used_at=now) == 1
