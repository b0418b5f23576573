"""Whoever looks after the machine lets somebody in again who has nobody else to ask."""

from datetime import datetime

from django.db import transaction

from putright.casework.access_record import note_own
from putright.casework.actions.reset_second_factor import take_away
from putright.casework.errors import NotFound
from putright.casework.means import Means, means_of_this_site
from putright.casework.sessions import end_sessions
from putright.casework.sign_in_links import RENEWAL_LASTS, LinkToGive, make_link
from putright.domain.signing_in import AccessEvent
from putright.records.models import Account


def let_in_again(*, email: str, forget_second_step: bool, now: datetime, means: Means | None = None) -> LinkToGive:
    """Make a link to choose a new password for the account of an address; raises NotFound where there is none.

    For the only administrator, and for who works for two bodies: nobody on the site may do this for them. If asked,
    the second step is forgotten too. Both are on the record, which its owner can read.
    """
    with transaction.atomic(durable=True):
        rows = Account.objects.select_for_update().filter(email=email.strip().lower(), is_active=True)
        account = rows.first()
        if account is None:
            raise NotFound
        if forget_second_step:
            take_away(account)
            end_sessions(account)
            note_own(account, AccessEvent.SECOND_FACTOR_RESET, now=now)
        link = make_link(
            account=account,
            email=account.email,
            by_id=None,
            lasts=RENEWAL_LASTS,
            now=now,
            means=means or means_of_this_site(),
        )
        note_own(account, AccessEvent.PASSWORD_LINK_GIVEN, now=now)
    return link
