"""An administrator takes away the second step of somebody who has lost what they need for it."""

from datetime import datetime

from django.db import transaction

from putright.casework.access_record import note_about
from putright.casework.errors import refuse, refused
from putright.casework.own_alone import account_alone, staff_member
from putright.casework.second_factor import means_of
from putright.casework.sessions import end_sessions
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.signing_in import AccessEvent
from putright.records.models import Account, Authenticator, Passkey, RecoveryCode

LONGEST_REASON = 500


def reset_second_factor(*, actor: Actor, person: int, reason: str, now: datetime) -> None:
    """Take away somebody's app, codes and passkeys, with the reason; they set up another at their next sign-in.

    Whoever does this must be sure who asks for it: with the password alone, the account can then be entered once.
    """
    refuse(why_not_here(actor, Deed.ADMINISTER))
    said = reason.strip()
    if not said:
        raise refused("no-reason", "Say why, and how you made sure who asked for it.")
    if len(said) > LONGEST_REASON:
        raise refused("too-long", f"Shorten the reason to {LONGEST_REASON} characters or fewer.")
    with transaction.atomic(durable=True):
        row = staff_member(actor, person)
        if row.pk == actor.person_id:
            raise refused("own-second-step", "Another administrator must do this for you.")
        account = account_alone(row)
        if not means_of(account.pk).any:
            raise refused("no-second-step", "This person has set up no second step.")
        take_away(account)
        end_sessions(account)
        note_about(row, AccessEvent.SECOND_FACTOR_RESET, by=actor, now=now, reason=said)


def take_away(account: Account) -> None:
    """Forget everything that an account's second step is taken with."""
    for kind in (Authenticator, RecoveryCode, Passkey):
        kind.objects.filter(account=account).delete()
